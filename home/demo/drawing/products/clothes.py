"""Product pictures: folded clothes."""

from functools import partial

from ..palette import CREAM
from ..paper import mix
from ..shapes import at, both, circle, moved, placed, plus, polygon, rect, smooth, thread
from ..spencer import BODY, HANGING_EAR, HAUNCH
from .thing import Thing

PLUM, SUN, DUSK = "#9a83a8", "#d9a24e", "#8a6436"
CUFF = mix(SUN, "#fff0d0", 0.16)


def folded_sweatshirt():
    s = Thing(68)
    s.piece(rect(216, 1136, 528, 62, 28), mix(PLUM, "#2b2030", 0.4), depth=5)
    front = at("206 650  244 614  372 596  480 604  588 596  716 614  754 650  756 1160  724 1180  236 1180  204 1160")
    body = smooth(front, tension=0.16)
    s.piece(body, PLUM, depth=8)
    _neck(s, mix(PLUM, "#f6e8e0", 0.22), mix(PLUM, "#2b2030", 0.5))
    hem = both(rect(180, 1100, 600, 90), body)
    s.piece(hem, mix(PLUM, "#2b2030", 0.16), depth=3)
    _ribs(s, [((222 + k * 23, 1108), (222 + k * 23, 1174)) for k in range(23)])
    _sleeve(s, at("206 662  262 690  470 830  600 920  562 996  430 930  204 800"), (600, 920, 562, 996))
    _sleeve(s, at("754 662  698 690  490 840  366 950  408 1022  540 950  756 810"), (366, 950, 408, 1022))
    s.piece(circle(480, 770, 34), "#e6bf74", depth=3, cast=False)
    for k in range(8):
        on = partial(placed, x=480, y=770, turn=k * 45)
        s.piece(on(rect(-4, -62, 8, 18, 4)), "#e6bf74", depth=1, edge=0.4, cast=False)
    return s


def _sleeve(s, points, end):
    """A sleeve folded across the front; `end` is where its cuff begins: x, y, x, y."""
    s.piece(smooth(points, tension=0.2), mix(PLUM, "#f6e8e0", 0.08), depth=7)
    ax, ay, bx, by = end
    out = 62 if ax > 480 else -62
    cuff = polygon((ax, ay), (ax + out, ay + 44), (bx + out, by + 30), (bx, by))
    s.piece(cuff, mix(PLUM, "#2b2030", 0.16), depth=5)


def _ribs(s, lines):
    for line in lines:
        s.line(list(line), mix(PLUM, "#2b2030", 0.5), 3, 0.4)


def funny_tee():
    s = Thing(87)
    s.piece(rect(214, 1130, 532, 68, 30), mix(SUN, "#3a2a22", 0.2), depth=5)
    front = at("206 640  240 606  372 590  480 600  588 590  720 606  754 640  756 1150  720 1176  240 1176  204 1150")
    shirt = smooth(front, tension=0.16)
    s.piece(shirt, SUN, depth=8)
    for x, bend in ((262, 8), (698, -8)):
        s.line([(x, 612), (x + bend, 880), (x, 1168)], mix(SUN, "#3a2a22", 0.4), 4, 0.45)
    _neck(s, CUFF, DUSK)
    for pairs, closed in ((BODY, True), (HANGING_EAR, True), (HAUNCH[1:6], False)):
        line = thread([(311 + x * 38, 906 - y * 38) for x, y in pairs], 8, closed=closed)
        s.piece(line, "#3b2d25", depth=1, edge=0, cast=False)
    s.piece(circle(309, 883, 12, 9), "#3b2d25", depth=0, edge=0, cast=False)
    s.line(at("360 868  369 873  378 868"), "#3b2d25", 5)
    for x, width in ((398, 70), (478, 20), (508, 80)):
        s.piece(rect(x, 964, width, 9, 4), "#3b2d25", depth=0, edge=0, cast=False)
    return s


def _neck(s, rib, inside):
    """A round neck with its rib, and the label at the back of it."""
    s.piece(smooth(at("346 596  400 572  480 566  560 572  614 596  480 700"), tension=0.4), rib, depth=3)
    s.piece(smooth(at("362 606  410 592  480 588  550 592  598 606  480 690"), tension=0.4), inside, depth=0)
    s.piece(rect(458, 606, 44, 24, 4), CREAM, depth=1, edge=0.4, cast=False)
    s.piece(thread(at("346 598  372 642  420 678  480 690  540 678  588 642  614 598"), 26), rib, depth=4)


def zip_hoodie():
    s = Thing(88)
    shade = "#5f7d78"
    dark, pale = mix(shade, "#22303a", 0.4), mix(shade, "#fff0d8", 0.14)
    s.piece(smooth(at("290 700  276 590  340 500  480 470  620 500  684 590  670 700"), tension=0.4), pale, depth=7)
    s.piece(
        smooth(at("356 690  344 606  396 548  480 530  564 548  616 606  604 690  480 760"), tension=0.4), dark, depth=0
    )
    s.piece(rect(200, 1130, 560, 68, 30), dark, depth=5)
    s.piece(polygon(*at("400 650  560 650  500 860  460 860")), dark, depth=0, edge=0)
    left = smooth(at("196 700  228 656  340 634  420 690  480 790  480 1178  230 1178  194 1150"), tension=0.14)
    right = smooth(at("764 700  732 656  620 634  540 690  480 790  480 1178  730 1178  766 1150"), tension=0.14)
    s.piece(left, shade, depth=7)
    s.piece(right, shade, depth=7)
    fold = partial(s.line, shade=dark, width=4, alpha=0.55)
    for side in (-1, 1):
        fold([(480 + side * 232, 664), (480 + side * 222, 900), (480 + side * 232, 1170)])
        fold([(480 + side * 26, 960), (480 + side * 110, 960), (480 + side * 176, 1080), (480 + side * 180, 1172)])
        lapel = moved(
            [(side * 140, -156), (side * 62, -100), (side * 4, 0), (side * 30, 0), (side * 86, -80)], 480, 790
        )
        s.piece(smooth([*lapel, (480 + side * 160, 650)], tension=0.2), pale, depth=5)
    _zip(s)
    return s


def _zip(s):
    s.piece(rect(466, 786, 28, 392), "#3a4d4c", depth=1)
    for k in range(24):
        s.piece(rect(470 + (k % 2) * 8, 836 + k * 14, 12, 7, 2), "#d9c08a", depth=0, edge=0, cast=False)
    s.piece(
        plus(rect(464, 812, 32, 36, 8), polygon((472, 840), (488, 840), (492, 906), (468, 906))), "#e2bf74", depth=4
    )
