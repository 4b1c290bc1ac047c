from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from site_core.blocks.at_hand import SnippetBlock
from site_core.blocks.flow import ChooserListBlock
from site_core.models.images import load_renditions


class ProductsBlock(blocks.StructBlock):
    heading = blocks.CharBlock(required=False, max_length=120, label=_("Heading"))
    products = ChooserListBlock(
        SnippetBlock("catalogue.Product", label=_("Product")),
        min_num=0,
        max_num=6,
        default=[],
        label=_("Products"),
    )
    category = blocks.PageChooserBlock(
        required=False,
        page_type="catalogue.ProductCategoryPage",
        label=_("The most popular of a category"),
        help_text=_("Shown when no product is chosen."),
    )
    count = blocks.IntegerBlock(min_value=1, max_value=6, default=3, label=_("How many of them"))

    class Meta:
        icon = "tag"
        label = _("Products")
        group = _("Products")
        description = _("Up to six products on a shelf, announced as what they are.")
        template = "blocks/products.html"
        label_format = "{heading}"
        form_layout = blocks.BlockGroup(children=["products"], settings=["heading", "category", "count"])

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation and not list(value.get("products") or []) and not value.get("category"):
            error = ValidationError(
                gettext("Choose at least one product, or a category in the settings of this block.")
            )
            raise StructBlockValidationError(
                block_errors={"products": blocks.ListBlockValidationError(non_block_errors=[error])}
            )
        return value

    def get_preview_value(self):
        from catalogue.models import Product

        products = list(Product.objects.public().popular_first()[:3])
        return self.normalize({"heading": gettext("For the sill"), "products": products, "count": 3})

    def get_context(self, value, parent_context=None):
        from catalogue.shelves import chosen_products

        context = super().get_context(value, parent_context)
        context["products"] = chosen_products(value)
        load_renditions(product.main_image.image for product in context["products"] if product.main_image)
        return context
