"""Draw the pictures that are named, or all of them: `python -m home.demo.drawing [name ...]`."""

import sys
from pathlib import Path

from . import articles, marks, people, products

ROOT = Path(__file__).resolve().parents[3]
PICTURES = ROOT / "home/demo/pictures"
MARKS = ROOT / "site_core/static/pictures"
LIMITS_KB = ((articles, 150), (people, 60), (products, 78))


def main(names):
    drawings = {draw.__name__.replace("_", "-"): (draw, limit) for module, limit in LIMITS_KB for draw in module.ALL}
    texts = dict(marks.files())
    unknown = [name for name in names if name not in drawings and f"{name}.svg" not in texts]
    if unknown:
        sys.exit(f"No picture is called {', '.join(unknown)}. There are: {', '.join([*drawings, *texts])}")
    for folder in (PICTURES, MARKS):
        folder.mkdir(parents=True, exist_ok=True)
    for file, text in texts.items():
        if not names or Path(file).stem in names:
            (MARKS / file).write_text(text, encoding="utf-8")
    for name in names or drawings:
        if name in drawings:
            draw, limit = drawings[name]
            size, quality = draw().save(PICTURES / f"{name}.jpg", limit)
            print(f"{name}.jpg {size} KB, quality {quality}")


if __name__ == "__main__":
    main(sys.argv[1:])
