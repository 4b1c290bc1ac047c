"""Cut paper: sheets laid over each other in low light from the upper left.

A `Sheet` is the picture. `piece()` lays one cut shape on it: two soft shadows, the
flat colour, the fibre of the paper and a lit edge. `sunlight()` shades everything but
the panes of a window. Nothing here draws at random without a seed.
"""

import io
import random
from contextlib import contextmanager

import numpy as np
import skia
from PIL import Image
from scipy.ndimage import gaussian_filter

from .shapes import placed, rect, smooth

SHADOW = "#262234"
SHADE, LIGHT = "#33304a", "#fff6e0"
QUALITIES = (84, 78, 72, 66, 60, 54, 48, 42)


def colour(value, alpha=1.0):
    r, g, b = (part / 255 for part in _parts(value))
    return skia.Color4f(r, g, b, alpha)


def mix(one, two, share):
    """The colour that lies between two others, `share` of the way from the first."""
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(_parts(one), _parts(two), strict=True))


def _parts(value):
    value = value.lstrip("#")
    return tuple(int(value[i : i + 2], 16) for i in (0, 2, 4))


def _fibre(size=512, seed=7):
    """A tile of paper fibre around middle grey, for soft-light."""
    rng = np.random.default_rng(seed)
    fine = gaussian_filter(rng.normal(size=(size, size)), 0.8, mode="wrap")
    long = gaussian_filter(rng.normal(size=(size, size)), (0.7, 5), mode="wrap")
    cloud = gaussian_filter(rng.normal(size=(size, size)), 22, mode="wrap")
    tile = sum(layer / layer.std() * weight for layer, weight in ((fine, 9), (long, 8), (cloud, 9)))
    grey = np.clip(128 + tile, 0, 255).astype(np.uint8)
    return skia.Image.fromarray(np.dstack([grey, grey, grey, np.full_like(grey, 255)]), skia.kRGBA_8888_ColorType)


FIBRE = _fibre()


def paint(shade, alpha=1.0, blur=0, mode=None, stroke=0):
    """A brush of one colour; `blur` and `stroke` are in pixels."""
    brush = skia.Paint(AntiAlias=True, Color4f=colour(shade, alpha))
    if blur:
        brush.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, blur))
    if mode:
        brush.setBlendMode(mode)
    if stroke:
        brush.setStyle(skia.Paint.kStroke_Style)
        brush.setStrokeWidth(stroke)
        brush.setStrokeCap(skia.Paint.kRound_Cap)
    return brush


class Sheet:
    """A picture of `width` by `height` pixels on a ground of one colour."""

    def __init__(self, width, height, ground, seed=1):
        self.w, self.h, self.rng = width, height, random.Random(seed)
        self.surface = skia.Surface(width, height)
        self.canvas = self.surface.getCanvas()
        self.piece(rect(-50, -50, width + 100, height + 100), ground, depth=0, edge=0)

    @contextmanager
    def inside(self, path):
        """Everything drawn in the with block is seen through this opening."""
        self.canvas.save()
        self.canvas.clipPath(path, doAntiAlias=True)
        yield
        self.canvas.restore()

    def piece(self, path, shade, depth=14, edge=1.0, grade=0.07, strength=1.0, fibre=1.0):
        """Lay one cut shape: `depth` is how far it stands off what is below, the rest are shares."""
        if depth:
            self._shadow(path, depth, strength)
        box = path.getBounds()
        corners = [skia.Point(box.left(), box.top()), skia.Point(box.right(), box.bottom())]
        ends = [colour(mix(shade, other, grade)).toColor() for other in (LIGHT, SHADE)]
        brush = paint(shade)
        brush.setShader(skia.GradientShader.MakeLinear(corners, ends))
        self.canvas.drawPath(path, brush)
        self._grain(path, fibre)
        if edge:
            self._edge(path, edge)

    def _shadow(self, path, depth, strength):
        for dx, dy, blur, alpha in ((0.35, 0.45, 0.35, 0.20), (1.0, 1.15, 1.05, 0.24)):
            moved = placed(path, depth * dx, depth * dy)
            self.canvas.drawPath(moved, paint(SHADOW, alpha * strength, max(1.2, depth * blur)))

    def _grain(self, path, fibre):
        brush = skia.Paint(AntiAlias=True, Alphaf=0.55 * fibre, BlendMode=skia.BlendMode.kSoftLight)
        offset = skia.Matrix.Translate(self.rng.randrange(512), self.rng.randrange(512))
        repeat = skia.TileMode.kRepeat
        brush.setShader(FIBRE.makeShader(repeat, repeat, skia.SamplingOptions(), offset))
        self.canvas.drawPath(path, brush)

    def _edge(self, path, edge):
        with self.inside(path):
            self.canvas.translate(1.3, 1.5)
            self.canvas.drawPath(path, paint("#fffaf0", 0.34 * edge, 0.6, stroke=2.6))
            self.canvas.translate(-2.6, -3.0)
            self.canvas.drawPath(path, paint(SHADOW, 0.16 * edge, 0.8, stroke=2.6))

    def line(self, points, shade, width=4, alpha=1.0, closed=False):
        self.canvas.drawPath(smooth(points, closed=closed), paint(shade, alpha, stroke=width))

    def dot(self, x, y, radius, shade, alpha=1.0):
        """A spot without thickness: no shadow, no fibre, no edge."""
        self.canvas.drawCircle(x, y, radius, paint(shade, alpha))

    def glow(self, x, y, radius, shade, alpha=0.6):
        """Light that spreads from a point and brightens what is below."""
        brush = skia.Paint(AntiAlias=True, BlendMode=skia.BlendMode.kScreen)
        steps = [colour(shade, alpha * share).toColor() for share in (1, 0.35, 0)]
        brush.setShader(skia.GradientShader.MakeRadial(skia.Point(x, y), radius, steps, [0, 0.4, 1]))
        self.canvas.drawCircle(x, y, radius, brush)

    def sunlight(self, panes, shade="#807690", depth=0.30, warm="#ffdf9e", warmth=0.30, blur=9):
        """Shade the whole sheet but for the panes, and warm what they fall on."""
        canvas = self.canvas
        canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kMultiply))
        canvas.drawPaint(paint(mix("#ffffff", shade, depth * 0.95)))
        for pane in panes:
            canvas.drawPath(pane, paint("#000000", 1, blur, skia.BlendMode.kDstOut))
        canvas.restore()
        for pane in panes:
            canvas.drawPath(pane, paint(warm, warmth, blur, skia.BlendMode.kSoftLight))
            canvas.drawPath(pane, paint(warm, warmth * 0.34, blur, skia.BlendMode.kScreen))

    def save(self, path, limit_kb, grain=2.1, seed=3):
        """Write a JPEG of at most `limit_kb`, if any quality allows; give its KB and quality."""
        image = Image.fromarray(self._grained(grain, seed))
        for quality in QUALITIES:
            buffer = io.BytesIO()
            image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True, subsampling=1)
            if buffer.tell() <= limit_kb * 1024:
                break
        path.write_bytes(buffer.getvalue())
        return buffer.tell() // 1024, quality

    def _grained(self, grain, seed):
        """The pixels with a fine grain over all but pure white, which a page multiplies away."""
        pixels = self.surface.makeImageSnapshot().toarray(colorType=skia.kRGBA_8888_ColorType)
        pixels = np.asarray(pixels)[..., :3].astype(float)
        noise = gaussian_filter(np.random.default_rng(seed).normal(size=pixels.shape[:2]), 0.7)
        white = (pixels.min(axis=2) > 253)[..., None]
        pixels = np.where(white, 255, pixels + (noise / noise.std() * grain)[..., None])
        return np.clip(pixels, 0, 255).astype(np.uint8)
