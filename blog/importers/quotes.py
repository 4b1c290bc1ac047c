"""Who said it: quotations and the names under them, in a line of text or in a quoted paragraph."""

import re
from dataclasses import replace

from bs4 import Tag

from . import markup
from .document import Quote
from .losses import Losses

DASH = "[—–―-]"
MARKS = {"“": "”", '"': '"', "«": "»", "„": "“", "‘": "’"}
SIGNED = re.compile(rf"\s*{DASH}+\s*(?P<who>\S.*)$", re.S)
SIGNED_BELOW = re.compile(rf"^(?P<text>.+)\n(?P<signature>{DASH}[^\n]+)$", re.S)
WHO_LIMIT = 120
WHERE_LIMIT = 200
WHO_WORDS = 14
SMALL_NAMES = ("de", "von", "van", "al", "bell")


def joined(elements: list[Tag], losses: Losses) -> list[Tag | Quote]:
    """The same row with every recognised quotation as one `Quote`, the line that signs it included."""
    row: list[Tag | Quote] = []
    waiting = list(reversed(elements))
    while waiting:
        tag = waiting.pop()
        quote = _blockquote(tag, losses) if tag.name == "blockquote" else _line(tag)
        if quote and not quote.who and waiting and (signature := _signature(waiting[-1])):
            quote = replace(quote, who=signature.who, where=signature.where, link=signature.link or quote.link)
            waiting.pop()
        elif quote and not quote.who and tag.name == "p":
            quote = None
        row.append(quote or tag)
    return row


def is_quotation(text: str) -> bool:
    """Whether a line is nothing but words in quotation marks, or the name below them, or both."""
    inside, rest = _unmarked(text)
    return bool(SIGNED.match(rest)) or bool(inside and not rest)


def _line(tag: Tag) -> Quote | None:
    """A paragraph of marked words, with or without a name behind them."""
    text, rest = _unmarked(markup.text(tag)) if tag.name == "p" else ("", "no")
    if not text or not rest:
        return Quote(text) if text else None
    signature = _signature(tag, rest)
    return signature and replace(signature, text=text)


def _unmarked(text: str) -> tuple[str, str]:
    """What stands between the quotation marks a text begins with, and what follows; ("", text) if it has none."""
    text = text.strip()
    opening, closing = text[:1], MARKS.get(text[:1], "")
    end = text.rfind(closing) if opening == "‘" else text.find(closing, 1)
    if not closing or end < 1:
        return "", text
    return text[1:end].strip(), text[end + 1 :].strip()


def _blockquote(tag: Tag, losses: Losses) -> Quote:
    *before, last = markup.leaves(tag)
    signature = _signature(last) if before else None
    if signature:
        texts = [markup.text(part) for part in before]
    elif (below := SIGNED_BELOW.match(markup.text(last))) and (signature := _signature(last, below["signature"])):
        texts = [*(markup.text(part) for part in before), below["text"]]
    else:
        texts = [markup.text(part) for part in (*before, last)]
    found = _bare("\n\n".join(texts), signature or Quote(""), last)
    for link in tag.find_all("a"):
        if link["href"] != found.link:
            losses.add("plain", link["href"])
    return replace(found, link=found.link or _address(tag.get("cite", "")))


def _bare(text: str, signature: Quote, last: Tag) -> Quote:
    """The quote without marks around it, signed by what stands behind them if by nothing else."""
    inside, rest = _unmarked(text)
    if inside and not rest:
        return replace(signature, text=inside)
    if inside and not signature.who and (behind := _signature(last, rest)):
        return replace(behind, text=inside)
    return replace(signature, text=text)


def _signature(tag: Tag, words: str | None = None) -> Quote | None:
    """Name, work and address out of “— Name, *Work*”; None where it is not that.

    Args:
        tag: a paragraph; emphasis in it marks a title, a link in it the place.
        words: the signature, if it is only the end of that paragraph.
    """
    signed = SIGNED.match(markup.text(tag) if words is None else words)
    if tag.name != "p" or not signed or not _is_name(signed["who"].strip()):
        return None
    who, where = signed["who"].strip(), ""
    for title in tag.find_all(["em", "i", "cite"])[-1:]:
        name = title.get_text().strip()
        if who.endswith(name) and 0 < len(name) < min(len(who), WHERE_LIMIT):
            who, where = who.removesuffix(name).rstrip(" ,;:"), name
    links = [link["href"] for link in tag.find_all("a") if link.get_text().strip() in signed["who"]]
    return Quote("", who, where, _address(links[-1]) if links else "")


def _is_name(words: str) -> bool:
    small = words[:1].islower() and words.split()[0] not in SMALL_NAMES
    sentence = words.endswith(("!", "?", ":", ";", ",", "”", '"')) or (words.endswith(".") and len(words.split()) > 5)
    return len(words) <= WHO_LIMIT and len(words.split()) <= WHO_WORDS and not small and not sentence


def _address(address: str) -> str:
    return address if address.startswith(("http://", "https://")) else ""
