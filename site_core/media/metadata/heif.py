"""AVIF and HEIC: boxes in boxes. Addresses of what they hold are counted from the start of the file, so nothing may
be taken out: what does not draw the picture is overwritten where it stands.
"""

from collections.abc import Iterator

from .broken import BrokenPicture

TOP = {b"ftyp", b"meta", b"mdat", b"moov", b"free", b"skip"}
FILMS = {b"moov", b"trak", b"mdia", b"minf"}
NOTES = {b"udta", b"uuid", b"meta"}
WORDS = {b"Exif", b"mime", b"uri "}
# An EXIF block without entries, for those who would be irritated by none. Which side is up is said elsewhere.
NO_EXIF = b"\0\0\0\0II*\0\x08\0\0\0\0\0\0\0\0\0"
Box = tuple[bytes, int, int]


def strip(data: bytes) -> bytes:
    """The same file, of the same size, with zeros for its metadata."""
    picture = bytearray(data)
    for kind, start, end in list(_boxes(picture, 0, len(picture))):
        if kind == b"meta":
            _blank_items(picture, start + 4, end)
        elif kind == b"moov":
            _blank_notes(picture, start, end)
        elif kind not in TOP:
            picture[start:end] = bytes(end - start)
    return bytes(picture)


def _boxes(picture, at, end) -> Iterator[Box]:
    """Kind of each box, and where its content starts and ends."""
    while at + 8 <= end:
        size, start = int.from_bytes(picture[at : at + 4]), at + 8
        if size == 1:
            size, start = int.from_bytes(picture[start : start + 8]), start + 8
        close = at + size if size else end
        if close > end or close < start:
            raise BrokenPicture("it ends too early")
        yield bytes(picture[at + 4 : at + 8]), start, close
        at = close


def _blank_notes(picture, start, end):
    """In an animation, at whatever depth."""
    for kind, inner, close in list(_boxes(picture, start, end)):
        if kind in NOTES:
            picture[inner:close] = bytes(close - inner)
        elif kind in FILMS:
            _blank_notes(picture, inner, close)


def _blank_items(picture, start, end):
    boxes = {kind: (inner, close) for kind, inner, close in _boxes(picture, start, end)}
    if b"iinf" not in boxes or b"iloc" not in boxes:
        return
    words = dict(_items_of_words(picture, *boxes[b"iinf"]))
    within = boxes.get(b"idat", (0, 0))[0]
    for item, at, size in _places(picture, boxes[b"iloc"][0], within):
        if item in words:
            if at + size > len(picture):
                raise BrokenPicture("it ends too early")
            content = NO_EXIF if words[item] == b"Exif" and size >= len(NO_EXIF) else b""
            picture[at : at + size] = content.ljust(size, b"\0")


def _items_of_words(picture, start, end) -> Iterator[tuple[int, bytes]]:
    """Number and kind of the items that hold metadata."""
    count = 2 if picture[start] == 0 else 4
    for kind, inner, _close in _boxes(picture, start + 4 + count, end):
        if kind == b"infe" and picture[inner] >= 2:
            width = 2 if picture[inner] == 2 else 4
            at = inner + 4 + width + 2
            if (item_kind := bytes(picture[at : at + 4])) in WORDS:
                yield int.from_bytes(picture[inner + 4 : inner + 4 + width]), item_kind


def _places(picture, start, within) -> Iterator[tuple[int, int, int]]:
    """Number, start and size of every piece of every item; `within` is where those start that lie in the index."""
    number = _Numbers(picture, start + 4)
    version, sizes = picture[start], number(2)
    offset, length, base, index = (sizes >> shift & 15 for shift in (12, 8, 4, 0))
    for _item in range(number(2 if version < 2 else 4)):
        item = number(2 if version < 2 else 4)
        in_index = version > 0 and number(2) & 15 == 1
        number(2)
        first = number(base) + (within if in_index else 0)
        for _piece in range(number(2)):
            if version > 0:
                number(index)
            yield item, first + number(offset), number(length)


class _Numbers:
    """Reads one number after the other."""

    def __init__(self, picture, at):
        self.picture, self.at = picture, at

    def __call__(self, width):
        self.at += width
        return int.from_bytes(self.picture[self.at - width : self.at])
