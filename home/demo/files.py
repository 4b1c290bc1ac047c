"""Reads the demo's files."""

import tomllib
from pathlib import Path

HERE = Path(__file__).parent


def read(name: str) -> dict:
    """The contents of `NAME.toml`."""
    return tomllib.loads((HERE / f"{name}.toml").read_text(encoding="utf-8"))


def read_all(folder: str) -> list[dict]:
    """The contents of every `.toml` in a folder; each gets its file's name as `slug` if it has none."""
    found = []
    for path in sorted((HERE / folder).glob("*.toml")):
        found.append({"slug": path.stem, **tomllib.loads(path.read_text(encoding="utf-8"))})
    return found
