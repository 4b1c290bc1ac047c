"""Bytes as words: which encoding a text file is in, and whether it is text at all."""

import codecs
import re

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .document import ImportProblem
from .losses import Losses

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
FOREIGN = {
    b"%PDF-": gettext_lazy("this is not text but a PDF; save it as .docx or .txt first"),
    b"{\\rtf": gettext_lazy("this is not plain text but rich text (.rtf); save it as .docx first"),
    b"\xd0\xcf\x11\xe0": gettext_lazy("this is not text but an old Word document (.doc); save it as .docx first"),
    b"PK\x03\x04": gettext_lazy("this is not text but a zip archive; the name of a Word document must end in .docx"),
}
BREAKS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
FEW = 0.001  # of all characters: more control characters than that, and it is a file of something else


def decoded(data: bytes, losses: Losses) -> tuple[str, tuple[str, ...]]:
    """The words of a text file with plain line ends, and remarks on how they were read.

    UTF-8 with or without its mark, UTF-16 and UTF-32 with theirs; what is none of them is taken for Windows-1252,
    and the remark says so. Raises ImportProblem if the bytes are not text, or hold no words.
    """
    for magic, sentence in FOREIGN.items():
        if data.startswith(magic):
            raise ImportProblem(str(sentence))
    text, remarks = _unmarked(data)
    text = BREAKS.sub("\n", text.removesuffix("\x1a"))
    controls = len(CONTROLS.findall(text))
    if "\x00" in text or controls > max(3, len(text) * FEW) or (remarks and controls):
        raise _not_text()
    for _character in range(controls):
        losses.add("control")
    text = CONTROLS.sub("", text)
    if not re.search(r"\w", text):
        raise ImportProblem(_("the file is empty") if not text.strip() else _("the file holds no words"))
    return text, remarks


def _not_text() -> ImportProblem:
    return ImportProblem(_("this is not text"))


def _unmarked(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, name in MARKS:
        if data.startswith(mark):
            return _strictly(data, name), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        # Latin letters are what cp1252 is for; a file that is mostly above ASCII is in some other encoding.
        if b"\x00" in data or sum(byte > 127 for byte in data) > len(data) * 0.3:
            raise _not_text() from None
        remark = _("It is not UTF-8 and was read as Windows-1252: please look at accents and quotation marks.")
        return _strictly(data, "cp1252"), (remark,)


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ImportProblem(_("this is not text, or its encoding is damaged"), line) from None
