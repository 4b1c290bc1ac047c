"""Any HTML as a flat row of plain elements: h1 to h6, p, ul, ol, blockquote, table and hr, in order."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement
from django.utils.html import escape

from . import richtext
from .losses import Losses
from .markup import MAKER, element, inner, inner_text

INLINE = {"a", "b", "i", "em", "strong", "br", "cite", "code", "s", "del", "sub", "sup", "u"}
KEPT = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "hr"}
GONE = {"img": "picture", "input": "form", "select": "form", "button": "form"}
GONE |= dict.fromkeys(("iframe", "video", "audio", "object", "embed"), "media")
CHANGED = {"s": "struck", "del": "struck", "sub": "raised", "sup": "raised"}
LINK = re.compile(r"(?!.*%7b%7b)(?:https?://[^\s{}]+|mailto:\S+|tel:\S+|/(?!/)[^\s{}]*)$", re.I)


def elements(html: str, losses: Losses) -> list[Tag]:
    """The text of `html` as a flat row of elements; what cannot be kept is added to `losses`."""
    for name in re.findall(r"<(script|style|svg|template)\b", html, re.I):
        losses.add("hidden", name.lower())
    for opened in html.split("<!--")[1:]:
        comment, closed, _after = opened.partition("-->")
        if closed:
            losses.add("comment", comment)
    soup = BeautifulSoup(richtext.safe(html), "html.parser")
    _remove(soup, losses)
    _links(soup, losses)
    return [element for element in _flow(soup, losses) if element.name == "hr" or element.get_text(strip=True)]


def _remove(soup: BeautifulSoup, losses: Losses) -> None:
    for tag in soup.find_all(list(GONE)):
        losses.add(GONE[tag.name], tag.get("alt") or tag.get("src") or "")
        tag.decompose()
    for tag in soup.find_all(list(CHANGED)):
        losses.add(CHANGED[tag.name], tag.get_text())


def _links(soup: BeautifulSoup, losses: Losses) -> None:
    for link in soup.find_all("a"):
        address = link.get("href", "")
        if not _is_flat(link) or not LINK.match(address):
            if address:
                losses.add("link", address)
            link.unwrap()


def _flow(parent: Tag, losses: Losses) -> list[Tag]:
    """The blocks inside `parent`; words that stand between them become paragraphs."""
    row: list[Tag] = []
    loose: list[str] = []
    for child in parent.children:
        if _is_inline(child):
            loose.append(str(child) if isinstance(child, Tag) else child.output_ready())
            continue
        row += _paragraph(loose)
        row += _block(child, losses)
    return row + _paragraph(loose)


def _is_inline(child: PageElement) -> bool:
    if isinstance(child, NavigableString):
        return True
    return child.name in INLINE and _is_flat(child)


def _is_flat(tag: Tag) -> bool:
    """Whether a tag holds nothing but words and inline tags."""
    return tag.find(lambda inside: inside.name not in INLINE) is None


def _paragraph(loose: list[str]) -> list[Tag]:
    html = "".join(loose).strip()
    loose.clear()
    return [element("p", html)] if html else []


def _block(tag: Tag, losses: Losses) -> list[Tag]:
    if tag.name in KEPT and _is_flat(tag):
        return [tag]
    if tag.name in ("ul", "ol"):
        return [_list(tag, losses)]
    if tag.name == "pre":
        losses.add("code", tag.get_text())
        return [element("p", escape(tag.get_text().strip("\n")).replace("\n", "<br>"))]
    if tag.name == "dt" and _is_flat(tag):
        return [element("p", f"<b>{inner(tag)}</b>")]
    if tag.name == "blockquote":
        return [_blockquote(tag, losses)]
    if tag.name == "table" and not _is_frame(tag):
        return [tag]
    return _flow(tag, losses)


def _is_frame(table: Tag) -> bool:
    """Whether a table only arranges things: one cell, or a table within a table."""
    return len(table.find_all(["td", "th"])) < 2 or table.find("table") is not None


def _blockquote(tag: Tag, losses: Losses) -> Tag:
    quote = element("blockquote", **({"cite": tag["cite"]} if tag.get("cite") else {}))
    for child in _flow(tag, losses):
        quote.append(child)
    return quote


def _list(tag: Tag, losses: Losses) -> Tag:
    """A list as rich text can hold it: each item one line of text, then perhaps one list below it."""
    if tag.get("start", "1") != "1":
        losses.add("number", tag.get_text(" "))
    rows = element(tag.name)
    for child in list(tag.children):
        item = child if getattr(child, "name", None) == "li" else child.wrap(MAKER.new_tag("li"))
        _items(item, rows, losses)
    return rows


def _items(item: Tag, rows: Tag, losses: Losses) -> None:
    for block in _flow(item, losses):
        if not block.get_text(strip=True):
            continue
        last = rows.contents[-1] if rows.contents else None
        if block.name in ("ul", "ol"):
            (last if last is not None else rows).append(block)
        elif last is None or last.get("of") != str(id(item)) or last.contents[-1].name in ("ul", "ol"):
            rows.append(element("li", inner_text(block), of=str(id(item))))
        else:
            last.append(element("br"))
            for child in list(element("p", inner_text(block)).contents):
                last.append(child)
