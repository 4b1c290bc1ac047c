from django import forms
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MinValueValidator
from django.db import models
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from taggit.models import TaggedItemBase
from wagtail.fields import RichTextField, StreamField
from wagtail.models import DraftStateMixin, LockableMixin, Orderable, PreviewableMixin, RevisionMixin, WorkflowMixin
from wagtail.search import index

from site_core.blocks.text import SpecificationRowBlock
from site_core.models import Categorised, FreeSlug, HideableForeignKey, Publishable, PublishableForm
from site_core.models.previews import PREVIEW_SIZES

from .pricing import Currency, money, saving
from .querysets import ProductQuerySet


class Merchant(models.Model):
    """Who sells a product. We link to them and sell nothing ourselves."""

    name = models.CharField(_("name"), max_length=100, unique=True)
    url = models.URLField(_("web address"), max_length=500, blank=True)
    town = models.CharField(_("town"), max_length=100, blank=True)

    class Meta:
        verbose_name = _("merchant")
        verbose_name_plural = _("merchants")
        ordering = ["name"]

    def __str__(self):
        return self.name


class Availability(models.TextChoices):
    IN_STOCK = "in_stock", _("In stock")
    PRE_ORDER = "pre_order", _("Can be ordered ahead")
    SOLD_OUT = "sold_out", _("Sold out at the moment")
    DISCONTINUED = "discontinued", _("No longer made")


class Badge(models.TextChoices):
    OUR_PICK = "our_pick", _("Our pick")
    NEW = "new", _("New here")
    HANDMADE = "handmade", _("Made by hand")
    SMALL_MAKER = "small_maker", _("From a small maker")
    GOOD_FOR_DOGS = "good_for_dogs", _("Good for dogs")


class BadgeField(ArrayField):
    """Several badges, ticked. Django's own form field for an array asks for commas."""

    def __init__(self, **kwargs):
        super().__init__(**{"base_field": models.CharField(max_length=20, choices=Badge.choices), **kwargs})

    def formfield(self, **kwargs):
        options = {
            "choices": Badge.choices,
            "widget": forms.CheckboxSelectMultiple,
            "required": False,
            "label": capfirst(self.verbose_name),
        }
        return forms.MultipleChoiceField(**options)


class ProductTag(TaggedItemBase):
    content_object = ParentalKey("catalogue.Product", on_delete=models.CASCADE, related_name="tagged_items")


class Product(
    PreviewableMixin,
    Publishable,
    WorkflowMixin,
    DraftStateMixin,
    LockableMixin,
    RevisionMixin,
    index.Indexed,
    FreeSlug,
    Categorised,
    ClusterableModel,
):
    name = models.CharField(_("name"), max_length=150)
    slug = models.SlugField(
        _("address"),
        max_length=255,
        unique=True,
        blank=True,
        help_text=_("The last part of the web address. Filled in from the name."),
    )
    summary = models.TextField(
        _("summary"), blank=True, max_length=300, help_text=_("One or two sentences, for lists and search.")
    )
    description = RichTextField(_("why it is here"), blank=True, features=["h3", "bold", "italic", "ul", "ol", "link"])
    category = HideableForeignKey(
        "catalogue.ProductCategoryPage",
        verbose_name=_("main category"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="main_products",
    )
    categories = ParentalManyToManyField(
        "catalogue.ProductCategoryPage", verbose_name=_("also listed under"), blank=True, related_name="products"
    )
    tags = ClusterTaggableManager(through=ProductTag, blank=True, verbose_name=_("tags"))
    merchant = HideableForeignKey(
        Merchant, verbose_name=_("merchant"), null=True, on_delete=models.SET_NULL, related_name="products"
    )
    outbound_url = models.URLField(_("address at the merchant's"), max_length=1000, blank=True)
    price = models.DecimalField(
        _("price"), max_digits=8, decimal_places=2, null=True, validators=[MinValueValidator(0)]
    )
    currency = models.CharField(_("currency"), max_length=3, choices=Currency.choices, default=Currency.GBP)
    price_checked_on = models.DateField(
        _("price checked on"), null=True, help_text=_("The day somebody last saw this price.")
    )
    regular_price = models.DecimalField(
        _("regular price"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Only if it is reduced."),
    )
    availability = models.CharField(
        _("availability"), max_length=20, choices=Availability.choices, default=Availability.IN_STOCK
    )
    badges = BadgeField(verbose_name=_("badges"), blank=True, default=list)
    featured = models.BooleanField(
        _("featured"), default=False, help_text=_("Stands first on shelves and among popular products.")
    )
    specification = StreamField([("row", SpecificationRowBlock())], verbose_name=_("particulars"), blank=True)
    chosen_by = models.CharField(_("who chose it"), max_length=100, blank=True)
    choice_note = models.TextField(
        _("and why"), blank=True, max_length=400, help_text=_("A short personal note; it is shown with the name.")
    )

    objects = ProductQuerySet.as_manager()
    base_form_class = PublishableForm

    search_fields = [
        index.SearchField("name", boost=10),
        index.AutocompleteField("name"),
        index.SearchField("summary", boost=5),
        index.SearchField("description"),
        index.RelatedFields("merchant", [index.SearchField("name")]),
        index.FilterField("id"),
    ]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes = [models.Index(fields=["-featured", "-first_published_at", "-id"], name="product_popular")]

    def __str__(self):
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("product", args=[self.slug])

    @property
    def address(self) -> str:
        return self.get_absolute_url() if self.slug else ""

    @cached_property
    def main_image(self):
        """The first row of the gallery, or None."""
        return next((row for row in self.gallery.all() if row.image), None)

    @property
    def money(self) -> str:
        return money(self.price, self.currency)

    @property
    def regular_money(self) -> str:
        return money(self.regular_price, self.currency) if self.saving else ""

    @property
    def saving(self) -> int | None:
        """Whole per cent off the regular price, or None."""
        return saving(self.price, self.regular_price)

    @property
    def availability_label(self) -> str:
        return self.get_availability_display()

    @property
    def badges_labels(self) -> list[str]:
        return [str(Badge(badge).label) for badge in self.badges or [] if badge in Badge.values]

    preview_sizes = PREVIEW_SIZES
    preview_modes = [
        ("", _("Its page")),
        ("card", _("Its card on a shelf")),
        ("article", _("Its card in an article")),
        ("sold_out", _("When it is sold out")),
    ]

    def get_preview_template(self, request, mode_name):
        return "catalogue/product.html"

    def get_preview_context(self, request, mode_name):
        from catalogue.shelves import product_context

        return {**super().get_preview_context(request, mode_name), **product_context(self, request)}

    def serve_preview(self, request, mode_name):
        from catalogue.previews import preview_of

        return TemplateResponse(request, *preview_of(self, request, mode_name))


Product._meta.get_field("name").required_on_save = True


class ProductImage(Orderable):
    class Kind(models.TextChoices):
        CUT_OUT = "cut-out", _("Cut-out: the thing alone, on white")
        PHOTOGRAPH = "photograph", _("Photograph: with its surroundings")

    product = ParentalKey(Product, on_delete=models.CASCADE, related_name="gallery")
    image = HideableForeignKey(
        "site_core.SiteImage", verbose_name=_("picture"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    kind = models.CharField(
        _("kind"),
        max_length=12,
        choices=Kind.choices,
        default=Kind.CUT_OUT,
        help_text=_("A cut-out stands on the shelf; a photograph leans there as a framed print."),
    )
    alt = models.CharField(
        _("what is to be seen"),
        max_length=255,
        blank=True,
        help_text=_("Leave empty to use the picture library's description."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
