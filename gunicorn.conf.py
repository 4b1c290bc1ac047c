"""How the site is served: a few threads in two processes. docs/decisions/server.md says why."""

import os
from contextlib import ExitStack

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.production")

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
max_requests = 2000  # a process is renewed now and then, so that no slow leak grows for ever
max_requests_jitter = 200
preload_app = True
loglevel = "warning"

_database = ExitStack()


def on_starting(_server) -> None:
    from site_core import localdb

    _database.enter_context(localdb.lease_for_settings())


def on_exit(_server) -> None:
    _database.close()
