"""ArticleBody: the one list of what an article may hold."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from catalogue.blocks import ProductsBlock
from site_core.blocks import (
    AudioBlock,
    CalloutBlock,
    DividerBlock,
    EvidenceBlock,
    FaqBlock,
    FlowingStreamBlock,
    GalleryBlock,
    ImageBlock,
    PracticeBlock,
    QuoteBlock,
    SectionBlock,
    TableBlock,
    VideoBlock,
)


class ArticleBody(FlowingStreamBlock):
    section = SectionBlock()
    quote = QuoteBlock()
    practice = PracticeBlock()
    callout = CalloutBlock()
    divider = DividerBlock()
    image = ImageBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    audio = AudioBlock()
    evidence = EvidenceBlock()
    table = TableBlock()
    faq = FaqBlock()
    products = ProductsBlock()

    class Meta:
        required = False
        block_counts = {"faq": {"max_num": 2}, "products": {"max_num": 4}}


class SourceBlock(blocks.StructBlock):
    text = blocks.RichTextBlock(
        features=["italic", "link"],
        label=_("The source in full"),
        help_text=_("Authors, title, where it appeared, year."),
    )
    short = blocks.RichTextBlock(
        required=False,
        features=["italic"],
        label=_("In short, for the margin"),
        help_text=_("Such as “Bernardi and others, BMJ, 2001”."),
    )
    url = blocks.URLBlock(required=False, label=_("Where it can be read"))

    class Meta:
        icon = "link"
        label = _("Source")
        label_format = "{short}"
