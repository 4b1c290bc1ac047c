"""What the publishing gate looks for that only the catalogue knows."""

from urllib.parse import urlsplit

from django.db.models import Func, Value
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from site_core.gate.content import blocks_of, links_of
from site_core.gate.findings import Check, register

from .models import Merchant, Product

DISCLOSING = {"products", "shelf"}  # blocks that say by themselves that a merchant may pay us
HOST = r"//(?:www\.)?([^/:?#]+)"  # for PostgreSQL


@register
class LinkWithoutDisclosure(Check):
    """A link in a text to a merchant of ours, in a text that nowhere says that we may be paid."""

    name = "disclosure"
    label = _("Links to a shop without saying that it may pay us")

    def find(self):
        if not isinstance(self.obj, Page) or any(place.block.name in DISCLOSING for place in blocks_of(self.obj)):
            return
        for link in self.outward:
            if _host(link.target) in self.of_merchants:
                yield (
                    link.path,
                    gettext("The link leads to a shop that may pay us. A products block says so by itself."),
                )

    @cached_property
    def outward(self):
        return [link for link in links_of(self.obj) if link.kind == "address" and _host(link.target)]

    @cached_property
    def of_merchants(self):
        return _shops_among({_host(link.target) for link in self.outward})


def _host(address):
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _shops_among(hosts):
    """Those of these hosts at which a merchant or one of the products is. One query, however many there are."""
    merchants, products = (
        model.objects.order_by()
        .annotate(host=Lower(Func(name, Value(HOST), function="substring")))
        .filter(host__in=hosts)
        .values_list("host", flat=True)
        for model, name in ((Merchant, "url"), (Product, "outbound_url"))
    )
    return set(merchants.union(products))
