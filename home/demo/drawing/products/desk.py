"""Product pictures: what stands on a desk, a table, a wall."""

from functools import partial

from ..palette import BRASS, CLAY, OAK
from ..paper import mix
from ..shapes import arch, at, both, circle, hill, minus, placed, plus, polygon, rect, smooth, thread, wavy
from .thing import SIZE, Thing

PAINTS = (
    *("#c0432f", "#d98a5a", "#e0b15f", "#86a07d", "#5c7a50", "#3f5a44"),
    *("#8a5a34", "#d9917c", "#f0d08a", "#9aa3a6", "#6b757b", "#4f6f9a"),
)


def day_diary():
    s = Thing(61)
    s.piece(rect(262, 600, 470, 596, 10), "#f4ead6", depth=3)
    s.piece(rect(240, 588, 470, 610, 14), "#4f6f68", depth=7)
    s.piece(rect(240, 588, 62, 610, 10), "#3f5a55", depth=2)
    s.piece(rect(640, 588, 18, 610), CLAY, depth=2)
    sun = circle(470, 840, 92)
    s.piece(sun, "#efd08a", depth=3)
    s.piece(both(hill(SIZE, 1000, at("0 880  .36 846  .42 880  .6 850")), sun), "#8fa58b", depth=2)
    return s


def framed_hills():
    s = Thing(63)
    outer, mount = rect(190, 470, 580, 726, 6), rect(236, 516, 488, 634)
    view = arch(340, 610, 280, 440)
    s.piece(outer, OAK, depth=9)
    s.piece(mount, "#fbf5e8", depth=0)
    s.piece(view, "#f3dfb6", depth=0)
    s.piece(circle(520, 760, 58), "#eda46c", depth=2, cast=False)
    for y, shade in ((820, "#b5c8b5"), (900, "#86a58f"), (980, "#557f6c")):
        land = hill(SIZE, SIZE, [(0, y), (0.3, y), (0.38, y - 36), (0.48, y + 10), (0.6, y - 20)])
        s.piece(both(land, view), shade, depth=4, cast=False)
    s.piece(minus(outer, mount), "#b98a5c", depth=5)
    return s


def jigsaw_box():
    s = Thing(64)
    s.piece(rect(170, 760, 640, 436, 8), "#5f8887", depth=8)
    s.piece(rect(156, 740, 668, 120, 8), "#76a09c", depth=5)
    s.piece(circle(490, 1022, 120), "#f3e4c6", depth=3)
    piece = plus(minus(rect(430, 962, 120, 120), circle(490, 968, 24)), circle(558, 1022, 26), circle(490, 1090, 24))
    s.piece(piece, CLAY, depth=5, cast=False)
    s.piece(rect(320, 782, 340, 14, 7), "#d5e4dd", depth=0, edge=0)
    s.piece(rect(400, 812, 180, 10, 5), "#d5e4dd", depth=0, edge=0)
    return s


def paint_set():
    s = Thing(84)
    s.piece(rect(176, 640, 624, 320, 30), "#3f6068", depth=8)
    s.piece(rect(200, 664, 576, 280, 14), "#f4ead8", depth=0)
    for x, y, radius, shade in ((318, 790, 62, "#c9684a"), (470, 760, 54, "#e0b15f"), (420, 850, 44, "#d98a5a")):
        s.piece(wavy(x, y, radius, 0.16, s.rng, 0.72, 9), shade, depth=0, edge=0.3, fibre=1.6)
    s.piece(wavy(640, 800, 80, 0.16, s.rng, 0.7, 9), "#6a9096", depth=0, edge=0.3, fibre=1.6)
    s.piece(wavy(676, 846, 46, 0.2, s.rng, 0.7, 9), "#86a07d", depth=0, edge=0.3, fibre=1.6)
    tray = polygon(*at("176 946  800 946  838 1140  138 1140"))
    s.piece(tray, "#f4ead8", depth=6)
    for row in range(2):
        for column in range(6):
            s.piece(_pan(row, column, 0), "#b8b3a8", depth=0, edge=0.6)
            s.piece(_pan(row, column, 9), PAINTS[row * 6 + column], depth=1, edge=0.8)
    for x in (250, 700):
        s.piece(rect(x, 930, 46, 26, 6), BRASS, depth=3)
    s.piece(rect(138, 1136, 700, 62, 16), "#4c7079", depth=7)
    _brush(s)
    return s


def _pan(row, column, inset):
    """One little pan of the tray, which narrows towards the hinge."""
    low, high = 1128 - row * 90 - inset * 0.7, 1128 - row * 90 - 78 + inset * 0.7
    corners = []
    for y, near in ((low, 0), (low, 1), (high, 1), (high, 0)):
        half = 312 + (y - 946) / 194 * 38 - 16
        across = (column + near) / 6 * 2 - 1
        corners.append((488 + across * half + (inset + 4) * (1 - near * 2), y))
    return polygon(*corners)


def _brush(s):
    turned = partial(placed, x=742, y=880, turn=-58)
    s.piece(turned(polygon((-330, -11), (0, -14), (0, 14), (-330, 11))), CLAY, depth=7)
    s.piece(turned(rect(-10, -15, 74, 30, 4)), "#c9cdc8", depth=3)
    s.piece(turned(smooth(at("62 -15  110 -22  150 -8  176 4  140 16  100 20  62 15"))), "#5a4638", depth=3)
    s.piece(turned(smooth(at("122 -18  150 -8  176 4  140 14  118 16"))), "#3f6f86", depth=0, edge=0.4)


def phone_stand():
    s = Thing(92)
    s.piece(polygon(*at("226 820  734 820  812 1112  148 1112")), mix(OAK, "#fff0d8", 0.14), depth=7)
    for y, inset in ((880, 18), (960, -2), (1050, -26)):
        s.line([(226 + inset, y), (480, y + 5), (734 - inset, y)], "#7d5636", 3, 0.3)
    s.piece(polygon(*at("318 796  642 796  690 1092  270 1092")), "#66805f", depth=2)
    phone = smooth(at("338 790  350 772  610 772  622 790  664 1060  654 1082  306 1082  296 1060"), tension=0.16)
    s.piece(phone, "#39424a", depth=9)
    s.piece(smooth(at("366 790  476 790  482 872  358 872"), tension=0.12), "#2a3238", depth=2, cast=False)
    for x, y in ((394, 812), (446, 812), (392, 848)):
        s.piece(circle(x, y, 19, 14), "#55636d", depth=2, cast=False)
    _blanket(s)
    s.piece(rect(148, 1104, 664, 94, 14), OAK, depth=8)
    s.line(at("184 1150  480 1156  776 1148"), "#7d5636", 3, 0.35)
    for x, y, k in ((628, 700, 1), (690, 622, 0.74), (736, 560, 0.54)):
        z = thread(at("-30 -30  -29 -30  30 -30  31 -29  -31 29  -30 30  30 30"), 15, tension=0)
        s.piece(placed(z, x, y, k, turn=-8), "#5f7d78", depth=5, cast=False)
    return s


def _blanket(s):
    cover = smooth(at("292 912  480 898  668 912  700 1066  690 1100  480 1092  270 1100  260 1066"), tension=0.3)
    s.piece(cover, "#e4c29b", depth=7)
    for i in range(4):
        stripe = smooth(at("200 0  480 -10  760 0  760 16  480 7  200 16"), tension=0.3)
        s.piece(both(placed(stripe, 0, 962 + i * 38), cover), CLAY, depth=0, edge=0.3, cast=False)
    hem = smooth(at("284 908  480 892  676 908  680 940  480 924  280 940"), tension=0.3)
    s.piece(hem, "#f4e2c4", depth=5)
