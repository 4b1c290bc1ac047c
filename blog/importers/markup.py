"""Elements of HTML: made, taken apart and read."""

from copy import copy

from bs4 import BeautifulSoup, Tag

MAKER = BeautifulSoup("", "html.parser")


def element(name: str, html: str = "", **attributes: str) -> Tag:
    """A new element around `html`."""
    tag = MAKER.new_tag(name, attrs=attributes)
    for child in list(BeautifulSoup(html, "html.parser").contents):
        tag.append(child)
    return tag


def inner(tag: Tag) -> str:
    """What stands inside a tag, as HTML without space around it."""
    return tag.decode_contents().strip()


def inner_text(block: Tag) -> str:
    """The words of a block as inline HTML; blocks inside it are parted by line breaks."""
    if block.name not in ("blockquote", "table", "td", "th"):
        return inner(block)
    return "<br>".join(inner(leaf) for leaf in leaves(block))


def leaves(block: Tag) -> list[Tag]:
    """The innermost paragraphs, headings, list items and table rows of a block, in order; itself if it has none."""
    found = []
    for tag in block.find_all(["caption", "p", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6"]):
        row = tag.find_parent("tr")
        if row is not None and any(parent is block for parent in row.parents):
            continue
        leaf = copy(tag)
        for below in leaf.find_all(["ul", "ol"]):
            below.decompose()
        if leaf.name == "tr":
            leaf = element("p", " | ".join(inner(cell) for cell in tag.find_all(["td", "th"])))
        found.append(leaf)
    return found or [block]


def text(tag: Tag) -> str:
    """The words of an element, its line breaks kept."""
    words = copy(tag)
    for block in words.find_all(["p", "li", "tr", "td", "th"]):
        block.append(" ")
    for line_break in words.find_all("br"):
        line_break.append("\v")  # put in its place, it would be searched for among all that stand beside it
    return "\n".join(" ".join(line.split()) for line in words.get_text().split("\v")).strip()
