"""Product pictures: candles and lamps."""

from ..palette import FLAME, OAK, WALNUT
from ..paper import mix
from ..shapes import at, both, circle, leaf, moved, polygon, rect, smooth, thread, wavy
from .thing import Thing

WICK = "#3b2a22"


def jar_candle():
    s = Thing(55)
    s.piece(smooth(at("478 628  508 700  500 748  478 762  454 748  448 702")), FLAME, depth=2, cast=False)
    s.piece(smooth(at("478 674  492 716  478 752  464 716")), "#fff0c4", depth=0, edge=0, cast=False)
    s.line(at("478 790  478 756"), WICK, 6)
    s.piece(rect(310, 790, 340, 406, 26), "#d9e2da", depth=6)
    s.piece(rect(328, 900, 304, 280, 16), "#f5e8cf", depth=2)
    s.piece(rect(380, 950, 200, 160, 4), "#fbf6ea", depth=3)
    s.piece(leaf(420, 1066, 110, -38, 0.46), "#6f8b70", depth=1)
    s.piece(circle(480, 792, 170, 22), "#eef2ea", depth=2)
    s.piece(circle(480, 796, 150, 15), "#c4cec5", depth=0)
    return s


def candle_trio():
    s = Thing(56)
    for x, w, h, shade in ((300, 130, 560, "#f1e3c6"), (480, 150, 400, "#c98d68"), (650, 120, 270, "#8fa58b")):
        top = 1150 - h
        flame = moved(at("0 -124  22 -62  12 -24  -12 -24  -22 -62"), x, top)
        s.piece(smooth(flame), FLAME, depth=2, cast=False)
        s.line([(x, top), (x, top - 30)], WICK, 5)
        s.piece(rect(x - w / 2, top, w, h + 10, 8), shade, depth=6)
        s.piece(circle(x, top + 3, w / 2, 12), mix(shade, "#fffaf0", 0.4), depth=1)
    s.piece(rect(200, 1150, 560, 48, 18), WALNUT, depth=7)
    return s


def red_light_panel():
    s = Thing(58)
    s.piece(polygon(*at("380 1110  580 1110  640 1198  320 1198")), "#5a6264", depth=5)
    s.piece(rect(270, 430, 420, 700, 36), "#f2ece0", depth=8)
    s.piece(rect(312, 472, 336, 616, 18), "#4a2a28", depth=3)
    for r in range(8):
        for c in range(4):
            shade = "#e2543a" if (r + c) % 2 else "#f07a56"
            s.piece(circle(360 + c * 80, 522 + r * 74, 24), shade, depth=1, edge=0.4, cast=False)
    s.glow(480, 780, 330, "#ff7a50", 0.4)
    return s


def sunrise_lamp():
    s = Thing(66)
    s.piece(rect(330, 1120, 320, 78, 26), OAK, depth=6)
    globe = circle(490, 850, 300)
    s.piece(globe, "#f6d493", depth=8)
    s.piece(both(globe, rect(100, 930, 900, 300)), "#eda769", depth=3)
    s.piece(both(globe, rect(100, 1030, 900, 300)), "#d98a5a", depth=3)
    s.glow(490, 800, 320, "#fff0c0", 0.6)
    s.piece(rect(450, 1148, 80, 14, 7), "#f3e4c6", depth=0, edge=0)
    return s


def candle_kit():
    s = Thing(85)
    _wax_bag(s)
    s.piece(thread(at("590 872  668 878  682 992  600 1046"), 24), "#6f7f80", depth=5)
    s.piece(polygon(*at("414 820  340 796  334 810  406 904")), "#a3b2ae", depth=7)
    can = smooth(at("400 820  400 1180  428 1198  572 1198  600 1180  600 820  500 816"), tension=0.16)
    s.piece(can, "#93a3a1", depth=8)
    s.piece(both(rect(554, 780, 80, 440), can), "#76878a", depth=0, edge=0, cast=False)
    s.piece(both(rect(424, 780, 20, 440), can), "#b9c6c2", depth=0, edge=0, cast=False)
    for y in (882, 1140):
        s.piece(both(rect(380, y, 300, 9), can), "#66787a", depth=0, edge=0.5, cast=False)
    s.piece(circle(500, 822, 100, 18), "#c3cecb", depth=2)
    s.piece(circle(500, 826, 84, 12), "#55666a", depth=0, edge=0, cast=False)
    _tins(s)
    return s


def _wax_bag(s):
    outline = "116 690  108 900  100 1170  126 1198  346 1198  372 1170  366 900  358 690  238 684"
    s.piece(smooth(at(outline), tension=0.14), "#c9a06c", depth=8)
    s.piece(rect(106, 610, 262, 92, 6), "#b98d58", depth=5)
    s.line(at("118 688  238 691  356 688"), "#7d5a33", 4, 0.5)
    s.piece(rect(152, 754, 170, 156, 8), "#f6ead0", depth=3)
    s.piece(smooth(at("238 770  268 826  260 866  238 880  216 866  208 830")), FLAME, depth=2, cast=False)
    s.piece(smooth(at("238 816  252 848  238 872  224 848")), "#fff0c4", depth=0, edge=0, cast=False)
    pocket = rect(152, 954, 170, 170, 85)
    s.piece(pocket, "#e3d4b4", depth=0)
    for row in range(7):
        for column in range(7):
            x = 160 + column * 27 + (row % 2) * 13 + s.rng.uniform(-4, 4)
            flake = wavy(x, 1000 + row * 22 + s.rng.uniform(-4, 4), 17, 0.14, s.rng, 0.8, 8)
            s.piece(both(flake, pocket), s.rng.choice(("#fbf1da", "#f3e3c0", "#fff8e8")), depth=2, cast=False)


def _tins(s):
    """The four tins for the candles, one on the other, with the wicks in the uppermost."""
    for dx, height in ((-34, 92), (-14, 116), (8, 104), (30, 124)):
        s.piece(
            thread([(804 + dx, 974), (808 + dx * 1.3, 974 - height * 0.5), (796 + dx * 1.6, 974 - height)], 8),
            "#efe1c2",
            depth=3,
        )
    for i, shade in enumerate(("#c9765a", "#8a9a98", "#d9a24e", "#8a9a98")):
        top = 1140 - i * 58
        s.piece(rect(716, top, 176, 58, 12), shade, depth=5)
        s.piece(rect(710, top - 2, 188, 16, 7), mix(shade, "#fff6e4", 0.3), depth=3)
    s.piece(circle(804, 966, 84, 9), "#4d5b5c", depth=0, edge=0, cast=False)
