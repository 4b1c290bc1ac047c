"""A word that would run if any template wrote it as it is, put into every field that somebody can write in."""

import json

from django.db import models
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.rich_text import RichText

WORD = "\"'><img src=x onerror=alert(1)></script><script>alert(1)</script>"
ADDRESS = f"https://example.com/?{WORD.replace(' ', '/')}"
SHORT = "\"'><b onfocus=alert(1) autofocus>"
NOT_WRITTEN = {"slug", "url_path", "path", "draft_title", "import_key", "translation_key", "hostname", "password",
               "username", "file_hash", "hue", "tint", "file", "old_path", "locked_by", "content_type"}  # fmt: skip


def attack(instance: models.Model) -> None:
    """Put the word into every text of this object that is not saved yet; checks of URLs and lengths are not asked."""
    for field in instance._meta.get_fields():
        if not isinstance(field, models.Field) or field.name in NOT_WRITTEN or field.primary_key:
            continue
        if isinstance(field, StreamField):
            stream = getattr(instance, field.name)
            setattr(instance, field.name, attacked(stream.stream_block, stream))
        elif isinstance(field, RichTextField):
            setattr(instance, field.name, rich_text())
        elif isinstance(field, models.URLField):
            setattr(instance, field.name, ADDRESS)
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            setattr(instance, field.name, fitting(field.max_length))


def rich_text() -> str:
    """The word in a heading, a paragraph and a link, as the editor of rich text would save it."""
    link = [{"offset": 0, "length": len(WORD), "key": 0}]
    kinds = [("header-two", []), ("unstyled", []), ("unordered-list-item", []), ("unstyled", link)]
    written = [
        {"key": f"k{n}", "text": WORD, "type": kind, "depth": 0, "inlineStyleRanges": [], "entityRanges": links}
        for n, (kind, links) in enumerate(kinds)
    ]
    entities = {"0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:alert(1)"}}}
    features = ["h2", "ul", "link"]
    return ContentstateConverter(features).to_database_format(json.dumps({"blocks": written, "entityMap": entities}))


def attacked(block, value):
    """The value of this block with the word in each of its texts."""
    if isinstance(block, blocks.StreamBlock):
        return blocks.StreamValue(block, [(child.block_type, attacked(child.block, child.value)) for child in value])
    if isinstance(block, ImageBlock):
        if value:
            value.contextual_alt_text = WORD
        return value
    if isinstance(block, blocks.StructBlock):
        children = {name: attacked(child, value.get(name)) for name, child in block.child_blocks.items()}
        return block._to_struct_value(children)
    if isinstance(block, blocks.ListBlock):
        return blocks.list_block.ListValue(block, [attacked(block.child_block, item) for item in value or []])
    if isinstance(block, TypedTableBlock):
        return _attacked_table(value)
    if isinstance(block, blocks.RichTextBlock):
        return RichText(rich_text())
    if isinstance(block, blocks.URLBlock):
        return ADDRESS if value else value
    if isinstance(block, blocks.CharBlock | blocks.TextBlock):
        return fitting(block.field.max_length)
    return value


def fitting(longest: int | None) -> str:
    """The word, or one that fits into `longest` characters."""
    return WORD if longest is None or longest >= len(WORD) else SHORT[:longest]


def _attacked_table(table):
    for column in table.columns:
        column["heading"] = WORD
    for row in table.row_data:
        row["values"] = [
            attacked(column["block"], value) for column, value in zip(table.columns, row["values"], strict=True)
        ]
    return table
