"""`tools/install.py` on machines where it cannot do its work: one line each, and no traceback."""

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import install

ROOT = Path(__file__).resolve().parents[2]
LOCK = "six==1.16.0 --hash=sha256:8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254\n"
NOTHING_LISTENS = "http://127.0.0.1:9/simple"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A clone whose environment is there, as making one takes its time."""
    folder = tmp_path_factory.mktemp("clone")
    (folder / "tools").mkdir()
    shutil.copy(ROOT / "tools/install.py", folder / "tools")
    (folder / "lock.txt").write_text("# nothing to install\n")
    assert "Making .venv" in run(folder).stdout
    return folder


@pytest.fixture
def clone(folder):
    (folder / "lock.txt").write_text(LOCK)
    for stamp in folder.glob(".venv/*.sha256"):
        stamp.unlink()
    return folder


def run(clone, **environment):
    plain = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    return subprocess.run(
        [sys.executable, "tools/install.py", "lock.txt"],
        cwd=clone,
        env=plain | {"PIP_CONFIG_FILE": os.devnull} | environment,
        text=True,
        capture_output=True,
        check=False,
    )


def test_without_a_network(clone):
    result = run(clone, PIP_INDEX_URL=NOTHING_LISTENS)
    assert result.returncode == 1
    assert result.stderr == "Packages could not be downloaded: is there a network? Details: .venv/install.log\n"
    assert not list(clone.glob(".venv/*.sha256")), "the next start would take it for installed"


def test_a_package_that_is_not_what_the_lock_says(clone):
    (clone / "wheels").mkdir()
    (clone / "wheels/six-1.16.0-py2.py3-none-any.whl").write_bytes(b"something else")
    result = run(clone, PIP_NO_INDEX="1", PIP_FIND_LINKS=str(clone / "wheels"))
    assert result.returncode == 1
    assert result.stderr == "Packages could not be installed. Details: .venv/install.log\n"


def test_where_nothing_can_be_written(clone, tmp_path):
    shutil.copytree(clone, tmp_path / "clone", ignore=shutil.ignore_patterns(".venv"))
    (tmp_path / "clone/.venv").symlink_to("/proc/nowhere")
    result = run(tmp_path / "clone")
    assert result.returncode == 1
    assert result.stderr.startswith("Cannot write in ")
    assert result.stderr.count("\n") == 1


def test_on_an_old_python(monkeypatch):
    monkeypatch.setattr(install.sys, "version_info", (3, 10, 1, "final", 0))
    with pytest.raises(SystemExit, match=r"Python 3\.11 or newer is needed, this is 3\.10"):
        install.main(["requirements.txt"])


def test_an_old_python_can_read_it():
    ast.parse((ROOT / "tools/install.py").read_text(), feature_version=(3, 7))


def test_a_second_time_asks_for_nothing(clone):
    (clone / "lock.txt").write_text("# nothing to install\n")
    assert run(clone, PIP_NO_INDEX="1").returncode == 0
    assert run(clone, PIP_NO_INDEX="1").stdout == ""
    (clone / "lock.txt").write_text(LOCK)
    assert run(clone, PIP_NO_INDEX="1").returncode == 1
