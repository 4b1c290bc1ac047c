"""A PostgreSQL of the clone's own, for a machine that has none: its files in `var`, its door a socket only it can open.

Settings ask where it is (`database_url`); whatever needs a database keeps it running meanwhile (`lease`, `lease_for`).
"""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from urllib.parse import quote

from .lease import lease
from .places import LocalDatabaseError, place
from .server import DATABASE, ROLE

__all__ = ["LocalDatabaseError", "database_url", "is_embedded", "lease", "lease_for_settings"]


def database_url(var: Path) -> str:
    """Return the address of the embedded server of this `var` folder, as django-environ reads it. Starts nothing."""
    return f"postgres://{ROLE}@:5432/{quote(str(place(var).sockets))}/{DATABASE}"


def is_embedded() -> bool:
    """Tell whether Django's settings lead to the embedded server."""
    from django.conf import settings

    return settings.DATABASES["default"]["HOST"] == str(place(settings.VAR_DIR).sockets)


def lease_for_settings() -> AbstractContextManager:
    """Return a lease on the embedded server if Django's settings lead to it, else a context that does nothing."""
    from django.conf import settings

    return lease(settings.VAR_DIR) if is_embedded() else nullcontext()
