"""What an editor has written, read out of a form that is too damaged to be saved."""

import json

from django.http import QueryDict

LONGEST = 500_000  # characters in all, about a book
# What the scripts of the form keep for themselves.
OURS = (
    "-count",
    "_FORMS",
    "-type",
    "-id",
    "-order",
    "-deleted",
    "-ORDER",
    "-DELETE",
    "-MIN_NUM_FORMS",
    "-MAX_NUM_FORMS",
)
UNTOLD = ("csrfmiddlewaretoken", "next")


def words_of(form: QueryDict) -> list[tuple[str, str]]:
    """Return (name of the field, text) for each field that somebody wrote in, `LONGEST` characters in all."""
    words, left = [], LONGEST
    for name, values in form.lists():
        text = "\n".join(plain(value) for value in values).replace("\0", "")[:left]
        if text.strip() and _is_written(name):
            words.append((name, text))
            left -= len(text)
    return words


def _is_written(name):
    return name not in UNTOLD and "password" not in name and not name.endswith(OURS)


def plain(value: str) -> str:
    """The paragraphs of a rich text as Wagtail's editor sends it, in JSON; any other value as it is."""
    if not value.startswith("{"):
        return value
    try:
        return "\n\n".join(block["text"] for block in json.loads(value)["blocks"])
    except (ValueError, TypeError, LookupError, RecursionError):
        return value
