"""A draft as its guest sees it: its own words and pictures, and around them what every reader sees.

The draft is read as staff, and with it the pictures and sounds that it uses. All else is read as the reader, blocks
of its text included: a product or page chosen there that is not public is not there.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from django.db import models
from django.db.models import FileField
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Revision

from site_core.blocks import AudioBlock
from site_core.blocks.at_hand import at_hand
from site_core.door import as_reader
from site_core.models import SiteDocument, SiteImage, SiteRendition
from site_core.models.images import load_renditions

Uses = dict[type[models.Model], set[int]]


@dataclass(frozen=True)
class Lent:
    """What stands for a rendition or document that only this guest may load."""

    url: str
    filter_spec: str = ""
    width: int = 0
    is_public: bool = True  # to whoever has the address of the draft


@dataclass
class Draft:
    """The newest version of an object. `version` changes with every word of it."""

    obj: models.Model
    version: str
    uses: Uses = field(default_factory=dict)


def version_of(revision: Revision | None) -> str:
    content = json.dumps(revision.content, sort_keys=True) if revision else ""
    return sha256(content.encode()).hexdigest()


def newest(obj: models.Model) -> Draft:
    """Work as staff for this."""
    revision = obj.get_latest_revision()
    draft = revision.as_object() if revision else obj
    return Draft(draft, version_of(revision), _uses(draft))


def lend(draft: Draft, base: str) -> None:
    """Give the draft the pictures and sounds it uses; those that are not public get addresses below `base`.

    Work as staff for this.
    """
    images = SiteImage.objects.in_bulk(draft.uses[SiteImage])
    documents = SiteDocument.objects.in_bulk(draft.uses[SiteDocument])
    load_renditions(images.values())
    _dress(images, base)
    for row in _rows(draft.obj):
        for key in _keys_to_pictures(row):
            if found := images.get(getattr(row, key.attname)):
                setattr(row, key.name, found)
    with as_reader(), at_hand(SiteImage, images.values()):
        for name in _streams(draft.obj):
            _read_blocks(getattr(draft.obj, name), documents, base)


def file_of(draft: Draft, name: str) -> FileField | None:
    """The file with this name, if it is one that the draft shows. Work as staff for this."""
    shown = SiteRendition.objects.select_related("image").filter(image__in=draft.uses[SiteImage])
    for rendition in shown.filter(file__endswith=f"/{name}"):
        if rendition.filter_spec in rendition.image.specs and PurePath(rendition.file.name).name == name:
            return rendition.file
    documents = SiteDocument.objects.filter(pk__in=draft.uses[SiteDocument])
    return next((one.file for one in documents if PurePath(one.file.name).name == name), None)


def _dress(images, base):
    public = set(SiteImage.objects.public().filter(pk__in=images).values_list("pk", flat=True))
    for image in images.values():
        if image.pk not in public:
            image.prefetched_renditions = [
                Lent(_address(base, made.file), made.filter_spec, made.width)
                for made in image.prefetched_renditions
                if made.filter_spec in image.specs
            ]


def _address(base, file):
    return f"{base}media/{PurePath(file.name).name}"


def _read_blocks(stream, documents, base):
    """Read all blocks now, as the role and with the pictures of this moment."""
    stored = list(stream.raw_data)
    for raw, block in zip(stored, stream, strict=True):
        is_missing = isinstance(block.block, AudioBlock) and block.value["file"] is None
        if is_missing and (document := documents.get(raw["value"].get("file"))):
            block.value["file"] = Lent(_address(base, document.file))


def _uses(draft) -> Uses:
    """The keys of the pictures and documents of a draft, whether or not anything else uses them."""
    found = {SiteImage: set(), SiteDocument: set()}
    for row in _rows(draft):
        for key in _keys_to_pictures(row):
            found[SiteImage].add(getattr(row, key.attname))
    for name in _streams(draft):
        stream = getattr(draft, name)
        copy = stream.stream_block.to_python(list(stream.raw_data))  # its own blocks stay to be read as the reader
        for model, key, *_path in stream.stream_block.extract_references(copy):
            if model in found:
                found[model].add(int(key))
    return {model: keys - {None} for model, keys in found.items()}


def _rows(obj) -> Iterator[models.Model]:
    yield obj
    for relation in get_all_child_relations(obj):
        yield from getattr(obj, relation.get_accessor_name()).all()


def _keys_to_pictures(row):
    return [one for one in row._meta.get_fields() if one.many_to_one and one.related_model is SiteImage]


def _streams(obj):
    return [one.name for one in obj._meta.get_fields() if isinstance(one, StreamField)]
