"""Blocks that wait to be filled: a draft may have any number of them, and none is ever published."""

from django.utils.html import strip_tags
from wagtail import blocks
from wagtail.rich_text import RichText


def is_blank(block: blocks.Block, value) -> bool:
    """Whether nobody has put anything into it beyond what it came with."""
    if isinstance(block, blocks.StaticBlock):
        return False
    if isinstance(block, blocks.BaseStructBlock):
        if not hasattr(value, "get"):  # a picture, which Wagtail's own block takes for three fields
            return not value
        return all(is_blank(child, value.get(name)) for name, child in block.child_blocks.items())
    if isinstance(block, blocks.ListBlock):
        return all(is_blank(block.child_block, item) for item in value or [])
    if isinstance(block, blocks.BaseStreamBlock):
        return all(is_blank(child.block, child.value) for child in value or [])
    if isinstance(value, RichText):
        return "<embed" not in value.source and not strip_tags(value.source).strip()
    stored = block.get_prep_value(value)
    # A form that was not cleaned yet has words where there will be numbers.
    return stored in (None, "", []) or str(stored) == str(block.get_prep_value(block.get_default()))


def without_blanks(value: blocks.StreamValue) -> blocks.StreamValue:
    """The same stream with what has been filled."""
    filled = [(one.block_type, one.value, one.id) for one in value if not is_blank(one.block, one.value)]
    return blocks.StreamValue(value.stream_block, filled)
