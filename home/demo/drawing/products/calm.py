"""Product pictures: small things that calm, by sound or by touch."""

import math

from ..palette import BRASS, WALNUT
from ..paper import mix
from ..shapes import at, both, circle, minus, placed, plus, polygon, rect, smooth, thread, wavy
from .thing import Thing

ASH, CORK = "#c79f6d", "#bf9263"
CHIMES, POST = 492, 112


def pocket_chimes():
    s = Thing(81)
    s.piece(thread(at("196 1150  140 1092  104 1140  132 1184  196 1156"), 13), "#7a4a32", depth=4)
    for x in (CHIMES - POST, CHIMES + POST):
        s.piece(rect(x - 15, 766, 30, 344, 12), mix(ASH, "#4a3424", 0.3), depth=5)
    for length, y in ((350, 816), (450, 918), (550, 1020)):
        _chime(s, CHIMES, y, length)
    beater = plus(rect(790, 1138, 110, 18, 8), rect(870, 1112, 82, 70, 30))
    s.piece(beater, WALNUT, depth=6)
    s.piece(rect(172, 1092, 640, 106, 24), ASH, depth=8)
    s.line(at("204 1126  490 1132  780 1122"), "#8a6238", 3, 0.4)
    s.line(at("216 1164  500 1160  766 1168"), "#8a6238", 3, 0.3)
    s.piece(rect(778, 1126, 34, 42, 6), mix(ASH, "#4a3424", 0.45), depth=0, edge=0.4)
    return s


def _chime(s, x, y, length):
    """A brass rod lying level, tied to its two posts."""
    rod = rect(x - length / 2, y - 32, length, 64, 10)
    s.piece(rod, BRASS, depth=7)
    s.piece(both(rect(x - length, y - 20, length * 2, 14), rod), "#f0d190", depth=0, edge=0, cast=False)
    s.piece(both(rect(x - length, y + 12, length * 2, 40), rod), "#b5803a", depth=0, edge=0, cast=False)
    s.piece(circle(x + length / 2 - 4, y, 11, 32), "#8f6428", depth=0, cast=False)
    for side in (-1, 1):
        s.piece(rect(x + side * POST - 9, y - 35, 18, 70, 7), "#7a4a32", depth=2, cast=False)


def massage_ball():
    s = Thing(82)
    ball = circle(480, 934, 264)
    s.piece(ball, CORK, depth=9)
    s.piece(circle(430, 872, 176), mix(CORK, "#f2d9b4", 0.16), depth=0, edge=0, cast=False)
    for radius, share in ((300, 0.12), (272, 0.2)):
        s.piece(minus(ball, circle(418, 866, radius)), mix(CORK, "#4a2c18", share), depth=0, edge=0, cast=False)
    _flecks(s)
    groove = both(minus(circle(470, 640, 430, 372), circle(470, 600, 444, 372)), ball)
    s.piece(groove, "#6b4628", depth=0)
    lip = both(minus(circle(470, 650, 430, 372), circle(470, 640, 430, 372)), ball)
    s.piece(lip, "#dcb88a", depth=1, edge=0.3, cast=False)
    return s


def _flecks(s):
    """The grain of cork, smaller towards the rim of the ball."""
    for _ in range(210):
        angle, far = s.rng.uniform(0, math.tau), math.sqrt(s.rng.uniform(0, 1))
        x, y = 480 + math.cos(angle) * far * 250, 934 + math.sin(angle) * far * 250
        fleck = wavy(x, y, s.rng.uniform(4, 13) * (1.1 - far * 0.5), 0.4, s.rng, 0.62, 6)
        shade = s.rng.choice(("#8c6239", "#a8784a", "#d9b183", "#6f4c2c"))
        s.piece(fleck, shade, depth=0, edge=0.2, cast=False)


def white_noise_shell():
    s = Thing(83)
    s.piece(smooth(at("330 1100  300 1010  390 1030  570 1030  660 1010  630 1100"), tension=0.2), "#c9765a", depth=6)
    for turn in (-68, 68, -51, 51, -34, 34, -17, 17, 0):
        reach = 470 - abs(turn) * 2.1
        half = reach * 0.158
        rib = plus(polygon((-12, 0), (12, 0), (half, -reach), (-half, -reach)), circle(0, -reach, half, half * 0.8))
        s.piece(placed(rib, 480, 1120, turn=turn), mix("#eec0a4", "#c46f53", abs(turn) / 74), depth=6)
    foot = at("250 1198  268 1112  330 1078  480 1068  630 1078  692 1112  710 1198")
    s.piece(smooth(foot, tension=0.3), "#5f7d78", depth=8)
    for i in range(5):
        s.piece(rect(326 + i * 30, 1108, 12, 54, 6), "#31484a", depth=0, edge=0.4)
    s.piece(circle(520, 1134, 9), "#f0c46a", depth=0, edge=0.5)
    s.piece(circle(606, 1134, 36), "#f0dfc6", depth=5)
    s.piece(rect(602, 1104, 8, 26, 4), "#9c5640", depth=0, edge=0)
    return s
