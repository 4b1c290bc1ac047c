"""GIF: blocks that begin with one byte for their kind and end with an empty piece."""

from collections.abc import Iterator

from .broken import BrokenPicture

EXTENSION, FRAME, END = 0x21, 0x2C, 0x3B
CONTROL, APPLICATION = 0xF9, 0xFF
LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")  # how often an animation is played


def strip(data: bytes) -> bytes:
    """Frames and how they follow one another, up to the end. Comments and what programs have added go."""
    start = 13 + _table(data[10])
    parts = [block for block in _blocks(data, start) if _is_kept(block)]
    return b"".join([data[:start], *parts, bytes([END])])


def _is_kept(block):
    if block[0] == FRAME or block[1] == CONTROL:
        return True
    return block[1] == APPLICATION and block[3:14] in LOOPS


def _table(flags):
    """Bytes of the colour table that these flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _blocks(data, at) -> Iterator[bytes]:
    while data[at] != END:
        if data[at] == FRAME:
            pieces = at + 10 + _table(data[at + 9]) + 1
        elif data[at] == EXTENSION:
            pieces = at + 2
        else:
            raise BrokenPicture("a block of no kind that is known")
        end = _end_of_pieces(data, pieces)
        yield data[at:end]
        at = end


def _end_of_pieces(data, at):
    while size := data[at]:
        at += size + 1
    return at + 1
