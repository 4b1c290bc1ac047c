"""What an import tells the person who asked for it, line by line."""

import re
from collections.abc import Iterable

from django.conf import settings
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import ArticlePage

from .document import Divider, Document, Quote, Table
from .save import Outcome

WIDTH = 12


def recognised(document: Document) -> list[str]:
    """What was found in a file, and what will be missing."""
    return [f"  {label:{WIDTH}}{text}" for label, text in _found(document) if text]


def became(outcome: Outcome) -> list[str]:
    """What became of it, and the address where it is to be seen."""
    said = {
        ("created", True): _("Created and published:"),
        ("created", False): _("Created as a draft:"),
        ("updated", True): _("Updated and published:"),
        ("updated", False): _("Updated as a draft:"),
        ("unchanged", True): _("Nothing new in the file; the page is published:"),
        ("unchanged", False): _("Nothing new in the file; the page is a draft:"),
    }
    lines = [said[outcome.verb, outcome.published], f"  {address(outcome.page, outcome.published)}"]
    if outcome.page.live and not outcome.published:
        before = _("Readers still see the version published before: %(url)s")
        lines.append(before % {"url": address(outcome.page, published=True)})
    return [*outcome.remarks, *lines]


def address(page: ArticlePage, published: bool) -> str:
    """Where readers see the page, or where editors open its draft."""
    if published and page.full_url:
        return page.full_url
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + reverse("wagtailadmin_pages:edit", args=[page.pk])


def _found(document: Document) -> Iterable[tuple[str, str]]:
    yield _("title"), document.title
    yield _("standfirst"), _short(document.standfirst)
    yield _("authors"), ", ".join(document.authors)
    yield _("tags"), ", ".join(document.tags)
    yield _("date"), document.date.isoformat() if document.date else ""
    yield _("sections"), _sections(document)
    yield _("lists"), _lists(document)
    for quote in document.blocks:
        if isinstance(quote, Quote):
            yield _("quote"), _short(quote.text) + (f" — {quote.who}" if quote.who else "")
    for table in document.blocks:
        if isinstance(table, Table):
            yield _("table"), _table(table)
    yield _("dividers"), str(document.count(Divider) or "")
    yield _("footnotes"), _notes(document)
    for remark in document.remarks:
        yield _("note"), remark
    for sentence in document.left_out:
        yield _("note"), sentence


def _short(text: str) -> str:
    return Truncator(text).words(14, truncate="…")


def _sections(document: Document) -> str:
    bare = len(document.sections) - len(document.headings)
    without = ngettext("%d text without a heading", "%d texts without a heading", bare) % bare
    headed = [f"{len(document.headings)}: {'; '.join(document.headings)}"] if document.headings else []
    return "; ".join([*headed, *([without] if bare else [])]) or _("none")


def _lists(document: Document) -> str:
    html = "".join(section.html for section in document.sections)
    bullets, numbers, items = (len(re.findall(f"<{tag}>", html)) for tag in ("ul", "ol", "li"))
    if not items:
        return ""
    kinds = [
        *([ngettext("%d bullet list", "%d bullet lists", bullets) % bullets] if bullets else []),
        *([ngettext("%d numbered list", "%d numbered lists", numbers) % numbers] if numbers else []),
    ]
    return ", ".join(kinds) + ngettext(" with %d item", " with %d items", items) % items


def _table(table: Table) -> str:
    columns, rows = len(table.columns), len(table.rows)
    size = f"{ngettext('%d column', '%d columns', columns) % columns}, {ngettext('%d row', '%d rows', rows) % rows}"
    return f"{table.caption}: {size}" if table.caption else f"{size}; {_('give it a caption in the editor')}"


def _notes(document: Document) -> str:
    return _("%d, in the article's list of sources") % len(document.notes) if document.notes else ""
