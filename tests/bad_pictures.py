"""Files that are no pictures one can work with, and a few that look as if they were none and are."""

import struct
import zlib
from collections.abc import Callable
from io import BytesIO

from PIL import Image, PngImagePlugin

SECRET = "a-canary-in-the-metadata"
XMP = f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator>{SECRET}</dc:creator></x:xmpmeta>'.encode()


def picture(kind="JPEG", size=(64, 48), mode="RGB", **options) -> bytes:
    stream = BytesIO()
    image = Image.radial_gradient("L").resize(size).convert(mode)
    image.save(stream, kind, **options)
    return stream.getvalue()


def png_of_one_colour(width: int, height: int) -> bytes:
    """Millions of pixels in a file of some hundred kilobytes, made without holding them."""
    packer = zlib.compressobj(9)
    row = b"\0" * (1 + width * 3)
    pixels = b"".join([*(packer.compress(row) for _ in range(height)), packer.flush()])
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def _chunk(kind, content):
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _cut(data, part):
    return data[: int(len(data) * part)]


def _spoilt(data, at):
    """The same with sixteen bytes turned round."""
    at = int(len(data) * at)
    return data[:at] + bytes(255 - byte for byte in data[at : at + 16]) + data[at + 16 :]


def _film(size, frames):
    return picture("GIF", size, "P", save_all=True, append_images=[Image.new("P", size, n) for n in range(1, frames)])


def _huge_head():
    head = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 16, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")


HTML = b"<!doctype html><script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect/></svg>'
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><svg>&b;</svg>'

# Name of the case -> name of the file, its content.
REFUSED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "empty": ("a.jpg", lambda: b""),
    "one byte": ("a.jpg", lambda: b"\xff"),
    "words": ("a.jpg", lambda: b"not a picture " * 99),
    "zeros": ("a.png", lambda: bytes(4096)),
    "html as jpg": ("a.jpg", lambda: HTML),
    "html as gif": ("a.gif", lambda: b"GIF89a" + HTML),
    "svg": ("a.svg", lambda: SVG),
    "svg as jpg": ("a.jpg", lambda: SVG),
    "svg as png": ("a.png", lambda: SVG),
    "entities as jpg": ("a.jpg", lambda: ENTITIES),
    "pdf as jpg": ("a.jpg", lambda: b"%PDF-1.7\n%%EOF"),
    "zip as png": ("a.png", lambda: b"PK\3\4" + bytes(200)),
    "program as jpg": ("a.jpg", lambda: b"\x7fELF" + bytes(200)),
    "png as jpg": ("a.jpg", lambda: picture("PNG")),
    "tiff": ("a.tiff", lambda: picture("TIFF")),
    "bmp as png": ("a.png", lambda: picture("BMP")),
    "icon": ("a.ico", lambda: picture("ICO", (32, 32))),
    "no extension": ("picture", picture),
    "two extensions": ("a.jpg.exe", picture),
    "gif, head alone": ("a.gif", lambda: picture("GIF", mode="P")[:13]),
    "gif, cut": ("a.gif", lambda: _cut(picture("GIF", mode="P"), 0.6)),
    "gif of nothing": ("a.gif", lambda: b"GIF89a\0\0\0\0\0\0\0;"),
    "jpeg, head alone": ("a.jpg", lambda: picture()[:20]),
    "jpeg, cut": ("a.jpg", lambda: _cut(picture(size=(800, 600)), 0.7)),
    "jpeg, sizes overwritten": ("a.jpg", lambda: picture()[:4] + b"\xff\xff" + picture()[6:]),
    "png, cut": ("a.png", lambda: _cut(picture("PNG", (300, 200)), 0.7)),
    "png, spoilt": ("a.png", lambda: _spoilt(picture("PNG", (300, 200)), 0.5)),
    "png without pixels": ("a.png", lambda: picture("PNG")[:33] + _chunk(b"IEND", b"")),
    "png of no width": ("a.png", lambda: png_of_one_colour(0, 9)),
    "webp, cut": ("a.webp", lambda: _cut(picture("WEBP", (300, 200)), 0.6)),
    "webp, spoilt": ("a.webp", lambda: _spoilt(picture("WEBP", (300, 200)), 0.02)),
    "avif, cut": ("a.avif", lambda: _cut(picture("AVIF", (300, 200)), 0.8)),
    "avif, boxes spoilt": ("a.avif", lambda: _spoilt(picture("AVIF", (300, 200)), 0.1)),
    "heic, cut": ("a.heic", lambda: _cut(picture("HEIF", (300, 200)), 0.7)),
    "16 bits of grey": ("a.png", lambda: picture("PNG", mode="I;16")),
    "100 million pixels": ("a.png", lambda: png_of_one_colour(10_000, 10_000)),
    "400 million pixels": ("a.png", lambda: png_of_one_colour(20_000, 20_000)),
    "huge by its head alone": ("a.png", _huge_head),
    "41 million pixels of JPEG": ("a.jpg", lambda: picture(size=(8_200, 5_000), mode="L", quality=1)),
    "16 MB": ("a.jpg", lambda: picture() + bytes(16 * 1024**2)),
}

TAKEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "jpeg": ("a.jpg", picture),
    "jpeg in capitals": ("A.JPEG", picture),
    "progressive jpeg": ("a.jpg", lambda: picture(progressive=True)),
    "jpeg of print colours": ("a.jpg", lambda: picture(mode="CMYK")),
    "grey jpeg": ("a.jpg", lambda: picture(mode="L")),
    "png with a clear part": ("a.png", lambda: picture("PNG", mode="RGBA")),
    "png of a palette": ("a.png", lambda: picture("PNG", mode="P")),
    "png in black and white": ("a.png", lambda: picture("PNG", mode="1")),
    "webp": ("a.webp", lambda: picture("WEBP")),
    "avif": ("a.avif", lambda: picture("AVIF")),
    "heic": ("a.heic", lambda: picture("HEIF")),
    "gif": ("a.gif", lambda: picture("GIF", mode="P")),
    "film": ("a.gif", lambda: _film((64, 48), 5)),
    "one pixel": ("a.png", lambda: picture("PNG", (1, 1))),
    "a zip hangs on it": ("a.jpg", lambda: picture() + b"PK\3\4" + SECRET.encode()),
    "a name of 300 letters": ("a" * 300 + ".jpg", picture),
    "a name of 200 wide letters": ("𝔘" * 200 + ".jpg", picture),
    "a name with a way in it": ("../../etc/passwd.jpg", picture),
    "a name of signs": ("<img src=x onerror=alert(1)>'&;.jpg", picture),
    "a name that turns round": ("a\u202egnp.jpg", picture),
}


def telling() -> dict[str, bytes]:
    """One picture of each kind that tells where it was taken and by whom, lying on its side where that can be said."""
    exif = Image.Exif()
    exif[0x010E] = exif[0x013B] = SECRET
    exif[0x0112] = 6
    exif[0x8825] = {1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0), 29: "2026:01:01"}
    words = PngImagePlugin.PngInfo()
    words.add_text("Author", SECRET)
    words.add_text("Comment", SECRET, zip=True)
    words.add_itxt("XML:com.adobe.xmp", XMP.decode())
    notes = {"exif": exif.tobytes(), "xmp": XMP}
    return {
        "jpg": picture(comment=SECRET, **notes) + SECRET.encode(),
        "png": picture("PNG", exif=exif.tobytes(), pnginfo=words) + SECRET.encode(),
        "webp": picture("WEBP", **notes),
        "avif": picture("AVIF", **notes),
        "heic": picture("HEIF", **notes),
        "gif": _telling_film(),
    }


def _telling_film():
    film = _film((64, 48), 3)
    comment = b"\x21\xfe" + bytes([len(SECRET)]) + SECRET.encode() + b"\0"
    program = b"\x21\xff\x0bXMP DataXMP" + bytes([len(SECRET)]) + SECRET.encode() + b"\0"
    return film[:-1] + comment + program + film[-1:]
