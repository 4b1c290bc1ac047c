"""HTML tables as `Table`, or as paragraphs where their cells are merged."""

from bs4 import Tag
from django.utils.html import escape

from . import markup
from .document import Table
from .losses import Losses

CAPTION_LIMIT = 200


def read(tag: Tag, losses: Losses) -> list[Table | Tag]:
    """A table as plain words; a table with merged cells as one paragraph a row, its cells parted by “|”."""
    rows = [row.find_all(["td", "th"]) for row in tag.find_all("tr")]
    if any(_spans(cell) for row in rows for cell in row):
        losses.add("table", tag.get_text(" "))
        paragraphs = [_paragraph(tag.find_all("caption")), *map(_paragraph, rows)]
        return [paragraph for paragraph in paragraphs if paragraph.get_text(strip=True)]
    for link in tag.find_all("a"):
        losses.add("plain", link["href"])
    words = [[markup.text(cell) for cell in row] for row in rows]
    width = max(map(len, words))
    filled = [tuple(row + [""] * (width - len(row))) for row in words]
    caption = " ".join(" ".join(markup.text(part) for part in tag.find_all("caption")).split())
    above = [markup.element("p", escape(caption))] if len(caption) > CAPTION_LIMIT else []
    named = _is_heading(tag, rows[0]) and len(rows) > 1
    columns = filled[0] if named else ("",) * width
    return [*above, Table(columns, tuple(row for row in filled[named:] if any(row)), "" if above else caption)]


def _is_heading(tag: Tag, first: list[Tag]) -> bool:
    """Whether the first row names the columns. Word marks that row only sometimes; bold words are as good a sign."""
    filled = [cell for cell in first if cell.get_text(strip=True)]
    bold = all(cell.name == "th" or _is_bold(cell) for cell in filled)
    return bool(tag.find("thead") or (filled and bold))


def _is_bold(cell: Tag) -> bool:
    return sum(len(bold.get_text()) for bold in cell.find_all(["b", "strong"])) >= len(cell.get_text(strip=True))


def _spans(cell: Tag) -> bool:
    return cell.get("colspan", "1") != "1" or cell.get("rowspan", "1") != "1"


def _paragraph(cells: list[Tag]) -> Tag:
    return markup.element("p", " | ".join(markup.inner_text(cell) for cell in cells))
