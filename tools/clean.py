"""`make clean`: delete what this clone made for itself. With the standard library alone, as it deletes the rest."""

import fcntl
import shutil
import sys
from pathlib import Path

from site_core.localdb.places import place

ROOT = Path(__file__).resolve().parent.parent


def main() -> None:
    """Delete .venv and var with the embedded database, which may live elsewhere. Refuses while that is in use."""
    where = place(ROOT / "var")
    users = where.var / "postgres.users"
    if users.exists():
        with users.open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sys.exit("The site of this clone is running: end it first.")
    for folder in (where.sockets, where.home, where.var, ROOT / ".venv"):
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
