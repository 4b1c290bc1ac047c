from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from site_core.previews import WithPreviews

from .bulk import ChangeProducts
from .choosers import ProductChooserViewSet
from .models import Merchant, Product

WHAT = [
    FieldPanel("name"),
    FieldPanel("summary"),
    InlinePanel(
        "gallery", heading=_("Pictures"), label=_("Picture"), help_text=_("The first one stands on the shelf.")
    ),
    FieldPanel("description"),
    FieldPanel("specification"),
    MultiFieldPanel([FieldPanel("choice_note"), FieldPanel("chosen_by")], _("A signed note")),
]
PRICE = [
    FieldPanel("merchant"),
    FieldPanel("outbound_url"),
    FieldRowPanel([FieldPanel("price"), FieldPanel("regular_price"), FieldPanel("currency")]),
    FieldRowPanel([FieldPanel("price_checked_on"), FieldPanel("availability")]),
]
PLACE = [
    FieldPanel("category"),
    FieldPanel("categories", required_on_save=False),
    FieldPanel("tags", required_on_save=False),
    FieldPanel("badges", required_on_save=False),
    FieldPanel("featured"),
    FieldPanel("slug", required_on_save=False),
    PublishingPanel(),
]


class ProductViewSet(WithPreviews, SnippetViewSet):
    model = Product
    chooser_viewset_class = ProductChooserViewSet
    icon = "tag"
    menu_label = _("Products")
    copy_view_enabled = False
    list_display = ["name", "merchant", "money", "availability", UpdatedAtColumn()]
    list_filter = ["category", "merchant", "availability", "featured"]
    list_export = ["name", "slug", "merchant", "price", "currency", "price_checked_on", "availability", "outbound_url"]
    edit_handler = TabbedInterface(
        [
            ObjectList(WHAT, heading=_("What it is")),
            ObjectList(PRICE, heading=_("Price and merchant")),
            ObjectList(PLACE, heading=_("Place and planning")),
        ]
    )


class MerchantViewSet(SnippetViewSet):
    model = Merchant
    icon = "home"
    menu_label = _("Merchants")
    list_display = ["name", "town", "url"]
    panels = [FieldPanel("name"), FieldPanel("town"), FieldPanel("url")]


class CatalogueGroup(SnippetViewSetGroup):
    menu_label = _("Catalogue")
    menu_icon = "tag"
    menu_order = 220
    items = [ProductViewSet, MerchantViewSet]


register_snippet(CatalogueGroup)

hooks.register("register_bulk_action", ChangeProducts)
