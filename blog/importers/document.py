"""What a file says, before any of it becomes a page: plain values, no models."""

import datetime
from dataclasses import dataclass

from django.utils.translation import gettext as _

TITLE_LIMIT = 255


class ImportProblem(Exception):
    """A file that cannot become an article; the message is one sentence for the person who gave it.

    Args:
        message: what is wrong, in words.
        line: the line of the file it was found on, counted from 1, where there is one.
    """

    def __init__(self, message: str, line: int | None = None) -> None:
        self.line = line
        super().__init__(_("line %(line)d: %(problem)s") % {"line": line, "problem": message} if line else message)


@dataclass(frozen=True)
class Section:
    """A run of text: `html` holds h2, h3, p, ul, ol, li, a, b, i and br only, the heading included as its first h2."""

    heading: str
    html: str


@dataclass(frozen=True)
class Quote:
    """Somebody's words, without the marks around them, and who said them, in which work, found at which address."""

    text: str
    who: str = ""
    where: str = ""
    link: str = ""


@dataclass(frozen=True)
class Table:
    """A plain table: the words of its column headings (may be empty), then rows of equal length."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    caption: str = ""


@dataclass(frozen=True)
class Divider:
    """A line drawn between two parts of the text."""


@dataclass(frozen=True)
class Note:
    """A footnote; the text refers to the first of them as [1]."""

    text: str
    link: str = ""


Block = Section | Quote | Table | Divider


@dataclass(frozen=True)
class Document:
    """One article as it was read.

    `remarks` are sentences about how it was read; `left_out` names what the file holds and the article will not.
    """

    title: str = ""
    standfirst: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    date: datetime.date | None = None
    remarks: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def sections(self) -> tuple[Section, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Section))

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(section.heading for section in self.sections if section.heading)

    def count(self, kind: type) -> int:
        """How many blocks of a kind (Section, Quote, Table, Divider) there are."""
        return sum(isinstance(block, kind) for block in self.blocks)
