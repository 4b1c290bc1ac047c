"""Shapes to cut from paper, as Skia paths.

All lengths are pixels of the picture, y grows downwards, all turns are degrees clockwise.
"""

import math
import random

import skia


def at(text):
    """The points written in `text` as "x y  x y ...", as a list of pairs."""
    numbers = [float(number) for number in text.split()]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def moved(points, x, y):
    """The points, counted from x, y instead of from the upper left corner."""
    return [(x + across, y + down) for across, down in points]


def smooth(points, closed=True, tension=0.5):
    """A hand-cut curve through the points (Catmull-Rom as Béziers)."""
    path, count = skia.Path(), len(points)

    def point(index):
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    path.moveTo(*point(0))
    k = tension / 3
    for i in range(count if closed else count - 1):
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = (point(i + step) for step in (-1, 0, 1, 2))
        path.cubicTo(bx + (cx - ax) * k, by + (cy - ay) * k, cx - (dx - bx) * k, cy - (dy - by) * k, cx, cy)
    if closed:
        path.close()
    return path


def polygon(*points):
    path = skia.Path()
    path.moveTo(*points[0])
    for point in points[1:]:
        path.lineTo(*point)
    path.close()
    return path


def rect(x, y, w, h, r=0):
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeXYWH(x, y, w, h), r, r)
    return path


def circle(x, y, r, ry=None):
    path = skia.Path()
    path.addOval(skia.Rect.MakeLTRB(x - r, y - (ry or r), x + r, y + (ry or r)))
    return path


def arch(x, y, w, h):
    """A doorway with a round head, standing on y + h."""
    path = skia.Path()
    r = w / 2
    path.moveTo(x, y + h)
    path.lineTo(x, y + r)
    path.arcTo(skia.Rect.MakeXYWH(x, y, w, w), 180, 180, False)
    path.lineTo(x + w, y + h)
    path.close()
    return path


def minus(one, *others):
    for other in others:
        one = skia.Op(one, other, skia.PathOp.kDifference_PathOp)
    return one


def plus(*paths):
    result = paths[0]
    for path in paths[1:]:
        result = skia.Op(result, path, skia.PathOp.kUnion_PathOp)
    return result


def both(one, two):
    return skia.Op(one, two, skia.PathOp.kIntersect_PathOp)


def simple(path):
    """The path without its inner overlaps, so that it is filled and shaded as one piece."""
    return skia.Simplify(path)


def placed(path, x=0, y=0, scale=1, turn=0, flip=False):
    """The path mirrored, scaled and turned about its own origin, which then lies on x, y."""
    matrix = skia.Matrix()
    matrix.postScale(-scale if flip else scale, scale)
    matrix.postRotate(turn)
    matrix.postTranslate(x, y)
    result = skia.Path(path)
    result.transform(matrix)
    return result


def thread(points, width, closed=False, tension=0.5):
    """A line of one width along a curve, as a shape that can cast a shadow."""
    outline = skia.Path()
    pen = skia.Paint(Style=skia.Paint.kStroke_Style, StrokeWidth=width, StrokeCap=skia.Paint.kRound_Cap)
    pen.getFillPath(smooth(points, closed, tension), outline)
    return outline


def band(points, width, ends=None):
    """A ribbon along a curve; `ends` is the width at its far end."""
    line = smooth(points, closed=False)
    measure = skia.PathMeasure(line, False)
    length, left, right = measure.getLength(), [], []
    for step in range(25):
        position, tangent = measure.getPosTan(length * step / 24)
        half = (width + ((width if ends is None else ends) - width) * step / 24) / 2
        left.append((position.x() - tangent.y() * half, position.y() + tangent.x() * half))
        right.append((position.x() + tangent.y() * half, position.y() - tangent.x() * half))
    return smooth(left + right[::-1], tension=0.5)


def leaf(x, y, length, turn, width=0.42):
    w = length * width / 2
    path = skia.Path()
    path.moveTo(0, 0)
    path.cubicTo(length * 0.25, -w * 1.35, length * 0.72, -w * 1.1, length, 0)
    path.cubicTo(length * 0.66, w * 1.0, length * 0.28, w * 1.25, 0, 0)
    path.close()
    return placed(path, x, y, turn=turn)


def hill(width, height, points):
    """Land from edge to edge of a picture of this size; points are (x share, y) pairs."""
    top = [(-80, points[0][1])] + [(x * width, y) for x, y in points] + [(width + 80, points[-1][1])]
    path = smooth(top, closed=False, tension=0.6)
    path.lineTo(width + 80, height + 80)
    path.lineTo(-80, height + 80)
    path.close()
    return path


def ring(x, y, radius, width, wobble=0.0, rng=None):
    return minus(wavy(x, y, radius, wobble, rng), wavy(x, y, radius - width, wobble, rng))


def wavy(x, y, radius, wobble=0.02, rng=None, flat=1.0, count=14):
    """A circle cut by an unsteady hand; `flat` is its height as a share of its width."""
    rng = rng or random.Random(4)
    points = []
    for angle in (i / count * math.tau for i in range(count)):
        across = math.cos(angle) * radius * (1 + rng.uniform(-wobble, wobble))
        down = math.sin(angle) * radius * flat * (1 + rng.uniform(-wobble, wobble))
        points.append((x + across, y + down))
    return smooth(points)


def panes(x, y, w, h, columns=2, rows=3, gap=26, lean=0.35, drop=0.0):
    """The light of a window on a wall: leaning quadrilaterals with the bars between."""
    result, cw, rh = [], (w - gap * (columns - 1)) / columns, (h - gap * (rows - 1)) / rows
    for row in range(rows):
        for column in range(columns):
            left, top = column * (cw + gap), row * (rh + gap)
            corners = [(left, top), (left + cw, top), (left + cw, top + rh), (left, top + rh)]
            result.append(polygon(*[(x + cx + cy * lean, y + cy + cx * drop) for cx, cy in corners]))
    return result
