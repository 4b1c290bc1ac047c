"""Checks of what an object leads to."""

from collections.abc import Iterable
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.models import Page

from site_core.models import PublicPageQuerySet

from .content import links_of
from .findings import Check, register

_together: ContextVar[frozenset[str]] = ContextVar("together", default=frozenset())


@contextmanager
def published_together(page_ids: Iterable[int]):
    """Within this block these pages count as published: they become so at the same moment as what leads to them."""
    token = _together.set(frozenset(str(pk) for pk in page_ids))
    try:
        yield
    finally:
        _together.reset(token)


@register
class DeadLink(Check):
    name = "dead_link"
    label = _("Links to pages that are not published, and dead addresses")

    def find(self):
        for link in self.links:
            if link.kind == "page" and link.target not in self.public:
                yield link.path, self._said_of(link.target)
            elif link.kind == "document" and link.target not in self.documents:
                yield link.path, gettext("The link leads to a document that is not there any more.")
            elif link.kind == "address" and link.target in self.dead:
                yield link.path, gettext("Nobody answers at %(address)s any more.") % {"address": link.target}

    def _said_of(self, page):
        if page not in self.titles:
            return gettext("The link leads to a page that is not there any more.")
        if title := self.titles[page]:
            return gettext("The link leads to “%(title)s”, which is not published.") % {"title": title}
        return gettext("The link leads to a page that was never published.")

    @cached_property
    def links(self):
        return list(links_of(self.obj))

    def _targets(self, kind):
        return [link.target for link in self.links if link.kind == kind]

    @cached_property
    def public(self):
        pages = PublicPageQuerySet(Page).public().filter(pk__in=self._targets("page"))
        return {str(pk) for pk in pages.values_list("pk", flat=True)} | _together.get()

    @cached_property
    def titles(self):
        """Readers knew them. What was never published may be a secret of others: anybody can write any number."""
        pages = Page.objects.filter(pk__in=self._targets("page")).values_list("pk", "title", "first_published_at")
        return {str(pk): title if published else "" for pk, title, published in pages}

    @cached_property
    def documents(self):
        there = get_document_model().objects.filter(pk__in=self._targets("document"))
        return {str(pk) for pk in there.values_list("pk", flat=True)}

    @cached_property
    def dead(self):
        from .models import LinkCheck

        return set(LinkCheck.objects.dead().filter(url__in=self._targets("address")).values_list("url", flat=True))
