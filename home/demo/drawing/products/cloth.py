"""Product pictures: blankets, cushions, towels, bags."""

import math

from ..palette import BRICK
from ..paper import mix
from ..shapes import arch, at, both, circle, minus, placed, plus, polygon, rect, smooth, thread
from ..spencer import walking
from .thing import SIZE, Thing

CORAL, TEAL, TOWEL = "#c9684a", "#5f8887", 170


def wool_blanket():
    s = Thing(54)
    shades, spans = ("#6f8b7d", "#e7d6b6", "#c98d68", "#b9c6b4"), ((640, 500), (620, 490), (632, 505), (606, 492))
    for i, (shade, (w, x)) in enumerate(zip(shades, spans, strict=True)):
        y, left, right = 1198 - i * 122, x - w / 2, x + w / 2
        upper = [(left, y - 60), (left + 34, y - 120), (right - 30, y - 126), (right + 6, y - 64)]
        body = smooth([*upper, (right - 26, y), (left + 30, y)], tension=0.34)
        s.piece(body, shade, depth=7)
        s.line([(left + 26, y - 60), (x, y - 56), (right - 6, y - 62)], mix(shade, "#2f2a2a", 0.3), 4, 0.6)
        if i in (0, 2):
            for k in range(5):
                stripe = both(rect(left + 90 + k * 26, y - 130, 10, 132), body)
                s.piece(stripe, mix(shade, "#fff3dc", 0.65), depth=0, edge=0.2)
    return s


def floor_cushion():
    s = Thing(57)
    for x, y, w, h, shade in ((490, 1198, 700, 230, "#7d9a8c"), (470, 978, 620, 210, "#dfae7a")):
        rim = ((-0.5, 0.5), (-0.42, 0.92), (0, 1), (0.42, 0.92), (0.5, 0.5), (0.42, 0.04), (0, 0), (-0.42, 0.04))
        s.piece(smooth([(x + w * across, y - h * up) for across, up in rim], tension=0.46), shade, depth=9)
        seam = [(x - w / 2 + 8, y - h * 0.5), (x, y - h * 0.42), (x + w / 2 - 8, y - h * 0.5)]
        s.line(seam, mix(shade, "#fff4de", 0.5), 7, 0.9)
        for k in range(-3, 4):
            fold = [(x + k * w * 0.13, y - h * 0.92 + abs(k) * 4), (x + k * w * 0.145, y - h * 0.48)]
            s.line(fold, mix(shade, "#2c2c2c", 0.35), 3, 0.5)
    return s


def dog_blanket():
    s = Thing(59)
    s.piece(rect(150, 880, 640, 316, 150), "#c9b48e", depth=8)
    s.piece(circle(300, 1038, 158), "#d9c7a4", depth=8)
    for r, shade in ((124, "#b99f74"), (92, "#dccba8"), (60, "#b99f74"), (30, "#dccba8")):
        s.piece(circle(300 + (124 - r) * 0.05, 1038, r), shade, depth=2, edge=0.6, cast=False)
    s.piece(rect(520, 880, 58, 316, 6), BRICK, depth=4)
    s.piece(rect(604, 880, 18, 316, 4), BRICK, depth=3)
    for x, y, r in ((706, 1054, 22), (676, 1024, 11), (696, 1008, 11), (718, 1008, 11), (737, 1025, 11)):
        s.piece(circle(x, y, r), "#7a5a3d", depth=1, edge=0.3, cast=False)
    return s


def canvas_tote():
    s = Thing(67)
    for x, shade in ((0, "#b8966a"), (26, "#c9a878")):
        s.piece(minus(arch(330 + x, 380, 300, 420), arch(362 + x, 414, 236, 400)), shade, depth=5)
    bag = at("200 700  190 1180  240 1198  720 1198  780 1180  766 700  480 712")
    s.piece(smooth(bag, tension=0.14), "#efe3c9", depth=8)
    s.piece(circle(484, 930, 128), "#e0a765", depth=2)
    s.piece(walking(376, 1010, 26), "#3b2d25", depth=2, cast=False)
    s.piece(rect(330, 1012, 310, 12, 6), "#8ea68c", depth=0, edge=0)
    return s


def beach_towel():
    s = Thing(86)
    roll = _hoop(570, 640)
    s.piece(roll, "#ecd9b4", depth=8)
    stripes = ((610, 66, CORAL), (712, 20, TEAL), (762, 84, TEAL), (976, 84, TEAL), (1090, 20, TEAL), (1138, 60, CORAL))
    for top, height, shade in stripes:
        s.piece(_hoop(top, height), shade, depth=0, edge=0.3, cast=False)
    s.line(at("392 604  390 900  392 1196"), "#6b4a35", 5, 0.5)
    for k in range(45):
        y = 614 + k * 13
        s.line([(390, y), (372, y + 2), (356, y + s.rng.uniform(-2, 6))], "#fbf1dc", 5, 0.95)
    s.piece(_hoop(886, 26), "#8b6a4d", depth=3)
    for end in ("500 926  470 990  478 1052", "508 926  540 984  528 1040"):
        s.piece(thread(at(end), 11), "#8b6a4d", depth=4, cast=False)
    s.piece(circle(504, 922, 21, 17), "#7a5a3d", depth=4, cast=False)
    s.piece(circle(480, 570, TOWEL, 38), "#f6ead0", depth=3)
    for share, shade in ((0.84, CORAL), (0.7, "#ecd9b4"), (0.52, TEAL), (0.38, "#ecd9b4"), (0.2, CORAL)):
        s.piece(circle(480 + 5 * (1 - share), 570, TOWEL * share, 38 * share), shade, depth=1, edge=0.8, cast=False)
    _cockle(s, 752, 1198)
    return s


def _hoop(top, height):
    """A stripe around the standing roll, bowed downwards as one sees it from a little above."""
    low, high = circle(480, top + height, TOWEL, 26), circle(480, top, TOWEL, 26)
    stripe = minus(plus(rect(480 - TOWEL, top, TOWEL * 2, height), low), high)
    return both(stripe, rect(0, 0, SIZE, 1198))


def _cockle(s, x, y):
    turns = (-66, -44, -22, 0, 22, 44, 66)
    lobe = plus(polygon((-8, 0), (8, 0), (24, -104), (-24, -104)), circle(0, -104, 24, 18))
    fan = plus(rect(-30, -26, 60, 26, 8), *(placed(lobe, turn=turn) for turn in turns))
    s.piece(placed(fan, x, y), "#e0a78c", depth=6)
    for turn in range(-55, 56, 22):
        lean = math.radians(turn)
        across, up = math.sin(lean), math.cos(lean)
        s.line([(x + across * 22, y - up * 22), (x + across * 100, y - up * 100)], "#b9745a", 4, 0.7)
