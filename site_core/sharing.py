"""How others show a page: a search engine in its results, a social network where somebody shares it.

Each shows less than it is given, and none says how much: they cut by width, and change it. These lengths are ours,
chosen on the short side of what is usually advised; none of them was measured.
"""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from .models.pages import Share

RESULT_TITLE, RESULT_TEXT = 60, 155
CARD_TITLE, CARD_TEXT = 70, 110
MORE = " \N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True)
class Shown:
    """A page as others show it. `cut` says whether they leave out something of the title or the text."""

    title: str
    text: str
    cut: bool


def search_result(share: Share, site_name: str) -> Shown:
    """Title and text of a search result, which has the name of the site in its title, as the page has."""
    title = f"{share.title} · {site_name}" if share.title != site_name else site_name
    return _shown(title, share.description, RESULT_TITLE, RESULT_TEXT)


def social_card(share: Share) -> Shown:
    return _shown(share.title, share.description, CARD_TITLE, CARD_TEXT)


def steps_of(url: str) -> list[str]:
    """An address as search engines write it: the host, then each step of the path."""
    parts = urlsplit(url)
    return [parts.netloc, *(unquote(step) for step in parts.path.split("/") if step)]


def cut(text: str, length: int) -> str:
    """The words of a text that fit into so many characters, and a sign that there were more."""
    if len(text) <= length:
        return text
    kept = text[: length - len(MORE)].rsplit(" ", 1)[0]
    return kept.rstrip(" ,;:.–-") + MORE


def _shown(title, text, title_length, text_length):
    kept = cut(title, title_length), cut(text, text_length)
    return Shown(*kept, cut=kept != (title, text))
