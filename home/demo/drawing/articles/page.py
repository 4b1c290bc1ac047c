"""The sheet of an article picture: three to two."""

from ..paper import Sheet
from ..shapes import hill, rect

W, H = 1600, 1067


def page(ground, seed):
    return Sheet(W, H, ground, seed)


def strip(top, height):
    """A band of this height across the whole picture, its ends out of sight."""
    return rect(-40, top, W + 80, height)


def land(points):
    """Land across the picture below points of (x share, y)."""
    return hill(W, H, points)
