"""The ways to publish that Wagtail leads past `Publishable.publish()`."""

from django.db import models
from wagtail.models import Page

from site_core.models import NotPublishable, Publishable
from site_core.models.publishing import publication_errors


def require_publishable(obj: models.Model) -> None:
    """Raise NotPublishable if `obj` must not be published as it is."""
    if isinstance(obj, Publishable) and (errors := publication_errors(obj)):
        raise NotPublishable(obj, errors)


def require_copyable(page: Page, recursive: bool) -> None:
    """Raise NotPublishable if a live page among those to be copied must not be published as it is."""
    branch = page.get_descendants(inclusive=True) if recursive else Page.objects.filter(pk=page.pk)
    for one in branch.live().specific():
        require_publishable(one)
