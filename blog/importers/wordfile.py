"""A .docx as the archive it is: refused in words if it is none, is damaged, or unpacks to more than a text can be."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _

from .document import ImportProblem
from .losses import Losses

MEGABYTE = 1024**2
UNPACKED_LIMIT = 40 * MEGABYTE  # of XML; the text of a whole book is about five
PARTS_LIMIT = 5000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
TEXT, COMMENT = f"{WORD}t", f"{WORD}comment"


def checked(data: bytes, losses: Losses) -> None:
    """Looks through every part that will be read; what Word shows and an article does not is added to `losses`.

    Raises ImportProblem if it is no Word document, is damaged, locked or unreasonably large when unpacked, or holds
    XML entities.
    """
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportProblem(_("this is an old or a password-protected Word document; save it as an open .docx first"))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name, root in _parts(archive):
                _note(name, root, losses)
    except DefusedXmlException:
        raise ImportProblem(_("this Word document holds XML that no Word writes, and was not read")) from None
    except (zipfile.BadZipFile, zlib.error, ParseError, NotImplementedError, RuntimeError, EOFError, ValueError):
        raise ImportProblem(_("this is not a Word document, or it is damaged")) from None


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, Element]]:
    entries = archive.infolist()
    if "word/document.xml" not in archive.namelist():
        raise ImportProblem(_("this is not a Word document"))
    xml = [entry for entry in entries if entry.filename.endswith((".xml", ".rels"))]
    if len(entries) > PARTS_LIMIT or sum(entry.file_size for entry in xml) > UNPACKED_LIMIT:
        raise ImportProblem(_("this Word document unpacks to more than an article can be"))
    for entry in xml:
        # The archive never yields more bytes than the size that was just added up, whatever is packed in it.
        yield entry.filename, fromstring(archive.read(entry), forbid_dtd=True)


def _note(name: str, root: Element, losses: Losses) -> None:
    if name.startswith(("word/header", "word/footer")) and "".join(root.itertext()).strip():
        losses.add("margin")
    for comment in root.iter(COMMENT):
        losses.add("comment", "".join(text.text or "" for text in comment.iter(TEXT)))
    for _equation in root.iter(MATHS):
        losses.add("equation")
