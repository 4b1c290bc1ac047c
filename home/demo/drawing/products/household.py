"""Product pictures: for the garden, the journey, the house."""

from ..paper import mix
from ..shapes import at, both, circle, minus, placed, polygon, rect, smooth, thread
from ..spencer import peeking
from .thing import Thing

TEAL = "#5f7d78"


def watering_can():
    s = Thing(65)
    s.piece(minus(circle(420, 800, 190, 170), circle(420, 800, 156, 136)), "#3f6068", depth=6)
    s.piece(polygon(*at("560 1020  560 1100  850 760  810 716")), "#557a80", depth=6)
    s.piece(placed(rect(-70, -16, 140, 32, 12), 836, 730, turn=44), "#3f6068", depth=5)
    body = at("230 840  230 1180  270 1198  570 1198  610 1180  610 840  420 830")
    s.piece(smooth(body, tension=0.16), "#6a9096", depth=8)
    s.piece(circle(420, 840, 190, 24), "#7fa5a8", depth=2)
    s.piece(rect(230, 1090, 380, 16), "#f0dcb4", depth=1, edge=0.3)
    return s


def dog_carrier():
    s = Thing(60)
    for radius, shade, shift in ((226, "#6b4a35", 16), (226, "#8b6a4d", 0)):
        strap = minus(circle(480 + shift, 740, radius, 250), circle(480 + shift, 740, radius - 30, 220))
        s.piece(strap, shade, depth=6)
    port = rect(246, 842, 468, 236, 84)
    s.piece(rect(220, 820, 520, 280, 80), "#2c3b3a", depth=0)
    peeking(s, 480, 1034, 58, depth=6)
    s.piece(rect(210, 1040, 540, 80), "#e0b15f", depth=5)
    for x in range(232, 740, 44):
        s.piece(rect(x, 1040, 14, 80), "#c9684a", depth=0, edge=0.3, cast=False)
    outline = at("140 1198  118 900  196 748  300 722  480 714  660 722  764 748  842 900  820 1198")
    body = smooth(outline, tension=0.3)
    s.piece(minus(body, port), TEAL, depth=9)
    s.piece(both(rect(100, 1128, 760, 80), body), mix(TEAL, "#1f2d33", 0.3), depth=4)
    s.piece(minus(rect(226, 822, 508, 276, 102), port), "#d8b98a", depth=5)
    for x in (254, 676):
        s.piece(rect(x, 728, 30, 108, 8), "#8b6a4d", depth=4)
        s.piece(circle(x + 15, 816, 8), "#e2bf74", depth=2, cast=False)
    s.line(at("300 760  480 752  660 760"), mix(TEAL, "#1f2d33", 0.5), 7, 0.8)
    s.piece(rect(636, 748, 44, 24, 8), "#e2bf74", depth=3)
    stitches = thread(at("180 1146  480 1150  780 1146"), 3)
    s.piece(stitches, mix(TEAL, "#fff0d8", 0.4), depth=0, edge=0, cast=False)
    return s
