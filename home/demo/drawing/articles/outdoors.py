"""Article pictures of land, sky and water."""

import math

from ..palette import CLAY, CREAM, FRIENDS, INK
from ..paper import mix
from ..shapes import at, band, circle, leaf, placed, plus, polygon, smooth, wavy
from ..spencer import peeking, walking
from ..still_life import sprig
from .page import W, land, page, strip

DOG_FAR_OFF = "#33261f"


def hills_mist():
    s = page("#f1dfc0", 12)
    s.piece(circle(1080, 392, 168), "#f4c583", depth=12)
    s.glow(1080, 392, 760, "#fff0c8", 0.6)
    phases = (0, 1.3, 2.2, 3.7, 4.4, 5.9, 7.1)
    heights = (470, 548, 634, 722, 818, 918, 1010)
    shades = ("#d9dccb", "#c0d0c4", "#a2bcb4", "#82a5a0", "#5f8887", "#446d6d", "#315355")
    for i, (phase, y, shade) in enumerate(zip(phases, heights, shades, strict=True)):
        swell, ripple = 58 - i * 3, 18
        tops = [(t / 6, y + swell * math.sin(t * 1.15 + phase) + ripple * math.sin(t * 3.1 + phase)) for t in range(7)]
        s.piece(land(tops), shade, depth=15 + i * 2)
    bird = plus(leaf(0, 0, 62, -24, 0.3), leaf(0, 0, 62, 204, 0.3))
    for x, y, k in ((520, 250, 1), (596, 214, 0.72), (664, 268, 0.6)):
        s.piece(placed(bird, x, y, k), "#4b5d5b", depth=8)
    return s


def big_sun_walk():
    s = page("#f0dcb4", 17)
    s.piece(circle(1020, 520, 372), "#eda95f", depth=20)
    s.glow(1020, 520, 900, "#ffe2a6", 0.5)
    s.piece(land(at("0 690  .25 640  .5 700  .75 650  1 690")), "#d9a06a", depth=16)
    s.piece(land(at("0 820  .2 800  .45 746  .66 734  .85 772  1 812")), "#a86c48", depth=20)
    s.piece(walking(880, 752, 20), DOG_FAR_OFF, depth=6)
    s.piece(land(at("0 880  .3 960  .6 1000  1 930")), "#6d4635", depth=24)
    for x, y, turn in ((110, 905, -78), (150, 915, -96), (1490, 950, -84), (1440, 962, -104), (1530, 952, -66)):
        across = math.cos(math.radians(turn))
        sprig(s, [(x, y + 60), (x + across * 90, y - 60), (x + across * 170, y - 170)], "#4a3328", 7, 66, 6, 10)
    return s


def over_the_edge():
    s = page(FRIENDS, 18)
    s.piece(wavy(1250, 260, 190, 0), "#f6ead0", depth=10)
    for x, y, k in ((360, 210, 1), (800, 120, 0.7)):
        middle = circle(x, y, 90 * k, 56 * k)
        right = circle(x + 96 * k, y + 14 * k, 78 * k, 44 * k)
        left = circle(x - 92 * k, y + 20 * k, 70 * k, 36 * k)
        s.piece(plus(middle, right, left), "#e6eef0", depth=14)
    peeking(s, 640, 872, 112, depth=22)
    s.piece(strip(868, 260), "#7d9a86", depth=20)
    s.piece(strip(868, 34), "#97b19b", depth=6)
    for k, turn in ((1, 0), (0.78, 38)):
        s.piece(leaf(1010, 540, 92 * k, -64 + turn, 0.72), CLAY, depth=10)
        s.piece(leaf(1010, 540, 92 * k, -116 - turn, 0.72), "#d8936e", depth=12)
    s.piece(band(at("1006 576  1010 536  1016 500"), 9, 6), INK, depth=3)
    for i in range(6):
        s.dot(984 - i * 34, 616 + 24 * math.sin(i * 1.1) + i * 6, 4, "#5c7580", 0.7)
    return s


def water_rings():
    s = page("#3d6769", 15)
    for i, radius in enumerate((1080, 880, 700, 540, 400, 280, 176, 92)):
        shade = mix("#44706f", "#d5e4dd", 0.1 + i * 0.115)
        s.piece(wavy(940, 560, radius, 0.014, s.rng, 0.74), shade, depth=15)
    sprig(s, at("150 1010  330 880  520 840  690 770"), "#c98a5c", 8, 170, 10, 18)
    s.piece(leaf(890, 548, 150, 12, 0.5), CLAY, depth=9)
    s.line(at("892 548  1034 578"), "#7d4632", 4, 0.7)
    s.piece(wavy(1430, 180, 150, 0.05, s.rng, 0.8), "#6d8f63", depth=16)
    s.piece(wavy(1250, 70, 92, 0.05, s.rng, 0.8), "#82a274", depth=16)
    return s


def moon_blanket():
    night = "#35506a"
    s = page(night, 21)
    s.piece(circle(1160, 300, 150), "#f2e4c4", depth=16)
    s.piece(circle(1218, 262, 138), night, depth=0, edge=0)
    s.glow(1130, 320, 520, "#f6e6be", 0.22)
    stars = at("260 160  420 300  640 120  830 260  1440 180  180 400  960 100")
    for (x, y), r in zip(stars, (7, 5, 6, 4, 5, 4, 4), strict=True):
        s.piece(circle(x, y, r), "#f7ebcd", depth=3, edge=0)
    folds = zip((0, 1.6, 2.9, 4.3, 5.6), ("#8797b3", "#a8a5bd", "#c7b6c0", "#dcc5bd", "#ead6bf"), strict=True)
    for i, (phase, shade) in enumerate(folds):
        y = 560 + i * 100
        fold = land([(t / 5, y + 62 * math.sin(t * 1.25 + phase)) for t in range(6)])
        s.piece(fold, shade, depth=20)
        if i in (1, 3):
            _stitches(s, fold, y, phase)
    return s


def _stitches(s, fold, y, phase):
    with s.inside(fold):
        for k in range(3):
            low = y + 40 + k * 26
            points = [(t / 10 * W, low + 62 * math.sin(t / 2 * 1.25 + phase)) for t in range(-1, 12)]
            s.line(points, "#f7ead6", 5, 0.6)


def slow_sea():
    s = page("#f3ddc0", 26)
    s.piece(circle(480, 330, 120), "#eda46c", depth=10)
    for i in range(7):
        y, shade = 400 + i * 86, mix("#cfe0dc", "#2f5a66", i / 6.2)
        tops = [(t / 14, y + (22 + i * 4) * math.sin(t * (2.1 - i * 0.12) + i * 1.7)) for t in range(15)]
        s.piece(land(tops), shade, depth=13 + i * 2)
        if i == 1:
            s.piece(polygon(*at("1120 366  1120 500  1030 500")), CREAM, depth=8)
            s.piece(polygon(*at("1132 396  1132 500  1200 500")), CLAY, depth=8)
            hull = at("1010 506  1220 506  1190 540  1040 540")
            s.piece(smooth(hull, tension=0.3), "#6b4a35", depth=8)
    s.piece(land(at("0 1010  .3 1040  .55 980  .8 1000  1 950")), "#e7cda0", depth=22)
    return s
