"""PNG: chunks of length, kind, content and checksum."""

import zlib
from collections.abc import Iterator

from .broken import BrokenPicture
from .orientation import exif_of, orientation

HEAD = 8
# Pixels, colours and, of animated ones, frames. All other chunks hold words, times or programs' own things.
KEPT = set(b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sRGB sBIT cICP bKGD pHYs hIST acTL fcTL fdAT".split())


def strip(data: bytes) -> bytes:
    """The chunks that draw the picture, up to its end."""
    chunks = list(_chunks(data))
    exif = exif_of(orientation(next((chunk[8:-4] for kind, chunk in chunks if kind == b"eXIf"), None)))
    parts = [data[:HEAD]]
    for kind, chunk in chunks:
        if kind in KEPT:
            parts.append(chunk)
        if kind == b"IHDR" and exif:
            parts.append(_chunk(b"eXIf", exif))
    return b"".join(parts)


def _chunks(data) -> Iterator[tuple[bytes, bytes]]:
    at = HEAD
    while at < len(data):
        kind = data[at + 4 : at + 8]
        end = at + 12 + int.from_bytes(data[at : at + 4])
        if end > len(data):
            break
        yield kind, data[at:end]
        if kind == b"IEND":
            return
        at = end
    raise BrokenPicture("it ends too early")


def _chunk(kind, content):
    checksum = zlib.crc32(kind + content).to_bytes(4)
    return len(content).to_bytes(4) + kind + content + checksum
