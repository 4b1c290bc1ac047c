"""Spencer: asleep, from the side, over an edge, at a trot.

His outlines are written in lengths of his own, y upwards from the floor, and scaled when placed.
"""

from .palette import CLAY, COAT, EAR, HONEY, NOSE
from .paper import mix
from .shapes import at, band, both, circle, plus, polygon, smooth

BODY = at(
    "-.2 .02  -.42 .2  -.25 .42  .1 .48  .05 .78  .35 1.02  1.0 1.16  1.55 1.36  1.85 1.85  2.4 2.18  3.0 2.16"
    "  3.6 1.92  4.2 2.2  5.1 2.72  6.3 2.95  7.5 2.85  8.6 2.3  9.25 1.35  9.3 .5  8.9 .02  7 -.02  4 -.02  1.5 -.02"
)
HANGING_EAR = at("2.2 2.0  2.75 2.22  3.4 1.85  3.75 1.15  3.62 .5  3.15 .28  2.72 .62  2.42 1.25")
HAUNCH = at("6.1 .02  6.0 1.0  6.7 1.9  7.9 2.05  8.8 1.4  9.15 .5  8.7 .02")
TAIL = at("9.2 .35  9.75 .12  9.2 .02  7.9 .06  7.1 .16")
PAW = at("-.2 .02  -.42 .2  -.2 .38  .6 .42  1.8 .4  2.3 .2  2.2 .02")
SLEEPING_NOSE = at(".02 .58  .0 .82  .2 .95  .42 .84  .36 .62  .16 .52")

PROFILE = at(
    "1.2 -1  1.7 1.5  1.9 3.6  2.3 5.4  3.1 7.0  4.4 7.85  5.6 7.75  6.35 7.1  6.9 6.55  8.0 6.35  8.9 6.15  9.35 5.75"
    "  9.3 5.2  8.8 4.85  7.7 4.6  6.8 4.25  6.1 3.5  6.05 2.2  6.6 .8  7.2 -1"
)
PROFILE_EAR = at(
    "3.35 7.2  4.2 7.6  4.95 7.1  5.2 6.0  5.35 4.6  5.5 3.3  5.0 2.3  4.1 2.0  3.3 2.6  2.95 3.8  3.0 5.2  3.05 6.4"
)
MUZZLE = at("6.3 6.9  7.4 6.5  8.9 6.3  9.6 5.6  9.0 4.7  7.6 4.4  6.7 4.6  6.9 5.6")
PROFILE_NOSE = at("8.75 6.28  9.2 6.22  9.52 5.85  9.42 5.5  9.05 5.52  8.8 5.85")

DOME = at("-1.75 -1.2  -1.7 .5  -1.3 1.5  -.6 1.95  0 2.0  .6 1.95  1.3 1.5  1.7 .5  1.75 -1.2")
BLAZE = at("-.42 -1.2  -.24 .6  0 1.75  .24 .6  .42 -1.2")
SIDE_EAR = at(".95 1.86  1.7 2.12  2.6 1.6  3.3 .5  3.5 -.6  3.0 -1.1  2.3 -.5  1.75 .5")

TROT = at(
    "1.2 3.2  2.2 3.4  4.5 3.35  5.6 3.5  6.2 4.4  6.9 4.75  7.5 4.5  8.4 4.1"
    "  8.35 3.75  7.4 3.6  7.0 3.2  6.4 2.3  5.6 1.85  3.4 2.0  1.9 1.75  1.1 2.3"
)
LEGS = (
    at("1.3 2.6  2.3 2.3  1.75 1.2  1.2 0  .75 0  1.2 1.25"),
    at("1.7 2.3  2.7 2.2  2.75 1.1  2.95 0  2.5 0  2.2 1.1"),
    at("5.0 2.2  6.0 2.2  6.0 1.1  6.7 .05  6.3 0  5.5 1.0"),
    at("4.9 2.2  5.7 2.2  5.2 1.1  5.0 0  4.6 0  4.7 1.1"),
)


def _place(scale, x, y):
    """A function that puts points in lengths of the dog's own on the picture."""
    return lambda points: [(x + px * scale, y - py * scale) for px, py in points]


def asleep(sheet, x, y, scale, depth=16):
    """Spencer lying down, nose to the left, the floor at y."""
    on = _place(scale, x, y)
    body = smooth(on(BODY))
    sheet.piece(body, COAT, depth=depth)
    sheet.piece(both(smooth(on(HAUNCH)), body), mix(COAT, "#ffe6c4", 0.06), depth=depth * 0.3)
    sheet.piece(band(on(TAIL), scale * 0.36, scale * 0.16), mix(COAT, "#000000", 0.12), depth=depth * 0.3)
    sheet.piece(smooth(on(PAW)), mix(COAT, "#ffe6c4", 0.16), depth=depth * 0.3)
    sheet.piece(smooth(on(HANGING_EAR)), EAR, depth=depth * 0.5)
    sheet.piece(smooth(on(SLEEPING_NOSE)), "#2c211c", depth=2)
    sheet.line(on(at("1.32 1.02  1.52 .93  1.75 1.0")), "#241a15", max(2, scale * 0.05), 0.9)


def profile(sheet, x, y, scale, depth=22):
    """Spencer's head from the side, looking right; y is the height of his collar bone."""
    on = _place(scale, x, y)
    head = smooth(on(PROFILE))
    sheet.piece(head, COAT, depth=depth)
    sheet.piece(both(smooth(on(MUZZLE)), head), mix(COAT, "#ffe2bd", 0.17), depth=depth * 0.2)
    collar = band(on(at("1.0 1.35  3.2 .75  5.0 .9  6.8 1.7")), scale * 0.62)
    sheet.piece(both(collar, head), CLAY, depth=depth * 0.25)
    sheet.piece(circle(x + 6.15 * scale, y - 0.55 * scale, scale * 0.42), HONEY, depth=depth * 0.3)
    sheet.piece(smooth(on(PROFILE_EAR)), EAR, depth=depth * 0.8)
    sheet.piece(smooth(on(PROFILE_NOSE)), NOSE, depth=3)
    sheet.line(on(at("6.28 6.28  6.5 6.05  6.85 6.1")), "#231914", scale * 0.1, 0.95)
    sheet.line(on(at("9.0 5.02  8.3 5.0  7.7 5.15")), NOSE, scale * 0.06, 0.6)


def peeking(sheet, x, y, scale, depth=18):
    """The top of Spencer's head over an edge at y: two ears, a dome, and no hurry."""
    on = _place(scale, x, y)
    dome = smooth(on(DOME))
    sheet.piece(dome, COAT, depth=depth)
    sheet.piece(both(smooth(on(BLAZE)), dome), mix(COAT, "#ffe9cc", 0.6), depth=2)
    for side in (-1, 1):
        sheet.piece(smooth(on([(side * px, py) for px, py in SIDE_EAR])), EAR, depth=depth * 0.8)
        eye = x + side * scale * 0.78
        sheet.piece(circle(eye, y - scale * 0.3, scale * 0.17, scale * 0.19), "#1d1511", depth=1, edge=0)
        sheet.dot(eye - scale * 0.05, y - scale * 0.37, scale * 0.05, "#fff3da")


def walking(x, y, scale):
    """A small dog at a trot to the right, one cut."""
    on = _place(scale, x, y)
    body = smooth(on(TROT), tension=0.4)
    ear = smooth(on(at("6.3 4.5  6.8 4.5  6.9 3.6  6.6 3.0  6.1 3.3")), tension=0.4)
    tail = band(on(at("1.4 2.9  .5 3.5  .1 4.4  .3 5.1")), scale * 0.5, scale * 0.2)
    return plus(body, tail, ear, *(polygon(*on(leg)) for leg in LEGS))
