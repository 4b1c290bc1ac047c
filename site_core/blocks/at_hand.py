"""What the blocks of a body choose, read once for the whole page.

Wagtail reads what chooser blocks name once for each kind of block; within `at_hand()` they take it
from what the page has read already.
"""

import copy
from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar

from django.db.models import Model
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockGroup, BooleanBlock, CharBlock
from wagtail.images.blocks import ImageBlock, ImageBlockComparison, ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

_found: ContextVar[dict[type, dict] | None] = ContextVar("found", default=None)


@contextmanager
def at_hand(model: type[Model], objects: Iterable[Model]):
    """Let chooser blocks of this model find these objects, and nothing besides, for the length of this block."""
    token = _found.set({**(_found.get() or {}), model: {item.pk: item for item in objects}})
    try:
        yield
    finally:
        _found.reset(token)


class TakesWhatIsAtHand:
    def bulk_to_python(self, values):
        found = (_found.get() or {}).get(self.model_class)
        if found is None:
            return super().bulk_to_python(values)
        return [copy.copy(found.get(value)) for value in values]


class _PictureChooserBlock(TakesWhatIsAtHand, ImageChooserBlock):
    pass


class _PictureComparison(ImageBlockComparison):
    """As Wagtail's, which fails at a block that holds no picture yet."""

    def htmlvalue(self, val):
        return "" if val is None else super().htmlvalue(val)


class PictureBlock(ImageBlock):
    """Wagtail's own block for a picture with its alt text; migrations know it as that."""

    def __init__(self, required=True, **kwargs):
        super().__init__(required=required, **kwargs)
        self.child_blocks["image"] = _PictureChooserBlock(required=required)
        self.child_blocks["image"].set_name("image")
        self.child_blocks["alt_text"] = CharBlock(
            required=False, label=_("What is to be seen?"), help_text=_("For people who cannot see the picture.")
        )
        self.child_blocks["alt_text"].set_name("alt_text")
        self.child_blocks["decorative"] = BooleanBlock(
            required=False, label=_("It says nothing"), help_text=_("It is there for its looks only.")
        )
        self.child_blocks["decorative"].set_name("decorative")

    def get_comparison_class(self):
        return _PictureComparison

    class Meta:
        form_layout = BlockGroup(["image", "alt_text", "decorative"])


class SnippetBlock(TakesWhatIsAtHand, SnippetChooserBlock):
    """Wagtail's own chooser of a snippet; migrations know it as that."""

    def deconstruct(self):
        _path, args, kwargs = super().deconstruct()
        return "wagtail.snippets.blocks.SnippetChooserBlock", args, kwargs

    def deconstruct_with_lookup(self, lookup):
        return self.deconstruct()
