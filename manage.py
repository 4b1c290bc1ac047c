#!/usr/bin/env python
"""Django's commands, with the embedded PostgreSQL running for those that need a database."""

import os
import signal
import sys
from contextlib import nullcontext

from site_core import localdb

WITHOUT_DATABASE = {
    "check",
    "collectstatic",
    "compilemessages",
    "diffsettings",
    "findstatic",
    "help",
    "makemessages",
    "version",
}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.dev")
    # Asked to end, leave as after an error: the last to leave stops the embedded server.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))

    if sys.argv[1:2] == ["runserver"]:
        os.environ.setdefault("CONNECT_AS_READER", "true")

    from django.core.management import execute_from_command_line

    with localdb.lease_for_settings() if _needs_database(sys.argv[1:]) else nullcontext():
        execute_from_command_line(sys.argv)


def _needs_database(arguments: list[str]) -> bool:
    if not arguments or {"-h", "--help", "--version"} & set(arguments):
        return False
    return arguments[0] not in WITHOUT_DATABASE or "--database" in arguments


if __name__ == "__main__":
    try:
        main()
    except localdb.LocalDatabaseError as error:
        sys.exit(str(error))
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
