"""The whole of `make run` once: from nothing to a page, a second start, and nothing left behind."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from site_core import localdb
from tools import audit

ROOT = Path(__file__).resolve().parents[2]
FIRST_START = 300  # seconds, on a machine that does other things too
SECOND_START = 60
LOGIN = re.compile(r"(administrator|editor|writer|shop manager|reviewer) +(\S+)  (\S+)")


def start(var, port, log):
    command = [sys.executable, "-m", "tools.run", "--port", str(port)]
    kept = {name: value for name, value in os.environ.items() if name not in ("DJANGO_SETTINGS_MODULE", "DATABASE_URL")}
    environment = kept | {"VAR_DIR": str(var)}
    with log.open("w") as output:
        return subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=output, stderr=output, start_new_session=True
        )


def wait_for(text, log, process, seconds):
    deadline = time.monotonic() + seconds
    while text not in log.read_text():
        assert process.poll() is None, log.read_text()
        assert time.monotonic() < deadline, log.read_text()
        time.sleep(0.5)


def processes_now():
    """Parent of every living process, by id; a dead one that nobody has fetched does not count."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return {int(pid): int(parent) for pid, parent, state in rows if not state.startswith("Z")}


def family(pid):
    parents, found = processes_now(), {pid}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def interrupt(process, var):
    """Press Ctrl-C and return what is left once the first process has ended, PostgreSQL included."""
    database = int((localdb.place(var).data / "postmaster.pid").read_text().split()[0])
    before = family(process.pid) | family(database)
    assert len(before) > 4, "the runner, the worker, gunicorn, PostgreSQL, and what those started"
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(90) == 128 + signal.SIGINT
    return before & set(processes_now())


def end(process):
    process.terminate()
    process.wait(90)


def get(port, path="/"):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.status, answer.read()


def logins(output):
    found = {role: (name, password) for role, name, password in LOGIN.findall(output)}
    assert set(found) == {"administrator", "editor", "writer", "shop manager", "reviewer"}
    return found


def test_from_nothing_to_a_page_and_again(open_folder, request):
    var, log, port = open_folder / "var", open_folder / "log", audit.free_port()
    process = start(var, port, log)
    request.addfinalizer(lambda: end(process))
    wait_for("Ctrl-C", log, process, FIRST_START)
    first = log.read_text()
    assert f"http://127.0.0.1:{port}/admin/" in first
    status, front = get(port)
    assert status == 200
    picture = re.search(r'<img[^>]* src="(/media/[^"]+)"', front.decode())
    assert get(port, picture[1])[0] == 200
    assert "Traceback" not in first
    assert interrupt(process, var) == set()

    again = start(var, port, log)
    request.addfinalizer(lambda: end(again))
    wait_for("Ctrl-C", log, again, SECOND_START)
    assert logins(log.read_text()) == logins(first)
    assert get(port)[0] == 200
    assert interrupt(again, var) == set()
