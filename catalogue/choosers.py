"""The choosers of products and merchants: what each product looks like, what it costs, whether readers see it."""

from django import forms
from django.db.models import Prefetch, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views import chooser

from site_core import choosers
from site_core.models import SiteImage

from .models import Merchant, ProductImage

SIZE = "max-165x165"


class PictureColumn(Column):
    cell_template_name = "catalogue/admin/picture_cell.html"

    def get_value(self, instance):
        picture = instance.main_image
        return picture and picture.image.get_rendition(SIZE)


class ProductList:
    ordering = ["-pk"]  # the newest first, as in the list of products

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


class MerchantFilterForm(BaseFilterForm):
    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects):
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return objects.filter(Q(name__icontains=self.search_query) | Q(town__icontains=self.search_query))


class MerchantList:
    filter_form_class = MerchantFilterForm

    @property
    def columns(self):
        return [*super().columns, Column("town", label=_("Town"))]


class MerchantChooseView(MerchantList, chooser.ChooseView):
    pass


class MerchantResultsView(MerchantList, chooser.ChooseResultsView):
    pass


class MerchantForm(WagtailAdminModelForm):
    prefix = "merchant"  # its labels are not those of the form below the window

    class Meta:
        model = Merchant
        fields = ["name", "url", "town"]
        formfield_callback = formfield_for_dbfield


class MerchantChooserViewSet(chooser.SnippetChooserViewSet):
    """A merchant that is not there yet is made here, so that nobody has to leave the product for it."""

    choose_view_class = MerchantChooseView
    choose_results_view_class = MerchantResultsView
    creation_form_class = MerchantForm
    create_action_label = _("Add this merchant")
    creation_tab_label = _("A new merchant")
