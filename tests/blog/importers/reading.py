"""What the tests of importers share: the words of a file and of a Document, and the papers outside the clone."""

import html
import re
from pathlib import Path

from django.conf import settings

from blog.importers.document import Document, Quote, Section, Table

REFERENCE = Path(settings.BASE_DIR).parent / "shared/reference"


def words(text: str) -> list[str]:
    """Its words without marks, in order."""
    return re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def words_of(document: Document) -> list[str]:
    """All words of a Document in the order of the page."""
    return words("\n".join([document.title, document.standfirst, *map(_text, document.blocks)]))


def _text(block: object) -> str:
    match block:
        case Section():
            return block.html
        case Quote():
            return f"{block.text} {block.who} {block.where}"
        case Table():
            return " ".join([block.caption, *block.columns, *(cell for row in block.rows for cell in row)])
    return ""


def html_of(document: Document) -> str:
    """The text of all sections."""
    return "".join(section.html for section in document.sections)
