"""Takes out of a picture's file what is not the picture: who made it, where, with what, and what was hung onto it.

Pixels and colour profile stay as they are, byte for byte: nothing is decoded, so it costs milliseconds and no quality.
Of EXIF one number stays, which side is up.
"""

from . import gif, heif, jpeg, png, webp
from .broken import BrokenPicture

__all__ = ["BrokenPicture", "strip"]

READERS = {
    b"\xff\xd8\xff": jpeg.strip,
    b"\x89PNG\r\n\x1a\n": png.strip,
    b"GIF87a": gif.strip,
    b"GIF89a": gif.strip,
    b"RIFF": webp.strip,
}


def strip(data: bytes) -> bytes:
    """This file without its metadata.

    Raises BrokenPicture if it is not a whole JPEG, PNG, GIF, WebP, AVIF or HEIC.
    """
    reader = next((reader for magic, reader in READERS.items() if data.startswith(magic)), None)
    if reader is None and data[4:8] == b"ftyp":
        reader = heif.strip
    if reader is None:
        raise BrokenPicture("of no kind that is known")
    try:
        return reader(data)
    except (IndexError, ValueError) as error:
        raise BrokenPicture(str(error)) from error
