"""Article pictures of a room and the light in it."""

from ..palette import CALM, CLAY, CREAM, FERN, FIT, MOSS, MOTIVE, WALNUT, WELL
from ..paper import mix
from ..shapes import arch, at, band, both, circle, minus, moved, panes, plus, polygon, rect, ring, simple, smooth
from ..spencer import asleep
from ..still_life import curtain, mug, pot, sprig, steam, view_hills, window
from .page import W, land, page, strip

PEG = "#6b4a35"


def morning_window():
    s = page(CALM, 11)
    s.piece(strip(800, 340), "#d6b68c", depth=6)
    for i in range(5):
        y = 842 + i * 50 + i * i * 4
        s.line([(-20, y), (W + 20, y)], "#8a6a4c", 2.5, 0.32)
    s.piece(strip(770, 34), "#e6ece2", depth=6)
    window(s, 286, 92, 470, 520, view_hills(286, 92, 470, 520), rim=38, depth=24)
    curtain(s, 70, 20, 200, 726, "#ecd3bd", 3)
    curtain(s, 980, 20, 200, 726, "#ecd3bd", 3, flip=-1)
    s.piece(rect(36, 22, 970, 20, 10), WALNUT, depth=14)
    _window_sill(s)
    view = [rect(286 + c * 245, 92 + r * 180, 225, 160) for r in range(3) for c in range(2)]
    patch = [
        polygon(*at("690 830  1075 830  1250 1090  770 1090")),
        polygon(*at("1110 830  1480 830  1740 1090  1290 1090")),
    ]
    wall = panes(1010, 150, 430, 470, lean=0.26, drop=0.06)
    s.sunlight(wall + view + patch, depth=0.13, warmth=0.36, blur=7)
    s.sunlight(patch, depth=0, warmth=0.5, blur=7)
    asleep(s, 800, 1010, 68)
    return s


def _window_sill(s):
    mug(s, 650, 644, 104, 98, CLAY, CREAM, depth=9)
    for i, dx in enumerate((-16, 18)):
        steam(s, 648 + dx, 538, 190 - i * 50, "#fdf7ea", 19, 5, 26)
    pot(s, 404, 644, 112, 96, "#7f9c8e", depth=9)
    sprig(s, at("400 552  380 470  346 376"), FERN, 7, 82, 6, 8)
    sprig(s, at("408 552  428 462  474 386"), MOSS, 6, 76, 6, 8)


def nap_in_the_light():
    s = page("#d9b98c", 31)
    for i in range(9):
        s.piece(strip(i * 124 - 6, 120), mix("#d8b284", "#c79a68", (i * 37 % 10) / 10), depth=3, edge=0.5)
    rug = at("180 560  420 500  1180 500  1440 570  1460 880  1200 960  400 960  160 880")
    s.piece(smooth(rug, tension=0.3), "#8ba39a", depth=14)
    field = at("230 592  440 542  1160 542  1390 600  1408 856  1180 920  420 920  214 856")
    s.piece(smooth(field, tension=0.3), "#a5b9ad", depth=2)
    s.sunlight(panes(300, -70, 760, 1200, 2, 3, 60, lean=0.3), depth=0.32, warmth=0.34)
    asleep(s, 420, 850, 92, depth=24)
    return s


def by_the_door():
    s = page(FIT, 29)
    s.piece(strip(900, 240), "#8a7358", depth=8)
    s.piece(rect(240, 190, 1120, 84, 8), "#e9dabb", depth=14)
    for x in (400, 670, 940, 1210):
        s.piece(circle(x, 232, 26), PEG, depth=10)
    coat = at("400 240  480 292  528 470  560 760  400 790  236 760  270 470  320 292")
    s.piece(smooth(coat, tension=0.3), "#4c6c74", depth=24)
    s.piece(smooth(at("400 240  470 300  400 420  330 300"), tension=0.3), "#d8b26a", depth=8)
    s.line(at("400 420  398 770"), "#2f474d", 4, 0.8)
    lead = at("670 236  610 420  640 640  720 700  770 600  730 430  680 250")
    s.piece(simple(band(lead, 20)), CLAY, depth=16)
    s.piece(ring(716, 700, 36, 12), "#c9a25a", depth=10)
    _umbrella(s)
    for x in (1080, 1250):
        _boot(s, x)
    s.sunlight(panes(420, 60, 640, 900, 2, 3, 46, lean=0.3), depth=0.22)
    return s


def _umbrella(s):
    crook = minus(circle(962, 262, 40, 44), circle(962, 262, 24, 28), rect(918, 262, 44, 60))
    s.piece(crook, PEG, depth=10)
    s.piece(rect(986, 258, 16, 96, 4), PEG, depth=8)
    s.piece(polygon(*at("952 340  1036 340  1004 770  984 770")), "#d8a24f", depth=18)
    for side in (-1, 1):
        fold = [(994 + side * across, y) for across, y in ((14, 340), (42, 340), (10, 770), (4, 770))]
        s.piece(polygon(*fold), "#c28a3a", depth=2)
    s.piece(rect(966, 520, 52, 16, 6), "#8f6428", depth=2)
    s.piece(rect(990, 764, 8, 50, 4), PEG, depth=6)


def _boot(s, x):
    outline = at("0 620  120 620  122 800  200 850  214 922  4 922")
    s.piece(smooth(moved(outline, x, 0), tension=0.22), "#5d7a4c", depth=18)
    s.piece(rect(x - 4, 612, 130, 30, 8), "#7d9a66", depth=4)
    s.piece(rect(x - 2, 908, 222, 20, 6), "#3d3a30", depth=4)


def seedlings():
    s = page(FIT, 25)
    view = view_hills(170, -120, 1260, 760, sun=False)
    window(s, 170, -120, 1260, 760, view, columns=3, rows=2, bar=26, rim=46, depth=22, sill=False)
    s.piece(strip(760, 66), "#f2e8d2", depth=20)
    s.piece(strip(826, 300), "#93a883", depth=12)
    _seedling(s, 360, 220, 190, CLAY, 3)
    _seedling(s, 700, 190, 160, "#e0c39a", 2)
    _seedling(s, 1010, 240, 210, "#7d8f86", 3)
    can = plus(rect(1270, 610, 190, 166, 16), polygon(*at("1280 700  1280 742  1150 604  1172 586")))
    handle = minus(circle(1452, 680, 74, 84), circle(1452, 680, 52, 62))
    s.piece(plus(can, handle), "#4c6c74", depth=18)
    patches = [
        polygon(*at("250 850  620 850  520 1100  120 1100")),
        polygon(*at("660 850  1030 850  960 1100  560 1100")),
        polygon(*at("1070 850  1440 850  1400 1100  1000 1100")),
    ]
    s.sunlight([*patches, rect(0, 0, W, 640)], depth=0.2)
    return s


def _seedling(s, x, w, h, shade, plants):
    for k in range(plants):
        dx = (k - (plants - 1) / 2) * 52
        stem = [(x + dx * 0.4, 770 - h), (x + dx, 650 - h), (x + dx * 1.9, 560 - h - (k % 2) * 60)]
        sprig(s, stem, (FERN, MOSS, "#7d9a66")[k], 6, 108, 8, 14)
    pot(s, x, 776, w, h, shade, 18)


def vase_shadow():
    s = page(MOTIVE, 16)
    s.piece(strip(890, 240), "#c98d74", depth=10)
    sprig(s, at("640 470  600 330  500 180  380 90"), "#6f8b70", 9, 150, 9, 20)
    sprig(s, at("660 470  690 300  700 150  660 40"), "#5a7862", 9, 150, 9, 20)
    sprig(s, at("672 470  770 340  900 240  1010 210"), "#86a07d", 9, 150, 9, 20)
    left = at("604 452  612 520  530 640  504 770  560 890  660 902")
    right = at("760 890  816 770  790 640  708 520  716 452  660 452")
    vase = smooth(left + right, tension=0.42)
    s.piece(vase, "#f3e4d2", depth=26)
    s.piece(circle(660, 452, 57, 12), "#d8c2ac", depth=2)
    wave = at("480 700  600 680  720 730  840 700  840 790  720 800  600 760  480 790")
    s.piece(both(vase, smooth(wave)), CLAY, depth=1.5)
    s.sunlight(panes(820, 60, 560, 720, 2, 3, 34, lean=0.26), depth=0.26)
    return s


def candle_dusk():
    s = page("#3b4657", 19)
    opening = arch(880, 90, 480, 800)
    with s.inside(opening):
        s.piece(rect(860, 60, 520, 860), "#54688a", depth=0)
        s.piece(circle(1180, 300, 70), "#f3e3bd", depth=4)
        s.piece(land(at("0 700  .6 690  .75 640  .85 700  1 720")), "#3c5066", depth=10)
        s.piece(land(at("0 780  .6 740  .8 780  1 740")), "#2b3b4c", depth=10)
    s.piece(minus(arch(836, 46, 568, 880), opening), "#6c6a7c", depth=20)
    s.piece(strip(880, 240), "#6b4b44", depth=16)
    dish = at("300 900  330 872  640 872  670 900  600 930  370 930")
    s.piece(smooth(dish, tension=0.3), "#b98a54", depth=12)
    s.piece(rect(414, 560, 142, 330, 10), "#f2e2c4", depth=20)
    wax = at("414 566  432 600  444 660  456 610  480 584  520 600  556 574  556 556  414 556")
    s.piece(smooth(wax, tension=0.4), "#fff4dc", depth=4)
    s.line(at("485 556  484 524"), "#3b2a22", 6)
    s.glow(485, 470, 720, "#ffb866", 0.62)
    s.piece(smooth(at("485 390  520 470  516 522  485 540  454 522  450 470")), "#f3a54b", depth=5, strength=0.3)
    s.piece(smooth(at("485 440  504 490  485 528  466 490")), "#fff0c0", depth=0)
    s.glow(485, 480, 240, "#ffe0a0", 0.7)
    return s


def warm_arches():
    s = page(WELL, 20)
    shades = ["#c9a9b4", "#cf988f", "#cd8169", "#c26a4d", "#b2543c", "#d9744c", "#f0a674"]
    for i, shade in enumerate(shades):
        s.piece(arch(330 + i * 62, 90 + i * 82, 940 - i * 124, 1000), shade, depth=17)
    s.glow(800, 860, 640, "#ff9c66", 0.5)
    s.piece(strip(930, 200), "#8d6f86", depth=16)
    s.piece(rect(718, 740, 164, 196, 18), "#f7e6d6", depth=14)
    for r in range(4):
        for c in range(3):
            s.piece(circle(762 + c * 38, 778 + r * 40, 12), "#d9472f", depth=1, edge=0.3)
    s.glow(800, 838, 300, "#ff8a5c", 0.55)
    sprig(s, at("190 960  170 780  220 620  200 500"), "#6d6a86", 9, 150, 9, 16)
    sprig(s, at("1430 960  1450 820  1400 690"), "#5d5a76", 8, 140, 9, 16)
    return s
