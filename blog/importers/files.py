"""A file on disk as a Document, whichever of the formats it is in."""

import errno
import os
import re
import stat
from dataclasses import replace
from pathlib import Path

from django.utils.translation import gettext as _

from . import docx, markdown, text
from .document import TITLE_LIMIT, Document, ImportProblem

MEGABYTE = 1024**2
READERS = {
    ".txt": (text.read, 5 * MEGABYTE),
    ".text": (text.read, 5 * MEGABYTE),
    "": (text.read, 5 * MEGABYTE),
    ".md": (markdown.read, 5 * MEGABYTE),
    ".markdown": (markdown.read, 5 * MEGABYTE),
    ".docx": (docx.read, 20 * MEGABYTE),
}


def read(path: Path) -> Document:
    """The article in a file; one without a title is named after its file.

    Raises ImportProblem for whatever keeps the file from being an article.
    """
    reader, limit = READERS.get(path.suffix.lower(), (None, 0))
    data = _bytes(path, limit, bool(reader))
    if not data.strip():
        raise ImportProblem(_("the file is empty"))
    try:
        document = reader(data)
    except RecursionError:
        raise ImportProblem(_("its parts are nested too deeply to be an article's")) from None
    if document.title:
        return document
    remark = _("No title was recognised; it is named after its file.")
    return replace(document, title=_title(path), remarks=(*document.remarks, remark))


def _title(path: Path) -> str:
    words = re.sub(r"[\s_-]+", " ", path.stem).strip() or path.name
    return (words[:1].upper() + words[1:])[:TITLE_LIMIT]


def _bytes(path: Path, limit: int, known: bool) -> bytes:
    try:
        # A pipe would be waited for until somebody writes to it.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        try:
            _check(os.fstat(descriptor), path, limit, known)
            with open(descriptor, "rb", closefd=False) as file:
                return file.read()
        finally:
            os.close(descriptor)
    except FileNotFoundError:
        raise ImportProblem(_("there is no such file")) from None
    except PermissionError:
        raise ImportProblem(_("this file may not be read by you")) from None
    except OSError as error:
        reason = os.strerror(error.errno or errno.EIO)
        raise ImportProblem(_("the file cannot be read (%(reason)s)") % {"reason": reason}) from None


def _check(status: os.stat_result, path: Path, limit: int, known: bool) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise ImportProblem(_("this is a folder, not a file"))
    if not stat.S_ISREG(status.st_mode):
        raise ImportProblem(_("this is not a regular file"))
    if not known:
        problem = _("only .txt, .md, .markdown and .docx files can be imported, not %(suffix)s")
        raise ImportProblem(problem % {"suffix": path.suffix})
    if status.st_size > limit:
        problem = _("the file is larger than %(limit)d MB, the most that is read of such a file")
        raise ImportProblem(problem % {"limit": limit // MEGABYTE})
