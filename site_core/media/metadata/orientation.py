"""Which side of a picture is up: the one thing in its EXIF that showing it needs."""

from PIL import ExifTags, Image

PREFIX = b"Exif\0\0"
UPRIGHT = 1


def orientation(exif: bytes | None) -> int:
    """The number from 1 to 8 in this EXIF block; 1 if it has none or cannot be read."""
    block = Image.Exif()
    try:
        block.load(exif)
        found = block.get(ExifTags.Base.Orientation, UPRIGHT)
    except Exception:  # whatever a stranger's bytes make the parser raise
        return UPRIGHT
    return found if found in range(1, 9) else UPRIGHT


def exif_of(number: int) -> bytes:
    """A TIFF block that says this orientation and nothing else; empty if that is the usual one."""
    if number == UPRIGHT:
        return b""
    block = Image.Exif()
    block[ExifTags.Base.Orientation] = number
    return block.tobytes().removeprefix(PREFIX)
