"""A row of plain elements as an article: its title, its standfirst, its headed sections."""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import zip_longest

from bs4 import Tag
from django.utils.html import escape

from . import markup, quotes, richtext, tables, tidy
from .document import TITLE_LIMIT, Block, Divider, Document, Quote, Section
from .losses import Losses

STANDFIRST_LIMIT = 600
BOLD_WORDS = 14
BYLINE = re.compile(r"(?:written |words |text )?by (?P<names>[^.!?:\n]{3,100})$", re.I)
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def document(html: str, known: Document, losses: Losses) -> Document:
    """Reads any HTML.

    Args:
        html: the text, from whichever format.
        known: what the file says about the article outside its text (front matter, properties).
        losses: collects what cannot be kept; ends up in the document.
    """
    row = tidy.elements(html, losses)
    title = known.title or _take_title(row, losses)
    if title == known.title and row and row[0].name in HEADINGS and _same(markup.text(row[0]), title):
        row.pop(0)
    authors = known.authors or _take_byline(row)
    levelled = _levelled(_with_bold_headings(row), losses)
    standfirst = known.standfirst or _take_standfirst(levelled, losses)
    if len(standfirst) > STANDFIRST_LIMIT:
        levelled.insert(0, markup.element("p", escape(standfirst)))
        standfirst = ""
    if known.standfirst and levelled and levelled[0].name == "p" and _same(markup.text(levelled[0]), standfirst):
        _plain(levelled.pop(0), losses)
    blocks = tuple(_blocks(_without_edge_rules(quotes.joined(levelled, losses), losses), losses))
    return replace(
        known,
        title=title,
        standfirst=standfirst,
        authors=authors,
        blocks=blocks,
        left_out=known.left_out + losses.sentences(),
    )


def blocks(html: str, losses: Losses) -> tuple[Block, ...]:
    """Any HTML as blocks, without a look for title or standfirst: what is put into the middle of a text."""
    row = _levelled(tidy.elements(html, losses), losses)
    return tuple(_blocks(_without_edge_rules(quotes.joined(row, losses), losses), losses))


def _same(one: str, other: str) -> bool:
    return one.split() == other.split()


def _take_title(row: list[Tag], losses: Losses) -> str:
    """The heading that the text opens with, taken off the row."""
    if row and row[0].name in HEADINGS and len(markup.text(row[0])) <= TITLE_LIMIT:
        return _plain(row.pop(0), losses)
    return ""


def _take_byline(row: list[Tag]) -> tuple[str, ...]:
    """The names of a line such as “By Ada Brook and Tom Hale” right below the title, taken off the row."""
    line = BYLINE.match(markup.text(row[0])) if row and row[0].name in ("p", "h2") else None
    names = re.split(r",| and | & ", line["names"]) if line else []
    if not names or not all(name.strip()[:1].isupper() and len(name.split()) <= 5 for name in names):
        return ()
    row.pop(0)
    return tuple(name.strip() for name in names)


def _take_standfirst(row: list[Tag], losses: Losses) -> str:
    """The first paragraph before the first heading, taken off the row, if something is left to read below it."""
    quoted = len(row) > 1 and isinstance(quotes.joined(row[:2], Losses())[0], Quote)
    if len(row) > 1 and row[0].name == "p" and not quoted and len(markup.text(row[0])) <= STANDFIRST_LIMIT:
        return _plain(row.pop(0), losses)
    return ""


def _plain(tag: Tag, losses: Losses) -> str:
    """The words of a paragraph that becomes a field without links."""
    for link in tag.find_all("a"):
        losses.add("plain", link["href"])
    return " ".join(markup.text(tag).split())


def _with_bold_headings(row: list[Tag]) -> list[Tag]:
    """For a text without headings: a paragraph that is one short run of bold and has text below it is one."""
    if any(tag.name in HEADINGS for tag in row):
        return row
    for tag, after in zip_longest(row, row[1:]):
        words, bold = markup.text(tag), tag.find(["b", "strong"])
        is_bold = tag.name == "p" and bold is not None and markup.text(bold) == words
        if is_bold and after is not None and len(words.split()) <= BOLD_WORDS:
            tag.name = "h2"
    return row


def _levelled(row: list[Tag], losses: Losses) -> list[Tag]:
    """The same row with its highest headings as h2 and all below them as h3, the words of a heading without bold."""
    levels = sorted({tag.name for tag in row if tag.name in HEADINGS})
    new = {name: "h2" if n == 0 else "h3" for n, name in enumerate(levels)}
    for tag in row:
        if tag.name in levels[2:]:
            losses.add("level", markup.text(tag))
    return [markup.element(new[tag.name], _heading(tag)) if tag.name in new else tag for tag in row]


def _heading(tag: Tag) -> str:
    return re.sub(r"</?(?:b|strong)>|<br\s*/?>", " ", markup.inner(tag)).strip()


def _without_edge_rules(row: list[Tag | Quote], losses: Losses) -> list[Tag | Quote]:
    """Lines drawn at the ends, beside a heading or twice say nothing that the page does not say itself."""
    kept: list[Tag | Quote] = []
    for item, after in zip_longest(row, row[1:]):
        before = kept[-1] if kept else None
        edge = any(_name(beside) in ("", "h2", "h3", "hr") for beside in (before, after))
        if _name(item) == "hr" and edge:
            losses.add("rule")
        else:
            kept.append(item)
    return kept


def _name(item: Tag | Quote | None) -> str:
    return "" if item is None else item.name if isinstance(item, Tag) else "quote"


def _blocks(row: list[Tag | Quote], losses: Losses) -> Iterable[Block]:
    """One section a Heading 2; a quotation, a table or a line cuts the section it stands in."""
    run: list[Tag] = []
    for found in (found for item in row for found in _found(item, losses)):
        if run and (isinstance(found, Block) or found.name == "h2"):
            yield _section(run)
            run = []
        if isinstance(found, Block):
            yield found
        else:
            run.append(found)
    if run:
        yield _section(run)


def _found(item: Tag | Quote, losses: Losses) -> list[Block | Tag]:
    if _name(item) == "hr":
        return [Divider()]
    return tables.read(item, losses) if _name(item) == "table" else [item]


def _section(run: list[Tag]) -> Section:
    heading = markup.text(run[0]) if run[0].name == "h2" else ""
    return Section(heading, richtext.sanitised("".join(map(str, run))))
