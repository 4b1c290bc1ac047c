"""The form of an article, in the order of thinking: write, pictures, place and people, search and sharing, planning.

One page without tabs: whoever scrolls has seen everything there is, and nothing needed is hidden.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, MultipleChooserPanel

from site_core.panels import FOLDED, SEARCH, TAGS, also_listed, counted, page_form, title_panel

WRITE = [
    title_panel(),
    FieldPanel("standfirst", attrs=counted(SEARCH)),
    FieldPanel("body"),
    FieldPanel("sources", classname=FOLDED),
]
PICTURES = [
    MultiFieldPanel(
        [
            FieldPanel("hero", help_text=_("It stands above the text and on every card of the article.")),
            FieldPanel("hero_alt"),
            FieldPanel("hero_caption", help_text=_("Stands below it in small type: who took it, or where.")),
        ],
        _("Main picture"),
    ),
]
PLACE_AND_PEOPLE = [
    MultiFieldPanel(
        [
            FieldPanel("category"),
            FieldPanel("tags", required_on_save=False, help_text=TAGS),
        ],
        _("Where it belongs"),
    ),
    also_listed(),
    MultipleChooserPanel(
        "article_authors",
        chooser_field_name="author",
        heading=_("Written by"),
        label=_("Author"),
        panels=[FieldPanel("author")],
        help_text=_("You, to begin with. Several are named in this order."),
    ),
    MultiFieldPanel(
        [
            FieldPanel("reviewer", help_text=_("Who has read it for its facts. Named beside the author.")),
            FieldRowPanel(
                [FieldPanel("reviewed_on", help_text=_("The day they read it.")), FieldPanel("review_by")],
            ),
        ],
        _("Checked by an expert"),
        classname=FOLDED,
    ),
    MultipleChooserPanel(
        "product_picks",
        chooser_field_name="product",
        heading=_("Products you might like"),
        label=_("Product"),
        panels=[FieldPanel("product")],
        help_text=_("They stand first on the shelf below the article; popular ones fill it up."),
        classname=FOLDED,
    ),
    MultipleChooserPanel(
        "related_articles",
        chooser_field_name="article",
        heading=_("Read on"),
        label=_("Article"),
        panels=[FieldPanel("article")],
        help_text=_("Articles to offer below this one. Others on the same subject fill the row up."),
        classname=FOLDED,
    ),
]
PLANNING = MultiFieldPanel(
    [FieldPanel("published_on"), FieldPanel("featured")],
    _("Planning"),
    help_text=_("To publish on a later day, choose Set schedule under Status, the panel at the right."),
)

edit_handler = page_form(
    [*WRITE, *PICTURES, *PLACE_AND_PEOPLE], text="standfirst", picture="hero", planning=(PLANNING,)
)
