"""The name's mark, the favicon, the window's light and Spencer asleep, as small SVG files."""

import skia

from .shapes import at, smooth
from .spencer import BODY, HANGING_EAR

PANES = (
    "M3.400 1h8.400l2.200 9.600H5.600zM14.200 1h8.400l2.200 9.600h-8.400z"
    "M6.100 12.800h8.400l2.200 9.600H8.300zM16.900 12.800h8.400l2.200 9.600h-8.400z"
)
FACE = (
    '<path fill="#2c211c" d="M21 80c-3-7 2-11 8-9 4 2 4 8 0 10-3 1-6 1-8-1z"/>'
    '<path fill="none" stroke="#3a2a20" stroke-width="2" stroke-linecap="round" d="M60 69q6 5 13 1"/>'
)
NAME = (
    '<text x="42" y="21" font-family="Besley, Georgia, serif" font-weight="600" font-size="20"'
    ' letter-spacing="-.5" fill="#25352e">Spencer Vibes</text>'
)
GROUND = '<rect x="-3" y="-4" width="38" height="38" rx="5" fill="#355a48"/>'


def files():
    """Every mark as a pair: its file name, its text."""
    yield "light.svg", light()
    yield "mark.svg", svg("0 0 32 28", mark("#e0a54c", "currentColor", "#a9653f"))
    yield "favicon.svg", svg("-3 -4 38 38", GROUND + mark("#efc878", "#fbf5e8", "#c98b62"))
    yield "logo.svg", svg("0 0 190 28", f'<g color="#25352e">{mark("#e0a54c", "#25352e", "#a9653f")}</g>{NAME}')
    yield "spencer-asleep.svg", svg("0 0 325 104", asleep())


def svg(box, body):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{body}</svg>\n'


def mark(panes, dog, ear):
    """Four panes of light and who lies in them."""
    body, flap = outline(BODY, 275), outline(HANGING_EAR, 275)
    dog = f'<path fill="{dog}" d="{body}"/><path fill="{ear}" d="{flap}"/>'
    return f'<path fill="{panes}" d="{PANES}"/><g transform="scale(.1)">{dog}</g>'


def asleep():
    tail = at("9.2 .5  9.85 .3  9.9 .02  7.6 -.02  7.1 .16  8.6 .2")
    parts = ((BODY, "#8a6d56"), (tail, "#775b47"), (HANGING_EAR, "#5c4435"))
    return "".join(f'<path fill="{shade}" d="{outline(points, 100)}"/>' for points, shade in parts) + FACE


def light(columns=2, rows=3, w=130, h=120, gap=16, lean=0.34):
    """The light of one window, as a mask: the page gives it the colour of the hour."""
    panes = ""
    for row in range(rows):
        for column in range(columns):
            x, y = 16 + column * (w + gap), 16 + row * (h + gap)
            corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h))
            panes += "M" + " ".join(f"{cx + cy * lean:.0f} {cy}" for cx, cy in corners) + "z"
    blur = '<filter id="soft"><feGaussianBlur stdDeviation="3.500"/></filter>'
    body = f'{blur}<path filter="url(#soft)" fill="#fff" d="{panes}"/>'
    return svg("0 0 460 424", body).replace("<svg ", '<svg width="460" height="424" ', 1)


def outline(points, floor, scale=30, left=20):
    """The curve through Spencer's own points as path data in whole units, his floor at `floor`."""
    parts = []
    for verb, ends in smooth([(left + x * scale, floor - y * scale) for x, y in points]):
        if verb == skia.Path.kMove_Verb:
            parts.append(f"M{_whole(ends[0])}")
        elif verb == skia.Path.kCubic_Verb:
            parts.append("C" + " ".join(_whole(end) for end in ends[1:]))
        elif verb == skia.Path.kClose_Verb:
            parts.append("Z")
    return "".join(parts)


def _whole(point):
    return f"{int(point.x())} {int(point.y())}"
