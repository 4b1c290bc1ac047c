"""HTML from elsewhere made into the rich text of a `section` block."""

import re
from functools import cache

import nh3

FEATURES = ("h2", "h3", "bold", "italic", "ol", "ul", "link")
SCHEMES = {"http", "https", "mailto", "tel"}
TAGS = {"h2", "h3", "p", "ul", "ol", "li", "a", "b", "i", "em", "strong", "br"}
SILENT = {"script", "style", "svg", "template", "noscript"}

# What the mapping to blocks still has to see, though no rich text keeps it.
WIDE_TAGS = TAGS | {
    *("h1", "h4", "h5", "h6", "blockquote", "cite", "pre", "code", "hr", "img", "s", "del", "sub", "sup", "u"),
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption", "dl", "dt", "dd", "figure", "figcaption"),
    *("address", "article", "aside", "center", "details", "summary", "div", "fieldset", "footer", "form", "header"),
    *("hgroup", "main", "nav", "section", "iframe", "video", "audio", "object", "embed", "input", "select", "button"),
}
WIDE_ATTRIBUTES = {
    "a": {"href"},
    "blockquote": {"cite"},
    "img": {"src", "alt"},
    "ol": {"start"},
    "li": {"id"},
    "p": {"class"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    **{tag: {"src"} for tag in ("iframe", "video", "audio", "embed")},
}


def safe(html: str) -> str:
    """Well-formed HTML without scripts, styles, comments or event attributes, still wider than rich text."""
    return nh3.clean(
        html, tags=WIDE_TAGS, attributes=WIDE_ATTRIBUTES, url_schemes=SCHEMES, clean_content_tags=SILENT, link_rel=None
    )


def sanitised(html: str) -> str:
    """Only what a `section` block can hold; other tags are unwrapped and their words kept."""
    clean = nh3.clean(
        html, tags=TAGS, attributes={"a": {"href"}}, url_schemes=SCHEMES, clean_content_tags=SILENT, link_rel=None
    )
    return re.sub(r"<a>(.*?)</a>", r"\1", clean, flags=re.S)


@cache
def _converter(features: tuple[str, ...]):
    # Wagtail's converters load the page model, which is not there yet when models.py is being imported.
    from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

    return ContentstateConverter(features)


def to_database_format(html: str, features: tuple[str, ...] = FEATURES) -> str:
    """The same text as Wagtail's editor would save it, so that opening and saving the page changes nothing.

    Args:
        html: what `sanitised` returns.
        features: what the block keeps; of other elements only the words stay.
    """
    converter = _converter(features)
    return converter.to_database_format(converter.from_database_format(_keyed(html)))


def _keyed(html: str) -> str:
    """Numbers the blocks: without it the editor's converter draws keys at random and no two imports are alike."""
    numbers = iter(range(len(html)))
    html = html.replace("<br>", "<br/>")  # all the converter understands
    return re.sub(r"<(h2|h3|p|li)>", lambda tag: f'<{tag[1]} data-block-key="i{next(numbers):04d}">', html)
