"""A Document's blocks as the stream of an article's body and of its sources."""

import uuid

from .document import Block, Divider, Document, Note, Quote, Section, Table
from .richtext import to_database_format

NOTE_FEATURES = ("italic", "link")


def body(document: Document, key: str) -> list[dict]:
    """The body as StreamField stores it.

    A block keeps its id from import to import as long as its kind and heading stay, so that comments and comparisons
    of revisions find it again.

    Args:
        key: what the page is known by, see `match`.
    """
    seen: dict[str, int] = {}
    return [_entry(piece, key, seen) for piece in document.blocks]


def sources(document: Document, key: str) -> list[dict]:
    """The footnotes as a list of sources."""
    return [
        {"type": "source", "value": _source(note), "id": _id(key, f"source/{n}")}
        for n, note in enumerate(document.notes)
    ]


def _entry(piece: Block, key: str, seen: dict[str, int]) -> dict:
    kind, value = _value(piece)
    name = f"{kind}/{getattr(piece, 'heading', '')}"
    seen[name] = seen.get(name, 0) + 1
    return {"type": kind, "value": value, "id": _id(key, f"{name}/{seen[name]}")}


def _id(key: str, name: str) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"{key}/{name}"))


def _value(piece: Block) -> tuple[str, object]:
    match piece:
        case Section():
            return "section", to_database_format(piece.html)
        case Quote():
            return "quote", {"text": piece.text, "who": piece.who, "where": piece.where, "link": piece.link}
        case Table():
            return "table", {"caption": piece.caption, "table": _table(piece), "note": ""}
        case Divider():
            return "divider", None


def _table(table: Table) -> dict:
    return {
        "columns": [{"type": "text", "heading": heading} for heading in table.columns],
        "rows": [{"values": list(row)} for row in table.rows],
        "caption": "",
    }


def _source(note: Note) -> dict:
    return {"text": to_database_format(note.text, NOTE_FEATURES), "short": "", "url": note.link}
