"""The sheet of a product picture: white, square, the thing standing on its lower edge."""

import skia

from ..paper import SHADOW, Sheet, paint

SIZE = 1200
ZOOM = 1.2
FOOT = 440


class Thing(Sheet):
    """Keeps its pieces until all are known, so that the long shadow of a low sun can go below them.

    What is drawn is enlarged about the foot at x = 440, y = 1200; 1000 pixels of width remain.
    """

    def __init__(self, seed):
        self.queue = []
        super().__init__(SIZE, SIZE, "#ffffff", seed)
        self.canvas.clear(skia.ColorWHITE)
        self.queue.clear()

    def piece(self, path, shade, depth=8, cast=True, **options):
        """Lay a piece as on any sheet; with `cast` False it throws no long shadow."""
        draw = super().piece
        self.queue.append((path if cast else None, lambda: draw(path, shade, depth, **options)))

    def line(self, *args, **options):
        draw = super().line
        self.queue.append((None, lambda: draw(*args, **options)))

    def glow(self, *args, **options):
        draw = super().glow
        self.queue.append((None, lambda: draw(*args, **options)))

    def dot(self, *args, **options):
        draw = super().dot
        self.queue.append((None, lambda: draw(*args, **options)))

    def save(self, path, limit_kb, grain=1.4, **options):
        self.canvas.translate(FOOT * (1 - ZOOM), SIZE * (1 - ZOOM))
        self.canvas.scale(ZOOM, ZOOM)
        self._long_shadow()
        for _, draw in self.queue:
            draw()
        return super().save(path, limit_kb, grain=grain, **options)

    def _long_shadow(self):
        lean = skia.Matrix.MakeAll(1, -0.72, 0.72 * SIZE, 0, 0.5, 0.5 * SIZE, 0, 0, 1)
        ends = [skia.Point(540, 1200), skia.Point(900, 880)]
        fade = skia.Paint(BlendMode=skia.BlendMode.kDstIn)
        fade.setShader(skia.GradientShader.MakeLinear(ends, [skia.ColorBLACK, skia.ColorTRANSPARENT]))
        for blur, alpha in ((26, 0.26), (9, 0.15)):
            soften = skia.ImageFilters.Blur(blur, blur)
            self.canvas.saveLayer(None, skia.Paint(Alphaf=alpha, ImageFilter=soften))
            for path, _ in self.queue:
                if path:
                    shape = skia.Path(path)
                    shape.transform(lean)
                    self.canvas.drawPath(shape, paint(SHADOW))
            self.canvas.drawPaint(fade)
            self.canvas.restore()
