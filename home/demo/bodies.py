"""Turns the blocks of a demo file into what a StreamField stores."""

from blog.importers.markdown import to_rich_text

from .library import Library


class Bodies:
    """`products` and `categories` map slugs to ids, for blocks that choose some."""

    def __init__(self, library: Library, products: dict[str, int], categories: dict[str, int]):
        self.library = library
        self.products = products
        self.categories = categories

    def raw(self, blocks: list[dict]) -> list[dict]:
        """`[{"quote": {...}}, ...]` -> raw data of a stream. Raises AttributeError for an unknown block."""
        return [
            {"type": name, "value": getattr(self, f"_{name}")(value)}
            for block in blocks
            for name, value in block.items()
        ]

    def sources(self, sources: list[dict]) -> list[dict]:
        rows = [{**s, "text": to_rich_text(s["text"]), "short": to_rich_text(s.get("short", ""))} for s in sources]
        return [{"type": "source", "value": row} for row in rows]

    def _section(self, value):
        return to_rich_text(value)

    def _as_it_is(self, value):
        return value

    _quote = _evidence = _practice = _divider = _specification = _as_it_is

    def _callout(self, value):
        return {**value, "text": to_rich_text(value["text"])}

    def _faq(self, value):
        questions = [{**item, "answer": to_rich_text(item["answer"])} for item in value["questions"]]
        return {**value, "questions": questions}

    def _image(self, value):
        return {**value, "image": self._picture(value)}

    def _gallery(self, value):
        return {**value, "pictures": [{"image": self._picture(picture)} for picture in value["pictures"]]}

    def _picture(self, value):
        picture = self.library.picture(value["picture"])
        return {"image": picture.pk, "alt_text": value.get("alt") or picture.description, "decorative": False}

    def _video(self, value):
        poster = self._picture({"picture": value["poster"]}) if value.get("poster") else None
        return {**value, "poster": poster}

    def _audio(self, value):
        return {
            "title": value["title"],
            "file": self.library.sound(value["sound"], value["title"]).pk,
            "length": value.get("length", ""),
        }

    def _products(self, value):
        chosen = [self.products[slug] for slug in value.get("products", [])]
        return {**value, "products": chosen, "category": self.categories.get(value.get("category"))}

    def _table(self, value):
        columns = [{"type": "text", "heading": heading} for heading in value["head"]]
        rows = [{"values": [str(cell) for cell in row]} for row in value["rows"]]
        return {
            "caption": value["caption"],
            "table": {"columns": columns, "rows": rows, "caption": ""},
            "note": value.get("note", ""),
        }
