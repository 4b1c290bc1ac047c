"""Article pictures that are a pattern from edge to edge."""

from ..palette import BRICK, CLAY
from ..paper import mix
from ..shapes import circle, minus, panes, placed, plus, rect, wavy
from .page import H, W, page

PIECE = 250
KNOB = 44


def weave():
    s = page("#a96a4e", 22)
    step, tones = 134, ("#e8d2b0", "#d9b48c", "#f2e4cb")
    for column in range(13):
        s.piece(rect(column * step - 40, -60, step - 16, H + 120), tones[column % 3], depth=7)
    for row in range(9):
        y, shade = row * step - 50, (CLAY, "#9fb09a", "#c98d68", "#87a08c")[row % 4]
        gaps = [rect(c * step - 44, y - 4, step - 8, step) for c in range(13) if (c + row) % 2]
        s.piece(minus(rect(-60, y, W + 120, step - 16), *gaps), shade, depth=9)
    s.sunlight(panes(180, -80, 900, 1200, 2, 3, 60, lean=0.34), depth=0.24)
    return s


def last_piece():
    s = page("#e8d59c", 23)
    tones = ("#86a8a4", "#d9dfcf", CLAY, "#f2e6cf", "#a7b894", "#e0a071")
    for row in range(5):
        for column in range(6):
            if (column, row) != (3, 2):
                tone = tones[(column * 2 + row * 3 + (column * row) % 2) % 6]
                s.piece(_jigsaw_piece(column, row), tone, depth=8)
    s.piece(placed(_jigsaw_piece(3, 2), -960, 128), BRICK, depth=26)
    s.sunlight(panes(620, -40, 700, 900, 2, 3, 40, lean=0.32), depth=0.2)
    return s


def _jigsaw_piece(column, row):
    """A square whose right and lower sides decide what its neighbours' left and upper sides are."""
    x, y = 300 + column * PIECE, -120 + row * PIECE
    path = rect(x, y, PIECE, PIECE)
    for across, key, own in (
        (1, column * 7 + row * 3, True),
        (0.5, column * 5 + row * 11, True),
        (0, (column - 1) * 7 + row * 3, False),
        (0.5, column * 5 + (row - 1) * 11, False),
    ):
        sideways = across != 0.5
        outwards = bool(key % 2)
        shift = 26 if outwards else -26
        down = 0.5 if sideways else (1 if own else 0)
        knob = circle(
            x + across * PIECE + (shift if sideways else 0), y + down * PIECE + (0 if sideways else shift), KNOB
        )
        path = plus(path, knob) if outwards == own else minus(path, knob)
    return path


def nine_pebbles():
    s = page("#eadcb2", 32)
    tones = ["#86a8a4", "#f6ecd9", CLAY, "#b7a58a", "#dfae6a", "#5f7d78", "#e6c6ae", "#9aa88c", "#f3dfae"]
    for i, tone in enumerate(tones):
        column, row = i % 3, i // 3
        x = 800 + (column - 1) * 350 + s.rng.uniform(-22, 22)
        y = 533 + (row - 1) * 296 + s.rng.uniform(-14, 14)
        pebble = wavy(x, y, s.rng.uniform(96, 128), 0.07, s.rng, s.rng.uniform(0.72, 0.9), 8)
        s.piece(pebble, tone, depth=24)
        if i in (0, 4, 6):
            with s.inside(pebble):
                s.line([(x - 150, y + 8), (x, y - 14), (x + 150, y + 18)], mix(tone, "#fff6e4", 0.6), 10, 0.8)
    s.sunlight(panes(240, -100, 800, 1260, 2, 3, 56, lean=0.36), depth=0.22)
    return s
