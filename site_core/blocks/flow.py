"""Streams and lists that are written straight on: what stands ready and stays empty is no fault.

An empty text or row waits in the form to be filled; when the page is published it is left out.
"""

from uuid import uuid4

from django import forms
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.telepath import register
from wagtail.blocks.list_block import ListBlockAdapter, ListValue
from wagtail.blocks.stream_block import StreamBlockAdapter

from .blank import is_blank

TEXT = "section"


class LeavesOutTheEmpty:
    """A sequence that is cleaned, when it is published, as if what is empty were not there."""

    def clean(self, value):
        if self.is_deferred_validation:
            return super().clean(value)
        value = self.normalize(value)
        items = self.items(value)
        kept = [place for place, item in enumerate(items) if not self.is_empty(item)]
        try:
            return super().clean(self.of([items[place] for place in kept]))
        except (blocks.StreamBlockValidationError, blocks.ListBlockValidationError) as error:
            # The form counts the empty ones too.
            error.block_errors = {kept[place]: fault for place, fault in error.block_errors.items()}
            raise


class FlowingStreamBlock(LeavesOutTheEmpty, blocks.StreamBlock):
    """A stream of texts and other blocks in which a text always follows what was put in, so that writing goes on."""

    def items(self, value):
        return list(value)

    def of(self, items):
        return blocks.StreamValue(self, [(item.block_type, item.value, item.id) for item in items])

    def is_empty(self, item):
        return is_blank(item.block, item.value)

    def opening(self):
        """What stands in the form of a new page: one text, ready to be written in."""
        return self.ready([(TEXT, "")])

    def ready(self, blocks_to_fill):
        """A value of `[(name, value)]`. Each block has its id already: Wagtail lets people comment on no other."""
        return self.normalize(blocks.StreamValue(self, [(*block, str(uuid4())) for block in blocks_to_fill]))


class ReadyRowsBlock(LeavesOutTheEmpty, blocks.ListBlock):
    """A list whose form opens with three rows to be filled in."""

    def get_default(self):
        return self.normalize([self.child_block.get_default() for _ in range(3)])

    def items(self, value):
        return list(value.bound_blocks)

    def of(self, items):
        return ListValue(self, bound_blocks=items)

    def is_empty(self, item):
        return not any(item.value.values())


class ChooserListBlock(blocks.ListBlock):
    """A list of what a chooser offers, several of them ticked at once."""


class FlowingStreamAdapter(StreamBlockAdapter):
    js_constructor = "site_core.blocks.FlowingStream"

    @cached_property
    def media(self):
        return super().media + _script("flowing_stream")


class ChooserListAdapter(ListBlockAdapter):
    js_constructor = "site_core.blocks.ChooserList"

    @cached_property
    def media(self):
        return super().media + _script("chooser_list")


def _script(name):
    return forms.Media(js=[versioned_static(f"js/admin/writing/{name}.js")])


register(FlowingStreamAdapter(), FlowingStreamBlock)
register(ChooserListAdapter(), ChooserListBlock)
