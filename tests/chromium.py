"""The Chromium of the browser tests. `python -m tests.chromium` installs one where there is none."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

DEBIAN = Path("/usr/bin/chromium")
HOW = (
    "No Chromium for the browser tests. As root on Debian: apt-get install chromium. "
    "Elsewhere: .venv/bin/python -m playwright install --with-deps chromium."
)
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--disable-gpu",
    "--no-first-run",
    "--force-color-profile=srgb",
]


def find() -> Path | None:
    """Return the browser's program: Debian's, or the one Playwright downloaded, or None."""
    if DEBIAN.exists():
        return DEBIAN
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        downloaded = Path(playwright.chromium.executable_path)
    return downloaded if downloaded.exists() else None


def flags() -> list[str]:
    """Return the switches it is started with: it asks nothing of the network; root cannot have its sandbox."""
    return [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS


def install() -> None:
    """Install one from whichever source this machine reaches, or end with a line that says how."""
    as_root = os.geteuid() == 0
    if as_root and shutil.which("apt-get"):
        packages = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
        done = _run("apt-get", "update") and _run(*packages, DEBIAN_FRONTEND="noninteractive")
        if done and find():
            return
    with_libraries = ["--with-deps"] if as_root else []
    if not (_run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium") and find()):
        sys.exit(HOW)


def _run(*command: str, **environment: str) -> bool:
    print("Installing Chromium:", *command, flush=True)
    settings = {**os.environ, **environment}
    return subprocess.run(command, env=settings, stdout=subprocess.DEVNULL, check=False).returncode == 0


if __name__ == "__main__":
    if find() is None:
        install()
