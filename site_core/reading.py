"""A body as it is read: cut into headed sections, its references numbered, its contents listed.

What editors write flows through `section` blocks as one rich text each; anchors, the contents list,
`<section>` elements and notes in the margin are made here, so that a whole article pasted at once is
a good article.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urlsplit

from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.rich_text import expand_db_html

HEADING = re.compile(r"<h2\b[^>]*>(.*?)</h2>", re.S)
REFERENCES = re.compile(r"(?P<paragraph><p\b[^>]*>.*?</p>)|(?P<tag><[^>]+>)|\[(?P<number>\d{1,3})\]", re.S)
EMPTY = re.compile(r"<p\b[^>]*>(?:\s|<br ?/?>|&nbsp;)*</p>")  # a command at the start of a line leaves one behind
LETTERS = "abcdefghijklmnopqrstuvwxyz"
CUT = "<!--cut-->"
USED_BY_THE_PAGE = ("main", "sources", "contents-wide")


@dataclass(frozen=True)
class Section:
    """One headed stretch of text. The first of an article may have no heading."""

    anchor: str
    heading: str
    html: SafeString
    first: bool = False


@dataclass
class Source:
    """An entry of the list of sources; `returns` are (anchor, label) of the places that refer to it."""

    number: int
    text: SafeString
    short: SafeString
    url: str
    returns: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Figure:
    """A figure of an `evidence` block with the source it names, if it names one."""

    value: str
    unit: str
    says: str
    origin: SafeString
    number: int | None = None
    ref: str = ""


@dataclass
class Part:
    """A block of the body, with what was made of it for reading."""

    block: object
    anchor: str = ""
    sections: list[Section] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)


class Reading:
    """Reads a body once. `body` is a stream value, `sources` a stream of `source` blocks (or nothing)."""

    def __init__(self, body, sources=()):
        self.sources = [_source(n, block.value) for n, block in enumerate(sources, start=1)]
        self.contents: list[tuple[str, str]] = []
        self._anchors = set(USED_BY_THE_PAGE)
        texts = [block.value.source if block.value else "" for block in body if block.block_type == "section"]
        self._texts = iter(EMPTY.sub("", expand_db_html(CUT.join(texts))).split(CUT))
        self.parts = [self._part(block, n == 0) for n, block in enumerate(body)]

    @property
    def frame_hosts(self) -> set[str]:
        """The sites whose players the body shows, such as `https://player.vimeo.com`."""
        players = [part.block.value.player for part in self.parts if part.block.block_type == "video"]
        return {f"https://{urlsplit(player).hostname}" for player in players if player}

    def _part(self, block, first):
        if block.block_type == "section":
            return Part(block, sections=self._sections(next(self._texts), first))
        if block.block_type == "evidence":
            written = [value for value in block.value["figures"] if any(value.values())]
            return Part(block, self._anchor(block), figures=[self._figure(value) for value in written])
        if block.block_type == "faq":
            return Part(block, self._listed(block.value.get("heading") or _("Questions and answers")))
        return Part(block, self._anchor(block))

    def _anchor(self, block):
        return self._free(block.value.get("heading", "") or block.block_type) if hasattr(block.value, "get") else ""

    def _sections(self, html, first):
        """Cut at every Heading 2. Text before the first one is a section without a heading."""
        before, *rest = HEADING.split(html)
        sections = [Section("", "", self._refer(before), first)] if strip_tags(before).strip() else []
        for heading, text in zip(rest[::2], rest[1::2], strict=True):
            words = unescape(strip_tags(heading)).strip()
            if words or strip_tags(text).strip():
                sections.append(Section(self._listed(words), mark_safe(heading) if words else "", self._refer(text)))
        return sections

    def _listed(self, heading):
        anchor = self._free(heading)
        if heading:
            self.contents.append((anchor, heading))
        return anchor

    def _free(self, heading):
        wanted = slugify(heading) or "section"
        anchor, n = wanted, 1
        while anchor in self._anchors:
            n += 1
            anchor = f"{wanted}-{n}"
        self._anchors.add(anchor)
        return anchor

    def _refer(self, html):
        return mark_safe(REFERENCES.sub(self._reference, html))

    def _reference(self, match):
        if match["number"]:
            return self._link(int(match["number"]), "<sup>{}</sup>") or match[0]
        if match["tag"]:
            return match[0]
        opening, inner = match["paragraph"].split(">", 1)
        paragraph = opening + ">" + REFERENCES.sub(self._reference, inner)
        return paragraph + self._beside(inner)

    def _link(self, number, around="{}"):
        """The link to a source, remembered there; nothing if there is no such source."""
        if not 1 <= number <= len(self.sources):
            return ""
        ref = self._remember(number)
        link = f'<a href="#source-{number}" id="{ref}" aria-label="{escape(_("Source"))} {number}">{number}</a>'
        return around.format(link)

    def _remember(self, number):
        source = self.sources[number - 1]
        count = len(source.returns)
        letter = LETTERS[count] if count < len(LETTERS) else f"-{count}"
        ref = f"ref-{number}{letter}"
        label = _("Back to the text, source %(number)s, %(count)s") % {"number": number, "count": count + 1}
        source.returns.append((ref, label))
        return ref

    def _beside(self, paragraph):
        """The short forms of the sources that a paragraph names, for the margin."""
        numbers = dict.fromkeys(int(n) for n in re.findall(r"\[(\d{1,3})\]", paragraph))
        named = [self.sources[n - 1] for n in numbers if 1 <= n <= len(self.sources)]
        notes = "".join(f"<p><b>{s.number}</b> <span>{s.short}</span></p>" for s in named if s.short)
        return f'<aside class="beside">{notes}</aside>' if notes else ""

    def _figure(self, value):
        number = value.get("source")
        known = number and 1 <= number <= len(self.sources)
        return Figure(
            value.get("value") or "",
            value.get("unit") or "",
            value.get("says") or "",
            self.sources[number - 1].short if known else _origin(value.get("origin") or ""),
            number if known else None,
            self._remember(number) if known else "",
        )


def missing_sources(body, sources) -> list[int]:
    """Numbers that the body refers to and that the list of sources does not have."""
    wanted = set()
    for block in body:
        if block.block_type == "section" and block.value:
            wanted.update(int(n) for n in re.findall(r"\[(\d{1,3})\]", strip_tags(block.value.source)))
        if block.block_type == "evidence":
            wanted.update(n for figure in block.value["figures"] if (n := figure.get("source")))
    return sorted(n for n in wanted if n > len(sources) or n < 1)


def _source(number, value):
    text, short = _inline(value.get("text")), _inline(value.get("short"))
    return Source(number, text or short, short or text, value.get("url") or "")


def _origin(text):
    """Where a figure comes from: the link in it leads from its words, or else from the name of its site."""
    link = re.search(r"https?://[^\s<>]+", text)
    if not link:
        return text
    words = (text[: link.start()] + text[link.end() :]).strip(" \t,;:()–—-")
    label = words or (urlsplit(link[0]).hostname or "").removeprefix("www.")
    return format_html('<a href="{}">{}</a>', link[0], label) if label else text


def _inline(rich_text):
    """Rich text of one paragraph without the paragraph."""
    html = expand_db_html(rich_text.source) if rich_text else ""
    return mark_safe(re.sub(r"</?p\b[^>]*>", " ", html).strip())
