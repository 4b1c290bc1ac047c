"""What comes back in many pictures: branches, steam, mugs, pots, windows."""

import math

import skia

from .palette import CREAM
from .paper import mix
from .shapes import band, both, circle, leaf, minus, polygon, rect, smooth


def sprig(sheet, points, shade, leaves=7, size=90, stem=7, depth=12):
    """A stem with leaves on both sides, the last one at its tip."""
    sheet.piece(band(points, stem, stem * 0.5), mix(shade, "#2b2a22", 0.25), depth=depth * 0.6, edge=0.4)
    measure = skia.PathMeasure(smooth(points, closed=False), False)
    for i in range(leaves):
        share = 0.2 + 0.8 * i / max(1, leaves - 1)
        position, tangent = measure.getPosTan(measure.getLength() * min(share, 0.995))
        angle = math.degrees(math.atan2(tangent.y(), tangent.x()))
        side = 0 if i == leaves - 1 else (52 if i % 2 else -52)
        grow = size * (1.0 - 0.38 * share) * sheet.rng.uniform(0.9, 1.1)
        path = leaf(position.x(), position.y(), grow, angle + side + sheet.rng.uniform(-7, 7))
        sheet.piece(path, mix(shade, "#f4e7c2", sheet.rng.uniform(0, 0.16)), depth=depth, edge=0.8)


def steam(sheet, x, y, height, shade=CREAM, width=34, depth=10, sway=60):
    turns = ((0, 0), (1, 0.28), (-0.8, 0.58), (0.6, 0.84), (0.1, 1))
    points = [(x + sway * across, y - height * up) for across, up in turns]
    sheet.piece(band(points, width, width * 0.12), shade, depth=depth, fibre=0.6)


def mug_path(x, y, w, h, lean=0.06):
    """A mug without its handle, standing on y."""
    flank = ((0, 1), (lean * 0.3, 0.5), (lean, 0.1), (lean + 0.1, 0))
    left = [(x - w / 2 + w * inwards, y - h * up) for inwards, up in flank]
    right = [(x + w / 2 - w * inwards, y - h * up) for inwards, up in reversed(flank)]
    return smooth([*left, *right, (x, y - h)], tension=0.28)


def mug(sheet, x, y, w, h, shade, stripe=None, depth=16):
    """A full mug standing on y, its handle to the right."""
    hx, hy = x + w * 0.5, y - h * 0.52
    handle = minus(circle(hx, hy, w * 0.27, h * 0.3), circle(hx, hy, w * 0.15, h * 0.185))
    sheet.piece(handle, mix(shade, "#3b3128", 0.1), depth=depth * 0.8)
    body = mug_path(x, y, w, h)
    sheet.piece(body, shade, depth=depth)
    if stripe:
        sheet.piece(both(rect(x - w, y - h * 0.46, w * 2, h * 0.17), body), stripe, depth=1.5, edge=0.6)
    sheet.piece(circle(x, y - h, w / 2, h * 0.075), mix(shade, "#fff8ea", 0.25), depth=3)
    sheet.piece(circle(x, y - h + h * 0.008, w * 0.455, h * 0.055), mix(shade, "#2b2018", 0.55), depth=0)


def pot(sheet, x, y, w, h, shade, depth=14):
    top, foot = w * 0.42, w * 0.32
    body = polygon((x - top, y - h * 0.8), (x + top, y - h * 0.8), (x + foot, y), (x - foot, y))
    sheet.piece(body, shade, depth=depth)
    sheet.piece(rect(x - w / 2, y - h, w, h * 0.24, 6), mix(shade, "#fff0dc", 0.12), depth=depth * 0.5)


def window(sheet, x, y, w, h, view, columns=2, rows=3, bar=20, rim=40, depth=20, sill=True):
    """A frame whose panes look into `view(sheet)`, drawn first and shaded by the frame."""
    with sheet.inside(rect(x, y, w, h)):
        view(sheet)
    cut = rect(x - rim, y - rim, w + rim * 2, h + rim * 2, 4)
    cw, rh = (w - bar * (columns - 1)) / columns, (h - bar * (rows - 1)) / rows
    holes = [rect(x + c * (cw + bar), y + r * (rh + bar), cw, rh) for r in range(rows) for c in range(columns)]
    sheet.piece(minus(cut, *holes), CREAM, depth=depth)
    if sill:
        board = rect(x - rim - 46, y + h + rim - 14, w + rim * 2 + 92, 40, 5)
        sheet.piece(board, mix(CREAM, "#ffffff", 0.35), depth=depth * 0.9)


def view_hills(x, y, w, h, sun=True):
    """What `window` looks into: four hills, and the sun above them if it is wanted."""

    def draw(sheet):
        sheet.piece(rect(x, y, w, h), "#f7e7c6", depth=0, edge=0)
        if sun:
            sheet.piece(circle(x + w * 0.64, y + h * 0.36, w * 0.17), "#f6c877", depth=6)
            sheet.glow(x + w * 0.64, y + h * 0.36, w * 0.7, "#ffdf9a", 0.55)
        for i, (level, shade) in enumerate(((0.5, "#c9d6bf"), (0.62, "#a9bf9f"), (0.76, "#7f9c7c"), (0.9, "#587a61"))):
            shares = (-0.1, 0.15, 0.4, 0.65, 0.9, 1.1)
            tops = [(x + w * t, y + h * (level + 0.05 * math.sin(t * 5 + i * 2.1))) for t in shares]
            land = smooth(tops, closed=False)
            land.lineTo(x + w * 1.1, y + h * 1.1)
            land.lineTo(x - w * 0.1, y + h * 1.1)
            land.close()
            sheet.piece(land, shade, depth=9)

    return draw


def curtain(sheet, x, top, w, h, shade, folds=4, flip=1):
    """A curtain hanging from `top`; with flip -1 its folds go to the left of x."""
    fold = w / folds
    for i in range(folds):
        left = x + flip * (i * fold) - (fold if flip < 0 else 0)
        sway = 16 * math.sin(i * 1.9)
        edges = [(-16, -40), (fold + 26, -40), (fold + 20 + sway, h * 0.5), (fold + 6 - sway, h), (-6 + sway, h + 4)]
        points = [(left + across, top + down) for across, down in [*edges, (-20 - sway, h * 0.5)]]
        sheet.piece(smooth(points, tension=0.3), mix(shade, "#fff4e4" if i % 2 else "#6b4a4a", 0.12), depth=11)
