"""The public door: which database role a request works as.

Visitors work as `reader`, a role that cannot see what is not published (policies.py) and may write
nothing. A web process connects as it, so that whatever has said nothing yet sees the reader's view;
staff work is what must be asked for, and ends with its block. Commands, the worker and tests connect
as the owner of the tables.
"""

from contextlib import contextmanager

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import OperationalError, connection
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from django.http import FileResponse

from .settings.database import reader_of

READER, STAFF = "reader", "staff"
HOW = """The database has no role for readers, so this process would show what is not published.
Run `manage.py migrate`. If it may not make roles, let the database's administrator run first:
    CREATE ROLE "{role}" NOLOGIN;
    GRANT "{role}" TO "{login}";"""


@receiver(connection_created)
def begin(connection, **kwargs):
    """A new connection works as its process does, or as what the block that opened it has asked for."""
    connection.works_as = _at_start()
    _become(connection, getattr(connection, "asked_for", connection.works_as))


@contextmanager
def as_reader():
    """Work as a visitor for the length of this block."""
    with _working_as(READER):
        yield


@contextmanager
def as_staff():
    """Work as the owner of the tables for the length of this block: admin, previews, the check of a session."""
    with _working_as(STAFF):
        yield


def is_reader() -> bool:
    """Whether what is done now is done as a visitor."""
    return getattr(connection, "asked_for", _at_start()) == READER


@contextmanager
def _working_as(role):
    before = getattr(connection, "asked_for", _at_start())
    _ask_for(role)
    try:
        yield
    finally:
        _ask_for(before)


def _at_start():
    return READER if settings.CONNECT_AS_READER else STAFF


def _ask_for(role):
    """A connection that cannot be changed is closed: the next one begins as the process does."""
    connection.asked_for = role
    if connection.connection is not None:
        try:
            _become(connection, role)
        except Exception:
            connection.close()
            raise


def _become(connection, role):
    if connection.works_as != role:
        name = "NONE" if role == STAFF else connection.ops.quote_name(reader_of(connection.settings_dict["NAME"]))
        with connection.cursor() as cursor:
            cursor.execute(f"SET ROLE {name}")
        connection.works_as = role


def require_reader() -> None:
    """Refuse to serve as anybody but the reader. Raises ImproperlyConfigured with the statements to run."""
    role, login = reader_of(connection.settings_dict["NAME"]), connection.settings_dict["USER"]
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user")
            (current,) = cursor.fetchone()
    except OperationalError as error:
        if role not in str(error):
            raise
        current = None
    connection.close()
    if current != role:
        raise ImproperlyConfigured(HOW.format(role=role, login=login))


class DoorMiddleware:
    """Admin requests work as staff, all others as the reader. A preview, which Wagtail makes inside a request
    of the admin (`is_dummy`, never from outside), works as that one does."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if getattr(request, "is_dummy", False):
            return self.get_response(request)
        role = STAFF if request.path_info.startswith("/admin/") else READER
        with _working_as(role):
            response = self.get_response(request)
        # What is read while it is sent, such as an export. Files are read without the database.
        if response.streaming and not isinstance(response, FileResponse):
            response.streaming_content = _streamed_as(role, response.streaming_content)
        return response


def _streamed_as(role, parts):
    with _working_as(role):
        yield from parts
