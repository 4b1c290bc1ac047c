"""Plain text as an article: its title, headings and lists, told apart by how they stand on the page."""

from dataclasses import replace

from django.utils.html import escape

from . import outline, quotes
from .document import TITLE_LIMIT, Document
from .encoding import decoded
from .lines import Piece, pieces
from .losses import Losses

HEADING_LENGTH = 90
HEADING_WORDS = 14
SENTENCE_ENDS = (".", "!", ":", ";", ",", "…", "—", "–", "-", "/")
LISTS = ("ul", "ol")
CARRIES_ON = ("And", "But", "So", "Or", "Yet", "Then", "Because")


def read(data: bytes) -> Document:
    """The article in a plain text file. Raises ImportProblem if it is not text or holds no words."""
    losses = Losses()
    words, remarks = decoded(data, losses)
    row = _with_headings(_with_title(pieces(words)))
    return outline.document(_html(row), Document(remarks=remarks), losses)


def looks_like_heading(text: str) -> bool:
    """Whether a line that stands alone reads like a heading: short, not small at its start, not a sentence."""
    letter = next(filter(str.isalpha, text), "")
    words = text.split()
    asks = text.endswith("?") and len(words) > 2 and words[0] not in CARRIES_ON
    is_sentence = text.endswith(SENTENCE_ENDS) or (text.endswith("?") and not asks)
    fits = len(text) <= HEADING_LENGTH and len(words) <= HEADING_WORDS and "://" not in text
    return fits and bool(letter) and not letter.islower() and not is_sentence and not quotes.is_quotation(text)


def _with_title(row: list[Piece]) -> list[Piece]:
    first = row[0]
    long = len(first.text) > TITLE_LIMIT or len(first.text.split()) > 30
    is_sentence = first.text.endswith((".", ",", ";")) and len(first.text.split()) > 12
    named = first.kind in ("p", "h2") and "\n" not in first.text and not long and not is_sentence
    return [Piece("h1", first.text), *row[1:]] if named and not quotes.is_quotation(first.text) else row


def _with_headings(row: list[Piece]) -> list[Piece]:
    """A heading needs something below it to head, so the row is read from its end."""
    after = Piece("hr")
    result = []
    for n in range(len(row) - 1, -1, -1):
        piece = row[n]
        if piece.kind == "ol" and after.kind not in LISTS and (n == 0 or row[n - 1].kind not in LISTS):
            piece = Piece("p", f"{piece.mark} {piece.text}", piece.indent, alone=True)
        heads = piece.kind == "p" and piece.alone and after.kind in ("p", *LISTS)
        if heads and looks_like_heading(_unnumbered(piece.text)):
            piece = replace(piece, kind="h2")
        result.append(piece)
        after = piece
    return result[::-1]


def _unnumbered(text: str) -> str:
    number, _, rest = text.partition(" ")
    return rest if rest and number.rstrip(".)").lstrip("(").isdigit() else text


def _html(row: list[Piece]) -> str:
    parts = []
    items: list[Piece] = []
    for piece in [*row, Piece("")]:
        if piece.kind in LISTS:
            items.append(piece)
        elif items and piece.kind == "p" and piece.indent > items[-1].indent:
            items[-1] = replace(items[-1], text=f"{items[-1].text}\n{piece.text}")
        else:
            parts += [_list(items) if items else "", _block(piece)]
            items = []
    return "".join(parts)


def _block(piece: Piece) -> str:
    if piece.kind in ("", "hr"):
        return piece.kind and "<hr>"
    return f"<{piece.kind}>{_words(piece)}</{piece.kind}>"


def _words(piece: Piece) -> str:
    return escape(piece.text).replace("\n", "<br>")


def _list(items: list[Piece]) -> str:
    """Items as nested lists: what stands further in than the first belongs to the item above it."""
    first = items[0]
    html, below = [], []
    for n, item in enumerate(items):
        if n and item.indent > first.indent + 1:
            below.append(item)
            continue
        inside = _list(below) if below else ""
        below = []
        if n and (item.kind != first.kind or (item.kind == "ol" and item.number == 1)):
            return _wrapped(first, [*html, inside]) + _list(items[n:])
        html += [f"{inside}</li>" if n else "", f"<li>{_words(item)}"]
    return _wrapped(first, [*html, _list(below) if below else ""])


def _wrapped(first: Piece, html: list[str]) -> str:
    start = f' start="{first.number}"' if first.kind == "ol" and first.number != 1 else ""
    return f"<{first.kind}{start}>{''.join(html)}</li></{first.kind}>"
