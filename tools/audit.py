"""`make audit`: the Nu HTML checker over every public page of the demo. It is a Java program that npm brings."""

import json
import re
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "audit"
CHECKER = FOLDER / "node_modules/vnu-jar/build/dist/vnu.jar"
HOST = "127.0.0.1"
NOT_IN_SITEMAP = ("/search/", "/search/?q=calm", "/search/?q=nothing-has-this-name", "/articles/tag/", "/not-there/")
FIRST_START = 600  # seconds, the making of the demo included


def main() -> None:
    """Start the demo, check its pages and end with 1 if any has an error."""
    for program, what in (("npm", "Node"), ("java", "Java 11 or newer")):
        if shutil.which(program) is None:
            sys.exit(f"make audit needs {what}: {program} was not found.")
    if not CHECKER.exists():
        subprocess.run(["npm", "install", "--no-fund", "--no-audit", "--prefix", FOLDER, "vnu-jar@26.9.27"], check=True)
    port = free_port()
    with processes.started(["-m", "tools.run", "--port", str(port)]) as running:
        processes.wait_for_answer(HOST, port, running, FIRST_START)
        pages = save_pages(f"http://{HOST}:{port}")
    report(pages)


def free_port() -> int:
    with socket.socket() as trial:
        trial.bind((HOST, 0))
        return trial.getsockname()[1]


def save_pages(site: str) -> dict[str, str]:
    """Fetch every page and return the address of each by the name of its file."""
    paths = [re.sub("^https?://[^/]+", "", url) for url in re.findall("<loc>([^<]+)", fetch(f"{site}/sitemap.xml"))]
    shutil.rmtree(FOLDER / "pages", ignore_errors=True)
    (FOLDER / "pages").mkdir()
    pages = {}
    for number, path in enumerate([*paths, *NOT_IN_SITEMAP]):
        (FOLDER / "pages" / f"{number:04}.html").write_text(fetch(site + path))
        pages[f"{number:04}.html"] = path
    return pages


def fetch(url: str) -> str:
    """Return what stands at this address of our own site, an error page included."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:  # noqa: S310  our own site on loopback
            return answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.read().decode()


def report(pages: dict[str, str]) -> None:
    command = ["java", "-jar", CHECKER, "--format", "json", "--stdout", "--exit-zero-always", FOLDER / "pages"]
    messages = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)["messages"]
    errors = [message for message in messages if message["type"] == "error"]
    for message in errors:
        print(f"{pages[Path(message['url']).name]}:{message.get('lastLine')}  {message['message']}")
    print(f"{len(pages)} pages, {len(errors)} errors, {len(messages) - len(errors)} warnings")
    sys.exit(bool(errors))


if __name__ == "__main__":
    main()
