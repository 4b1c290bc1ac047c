"""The pictures of a draft have all their sizes before anybody publishes it."""

from collections.abc import Iterator

from django.core.cache import cache
from django.db import models
from modelcluster.models import get_all_child_relations

from site_core.models import SiteImage
from site_core.models.images import load_renditions
from site_core.tasks import make_renditions

A_MINUTE = 60  # s; a text that saves by itself asks for the same picture every other second


def draw_chosen(obj: models.Model) -> None:
    """Have the worker make what is missing. An upload has asked for it already; this is for what came of that."""
    keys = set(_chosen(obj)) - {None}
    images = list(SiteImage.objects.filter(pk__in=keys)) if keys else []
    load_renditions(images)
    for image in images:
        if set(image.specs) - set(image.made) and cache.add(f"saving.drawing.{image.pk}", True, A_MINUTE):
            make_renditions.enqueue(image.pk)


def _chosen(obj) -> Iterator[int | None]:
    for field in obj._meta.get_fields():
        if field.many_to_one and field.related_model is SiteImage:
            yield getattr(obj, field.attname)
        elif hasattr(field, "extract_references"):
            references = field.extract_references(field.value_from_object(obj))
            yield from (int(key) for model, key, *_path in references if model is SiteImage)
    for relation in get_all_child_relations(obj):
        for row in getattr(obj, relation.get_accessor_name()).all():
            yield from _chosen(row)
