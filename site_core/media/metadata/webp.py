"""WebP: a RIFF container of chunks, whose first may list what kinds of chunks there are."""

from collections.abc import Iterator

from .broken import BrokenPicture
from .orientation import exif_of, orientation

HEAD = 12
KEPT = {b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"}
HAS_EXIF, HAS_XMP = 0x08, 0x04


def strip(data: bytes) -> bytes:
    """The chunks that draw the picture."""
    if data[8:HEAD] != b"WEBP":
        raise BrokenPicture("RIFF, but not WebP")
    chunks = list(_chunks(data))
    exif = exif_of(orientation(next((content for kind, content in chunks if kind == b"EXIF"), None)))
    parts = [_chunk(kind, _flagged(content, exif) if kind == b"VP8X" else content) for kind, content in chunks
             if kind in KEPT]  # fmt: skip
    body = b"WEBP" + b"".join([*parts, _chunk(b"EXIF", exif)] if exif else parts)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _flagged(content, exif):
    """The list of what there is, brought up to date."""
    flags = content[0] & ~(HAS_EXIF | HAS_XMP) | (HAS_EXIF if exif else 0)
    return bytes([flags]) + content[1:]


def _chunks(data) -> Iterator[tuple[bytes, bytes]]:
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:
        raise BrokenPicture("it ends too early")
    at = HEAD
    while at + 8 <= min(end, len(data)):
        size = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + size > len(data):
            raise BrokenPicture("it ends too early")
        yield data[at : at + 4], data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(kind, content):
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
