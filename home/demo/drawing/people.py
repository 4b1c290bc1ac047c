"""Portraits, 4:5. Authors look out of the window, so no face is asked to be one."""

import math

from .palette import CLAY
from .paper import Sheet, mix
from .shapes import arch, at, circle, hill, minus, placed, rect, smooth
from .spencer import profile

W, H = 800, 1000
MIDDLE = 400


def author_bun():
    s = _sitter(71, "#b9d0cd", "#f6e6c6", (560, 330), CLAY, "#d8a98a")
    _head(s, "#d8a98a", "#4a3328")
    s.piece(circle(MIDDLE, 330, 78, 66), "#553c2f", depth=12)
    _strands(s, (-1, 0, 1), ((30, 300), (12, 340), (26, 380)), "#7a5a46", 4, 0.6, bent=4)
    s.piece(placed(rect(-90, -6, 180, 12, 6), MIDDLE, 330, turn=-24), "#e0b15f", depth=5)
    return s


def author_curls():
    s = _sitter(72, "#eac7ba", "#dbe8e8", (240, 320), "#5f7d78", "#8a5a40")
    _head(s, "#8a5a40", "#2a211e", 124)
    for radius, count in ((150, 13), (96, 9), (40, 5)):
        for i in range(count):
            angle = i / count * math.tau + radius
            x, y = MIDDLE + math.cos(angle) * radius, 468 + math.sin(angle) * radius * 1.02
            s.piece(circle(x, y, 46), mix("#2b2220", "#6b5248", s.rng.uniform(0, 0.34)), depth=6, edge=0.6)
    return s


def author_silver():
    s = _sitter(73, "#c4d1b0", "#f3dfc0", (560, 300), "#3f5a6b", "#e3b99c", ribs=False)
    _head(s, "#e3b99c", "#b9b6ae", 112, 144)
    nape = at("306 560  320 620  400 646  480 620  494 560  400 586")
    s.piece(smooth(nape), "#e3b99c", depth=2)
    _strands(s, range(-3, 4), ((14, 372), (27, 460), (28, 552)), "#8f8c86", 3.5, 0.5)
    scarf = at("262 742  300 676  400 700  500 676  538 742  470 800  400 806  330 800")
    s.piece(smooth(scarf, tension=0.44), "#c98d68", depth=12)
    _strands(s, range(-3, 4), ((36, 694), (34, 800)), "#f0dcc0", 6, 0.7)
    return s


def author_bob():
    s = _sitter(74, "#cfc3d6", "#f6e3c4", (300, 300), "#e0b15f", "#efc9a8")
    hair = at("400 330  500 356  546 460  552 600  520 668  400 690  280 668  248 600  254 460  300 356")
    s.piece(smooth(hair, tension=0.46), "#a5623f", depth=16)
    _strands(s, range(-4, 5), ((9, 348), (29, 470), (29, 664)), "#7d452b", 3.5, 0.5)
    s.piece(smooth(at("286 420  400 388  514 420  512 448  400 418  288 448")), "#3f6068", depth=5)
    return s


def spencer():
    s = Sheet(W, H, "#e4c79c", 75)
    s.piece(circle(430, 470, 330), "#f3e3bd", depth=14)
    s.glow(430, 440, 460, "#fff3d0", 0.35)
    profile(s, 60, 940, 74, depth=24)
    s.piece(hill(W, H, at("0 930  .4 900  1 950")), "#7d9a7c", depth=18)
    return s


def _sitter(seed, wall, sky, sun, knit, skin, ribs=True):
    """Somebody's back, seen before an arched window."""
    s = Sheet(W, H, wall, seed)
    opening = arch(110, 70, 580, 1000)
    with s.inside(opening):
        s.piece(rect(0, 0, W, H), sky, depth=0, edge=0)
        s.piece(circle(*sun, 92), "#f5c677", depth=8)
        for y, shade in ((560, "#c3d2c0"), (650, "#9db8a0"), (740, "#73957c")):
            s.piece(hill(W, H, [(0, y + 20), (0.3, y - 26), (0.6, y + 26), (1, y - 20)]), shade, depth=10)
    s.piece(minus(rect(-40, -40, W + 80, H + 80), opening), wall, depth=20)
    s.piece(rect(346, 560, 108, 190, 46), mix(skin, "#6a3b2a", 0.18), depth=6)
    back = smooth(at("90 1060  120 850  230 760  346 716  400 730  454 716  570 760  680 850  710 1060"), tension=0.4)
    s.piece(back, knit, depth=22)
    collar = smooth(at("320 738  340 700  400 716  460 700  480 738  400 768"), tension=0.4)
    s.piece(collar, mix(knit, "#fff2dc", 0.22), depth=6)
    if ribs:
        with s.inside(back):
            for k in range(-6, 7):
                rib = [(MIDDLE + k * 34, 742 + abs(k) * 6), (MIDDLE + k * 58, 1060)]
                s.line(rib, mix(knit, "#2b2622", 0.4), 3, 0.4)
    return s


def _head(s, skin, hair, width=116, height=150):
    for side in (-1, 1):
        s.piece(circle(MIDDLE + side * width, 524, 20, 34), skin, depth=4)
    s.piece(circle(MIDDLE, 500, width, height), hair, depth=14)


def _strands(s, numbers, points, shade, width, alpha, bent=0):
    """Lines that spread from the middle: the further out a strand, the wider its points lie."""
    for k in numbers:
        line = [(MIDDLE + k * spread, y) for spread, y in points]
        if bent:
            line[1] = (line[1][0] + bent, line[1][1])
        s.line(line, shade, width, alpha)


ALL = (author_bun, author_curls, author_silver, author_bob, spencer)
