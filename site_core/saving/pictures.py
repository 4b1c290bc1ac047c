"""The pictures of a draft have all their sizes before anybody publishes it."""

from django.core.cache import cache
from django.db import models

from site_core.models import SiteImage
from site_core.models.images import load_renditions
from site_core.tasks import make_renditions
from site_core.uses import uses_of

A_MINUTE = 60  # s; a text that saves by itself asks for the same picture every other second


def draw_chosen(obj: models.Model) -> None:
    """Have the worker make what is missing. An upload has asked for it already; this is for what came of that."""
    keys = uses_of(obj)[SiteImage]
    images = list(SiteImage.objects.filter(pk__in=keys)) if keys else []
    load_renditions(images)
    for image in images:
        if set(image.specs) - set(image.made) and cache.add(f"saving.drawing.{image.pk}", True, A_MINUTE):
            make_renditions.enqueue(image.pk)
