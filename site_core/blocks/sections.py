from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

FEATURES = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]
PREVIEW = (
    "<h2>Why so slow?</h2><p>Halve the breaths you take in a minute and you arrive at <b>six</b>, which is neither a "
    "magic number nor a difficult one.</p><ul><li>Begin with the breath out.</li><li>Let the next one arrive.</li></ul>"
)


class SectionBlock(blocks.RichTextBlock):
    """The one block for text. It stands directly in the stream: only there is there a slash menu."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        group = _("Text")
        description = _("Paragraphs, headings, lists and links. Each Heading 2 begins a section of the contents list.")
        template = "blocks/section.html"
        preview_value = RichText(PREVIEW)

    def __init__(self, **kwargs):
        super().__init__(**{"features": FEATURES, "required": False, **kwargs})  # a blank one is left out

    def get_context(self, value, parent_context=None):
        context = super().get_context(value, parent_context)
        if "sections" not in context:
            context["sections"] = _alone(value)
        return context


def _alone(value):
    """The sections of a text that is shown outside an article, as in the block picker."""
    from site_core.reading import Reading

    stream = blocks.StreamBlock([("section", blocks.RichTextBlock())])
    return Reading(blocks.StreamValue(stream, [("section", value)])).parts[0].sections
