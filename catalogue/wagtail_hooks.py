from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
)
from wagtail.admin.ui.tables import Column, LiveStatusTagColumn, UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from site_core.panels import FOLDED, SEARCH, TAGS, TITLE, SearchPreviewPanel, also_listed, counted
from site_core.previews import WithPreviews
from site_core.records import PlainCells

from .bulk import ChangeProducts
from .choosers import MerchantChooserViewSet, ProductChooserViewSet
from .models import Merchant, Product

WRITE = [
    FieldPanel("name", attrs=counted(TITLE), help_text=_("As the maker calls it, without the maker's name.")),
    FieldPanel("summary", attrs=counted(SEARCH)),
    FieldPanel("description", help_text=_("In our own words: what it is like, and for whom.")),
    MultiFieldPanel(
        [FieldPanel("choice_note"), FieldPanel("chosen_by", help_text=_("The name below the note."))],
        _("A signed note"),
        classname=FOLDED,
    ),
    FieldPanel("specification", classname=FOLDED, help_text=_("Size, material, weight: one row for each.")),
]
PICTURES = [
    InlinePanel(
        "gallery", heading=_("Pictures"), label=_("Picture"), help_text=_("The first one stands on the shelf.")
    ),
]
PRICE = [
    MultiFieldPanel(
        [
            FieldPanel("merchant", help_text=_("Who sells it. We only link to them.")),
            FieldPanel("outbound_url", help_text=_("Where the button on the product's page leads.")),
            FieldRowPanel(
                [
                    FieldPanel("price", help_text=_("As the merchant asks it today.")),
                    FieldPanel("regular_price"),
                    FieldPanel("currency", help_text=_("In which it is asked.")),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("price_checked_on"),
                    FieldPanel("availability", help_text=_("What is sold out stays on the page, and says so.")),
                ]
            ),
        ],
        _("Price and merchant"),
    ),
]
PLACE = [
    MultiFieldPanel(
        [
            FieldPanel("category", help_text=_("The shelf it stands on.")),
            FieldPanel("tags", required_on_save=False, help_text=TAGS),
            FieldPanel("badges", required_on_save=False, help_text=_("Small words beside its name.")),
            FieldPanel("featured"),
        ],
        _("Where it belongs"),
    ),
    also_listed(),
]
SEARCH_AND_SHARING = [
    MultiFieldPanel(
        [
            SearchPreviewPanel(title="name", text="summary", picture="gallery-0-image"),
            FieldPanel(
                "slug",
                required_on_save=False,
                heading=_("Web address"),
                help_text=_("The last part of the product's address on the web. It is made from the name."),
            ),
        ],
        _("Search and sharing"),
    ),
    PublishingPanel(),
]


class ProductIndex(PlainCells, IndexView):
    pass


class ProductViewSet(WithPreviews, SnippetViewSet):
    model = Product
    index_view_class = ProductIndex
    chooser_viewset_class = ProductChooserViewSet
    icon = "tag"
    menu_label = _("Products")
    copy_view_enabled = False
    list_display = [
        "name",
        "merchant",
        Column("money", label=_("Price"), sort_key="price"),
        Column("availability_label", label=_("Availability"), sort_key="availability"),
        LiveStatusTagColumn(label=_("Status")),
        UpdatedAtColumn(),
    ]
    list_filter = ["category", "merchant", "availability", "featured", "live"]
    list_export = ["name", "slug", "merchant", "price", "currency", "price_checked_on", "availability", "outbound_url"]
    edit_handler = ObjectList([*WRITE, *PICTURES, *PRICE, *PLACE, *SEARCH_AND_SHARING])


class MerchantViewSet(SnippetViewSet):
    model = Merchant
    chooser_viewset_class = MerchantChooserViewSet
    icon = "home"
    menu_label = _("Merchants")
    list_display = ["name", "town", "url"]
    search_fields = ["name", "town"]
    panels = [FieldPanel("name"), FieldPanel("town"), FieldPanel("url")]


class CatalogueGroup(SnippetViewSetGroup):
    menu_label = _("Catalogue")
    menu_icon = "tag"
    menu_order = 220
    items = [ProductViewSet, MerchantViewSet]


register_snippet(CatalogueGroup)

hooks.register("register_bulk_action", ChangeProducts)
