"""Markdown as an article, and as rich text."""

import re

from markdown_it import MarkdownIt

from . import outline, richtext, tidy
from .document import Document, Note
from .encoding import decoded
from .frontmatter import split
from .losses import Losses

# Deeper than anybody writes: what lies below that many lists and quotations is dropped by the parser.
PARSER = MarkdownIt("commonmark", {"html": True, "maxNesting": 100}).enable(["table", "strikethrough"])
TAG = re.compile(r"\{%.*?%\}|\{:[^}\n]*\}", re.S)
ADDRESS_TAG = re.compile(r"""\{\{\s*(?:["'](?P<path>[^"']+)["']\s*\|\s*\w*url|site\.(?:base)?url)\s*\}\}""")
CODE = re.compile(r"^(?P<fence>```+|~~~+).*?^(?P=fence)|`[^`\n]*`", re.S | re.M)
NOTE = re.compile(r"^\[\^(?P<name>[^\]\s]+)\]:[ \t]*(?P<text>.*(?:\n(?:[ ]{2,}|\t).*)*)\n?", re.M)
NOTE_MARK = re.compile(r"\[\^([^\]\s]+)\]")


def read(data: bytes) -> Document:
    """The article in a Markdown file, with or without front matter.

    Raises ImportProblem if it is not text, holds no words, or has front matter that cannot be read.
    """
    losses = Losses()
    words, remarks = decoded(data, losses)
    known, text = split(words, losses)
    text = _without_tags(text, losses)
    text, notes = _notes(text)
    html, environment = _html(text)
    _unused(environment, html, losses)
    return outline.document(html, Document(**{**vars(known), "remarks": remarks, "notes": notes}), losses)


def to_rich_text(markdown: str) -> str:
    """Markdown as the rich text of a `section` block, in the form Wagtail's editor would store it.

    Headings are kept as `##` and `###` say; what rich text does not hold is unwrapped, and its words kept.
    """
    html, _environment = _html(markdown)
    row = tidy.elements(html, Losses())
    return richtext.to_database_format(richtext.sanitised("".join(map(str, row))))


def _html(text: str) -> tuple[str, dict]:
    environment: dict = {}
    return PARSER.render(text, environment), environment


def _outside_code(change, text: str) -> str:
    """Applies `change` to what stands between pieces of code, where the same signs mean themselves."""
    parts, end = [], 0
    for code in CODE.finditer(text):
        parts += [change(text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, change(text[end:])])


def _without_tags(text: str, losses: Losses) -> str:
    def remove(tag: re.Match) -> str:
        losses.add("tag", tag[0])
        return ""

    def change(part: str) -> str:
        return TAG.sub(remove, ADDRESS_TAG.sub(lambda tag: tag["path"] or "", part))

    return _outside_code(change, text)


def _notes(text: str) -> tuple[str, tuple[Note, ...]]:
    """Footnotes as notes, numbered as the text refers to them; one that it does not refer to stays where it is."""
    found = {note["name"]: note for note in NOTE.finditer(text)}
    names = dict.fromkeys(name for name in NOTE_MARK.findall(NOTE.sub("", text)) if name in found)
    numbers = {name: n for n, name in enumerate(names, start=1)}
    text = NOTE.sub(lambda note: "" if note["name"] in numbers else note[0], text)
    text = NOTE_MARK.sub(lambda mark: f"[{numbers[mark[1]]}]" if mark[1] in numbers else mark[0], text)
    return text, tuple(_note(found[name]["text"]) for name in names)


def _note(markdown: str) -> Note:
    html = PARSER.renderInline(" ".join(markdown.split()))
    link = re.search(r'href="(https?://[^"]+)"', html) or re.search(r"(https?://[^\s<>\"]+[^\s<>\".,;)])", html)
    return Note(richtext.sanitised(f"<p>{html}</p>"), link[1].replace("&amp;", "&") if link else "")


def _unused(environment: dict, html: str, losses: Losses) -> None:
    for reference in environment.get("references", {}).values():
        if f'="{reference["href"]}"' not in html.replace("&amp;", "&"):
            losses.add("definition", reference["href"])
