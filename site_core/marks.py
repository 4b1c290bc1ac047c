"""Where in a preview each field of the form stands, so that a click there leads to it. Public pages have no marks."""

from html.parser import HTMLParser

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

VOID = {"area", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class _Tops(HTMLParser):
    """Finds where the attributes of the elements begin that stand in no other."""

    def __init__(self, html):
        super().__init__(convert_charrefs=False)
        self.depth, self.found = 0, []
        self._lines = html.split("\n")
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.handle_startendtag(tag, attrs)
        self.depth += tag not in VOID

    def handle_startendtag(self, tag, attrs):
        if not self.depth:
            line, column = self.getpos()
            before = sum(len(text) + 1 for text in self._lines[: line - 1])
            self.found.append(before + column + 1 + len(tag))

    def handle_endtag(self, tag):
        self.depth -= tag not in VOID


def mark(path: str) -> SafeString:
    """The attribute that says what to edit: a field ("standfirst") or a block ("body.<its id>")."""
    return format_html(' data-edit="{}"', path)


def marked(html: SafeString, path: str) -> SafeString:
    """The same HTML, each of its outermost elements marked."""
    attribute = mark(path)
    for place in reversed(_Tops(html).found):
        html = html[:place] + attribute + html[place:]
    return mark_safe(html)
