"""The form of an article, in the order of thinking: write, picture, place and people, search, planning."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)

from site_core.models import BasePage

WRITE = [
    TitleFieldPanel("title"),
    FieldPanel("standfirst"),
    MultiFieldPanel([FieldPanel("hero"), FieldPanel("hero_alt"), FieldPanel("hero_caption")], _("Main picture")),
    FieldPanel("body"),
    FieldPanel("sources"),
]
PLACE = [
    MultiFieldPanel(
        [
            FieldPanel("category"),
            FieldPanel("categories", required_on_save=False),
            FieldPanel("tags", required_on_save=False),
        ],
        _("Where it belongs"),
    ),
    MultipleChooserPanel(
        "article_authors",
        chooser_field_name="author",
        heading=_("Written by"),
        label=_("Author"),
        panels=[FieldPanel("author")],
    ),
    MultiFieldPanel(
        [FieldPanel("reviewer"), FieldRowPanel([FieldPanel("reviewed_on"), FieldPanel("review_by")])],
        _("Review by an expert"),
    ),
]
NEXT = [
    MultipleChooserPanel(
        "product_picks",
        chooser_field_name="product",
        heading=_("Products you might like"),
        label=_("Product"),
        panels=[FieldPanel("product")],
        help_text=_("They stand first on the shelf below the article; popular ones fill it up."),
    ),
    MultipleChooserPanel(
        "related_articles",
        chooser_field_name="article",
        heading=_("Read on"),
        label=_("Article"),
        panels=[FieldPanel("article")],
    ),
]
PLANNING = [
    FieldRowPanel([FieldPanel("published_on"), FieldPanel("featured")]),
    PublishingPanel(),
]

edit_handler = TabbedInterface(
    [
        ObjectList(WRITE, heading=_("Write")),
        ObjectList(PLACE, heading=_("Place and people")),
        ObjectList(NEXT, heading=_("What next")),
        ObjectList(BasePage.promote_panels, heading=_("Search and sharing")),
        ObjectList(PLANNING, heading=_("Planning")),
    ]
)
