"""Lists as Word puts them on the clipboard: paragraphs that say in their style which level they are of."""

import re
from itertools import groupby

from bs4 import BeautifulSoup, Tag

from .markup import element

LEVEL = re.compile(r"mso-list:[^;]*\blevel(\d)", re.I)
NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]", re.I)


def restored(soup: BeautifulSoup) -> None:
    """Makes lists of such paragraphs, in place."""
    for listed, run in groupby(soup.find_all("p"), key=_level):
        if listed:
            _make(list(run))


def _level(paragraph: Tag) -> bool:
    return bool(LEVEL.search(paragraph.get("style", "")))


def _make(run: list[Tag]) -> None:
    """One list of a run of paragraphs. A deeper one goes below the item before it."""
    open_lists: list[Tag] = []
    for paragraph in run:
        depth = int(LEVEL.search(paragraph["style"])[1])
        del open_lists[depth:]
        mark = paragraph.find(lambda tag: "mso-list:ignore" in tag.get("style", "").replace(" ", "").lower())
        kind = "ol" if mark and NUMBER.match(mark.get_text(strip=True)) else "ul"
        if mark:
            mark.decompose()
        if not open_lists:
            open_lists.append(element(kind))
            paragraph.insert_before(open_lists[0])
        elif len(open_lists) < depth and open_lists[-1].contents:
            open_lists.append(element(kind))
            open_lists[-2].contents[-1].append(open_lists[-1])
        paragraph.name, paragraph.attrs = "li", {}
        open_lists[-1].append(paragraph.extract())
