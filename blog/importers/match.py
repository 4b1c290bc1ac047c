"""Which page a file belongs to: found again by the name of its file and by what it says."""

import unicodedata
from itertools import pairwise

from django.db.models import Q
from django.utils.html import strip_tags

from blog.models import ArticlePage

from .document import Document, Section

SHARED = 1 / 3  # of the shorter text's pairs of words; two articles on one subject share about a tenth


def key(name: str) -> str:
    """The key of an article made from a file called `name`."""
    return "file:" + unicodedata.normalize("NFC", name).casefold()[:200]


def find(document: Document, import_key: str) -> ArticlePage | None:
    """The article that an earlier import made from this file, or None.

    Its file may have been renamed, or its title changed. Many articles are called index.md, so the name of the file
    alone does not decide: title or text must be the same article's.
    """
    wanted = Q(import_key=import_key) | Q(title__iexact=document.title) | Q(draft_title__iexact=document.title)
    pages = list(ArticlePage.objects.filter(wanted).exclude(import_key="").order_by("pk"))
    latest = {page: page.get_latest_revision_as_object() for page in pages}
    for page, draft in latest.items():
        if page.import_key == import_key and draft.title.casefold() == document.title.casefold():
            return page
    words = _pairs(document.standfirst, *(block.html for block in document.blocks if isinstance(block, Section)))
    shares = {page: _share(words, _pairs(draft.standfirst, *_texts(draft))) for page, draft in latest.items()}
    best = max(shares, key=shares.get, default=None)
    return best if best and shares[best] >= SHARED else None


def _texts(page: ArticlePage) -> list[str]:
    return [block.value.source for block in page.body if block.block_type == "section" and block.value]


def _pairs(*texts: str) -> set[tuple[str, str]]:
    return set(pairwise(strip_tags(" ".join(texts).replace("<", " <")).casefold().split()))


def _share(one: set, other: set) -> float:
    return len(one & other) / max(1, min(len(one), len(other)))
