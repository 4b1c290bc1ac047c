"""The pictures that the blocks of a body show."""

from .blocks.at_hand import at_hand
from .models.images import SiteImage


def pictures_of(body) -> list[SiteImage]:
    """Every picture of a body, all read in one query. `body` is a stream value."""
    ids = {pk for block in body.raw_data for pk in _ids(block["type"], block["value"])} - {None}
    found = SiteImage.objects.filter(pk__in=ids) if ids else ()
    with at_hand(SiteImage, found):
        return [picture for block in body for picture in _shown(block.block_type, block.value) if picture]


def _ids(kind, value):
    return [picture.get("image") for picture in _shown(kind, value) if picture]


def _shown(kind, value):
    """What a block has where pictures stand: pictures, or as stored the values of `image` blocks."""
    if kind == "image":
        return [value.get("image")]
    if kind == "gallery":
        return [row.get("value", row).get("image") for row in value.get("pictures") or []]
    return [value.get("poster")] if kind == "video" else []
