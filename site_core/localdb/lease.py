"""Who uses the embedded server: the first to come starts it, the last to leave stops it, however many there are."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from . import server
from .places import LocalDatabaseError, Place, place


@contextmanager
def lease(var: Path) -> Iterator[Place]:
    """Keep the embedded server of this `var` folder running while the block runs. Raises LocalDatabaseError.

    A process that is killed gives up its share all the same, as the kernel drops its lock; should it have been the
    last one, the server waits for the next to come and leave.
    """
    owner = os.getpid()
    where = place(var)
    with _open(where, "postgres.users") as users:
        with _turn(where):
            fcntl.flock(users, fcntl.LOCK_SH)
            _translate_errors(server.start, where)
        try:
            yield where
        finally:
            # A forked child that ends comes by here too, and the share is not its own to give up.
            if os.getpid() == owner:
                with _turn(where):
                    if _is_last(users):
                        server.stop(where)


@contextmanager
def _turn(where: Place) -> Iterator[None]:
    with _open(where, "postgres.turn") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        yield


def _is_last(users) -> bool:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(where: Place, name: str):
    try:
        where.var.mkdir(parents=True, exist_ok=True)
        return (where.var / name).open("a")
    except OSError as error:
        raise LocalDatabaseError(f"Cannot write in {where.var}: {error.strerror}.") from None


def _translate_errors(action, where: Place) -> None:
    try:
        action(where)
    except OSError as error:
        raise LocalDatabaseError(f"Cannot use {error.filename or where.home}: {error.strerror}.") from None
