"""The embedded server is really started and stopped here, in folders of the tests' own."""

import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import environ
import psycopg
import pytest

from site_core import localdb
from site_core.localdb import places, server

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def var(open_folder):
    """A `var` folder whose server stops with the test."""
    yield open_folder / "var"
    server.stop(localdb.place(open_folder / "var"))


def connect(var, **options):
    return psycopg.connect(host=str(localdb.place(var).sockets), port=5432, user="spencer", dbname="spencer", **options)


LEASE = """
import os, sys, time
from site_core import localdb
with localdb.lease(sys.argv[1]):
    print("in", flush=True)
"""


def another_process(var, body, **options):
    """Start a Python that holds a lease while it runs `body`."""
    command = [sys.executable, "-c", LEASE + textwrap.indent(textwrap.dedent(body), "    "), str(var)]
    return subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)


def runs(var):
    return server._accepts(localdb.place(var))


def test_starts_with_the_first_and_stops_with_the_last(var):
    with localdb.lease(var):
        other = another_process(var, "sys.stdin.read()", stdin=subprocess.PIPE)
        assert other.stdout.readline() == "in\n"
    assert runs(var), "stopped while another process still used it"
    other.communicate("")
    assert other.returncode == 0
    assert not runs(var), "still running after the last process left"


def test_rows_are_there_the_next_time(var):
    with localdb.lease(var), connect(var) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 'Spencer' AS name")
    with localdb.lease(var), connect(var) as connection:
        assert connection.execute("SELECT name FROM kept").fetchone() == ("Spencer",)


def test_is_safe_and_alike_on_every_machine(var):
    with localdb.lease(var), connect(var) as connection:
        shown = {name: connection.execute(f"SHOW {name}").fetchone()[0] for name in ("fsync", "data_checksums")}
        assert shown == {"fsync": "on", "data_checksums": "on"}
        assert connection.execute("SHOW listen_addresses").fetchone() == ("",)
        provider = "SELECT datlocprovider::text, datlocale FROM pg_database WHERE datname = 'spencer'"
        assert connection.execute(provider).fetchone() == ("b", "C.UTF-8")
        connection.execute("CREATE EXTENSION unaccent; CREATE EXTENSION pg_trgm")


def test_only_its_owner_enters_the_folder_of_the_socket(var):
    with localdb.lease(var) as where:
        assert where.sockets.stat().st_mode & 0o777 == 0o700


def test_many_processes_at_once_on_an_empty_folder(var):
    crowd = [another_process(var, "time.sleep(0.2)") for _ in range(4)]
    results = [(process.communicate(timeout=60), process.returncode) for process in crowd]
    assert [code for _output, code in results] == [0] * 4, results
    assert not runs(var)


def test_recovers_from_a_crash_of_the_server(var):
    with localdb.lease(var) as where, connect(var) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 1 AS one")
        connection.commit()
        os.kill(int((where.data / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    with localdb.lease(var), connect(var) as connection:
        assert connection.execute("SELECT one FROM kept").fetchone() == (1,)


def test_what_a_killed_process_left_running_the_next_one_stops(var):
    killed = another_process(var, "time.sleep(60)")
    assert killed.stdout.readline() == "in\n"
    killed.kill()
    killed.communicate()
    assert runs(var)
    with localdb.lease(var):
        pass
    assert not runs(var)


def test_a_forked_child_does_not_stop_it(var):
    body = """
        child = os.fork()
        if child == 0:
            raise SystemExit
        os.waitpid(child, 0)
        print("the child has left", flush=True)
        sys.stdin.read()
    """
    parent = another_process(var, body, stdin=subprocess.PIPE)
    assert [parent.stdout.readline() for _ in range(2)] == ["in\n", "the child has left\n"]
    assert runs(var)
    parent.communicate("")
    assert not runs(var)


def test_an_unfinished_first_start_is_begun_anew(var):
    where = localdb.place(var)
    (where.home / "data.new").mkdir(parents=True)
    (where.home / "data.new" / "PG_VERSION").write_text("18\n")
    if owner := places.account(where.home):
        os.chown(where.home, owner.pw_uid, owner.pw_gid)
    where.home.chmod(0o700)
    with localdb.lease(var), connect(var) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)


def test_data_of_another_version_are_left_alone(var):
    with localdb.lease(var) as where:
        pass
    (where.data / "PG_VERSION").write_text("12\n")
    with pytest.raises(localdb.LocalDatabaseError, match="made by PostgreSQL 12"), localdb.lease(var):
        pass
    (where.data / "PG_VERSION").write_text("18\n")


def test_a_folder_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "var").write_text("a file where the folder should be")
    with pytest.raises(localdb.LocalDatabaseError, match=str(tmp_path)), localdb.lease(tmp_path / "var"):
        pass


@pytest.mark.parametrize("name", ["a b", "it's+here?", "übung", "one,two", "x" * 90])
def test_a_folder_of_any_name(open_folder, name):
    var = open_folder / name / "var"
    with localdb.lease(var) as where:
        parsed = environ.Env.db_url_config(localdb.database_url(var))
        assert parsed["HOST"] == str(where.sockets)
        with psycopg.connect(host=parsed["HOST"], port=parsed["PORT"], user=parsed["USER"], dbname=parsed["NAME"]):
            pass
    if places.SHARED_HOME in where.home.parents:
        shutil.rmtree(where.home)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root runs it as another user")
def test_in_a_folder_closed_to_others_root_keeps_the_data_elsewhere_and_says_so(tmp_path, capfd):
    tmp_path.chmod(0o700)
    with localdb.lease(tmp_path / "var") as where, connect(tmp_path / "var") as connection:
        assert where.home.parent == places.SHARED_HOME
        assert connection.execute("SHOW fsync").fetchone() == ("on",)
    shutil.rmtree(where.home)
    said = capfd.readouterr().err
    assert str(where.home) in said
    assert "may not enter" in said


def test_settings_and_help_start_nothing(var):
    environment = {**os.environ, "VAR_DIR": str(var)}
    for command in (["diffsettings"], ["migrate", "--help"]):
        subprocess.run(
            [sys.executable, "manage.py", *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL
        )
    assert not localdb.place(var).data.exists()


def test_a_command_told_to_end_leaves_as_the_last(var):
    environment = {**os.environ, "VAR_DIR": str(var)}
    body = "import time; print('in', flush=True); time.sleep(60)"
    command = [sys.executable, "manage.py", "shell", "--no-imports", "--command", body]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE)
    assert process.stdout.readline() == "in\n"
    assert runs(var)
    process.terminate()
    process.communicate(timeout=60)
    assert process.returncode == 128 + signal.SIGTERM
    assert not runs(var)


def test_a_command_says_in_one_line_what_hinders_it(tmp_path):
    (tmp_path / "var").write_text("")
    environment = {**os.environ, "VAR_DIR": str(tmp_path / "var")}
    command = [sys.executable, "manage.py", "migrate"]
    result = subprocess.run(command, cwd=ROOT, env=environment, text=True, capture_output=True, check=False)
    assert result.returncode == 1
    assert result.stderr.count("\n") == 1, result.stderr
