"""What was published and needs somebody to look again: schedules, reviews, links, prices."""

from datetime import timedelta

from django.db.models import CharField, Q
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, ReferenceIndex, Revision

from blog.models import ArticlePage
from catalogue.models import Product
from catalogue.models.products import Availability
from site_core.links import to_field

from .reach import base_type, drafted_models, edit_url, keys_within_reach, kind_of, within_reach, works_with
from .sections import Row, Section

SOON = timedelta(days=14)
PRICE_IS_FRESH = timedelta(days=90)


class Scheduled(Section):
    name = "scheduled"
    heading = _("Planned")
    quiet = _("Nothing is planned. The calendar is open.")

    def is_for_user(self):
        return bool(drafted_models(self.user))

    def found(self):
        planned = Revision.objects.filter(keys_within_reach(self.user), approved_go_live_at__isnull=False)
        return planned.defer("content").order_by("approved_go_live_at", "pk")

    def row(self, one):
        url = f"{reverse('queue:dates')}#date-{one.pk}"
        return Row(one.object_str, url, gettext("Goes live"), one.approved_go_live_at)


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
        hidden = Page.objects.filter(live=False).order_by().annotate(key=Cast("pk", CharField())).values("key")
        shown = within_reach(self.user, Page).filter(live=True).order_by()
        shown = shown.annotate(key=Cast("pk", CharField())).values("key")
        places = ReferenceIndex.objects.filter(
            base_content_type=page, object_id__in=shown, to_content_type=page, to_object_id__in=hidden
        )
        return places.order_by("object_id", "pk")

    def rows(self, found):
        keys = {int(key) for one in found for key in (one.object_id, one.to_object_id)}
        titles = dict(Page.objects.filter(pk__in=keys).values_list("pk", "draft_title"))
        reach = within_reach(self.user, Page).filter(pk__in=keys)
        named = set(titles) if self.user.is_superuser else set(reach.values_list("pk", flat=True))
        return [self._row(one, titles, named) for one in found]

    def _row(self, one, titles, named):
        target = int(one.to_object_id)
        note = gettext("It leads to a page that is not public")
        if target in named:
            note = gettext("It leads to “%(title)s”, which is not public") % {"title": titles[target]}
        url = to_field(edit_url(kind_of(one.content_type_id), one.object_id), one.content_path)
        return Row(titles[int(one.object_id)], url, note)


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
