"""The processes of the site as children of one that waits for them, so that none outlives it."""

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

PATIENCE = 60  # seconds, for a server to answer and for a process to end
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@contextmanager
def started(*commands: list[str], apart: bool = True) -> Iterator[list[subprocess.Popen]]:
    """Run these arguments of Python side by side while the block runs, then end what is left, gently at first.

    `apart`: the terminal's Ctrl-C does not reach them, so that each is told once, by us.
    """
    running: list[subprocess.Popen] = []
    try:
        for command in commands:
            running.append(subprocess.Popen([sys.executable, *command], start_new_session=apart))
        yield running
    finally:
        handlers = [signal.signal(number, signal.SIG_IGN) for number in SIGNALS]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + PATIENCE
        for process in running:
            _wait_or_kill(process, deadline)
        for number, handler in zip(SIGNALS, handlers, strict=True):
            signal.signal(number, handler)


def run(*command: str, failure: str = "") -> None:
    """Run these arguments of Python to their end. If they fail, end with their exit code or this sentence."""
    with started(list(command)) as (process,):
        if code := process.wait():
            sys.exit(failure or code)


def wait_for_answer(host: str, port: int, running: list[subprocess.Popen], patience: float = PATIENCE) -> None:
    """Wait until the site says it is well. Ends the program if it does not, or a process ends meanwhile."""
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline and all(process.poll() is None for process in running):
        with suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection(host, port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return
        time.sleep(0.2)
    sys.exit("The server did not come up: what it said stands above.")


def wait_for_any(running: list[subprocess.Popen]) -> None:
    """Wait until one of the processes has ended."""
    while all(process.poll() is None for process in running):
        time.sleep(0.3)


def _wait_or_kill(process: subprocess.Popen, deadline: float) -> None:
    try:
        process.wait(max(0, deadline - time.monotonic()))
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL) if os.getpgid(process.pid) == process.pid else process.kill()
        process.wait()
