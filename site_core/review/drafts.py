"""A draft as its guest sees it: its own words and pictures, and around them what every reader sees.

The draft is read as staff, and with it the pictures and sounds that it uses. All else is read as the reader, blocks
of its text included: a product or page chosen there that is not public is not there.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from django.db import models
from django.db.models import FileField
from wagtail.fields import StreamField
from wagtail.models import Revision

from site_core.blocks import AudioBlock
from site_core.blocks.at_hand import at_hand
from site_core.door import as_reader
from site_core.models import SiteDocument, SiteImage, SiteRendition
from site_core.models.images import load_renditions
from site_core.uses import Uses, keys_to_pictures, rows_of, uses_of


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
    return Draft(draft, version_of(revision), uses_of(draft))


def lend(draft: Draft, base: str) -> None:
    """Give the draft the pictures and sounds it uses; those that are not public get addresses below `base`.

    Work as staff for this.
    """
    images = SiteImage.objects.in_bulk(draft.uses[SiteImage])
    documents = SiteDocument.objects.in_bulk(draft.uses[SiteDocument])
    load_renditions(images.values())
    _dress(images, base)
    for row in rows_of(draft.obj):
        for key in keys_to_pictures(row):
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


def _streams(obj):
    return [one.name for one in obj._meta.get_fields() if isinstance(one, StreamField)]
