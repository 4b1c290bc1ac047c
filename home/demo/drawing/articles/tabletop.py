"""Article pictures of things seen close: on a table, a desk, a stair."""

from functools import partial

from ..palette import BRASS, BRICK, CALM, CLAY, COAT, CREAM, FERN, NOSE, PAWS, WINS
from ..paper import mix
from ..shapes import at, band, both, circle, leaf, minus, panes, placed, plus, polygon, rect, smooth
from ..spencer import walking
from ..still_life import mug, pot, sprig, steam
from .page import H, W, page, strip


def mug_steam():
    s = page("#e9d7a3", 13)
    s.piece(strip(800, 320), "#b98a63", depth=8)
    s.piece(strip(800, 22), "#d9b088", depth=3)
    for dx, height, sway, shade in ((-120, 560, 84, "#f3e6c8"), (0, 700, 110, "#faf2de"), (116, 520, 76, "#f6ead0")):
        steam(s, 1010 + dx, 440, height, shade, 74, 16, sway)
    mug(s, 1010, 872, 520, 450, "#5f8887", "#f3e6cc", depth=30)
    s.piece(circle(1010, 424, 236, 25), "#6a3f2b", depth=0)
    spoon = plus(rect(0, -8, 330, 16, 8), circle(-46, 0, 62, 34))
    s.piece(placed(spoon, 330, 930, turn=-4), "#d8c4a0", depth=10)
    s.piece(placed(circle(-46, 0, 46, 23), 330, 930, turn=-4), "#bfa67e", depth=0)
    s.sunlight(panes(120, 90, 560, 560, 2, 3, 30, lean=0.34), depth=0.25)
    return s


def sound_bowl():
    s = page(CALM, 14)
    for i in range(9, 0, -1):
        shade = mix("#b9d0cd", "#f6ecd6" if i % 2 else "#6f9a97", 0.62 - i * 0.055)
        s.piece(circle(640, 760, 110 + i * 105), shade, depth=11)
    s.piece(strip(868, 260), "#3f6263", depth=18)
    s.piece(smooth(at("330 872  350 836  480 812  800 812  930 836  952 872  800 896  480 896")), BRICK, depth=14)
    outline = at("380 566  392 680  462 782  560 824  720 824  818 782  888 680  900 566  640 566")
    bowl = smooth(outline, tension=0.36)
    s.piece(bowl, BRASS, depth=22)
    for y in (640, 662):
        s.piece(both(rect(300, y, 700, 9), bowl), "#a8752f", depth=1, edge=0.4)
    s.piece(circle(640, 566, 261, 44), "#e6c07a", depth=4)
    s.piece(circle(640, 571, 238, 34), "#7d5426", depth=0)
    mallet = plus(rect(-250, -11, 420, 22, 11), rect(120, -27, 190, 54, 24))
    s.piece(placed(mallet, 1180, 820, turn=-17), "#6b4a35", depth=16)
    s.sunlight(panes(1010, 60, 470, 420, 2, 2, 28, lean=0.3), depth=0.18)
    return s


def small_steps():
    s = page(WINS, 24)
    s.piece(circle(1270, 250, 150), "#f7eccb", depth=10)
    for i in range(6):
        x, y = 150 + i * 230, 930 - i * 118
        s.piece(rect(x, y, W, 1000), mix("#e0b45f", "#a8623f", i / 7), depth=22)
        s.piece(rect(x, y, W, 18), mix("#f0d08f", "#d09060", i / 7), depth=2)
    ball = circle(1420, 288, 52)
    s.piece(ball, "#5f8887", depth=12)
    s.piece(both(band(at("1360 270  1420 300  1480 276"), 15), ball), CREAM, depth=1)
    pot(s, 500, 814, 104, 98, "#7f9c8e")
    sprig(s, at("500 720  490 640  520 540"), FERN, 8, 84, 6, 10)
    s.piece(walking(880, 576, 20), "#33261f", depth=8)
    return s


def a_kind_letter():
    s = page("#e7bfae", 27)
    letter, envelope = partial(placed, x=760, y=640, turn=-5), partial(placed, x=780, y=760, turn=-5)
    s.piece(letter(rect(-360, -520, 720, 620, 6)), "#fbf3e4", depth=16)
    for i, width in enumerate((520, 470, 500, 430, 210)):
        s.piece(letter(rect(-270, -430 + i * 56, width, 9, 4)), "#c9b3a2", depth=0, edge=0)
    back = envelope(rect(-430, -260, 860, 560, 12))
    s.piece(back, "#c8795a", depth=22)
    with s.inside(back):
        s.piece(envelope(polygon((-440, -270), (-440, 310), (60, 40))), "#d68d6c", depth=10)
        s.piece(envelope(polygon((440, -270), (440, 310), (-60, 40))), "#d68d6c", depth=10)
        s.piece(envelope(polygon((-450, 320), (450, 320), (0, -30))), "#dd9a7a", depth=14)
    s.piece(circle(770, 800, 62), "#6f8b70", depth=8)
    s.piece(leaf(738, 826, 92, -40, 0.5), "#dfe6cf", depth=3)
    sprig(s, at("1330 1010  1300 820  1350 620  1290 460"), "#6f8b70", 10, 150, 9, 18)
    s.sunlight(panes(80, -60, 1000, 1150, 2, 3, 70, lean=0.3), depth=0.22)
    return s


def phone_asleep():
    s = page("#cbbfd3", 28)
    s.piece(rect(-40, -40, 620, H + 80), "#b5a3bf", depth=12)
    _cup_from_above(s)
    tilted = partial(placed, x=500, y=600, turn=-13)
    s.piece(tilted(rect(-150, -300, 300, 600, 46)), "#39424a", depth=20)
    s.piece(tilted(rect(-110, -262, 96, 150, 30)), "#2a3238", depth=2)
    s.piece(tilted(circle(-62, -222, 27)), "#4f5c66", depth=2)
    s.piece(tilted(circle(-62, -152, 27)), "#4f5c66", depth=2)
    cover = at("-190 -40  0 -66  190 -34  204 160  190 330  0 344  -196 326  -206 150")
    blanket = tilted(smooth(cover, tension=0.36))
    s.piece(blanket, "#e4c29b", depth=14)
    with s.inside(blanket):
        for i in range(4):
            s.piece(tilted(rect(-230, 40 + i * 78, 460, 22)), CLAY, depth=1, edge=0.3)
    hem = at("-196 -46  0 -72  196 -40  194 8  0 -18  -192 4")
    s.piece(tilted(smooth(hem, tension=0.36)), "#f4e2c4", depth=7)
    s.sunlight(panes(380, -60, 900, 1200, 2, 3, 60, lean=0.26), depth=0.2)
    return s


def _cup_from_above(s):
    s.piece(circle(1130, 420, 290), "#f5ead8", depth=18)
    s.piece(circle(1130, 420, 232), "#e5d3bb", depth=5)
    s.piece(minus(circle(1322, 250, 78), circle(1322, 250, 44)), "#5f8887", depth=12)
    s.piece(circle(1130, 420, 190), "#5f8887", depth=20)
    s.piece(circle(1130, 420, 162), "#8a5a38", depth=0)
    s.glow(1080, 366, 120, "#ffdca8", 0.35)


def one_biscuit():
    s = page(PAWS, 30)
    s.piece(strip(560, 560), "#7fa09c", depth=14)
    s.piece(strip(560, 40), "#a2bcb4", depth=5)
    s.piece(circle(1000, 520, 300, 52), "#f4ead8", depth=16)
    s.piece(circle(1000, 512, 210, 32), "#dfd0b8", depth=3)
    ends = (circle(x, y, 32) for x in (896, 1104) for y in (458, 500))
    s.piece(plus(rect(890, 456, 220, 46, 20), *ends), "#c78d52", depth=12)
    for x in (940, 1000, 1060):
        s.dot(x, 480, 5, "#8f5d30")
    outline = at("330 1120  372 880  430 720  470 640  540 606  612 640  652 720  710 880  752 1120")
    muzzle = smooth(outline, tension=0.46)
    s.piece(muzzle, COAT, depth=26)
    bridge = smooth(at("400 1130  440 880  482 700  540 640  600 700  642 880  682 1130"))
    s.piece(both(bridge, muzzle), mix(COAT, "#ffe6c8", 0.2), depth=4)
    s.piece(smooth(at("466 646  486 596  540 578  594 596  614 646  580 690  540 704  500 690")), NOSE, depth=8)
    for x in (512, 568):
        s.piece(circle(x, 652, 12, 9), "#120c09", depth=0, edge=0)
    s.glow(514, 606, 44, "#ffe9cc", 0.5)
    s.line(at("540 704  540 800"), NOSE, 6, 0.7)
    return s
