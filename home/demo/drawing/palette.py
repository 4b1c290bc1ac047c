"""The named colours that come back; a colour used once is written where it is used."""

# Grounds of article pictures, one a category.
CALM, WINS, PAWS, FRIENDS = "#bdd3c8", "#ead9a6", "#e4c79c", "#bfd2de"
MOTIVE, WELL, FIT = "#eac7ba", "#cfc3d6", "#c4d1b0"

INK, CREAM = "#2b3a34", "#f6ecd9"
MOSS, FERN = "#66805f", "#4c6850"
CLAY, BRICK, HONEY = "#c37a56", "#9c5640", "#dca856"
BRASS, GOLD, FLAME = "#d3a050", "#c9a25a", "#f0a650"
WALNUT, OAK = "#8b6a4d", "#a87a52"
COAT, EAR, NOSE = "#5a4638", "#43332a", "#2a1f1a"
