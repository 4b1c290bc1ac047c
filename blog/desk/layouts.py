"""Layouts to begin an article with: blank blocks in a good order, and a hint above them. Blank blocks never publish."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from blog.models import ArticlePage
from site_core.blocks.blank import is_blank

PLAIN = "article"


@dataclass(frozen=True)
class Layout:
    """`blocks`: names as in `ArticleBody`; `rows`: how many blank rows the list of a block begins with."""

    name: str
    label: Promise
    hint: Promise | str
    blocks: tuple[str, ...]
    rows: tuple[str, str, int] = ("", "", 0)

    def body(self) -> StreamValue:
        """The blocks, blank."""
        stream = ArticlePage.body.field.stream_block
        return stream.ready([(name, self._blank(stream.child_blocks[name])) for name in self.blocks])

    def _blank(self, block):
        value = block.get_default()
        name, field, count = self.rows
        if block.name == name:
            rows = block.child_blocks[field]
            value[field] = rows.normalize([rows.child_block.get_default() for _number in range(count)])
        return value


ALL = (
    Layout(PLAIN, _("Article"), "", ("section",)),
    Layout(
        "practice",
        _("Guided practice"),
        _(
            "Begin with why it is worth trying. Then the exercise, step by step, and how long it takes. "
            "Say afterwards what one may notice, and in the callout when to leave it alone."
        ),
        ("section", "practice", "section", "callout"),
        ("practice", "steps", 3),
    ),
    Layout(
        "round-up",
        _("Product round-up"),
        _(
            "Say first for whom these are, and how you chose. Then a shelf, and a few words about what stands on it; "
            "another shelf if there is more. Close with what to look for when buying."
        ),
        ("section", "products", "section", "products", "section"),
    ),
    Layout(
        "evidence",
        _("Evidence explained"),
        _(
            "Begin with the question and the short answer. Then the figures, each with its source; what they mean, and "
            "what they do not; somebody who knows; and the questions that readers will ask."
        ),
        ("section", "evidence", "section", "quote", "faq"),
        ("evidence", "figures", 3),
    ),
)
LAYOUTS = {layout.name: layout for layout in ALL}


def hint_for(body: StreamValue) -> Promise | str:
    """The hint of the layout that this was begun with, for as long as something in it is blank."""
    if not any(is_blank(child.block, child.value) for child in body):
        return ""
    kinds = [child.block_type for child in body]
    return next((layout.hint for layout in ALL if layout.hint and _stands_in(layout.blocks, kinds)), "")


def _stands_in(blocks, kinds):
    """Whether all these blocks are there in this order, whatever stands between them."""
    rest = iter(kinds)
    return all(name in rest for name in blocks)
