"""How the site is served: a few threads in two processes. docs/decisions/server.md says why."""

import atexit
import os
from contextlib import ExitStack

from site_core import localdb

# As wsgi.py does, which comes too late for settings that are asked for the database here.
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.production")
os.environ.setdefault("CONNECT_AS_READER", "true")

worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
max_requests = 2000  # a process is renewed now and then, so that no slow leak grows for ever
max_requests_jitter = 200
preload_app = True
loglevel = "warning"

# Here and not in a hook: the application is loaded before the first hook runs, and looks into the database.
_database = ExitStack()
_database.enter_context(localdb.lease_for_settings())
atexit.register(_database.close)
