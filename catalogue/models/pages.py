from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from site_core.models import BasePage, CategoryBase, Hue
from site_core.panels import page_form, title_panel


class ShopPage(BasePage):
    """The shelves: all products, and the tree of their categories beneath."""

    tagline = models.CharField(_("line below the title"), max_length=200, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["catalogue.ProductCategoryPage"]
    reserved_slugs = frozenset({"product", "feed", "page"})
    tint = "shop"

    edit_handler = page_form([title_panel(), FieldPanel("tagline")], text="tagline")

    class Meta:
        verbose_name = _("shop")

    @property
    def summary_text(self) -> str:
        return self.tagline

    def get_context(self, request, *args, **kwargs):
        from catalogue.shelves import shop_context

        return {**super().get_context(request, *args, **kwargs), **shop_context(self, request)}


class ProductCategoryPage(CategoryBase):
    default_hue = Hue.SHOP
    parent_page_types = ["catalogue.ShopPage", "catalogue.ProductCategoryPage"]
    subpage_types = ["catalogue.ProductCategoryPage"]
    reserved_slugs = frozenset({"product", "feed", "page"})

    class Meta:
        verbose_name = _("product category")
        verbose_name_plural = _("product categories")

    def get_context(self, request, *args, **kwargs):
        from catalogue.shelves import category_context

        return {**super().get_context(request, *args, **kwargs), **category_context(self, request)}
