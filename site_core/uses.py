"""The pictures and documents that an object shows, whether or not anything else uses them."""

from collections.abc import Iterator

from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

from site_core.models import SiteDocument, SiteImage

Uses = dict[type[models.Model], set[int]]


def uses_of(obj: models.Model) -> Uses:
    """Their keys, by model: chosen by a field of the object or of its rows, or in its text."""
    found = {SiteImage: set(), SiteDocument: set()}
    for row in rows_of(obj):
        found[SiteImage].update(getattr(row, key.attname) for key in keys_to_pictures(row))
        for model, key, *_path in _references(row):
            if model in found:
                found[model].add(int(key))
    return {model: keys - {None} for model, keys in found.items()}


def rows_of(obj: models.Model) -> Iterator[models.Model]:
    """The object, and the rows that are edited in its form."""
    yield obj
    for relation in get_all_child_relations(obj):
        yield from getattr(obj, relation.get_accessor_name()).all()


def keys_to_pictures(row: models.Model) -> list[models.ForeignKey]:
    return [one for one in row._meta.get_fields() if one.many_to_one and one.related_model is SiteImage]


def _references(row):
    for field in row._meta.get_fields():
        if not hasattr(field, "extract_references"):
            continue
        value = field.value_from_object(row)
        if isinstance(field, StreamField):
            value = value.stream_block.to_python(list(value.raw_data))  # its own blocks stay to be read by others
        yield from field.extract_references(value)
