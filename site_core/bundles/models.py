from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from .forms import BundleForm


class State(models.TextChoices):
    OPEN = "open", _("Being put together")
    PLANNED = "planned", _("Planned")
    PUBLISHED = "published", _("Published")
    FAILED = "failed", _("Could not be published")


class Bundle(ClusterableModel):
    name = models.CharField(_("name"), max_length=100, help_text=_("For the editors, such as “Spring issue”."))
    publish_at = models.DateTimeField(
        _("publish at"), null=True, blank=True, help_text=_("Then press “Plan for this time”.")
    )
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.OPEN, editable=False)
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("planned by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        editable=False,
    )
    published_at = models.DateTimeField(_("published at"), null=True, editable=False)
    reasons = models.JSONField(default=list, editable=False)

    base_form_class = BundleForm

    class Meta:
        verbose_name = _("bundle")
        verbose_name_plural = _("bundles")
        ordering = ["-pk"]

    def __str__(self):
        return self.name

    def rows(self) -> list["Row"]:
        """What is in it, in the order of the form."""
        return [*self.articles.all(), *self.products.all(), *self.menus.all()]


class Row(Orderable):
    """One member. `revision` is the draft that was planned, so that what is written later does not slip in."""

    revision = models.ForeignKey(
        "wagtailcore.Revision", null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )

    class Meta(Orderable.Meta):
        abstract = True

    @property
    def member(self):
        return getattr(self, self.kind)


def _member(model: str, name) -> models.ForeignKey:
    key = models.ForeignKey(model, verbose_name=name, on_delete=models.CASCADE, related_name="+")
    key.wagtail_reference_index_ignore = True  # a bundle that is long published keeps nobody from deleting a thing
    return key


class BundleArticle(Row):
    bundle = ParentalKey(Bundle, on_delete=models.CASCADE, related_name="articles")
    article = _member("blog.ArticlePage", _("article"))
    kind = "article"


class BundleProduct(Row):
    bundle = ParentalKey(Bundle, on_delete=models.CASCADE, related_name="products")
    product = _member("catalogue.Product", _("product"))
    kind = "product"


class BundleMenu(Row):
    bundle = ParentalKey(Bundle, on_delete=models.CASCADE, related_name="menus")
    menu = _member("site_core.Menu", _("menu"))
    kind = "menu"
