"""JPEG: segments that each begin with a marker, and compressed data between them."""

import re
from collections.abc import Iterator

from .broken import BrokenPicture
from .orientation import PREFIX, exif_of, orientation

START, END, SCAN, COMMENT, EXIF = 0xD8, 0xD9, 0xDA, 0xFE, 0xE1
APPLICATION = range(0xE0, 0xF0)
# Of what programs may add: the format's own mark, the colour profile, and how Adobe's colours are meant.
KEPT = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
NEXT_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


def strip(data: bytes) -> bytes:
    """All segments that draw the picture, up to its end: what hangs behind, a film for instance, goes too."""
    parts = [data[:2]]
    for marker, segment in _segments(data):
        if marker == EXIF and segment[4:].startswith(PREFIX):
            if exif := exif_of(orientation(segment[4:])):
                body = PREFIX + exif
                parts.append(b"\xff\xe1" + (len(body) + 2).to_bytes(2) + body)
        elif marker != COMMENT and (marker not in APPLICATION or _is_kept(marker, segment)):
            parts.append(segment)
    return b"".join([*parts, b"\xff\xd9"])


def _is_kept(marker, segment):
    return marker in KEPT and segment[4:].startswith(KEPT[marker])


def _segments(data) -> Iterator[tuple[int, bytes]]:
    """Marker and bytes of each segment, that of a scan with the compressed data behind it."""
    at = 2
    while at < len(data):
        if data[at] != 0xFF:
            raise BrokenPicture("a marker is missing")
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        if marker == END:
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4])
        if end > len(data) or end < at + 4:
            raise BrokenPicture("it ends too early")
        if marker == SCAN:
            found = NEXT_MARKER.search(data, end)
            end = found.start() if found else len(data)
        yield marker, data[at:end]
        at = end
    raise BrokenPicture("it ends too early")
