"""The sections of the front page, and the body of a standard page."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from site_core.blocks import (
    CalloutBlock,
    DividerBlock,
    FaqBlock,
    FlowingStreamBlock,
    ImageBlock,
    SectionBlock,
    SpecificationBlock,
    TableBlock,
)


class FrontBlock(blocks.StructBlock):
    """A section whose preview shows what the front page would show in it now."""

    def get_preview_context(self, value, parent_context=None):
        from .front import alone

        part = alone(self.name, self.get_prep_value(value))
        return {
            **super().get_preview_context(value, parent_context),
            "article": part.article,
            "articles": part.articles,
            "category": part.category,
            "products": part.products,
        }

    def newest(self, name: str):
        """The newest public page of the type that this chooser is for, or None."""
        return self.child_blocks[name].target_model.objects.public().order_by("-first_published_at").first()


class LeadBlock(FrontBlock):
    article = blocks.PageChooserBlock(page_type="blog.ArticlePage", label=_("Article"))
    caption = blocks.CharBlock(required=False, max_length=200, label=_("Caption of its picture"))

    class Meta:
        icon = "pick"
        label = _("Lead story")
        description = _("One article, with its picture across the window.")
        template = "blocks/lead.html"

    def get_preview_value(self):
        return self.normalize({"article": self.newest("article"), "caption": ""})


class LatestBlock(FrontBlock):
    heading = blocks.CharBlock(max_length=80, default=_("Lately"), label=_("Heading"))
    count = blocks.IntegerBlock(min_value=3, max_value=12, default=7, label=_("How many articles"))

    class Meta:
        icon = "time"
        label = _("Latest articles")
        description = _("The newest articles that the page does not show elsewhere.")
        template = "blocks/latest.html"


class CategoryBlock(FrontBlock):
    page = blocks.PageChooserBlock(page_type="blog.CategoryPage", label=_("Category"))
    heading = blocks.CharBlock(
        required=False, max_length=80, label=_("Heading"), help_text=_("Leave empty to use the category's title.")
    )
    text = blocks.TextBlock(required=False, max_length=300, rows=2, label=_("Text"))
    count = blocks.IntegerBlock(min_value=2, max_value=6, default=4, label=_("How many articles"))

    class Meta:
        icon = "folder-open-inverse"
        label = _("A category as a spread")
        description = _("A category's picture, a few words and its newest articles.")
        template = "blocks/category.html"

    def get_preview_value(self):
        return self.normalize({"page": self.newest("page"), "count": 4})


class ShelfBlock(FrontBlock):
    heading = blocks.CharBlock(max_length=80, label=_("Heading"))
    disclosure = blocks.TextBlock(
        max_length=300,
        rows=2,
        label=_("Disclosure"),
        default=_("We sell nothing ourselves. If you buy through a link here, the merchant may pay us a little."),
    )
    products = blocks.ListBlock(
        SnippetChooserBlock("catalogue.Product", label=_("Product")),
        min_num=0,
        max_num=5,
        default=[],
        label=_("Products"),
        help_text=_("Leave empty for the most popular five."),
    )

    class Meta:
        icon = "tag"
        label = _("Shelf of products")
        description = _("Up to five products on one board, announced as what they are.")
        template = "blocks/shelf.html"
        preview_value = {"heading": _("Things that he approves of")}


class DiaryDayBlock(blocks.StructBlock):
    day = blocks.CharBlock(max_length=12, label=_("Day"))
    text = blocks.CharBlock(max_length=160, label=_("What he reports"))

    class Meta:
        icon = "calendar"
        label = _("Day")
        label_format = "{day}: {text}"


class DiaryBlock(blocks.StructBlock):
    heading = blocks.CharBlock(max_length=80, default=_("Spencer’s week, as reported"), label=_("Heading"))
    days = blocks.ListBlock(DiaryDayBlock(), min_num=1, max_num=7, label=_("Days"))

    class Meta:
        icon = "calendar-alt"
        label = _("Spencer's diary")
        description = _(
            "His week, in his words. Directly below the latest articles it takes the last place among them."
        )
        template = "blocks/diary.html"
        preview_value = {
            "heading": _("Spencer’s week, as reported"),
            "days": [
                {"day": _("Monday"), "text": _("Slept. The postman came; nothing could be done.")},
                {"day": _("Tuesday"), "text": _("The window was open, and so was the sea.")},
            ],
        }


class TextBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(features=["h2", "h3", "bold", "italic", "ol", "ul", "link"], label=_("Text"))

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("A few paragraphs of your own.")
        template = "blocks/text.html"
        preview_value = {"text": "<h2>Why we write this</h2><p>A few quiet words of your own, as long as you like.</p>"}


class HomeSections(blocks.StreamBlock):
    lead = LeadBlock()
    latest = LatestBlock()
    category = CategoryBlock()
    shelf = ShelfBlock()
    diary = DiaryBlock()
    text = TextBlock()

    class Meta:
        required = False
        block_counts = {"lead": {"max_num": 1}, "latest": {"max_num": 1}, "diary": {"max_num": 1}}


class StandardBody(FlowingStreamBlock):
    section = SectionBlock()
    callout = CalloutBlock()
    specification = SpecificationBlock()
    divider = DividerBlock()
    image = ImageBlock()
    table = TableBlock()
    faq = FaqBlock()

    class Meta:
        required = False
