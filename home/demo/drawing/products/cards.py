"""The product picture of the story cards: five of the forty, in a fan."""

from functools import partial

from ..palette import CLAY, INK, OAK
from ..shapes import arch, at, both, circle, minus, placed, plus, polygon, rect, ring, smooth, thread
from .thing import Thing

PICTURE = rect(-92, -620, 184, 400, 10)


def story_cards():
    s = Thing(91)
    for turn, draw in zip((-42, -21, 0, 21, 42), (_ladder, _owl, _fox, _door, _bicycle), strict=True):
        on = partial(placed, x=490, y=1226, scale=0.76, turn=turn)
        s.piece(on(rect(-112, -640, 224, 480, 20)), "#fbf3e2", depth=7)
        draw(lambda path, shade, on=on: s.piece(on(path), shade, depth=2, edge=0.7, cast=False))
    s.piece(rect(300, 1074, 380, 124, 22), OAK, depth=8)
    s.line(at("328 1098  490 1102  652 1098"), "#6b4a2f", 5, 0.5)
    return s


def _ladder(lay):
    lay(PICTURE, "#35506a")
    lay(minus(circle(14, -556, 46), circle(36, -568, 42)), "#f2e4c4")
    for x, y in ((-66, -590), (40, -480), (20, -410)):
        lay(circle(x, y, 6), "#f7ebcd")
    rungs = [rect(-22, -500 + i * 30, 44, 8) for i in range(9)]
    lay(placed(plus(rect(-26, -530, 9, 320), rect(17, -530, 9, 320), *rungs), -112, -20, turn=10), "#d8b98a")
    lay(both(circle(0, -190, 150, 90), PICTURE), "#4f6f86")


def _owl(lay):
    lay(PICTURE, "#cfc3d6")
    lay(both(rect(-100, -330, 200, 16), PICTURE), "#6b4a35")
    lay(
        smooth(at("-64 -540  -40 -512  0 -520  40 -512  64 -540  68 -430  44 -344  0 -326  -44 -344  -68 -430")),
        "#7a5a3d",
    )
    lay(smooth(at("0 -440  36 -400  26 -350  0 -338  -26 -350  -36 -400")), "#d8b98a")
    for x in (-27, 27):
        lay(circle(x, -476, 27), "#f6ead0")
        lay(circle(x, -474, 12), INK)
    lay(polygon((-10, -458), (10, -458), (0, -434)), "#e0a04a")


def _fox(lay):
    lay(PICTURE, "#f0d08a")
    lay(both(smooth(at("-86 -200  -70 -330  0 -372  70 -330  86 -200")), PICTURE), "#4c6850")
    for ear in ("-74 -520  -26 -486  -66 -436", "74 -520  26 -486  66 -436"):
        lay(polygon(*at(ear)), "#9c5640")
    lay(smooth(at("-70 -452  -40 -486  40 -486  70 -452  62 -416  30 -370  0 -340  -30 -370  -62 -416")), CLAY)
    lay(smooth(at("-66 -426  -30 -416  0 -378  30 -416  66 -426  30 -370  0 -340  -30 -370"), tension=0.3), "#fbf1de")
    for x in (-26, 26):
        lay(circle(x, -430, 7, 8), INK)
    lay(circle(0, -346, 11, 9), INK)
    lay(plus(rect(-62, -478, 124, 16, 8), rect(-36, -560, 72, 90, 8)), "#3f6068")
    lay(rect(-36, -498, 72, 18), "#c9684a")


def _door(lay):
    lay(PICTURE, "#c9d6bf")
    lay(both(rect(-100, -300, 200, 90), PICTURE), "#86a07d")
    lay(arch(-58, -560, 116, 300), "#f6ead0")
    lay(arch(-46, -546, 92, 286), "#9c5640")
    lay(circle(0, -500, 24), "#f0d08a")
    lay(circle(28, -390, 8), "#e2bf74")
    lay(rect(-70, -262, 140, 18, 4), "#b8b3a8")


def _bicycle(lay):
    lay(PICTURE, "#bfd2de")
    lay(circle(44, -556, 30), "#f6c877")
    lay(both(rect(-100, -320, 200, 110), PICTURE), "#93a883")
    for x in (-44, 46):
        lay(ring(x, -362, 40, 9), INK)
    for bar in ("-44 -362  -20 -424  28 -424  0 -362  -44 -362", "0 -362  -26 -440", "46 -362  22 -456  42 -462"):
        lay(thread(at(bar), 9, tension=0), "#c9684a")
    lay(rect(-46, -448, 38, 11, 5), "#6b4a35")
    lay(circle(-6, -272, 62, 12), "#8fb3c8")
