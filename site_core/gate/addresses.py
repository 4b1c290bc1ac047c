"""Which addresses outside what is published leads to, and from where."""

from collections.abc import Iterator

from django.conf import settings
from django.db import models, transaction
from wagtail.models import Page

from site_core.scheduling import models_with_drafts

from .content import links_of
from .models import LinkCheck, LinkPlace

LONGEST = 2000
LONGEST_PATH = 255


def list_all() -> None:
    """Note those of all that is published, and forget those that nothing leads to any more."""
    for model in models_with_drafts():
        published = model._base_manager.filter(live=True)
        for obj in (Page.objects.filter(live=True).specific() if model is Page else published).iterator(chunk_size=100):
            list_again(obj)
        keys = [str(pk) for pk in published.values_list("pk", flat=True)]
        LinkPlace.objects.filter(base_content_type=model().get_base_content_type()).exclude(object_id__in=keys).delete()
    _forget_unused()


@transaction.atomic
def list_again(obj: models.Model) -> None:
    """Note those of one object as it is published now."""
    about = {"base_content_type": obj.get_base_content_type(), "object_id": str(obj.pk)}
    LinkPlace.objects.filter(**about).delete()
    found = dict.fromkeys(_outward(obj))
    if not found:
        return
    urls = sorted({url for url, _path in found})
    LinkCheck.objects.bulk_create([LinkCheck(url=url) for url in urls], ignore_conflicts=True)
    # Held, so that nobody forgets one of them just now; one that was forgotten just before is noted another day.
    checks = dict(LinkCheck.objects.select_for_update().order_by("pk").filter(url__in=urls).values_list("url", "pk"))
    LinkPlace.objects.bulk_create(
        LinkPlace(link_check_id=checks[url], content_path=path[:LONGEST_PATH], title=str(obj)[:255], **about)
        for url, path in found
        if url in checks
    )


@transaction.atomic
def _forget_unused():
    unused = LinkCheck.objects.filter(~models.Exists(LinkPlace.objects.filter(link_check=models.OuterRef("pk"))))
    held = list(unused.select_for_update(skip_locked=True).values_list("pk", flat=True))
    unused.filter(pk__in=held).delete()


def _outward(obj) -> Iterator[tuple[str, str]]:
    for link in links_of(obj):
        is_web = link.target.startswith(("http://", "https://")) and len(link.target) <= LONGEST
        if link.kind == "address" and is_web and not link.target.startswith(settings.SITE_URL):
            yield link.target, link.path
