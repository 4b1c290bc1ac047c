"""Product pictures: what one drinks from, and a bowl that sings."""

from ..palette import BRASS, BRICK, CLAY
from ..shapes import at, both, circle, placed, plus, rect, smooth
from ..still_life import mug
from .thing import Thing


def morning_mug():
    s = Thing(51)
    mug(s, 480, 1196, 400, 400, CLAY, "#f3e4cb", depth=6)
    return s


def speckled_beaker():
    s = Thing(52)
    outline = at("300 640  320 900  350 1180  480 1198  610 1180  640 900  660 640  480 640")
    body = smooth(outline, tension=0.26)
    s.piece(body, "#e9dfcc", depth=5)
    s.piece(both(rect(200, 940, 600, 300), body), "#8fa9a4", depth=2)
    for _ in range(46):
        x, y = s.rng.uniform(325, 635), s.rng.uniform(690, 925)
        s.piece(circle(x, y, s.rng.uniform(2, 6)), "#8a7763", depth=0, edge=0, cast=False)
    s.piece(circle(480, 640, 180, 26), "#f8f1e2", depth=2)
    s.piece(circle(480, 643, 162, 18), "#9c8467", depth=0, edge=0)
    return s


def brass_sound_bowl():
    s = Thing(53)
    s.piece(smooth(at("150 1150  200 1090  480 1076  760 1090  810 1150  760 1196  200 1196")), BRICK, depth=6)
    s.line(at("170 1150  480 1166  790 1150"), "#c98a6c", 5, 0.8)
    outline = at("210 760  230 920  310 1050  420 1092  540 1092  650 1050  730 920  750 760  480 760")
    bowl = smooth(outline, tension=0.36)
    s.piece(bowl, BRASS, depth=9)
    for y in (840, 868):
        s.piece(both(rect(180, y, 620, 9), bowl), "#a8752f", depth=1, edge=0.4)
    s.piece(circle(480, 760, 271, 42), "#ebc987", depth=3)
    s.piece(circle(480, 765, 248, 33), "#7d5426", depth=0)
    mallet = plus(rect(-190, -10, 330, 20, 10), rect(100, -26, 170, 52, 24))
    s.piece(placed(mallet, 660, 700, turn=-30), "#7b553b", depth=9)
    return s
