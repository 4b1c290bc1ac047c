"""What was published and needs somebody to look again: reviews, links, prices."""

from datetime import timedelta

from django.db.models import IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex

from blog.models import ArticlePage
from catalogue.models import Product
from catalogue.models.products import Availability
from site_core.gate.models import LinkCheck, LinkPlace
from site_core.links import to_field

from .reach import base_type, drafted_models, edit_url, keys_of, kind_of, public_keys, within_reach, works_with
from .sections import Row, Section

SOON = timedelta(days=14)
PRICE_IS_FRESH = timedelta(days=90)


class DueForReview(Section):
    name = "due"
    heading = _("Due for review")
    quiet = _("No article needs another look within two weeks.")

    def is_for_user(self):
        return works_with(self.user, Page)

    def found(self):
        due = within_reach(self.user, ArticlePage).filter(live=True, review_by__lte=timezone.localdate() + SOON)
        return due.only("pk", "title", "draft_title", "review_by").order_by("review_by", "pk")

    def row(self, one):
        over = one.review_by < timezone.localdate()
        url = to_field(edit_url(ArticlePage, one.pk), "review_by")
        note = gettext("Was to be reviewed by") if over else gettext("To be reviewed by")
        return Row(one.draft_title or one.title, url, note, one.review_by, over)


class BrokenLinks(Section):
    name = "links"
    heading = _("Links that lead nowhere")
    quiet = _("Every link between your pages leads somewhere.")

    def is_for_user(self):
        return works_with(self.user, Page)

    def found(self):
        """Places in published pages that name a page which readers cannot open."""
        page = base_type(Page)
        places = ReferenceIndex.objects.filter(
            base_content_type=page,
            object_id__in=public_keys(self.user, Page),
            to_content_type=page,
            to_object_id__in=keys_of(Page.objects.filter(live=False)),
        )
        return places.annotate(
            title=_title_of(Page.objects, "object_id"), target=_title_of(within_reach(self.user, Page), "to_object_id")
        ).order_by("object_id", "pk")

    def row(self, one):
        note = gettext("It leads to a page that is not public")
        if one.target:
            note = gettext("It leads to “%(title)s”, which is not public") % {"title": one.target}
        return Row(one.title, to_field(edit_url(kind_of(one.content_type_id), one.object_id), one.content_path), note)


def _title_of(pages, key):
    return Subquery(pages.order_by().filter(pk=Cast(OuterRef(key), IntegerField())).values("draft_title")[:1])


class DeadAddresses(Section):
    name = "addresses"
    heading = _("Addresses at which nobody answers")
    quiet = _("Every address outside that was asked still answers.")

    def is_for_user(self):
        return bool(drafted_models(self.user))

    def found(self):
        """Places in what is published that lead outside, to where nobody answered twice running."""
        reach = Q(pk__in=[])
        for model in drafted_models(self.user):
            reach |= Q(base_content_type=base_type(model), object_id__in=public_keys(self.user, model))
        dead = LinkPlace.objects.filter(reach, link_check__in=LinkCheck.objects.dead())
        return dead.select_related("link_check").order_by("title", "pk")

    def row(self, one):
        url = to_field(edit_url(kind_of(one.base_content_type_id), one.object_id), one.content_path)
        return Row(one.title, url, gettext("Nobody answers at %(address)s") % {"address": one.link_check.url})


class StaleProducts(Section):
    name = "products"
    heading = _("Products to look after")
    quiet = _("Every price was checked lately, and everything can be bought.")

    def is_for_user(self):
        return works_with(self.user, Product)

    def found(self):
        gone = [Availability.SOLD_OUT, Availability.DISCONTINUED]
        old = Q(price_checked_on__isnull=True) | Q(price_checked_on__lt=timezone.localdate() - PRICE_IS_FRESH)
        stale = Product.objects.filter(old | Q(availability__in=gone) | Q(outbound_url=""), live=True)
        return stale.defer("description", "specification").order_by("price_checked_on", "pk")

    def row(self, one):
        name, note = _what_is_stale(one)
        return Row(one.name, to_field(edit_url(Product, one.pk), name), note, one.price_checked_on)


def _what_is_stale(product):
    """The field that needs work first, and why."""
    if not product.outbound_url:
        return "outbound_url", gettext("It has no address at the merchant’s; price checked on")
    if product.availability in (Availability.SOLD_OUT, Availability.DISCONTINUED):
        return "availability", gettext("%(state)s; price checked on") % {"state": product.availability_label}
    return "price_checked_on", gettext("Price last checked on")
