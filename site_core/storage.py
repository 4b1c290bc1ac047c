"""Static files as they are served: named by their content, compressed, and with one stylesheet instead of sixty."""

import posixpath
import re
from collections.abc import Callable, Iterator

from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage

STYLESHEET = "css/site.css"
IMPORT = re.compile(r'@import url\("(?P<url>[^"]+)"\)(?: layer\((?P<layer>[\w-]+)\))?;')
ADDRESS = re.compile(r'url\("(?P<url>[^":]+)"\)')


class JoinedManifestStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Whitenoise's storage, whose `css/site.css` holds what it imports, in that order and in those layers."""

    def post_process(self, paths, *args, **kwargs) -> Iterator:
        if STYLESHEET in paths:
            # Django hashes the source file, not the copy in STATIC_ROOT, so the source is what must be replaced.
            joined = InMemoryStorage()
            joined.save(STYLESHEET, ContentFile(join(STYLESHEET, lambda name: _read(paths, name))))
            paths = {**paths, STYLESHEET: (joined, STYLESHEET)}
        yield from super().post_process(paths, *args, **kwargs)


def join(name: str, read: Callable[[str], str]) -> str:
    """The stylesheet `name` with each `@import` replaced by that file; `read` gives the text of a file by its name.

    Raises ValueError if it imports a file that is not there.
    """
    folder = posixpath.dirname(name)

    def replacement(match):
        imported = posixpath.normpath(posixpath.join(folder, match["url"]))
        text = _moved(read(imported), posixpath.dirname(match["url"]))
        return f"@layer {match['layer']} {{\n{text}}}" if match["layer"] else text

    return IMPORT.sub(replacement, read(name))


def _moved(text, folder):
    """Addresses in a stylesheet are relative to it: seen from the joined file they start a folder higher."""
    return ADDRESS.sub(lambda match: f'url("{posixpath.normpath(posixpath.join(folder, match["url"]))}")', text)


def _read(paths, name):
    if name not in paths:
        raise ValueError(f"{STYLESHEET} imports {name}, which is not among the static files.")
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()
