"""Product pictures: necklaces and a bracelet."""

import math

from ..palette import CLAY, GOLD, OAK, WALNUT
from ..paper import mix
from ..shapes import at, both, circle, leaf, moved, placed, polygon, rect, smooth, thread
from .thing import Thing


def leaf_pendant():
    s = Thing(62)
    s.piece(rect(330, 1150, 300, 48, 12), WALNUT, depth=6)
    s.piece(rect(466, 560, 28, 600, 8), "#a8835f", depth=5)
    s.piece(rect(290, 548, 380, 30, 15), "#a8835f", depth=6)
    s.piece(thread(at("340 570  372 760  480 900  588 760  620 570"), 9), GOLD, depth=4)
    s.piece(circle(480, 912, 16), GOLD, depth=3)
    s.piece(leaf(480, 920, 150, 90, 0.56), "#d9b468", depth=6)
    s.line(at("480 934  480 1040"), "#9a7a38", 4, 0.8)
    return s


def star_necklace():
    s = Thing(90)
    s.piece(rect(258, 1150, 324, 48, 14), OAK, depth=7)
    half = at("0 -640  56 -640  64 -560  70 -478  118 -430  188 -386  196 -290  128 -130  66 0  0 4")
    bust = placed(smooth([*half, *[(-x, y) for x, y in half[-2:0:-1]]], tension=0.4), 420, 1152)
    s.piece(bust, "#3f6068", depth=9)
    s.piece(circle(420, 513, 58, 13), "#5f858a", depth=2)
    chain = thread(at("334 560  350 680  372 780  420 878  468 780  490 680  506 560"), 5)
    s.piece(both(chain, bust), "#cdd3d2", depth=3, cast=False)
    s.piece(circle(420, 878, 9), "#e3e7e4", depth=2, cast=False)
    tips = [_spoke(i, 56 if i % 2 == 0 else 25) for i in range(10)]
    star = smooth(tips, tension=0.16)
    s.piece(placed(star, 420, 934), "#e3e7e4", depth=6, cast=False)
    for i in range(0, 10, 2):
        facet = both(polygon((0, 0), tips[i], tips[i + 1]), star)
        s.piece(placed(facet, 420, 934), "#9aa7ab", depth=0, edge=0.4, cast=False)
    _matchbox(s)
    return s


def _matchbox(s):
    """The open box that the necklace is sent in: its sleeve, and the tray with green felt pulled out."""
    s.piece(polygon(*at("640 1080  800 1080  836 1142  600 1142")), "#d8b98a", depth=5)
    s.piece(polygon(*at("650 1088  792 1088  820 1136  620 1136")), "#66805f", depth=0)
    s.piece(rect(600, 1138, 236, 60, 5), CLAY, depth=5)
    s.piece(circle(718, 1168, 20), "#f0d9a6", depth=1, edge=0.4)
    s.piece(rect(600, 1138, 18, 60, 4), "#5a4638", depth=0, edge=0.4)
    s.piece(rect(818, 1138, 18, 60, 4), "#5a4638", depth=0, edge=0.4)


def _spoke(index, radius):
    angle = math.radians(index * 36 - 90)
    return math.cos(angle) * radius, math.sin(angle) * radius


def bead_bracelet():
    s = Thing(89)
    pouch = moved(at("-120 -330  -150 -220  -180 -90  -160 0  160 0  184 -90  150 -220  118 -330"), 640, 1198)
    s.piece(smooth(pouch, tension=0.3), "#a9a184", depth=8)
    frill = moved(at("-120 -326  -140 -410  -70 -396  0 -414  70 -396  142 -410  118 -326"), 640, 1198)
    s.piece(smooth(frill, tension=0.3), "#bdb597", depth=5)
    for x in (-60, 0, 58):
        s.line(moved([(x * 1.3, -392), (x, -330)], 640, 1198), "#6b6650", 3, 0.4)
    for end in ("702 874  742 920  734 986", "702 874  700 930  672 972"):
        s.piece(thread(at(end), 8), CLAY, depth=3)
    s.piece(rect(506, 860, 268, 22, 11), CLAY, depth=3)
    s.piece(leaf(640, 1092, 96, -40, 0.5), "#f0e6cc", depth=1)
    shades = ("#a07850", CLAY, WALNUT, "#e3cda8", "#a07850", "#6f8b7d", WALNUT, "#e3cda8")
    for i in range(24):
        angle = i / 24 * math.tau
        x, y = 380 + math.cos(angle) * 216, 948 + math.sin(angle) * 216
        _bead(s, x, y, 42 if i == 18 else 32, WALNUT if i == 18 else shades[i % 8])
    return s


def _bead(s, x, y, radius, shade):
    s.piece(circle(x, y, radius), shade, depth=6)
    gleam = circle(x - radius * 0.22, y - radius * 0.26, radius * 0.5, radius * 0.42)
    s.piece(gleam, mix(shade, "#fff3dc", 0.16), depth=0, edge=0, cast=False)
    if shade in (WALNUT, "#a07850"):
        s.line([(x - radius * 0.7, y + 4), (x, y + 9), (x + radius * 0.7, y + 2)], "#4a3424", 2.5, 0.4)
