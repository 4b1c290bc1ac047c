"""`make run` up to where it serves: what hinders it is one line, and its children never outlive it."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools import processes, run

ROOT = Path(__file__).resolve().parents[2]


def start(*arguments, **environment):
    command = [sys.executable, "-m", "tools.run", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=os.environ | environment, text=True, capture_output=True, check=False, timeout=60
    )


def test_a_port_in_use_is_one_line(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = start("--port", port, VAR_DIR=str(tmp_path))
    assert result.returncode == 1
    assert result.stderr.startswith(f"Port {port} is in use")
    assert result.stderr.count("\n") == 1
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path):
    (tmp_path / "var").write_text("a file where the folder should be")
    result = start("--port", "0", VAR_DIR=str(tmp_path / "var"))
    assert result.returncode == 1
    assert result.stderr.startswith(f"Cannot use {tmp_path}")
    assert result.stderr.count("\n") == 1


def test_the_secret_is_made_once_and_closed_to_others(tmp_path):
    secret = run.kept_secret(tmp_path / "secret_key")
    assert len(secret) >= 50
    assert run.kept_secret(tmp_path / "secret_key") == secret
    assert (tmp_path / "secret_key").stat().st_mode & 0o777 == 0o600


def test_what_the_environment_says_is_left_alone(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "environ", {"VAR_DIR": str(tmp_path), "SECRET_KEY": "mine"})
    run.set_environment(8123, dev=False)
    assert os.environ["SECRET_KEY"] == "mine"
    assert os.environ["SITE_URL"] == "http://127.0.0.1:8123"
    assert os.environ["DJANGO_SETTINGS_MODULE"] == "site_core.settings.production"


@pytest.mark.parametrize("required", [False, True])
def test_the_demo_says_that_it_asks_for_no_second_factor(settings, monkeypatch, tmp_path, capsys, required):
    monkeypatch.setattr(os, "environ", {"VAR_DIR": str(tmp_path)})
    run.set_environment(8123, dev=False)
    assert os.environ["REQUIRE_SECOND_FACTOR"] == "False"
    monkeypatch.setattr(run.localdb, "is_embedded", lambda: False)
    settings.REQUIRE_SECOND_FACTOR = required
    run.announce(8123)
    assert ("not asked for in this demo" in capsys.readouterr().out) is not required


SLEEPER = ["-c", "import time; time.sleep(60)"]
STUBBORN = [
    "-c",
    "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print(1, flush=True); time.sleep(60)",
]


def test_children_end_with_the_block():
    with processes.started(SLEEPER, SLEEPER) as running:
        assert [process.poll() for process in running] == [None, None]
    assert [process.returncode for process in running] == [-signal.SIGTERM] * 2


def test_children_end_when_the_block_is_interrupted():
    running = []

    def be_interrupted():
        with processes.started(SLEEPER) as children:
            running.extend(children)
            os.kill(os.getpid(), signal.SIGINT)
            time.sleep(5)

    with pytest.raises(KeyboardInterrupt):
        be_interrupted()
    assert running[0].returncode == -signal.SIGTERM


def test_a_child_that_does_not_listen_is_killed(monkeypatch):
    monkeypatch.setattr(processes, "PATIENCE", 1)
    with processes.started(STUBBORN) as running:
        time.sleep(1)
    assert running[0].returncode == -signal.SIGKILL


def test_a_server_that_ends_at_once_is_not_waited_for():
    with pytest.raises(SystemExit, match="did not come up"), processes.started(["-c", ""]) as running:
        processes.wait_for_answer("127.0.0.1", 9, running)


def test_a_command_that_fails_ends_the_program_with_its_code():
    with pytest.raises(SystemExit) as ended:
        processes.run("-c", "raise SystemExit(7)")
    assert ended.value.code == 7
