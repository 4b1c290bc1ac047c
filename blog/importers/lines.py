"""The lines of a plain text file as paragraphs, list items, rules and underlined headings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from . import quotes

ITEM = re.compile(r" *(?P<mark>[•‣⁃◦▪▫●○∙·*+–-]|\(?(?:(?P<number>\d{1,3})[.)]|(?P<letter>[a-z])\))) +(?P<text>\S.*)$")
RULE = re.compile(r"\s*(?:[*_=~#–—-]\s*){3,}$")
UNDERLINE = re.compile(r"\s*[=~_-]{3,}\s*$")
WRAPPED_AT = 120  # columns; a longer line was wrapped by nobody, so each line is a paragraph
VERSE_AT = 40


@dataclass(frozen=True)
class Piece:
    """One thing on the page: `kind` is p, ul, ol (an item of either), h1, h2 or hr.

    `mark` is what stands before an item, `number` its value in a numbered list; `alone` is a paragraph of one line
    between blank lines.
    """

    kind: str
    text: str = ""
    indent: int = 0
    mark: str = ""
    number: int = 0
    alone: bool = False


def pieces(words: str) -> list[Piece]:
    """Reads a whole text, whose line ends are plain."""
    found: list[Piece] = []
    before = ""
    for chunk in _first_line_apart(_chunks(words)):
        if len(chunk) == 2 and UNDERLINE.match(chunk[1]) and not ITEM.match(chunk[0]):
            found.append(Piece("h2", chunk[0].strip()))
        elif len(chunk) == 1 and RULE.match(chunk[0]):
            found.append(Piece("hr"))
        elif _is_signature(before, chunk):
            found.append(Piece("p", chunk[0].strip()))
        else:
            found += _run(chunk)
        before = " ".join(chunk)
    return found


def _chunks(words: str) -> list[list[str]]:
    """Runs of lines between blank lines; lines that are paragraphs of their own stand alone."""
    chunks: list[list[str]] = []
    run: list[str] = []
    for line in [*words.expandtabs(4).split("\n"), ""]:
        if line.strip():
            run.append(line.rstrip())
        elif run:
            chunks += [[line] for line in run] if max(map(len, run)) > WRAPPED_AT else [run]
            run = []
    return chunks


def _first_line_apart(chunks: list[list[str]]) -> list[list[str]]:
    """Parts the title from the text, where no blank line does."""
    (first, *below), *rest = chunks
    if not below or UNDERLINE.match(below[0]) or ITEM.match(first):
        return chunks
    short = len(first) < 0.8 * max(map(len, below)) and not first.endswith((",", ".", ";", "-"))
    return [[first], below, *rest] if short else chunks


def _is_signature(before: str, chunk: list[str]) -> bool:
    """Whether what looks like a list of one item is the name below a quotation."""
    return len(chunk) == 1 and chunk[0].lstrip()[:1] in ("-", "–") and quotes.is_quotation(before)


def _run(chunk: list[str]) -> Iterator[Piece]:
    """Items and paragraphs of a run of lines; a line without a mark continues what stands above it."""
    item: Piece | None = None
    paragraph: list[str] = []
    for line in chunk:
        found = _item(line)
        if item and not found and (_indent(line) > item.indent or not item.text.endswith((".", "!", "?", ":"))):
            item = replace(item, text=f"{item.text} {line.strip()}")
            continue
        if found or item:
            yield from _finished(item, paragraph, chunk)
            item, paragraph = found, []
        if not found:
            paragraph.append(line)
    yield from _finished(item, paragraph, chunk)


def _finished(item: Piece | None, paragraph: list[str], chunk: list[str]) -> Iterator[Piece]:
    if item:
        yield item
    if paragraph:
        is_verse = len(paragraph) > 1 and max(map(len, paragraph)) <= VERSE_AT
        text = ("\n" if is_verse else " ").join(line.strip() for line in paragraph)
        yield Piece("p", text, _indent(paragraph[0]), alone=len(chunk) == 1)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _item(line: str) -> Piece | None:
    found = ITEM.match(line)
    if not found:
        return None
    if found["number"] or found["letter"]:
        number = int(found["number"]) if found["number"] else ord(found["letter"]) - 96
        return Piece("ol", found["text"], _indent(line), found["mark"], number)
    return Piece("ul", found["text"], _indent(line), found["mark"])
