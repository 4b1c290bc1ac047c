"""What stands in an object of any model: blocks, texts and links, each with the content path to its field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from bs4 import BeautifulSoup
from django.db import models
from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock

ENDS_A_LINE = re.compile(r"</(?:p|h[1-6]|li)>|<br\s*/?>")


@dataclass(frozen=True)
class Place:
    """A block in an object, at any depth."""

    path: str
    block: blocks.Block
    value: object


@dataclass(frozen=True)
class Link:
    """`kind` is "page", "document" or "address"; `target` its id, or the address itself."""

    path: str
    kind: str
    target: str


def blocks_of(obj: models.Model) -> Iterator[Place]:
    """Every block of every stream, outer ones before what they hold."""
    for field in obj._meta.get_fields():
        if isinstance(field, StreamField):
            yield from _stream(field.name, getattr(obj, field.name) or ())


def _stream(path, children):
    for child in children:
        yield from _inside(f"{path}.{child.id}", child.block, child.value)


def _inside(path, block, value):
    yield Place(path, block, value)
    if isinstance(block, ImageBlock) or not value:
        return
    if isinstance(block, blocks.StructBlock):
        for name, child in block.child_blocks.items():
            yield from _inside(f"{path}.{name}", child, value.get(name))
    elif isinstance(block, blocks.StreamBlock):
        yield from _stream(path, value)
    elif isinstance(block, blocks.ListBlock):
        yield from _stream(path, value.bound_blocks)
    elif isinstance(block, TypedTableBlock):
        for row in value.rows:
            for cell in row:
                yield from _inside(path, cell.block, cell.value)


def rich_texts_of(obj: models.Model) -> Iterator[tuple[str, str]]:
    """Content path and HTML, as it is stored, of every rich text."""
    for field in obj._meta.get_fields():
        if isinstance(field, RichTextField) and getattr(obj, field.name):
            yield field.name, getattr(obj, field.name)
    for place in blocks_of(obj):
        if isinstance(place.block, blocks.RichTextBlock) and place.value:
            yield place.path, place.value.source


def texts_of(obj: models.Model) -> Iterator[tuple[str, str]]:
    """Content path and plain words of everything that is written in an object."""
    for field in obj._meta.get_fields():
        if _is_prose(field) and getattr(obj, field.name):
            yield field.name, getattr(obj, field.name)
    for path, html in rich_texts_of(obj):
        yield path, words_of(html)
    for place in blocks_of(obj):
        if isinstance(place.block, blocks.CharBlock | blocks.TextBlock) and place.value:
            yield place.path, str(place.value)


def _is_prose(field):
    return (
        isinstance(field, models.CharField | models.TextField)
        and not isinstance(field, models.SlugField | models.URLField | RichTextField)
        and field.editable
        and not field.choices
        and field.name not in ("draft_title", "url_path", "translation_key")
    )


def words_of(html: str) -> str:
    """The words of stored rich text, a line for each paragraph, heading and entry of a list."""
    return unescape(strip_tags(ENDS_A_LINE.sub("\n", html))).strip()


def links_of(obj: models.Model) -> Iterator[Link]:
    """Every page, document and address that an object leads to."""
    for path, html in rich_texts_of(obj):
        for anchor in BeautifulSoup(html, "html.parser").find_all("a"):
            kind = anchor.get("linktype")
            if kind in ("page", "document") and anchor.get("id"):
                yield Link(path, kind, anchor["id"])
            elif anchor.get("href"):
                yield Link(path, "address", anchor["href"])
    for place in blocks_of(obj):
        if isinstance(place.block, blocks.PageChooserBlock) and place.value:
            yield Link(place.path, "page", str(place.value.pk))
        elif isinstance(place.block, DocumentChooserBlock) and place.value:
            yield Link(place.path, "document", str(place.value.pk))
        elif isinstance(place.block, blocks.URLBlock) and place.value:
            yield Link(place.path, "address", place.value)
    for field in obj._meta.get_fields():
        if isinstance(field, models.URLField) and getattr(obj, field.name):
            yield Link(field.name, "address", getattr(obj, field.name))
