"""The chooser of products: what each looks like, what it costs, whether readers see it."""

from django.db.models import Prefetch
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column

from site_core import choosers
from site_core.models import SiteImage

from .models import ProductImage

SIZE = "max-165x165"


class PictureColumn(Column):
    cell_template_name = "catalogue/admin/picture_cell.html"

    def get_value(self, instance):
        picture = instance.main_image
        return picture and picture.image.get_rendition(SIZE)


class ProductList:
    def get_object_list(self):
        pictures = SiteImage.objects.prefetch_renditions(SIZE)
        gallery = ProductImage.objects.order_by("sort_order").prefetch_related(Prefetch("image", queryset=pictures))
        return super().get_object_list().prefetch_related(Prefetch("gallery", queryset=gallery))

    @property
    def columns(self):
        title, *others = super().columns
        price = Column("money", label=_("Price"))
        return [
            PictureColumn("picture", label=""),
            title,
            price,
            Column("availability_label", label=_("State")),
            *others,
        ]


class ProductChooseView(ProductList, choosers.LimitedChooseView):
    pass


class ProductResultsView(ProductList, choosers.LimitedResultsView):
    pass


class ProductChooserViewSet(choosers.LimitedChooserViewSet):
    choose_view_class = ProductChooseView
    choose_results_view_class = ProductResultsView
