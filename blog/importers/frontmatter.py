"""What a Markdown file says about itself above its text."""

import datetime
import re
import tomllib
from collections.abc import Iterable

import yaml
from django.utils.translation import gettext as _

from .document import TITLE_LIMIT, Document, ImportProblem
from .losses import Losses

FENCED = re.compile(r"\s*(?P<fence>---|\+\+\+)[ ]*\n(?P<inside>.*?)^(?:(?P=fence)|\.\.\.)[ ]*(?:\n|\Z)", re.S | re.M)
# Hexo leaves out the first fence.
UNOPENED = re.compile(r"(?P<inside>(?:[a-z_]+:.*\n|[ \t-].*\n){1,40})---[ ]*(?:\n|\Z)", re.I)
STANDFIRST = ("standfirst", "subtitle", "description", "excerpt", "summary")
AUTHORS = ("author", "authors", "by")
TAGS = ("tags", "keywords")
TAG_LIMIT = 100


def split(text: str, losses: Losses) -> tuple[Document, str]:
    """What the front matter says as an otherwise empty Document, and the text below it.

    Keys that say nothing about an article are added to `losses`. Raises ImportProblem, with the line, for front
    matter that is broken, and for a title too long to be one.
    """
    found = FENCED.match(text) or _unopened(text)
    if not found:
        return Document(), text
    is_toml = found.groupdict().get("fence") == "+++"
    values = _values(found["inside"], is_toml, text[: found.start("inside")].count("\n"))
    document = _document(values, losses)
    if len(document.title) > TITLE_LIMIT:
        problem = _("the title has %(length)d characters; a page's title has at most %(limit)d")
        line = text[: found.start("inside")].count("\n") + 1 + _line_of("title", found["inside"])
        raise ImportProblem(problem % {"length": len(document.title), "limit": TITLE_LIMIT}, line)
    return document, text[found.end() :]


def _unopened(text: str) -> re.Match | None:
    found = UNOPENED.match(text)
    return found if found and re.search("^(title|date|tags|layout):", found["inside"], re.M | re.I) else None


def _values(inside: str, is_toml: bool, above: int) -> dict:
    try:
        # BaseLoader makes nothing but text, lists and dicts: a title may be “2024” or “No”.
        values = tomllib.loads(inside) if is_toml else yaml.load(inside, Loader=yaml.BaseLoader)  # noqa: S506
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ImportProblem(_("the front matter cannot be read"), above + int(line[1] if line else 1)) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ImportProblem(_("the front matter cannot be read"), above + line) from None
    return {str(key).lower(): value for key, value in values.items()} if isinstance(values, dict) else {}


def _line_of(key: str, inside: str) -> int:
    return next((n for n, line in enumerate(inside.split("\n")) if line.lower().startswith(f"{key}:")), 0)


def _document(values: dict, losses: Losses) -> Document:
    title = _words(values.pop("title", ""))
    standfirst = next(filter(None, (_words(values.get(key)) for key in STANDFIRST)), "")
    authors = tuple(name for key in AUTHORS for name in _several(values.pop(key, ())))
    tags = tuple(dict.fromkeys(tag for key in TAGS for tag in _several(values.pop(key, ())) if len(tag) <= TAG_LIMIT))
    date = _date(values.get("date"))
    if date:
        values.pop("date")
    for key, value in values.items():
        if _words(value) and not (key in STANDFIRST and _words(value) == standfirst):
            losses.add("key", f"{key}: {_words(value)}")
        elif not isinstance(value, str) and value:
            losses.add("key", str(key))
    return Document(title=title, standfirst=standfirst, authors=authors, tags=tags, date=date)


def _words(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""


def _several(value: object) -> Iterable[str]:
    """The entries of a list, or of a line with commas."""
    entries = value if isinstance(value, list | tuple) else _words(value).split(",")
    return filter(None, (_words(entry).strip() for entry in entries))


def _date(value: object) -> datetime.date | None:
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    numbers = re.match(r"(\d{4})-(\d{1,2})-(\d{1,2})", value) if isinstance(value, str) else None
    try:
        return datetime.date(*map(int, numbers.groups())) if numbers else None
    except ValueError:
        return None
