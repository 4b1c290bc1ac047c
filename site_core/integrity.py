"""Subresource integrity: a browser uses a script or stylesheet of ours only if it is the file that was collected."""

from base64 import b64encode
from functools import cache
from hashlib import sha384

from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import HashedFilesMixin, staticfiles_storage


def integrity_of(name: str) -> str:
    """The value of `integrity` for the static file `name`; "" in development, where files change as they are served.

    Raises ValueError if there is no such file.
    """
    return "" if settings.DEBUG else _hash(name)


@cache
def _hash(name):
    return f"sha384-{b64encode(sha384(_served(name)).digest()).decode()}"


def _served(name):
    if isinstance(staticfiles_storage, HashedFilesMixin):
        with staticfiles_storage.open(staticfiles_storage.stored_name(name)) as file:
            return file.read()
    if not (path := finders.find(name)):
        raise ValueError(f"{name} is not among the static files.")
    with open(path, "rb") as file:
        return file.read()
