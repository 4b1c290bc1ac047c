"""A Word document as an article."""

import io
import re
from dataclasses import replace

import mammoth
from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from . import markup, outline, richtext, wordfile
from .document import Document, ImportProblem, Note
from .lines import ITEM
from .losses import Losses
from .text import looks_like_heading

# Word's Title stands above its Heading 1, and a caption belongs to the table or picture beside it.
STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p.standfirst:fresh
p[style-name='Abstract'] => p.standfirst:fresh
p[style-name='Author'] => p.author:fresh
p[style-name='Date'] => p.date:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Quotations'] => blockquote > p:fresh
p[style-name='Block Text'] => blockquote > p:fresh
p[style-name='Body Text'] => p:fresh
p[style-name='heading 1'] => h2:fresh
p[style-name='heading 2'] => h3:fresh
p[style-name='heading 3'] => h4:fresh
p[style-name='heading 4'] => h5:fresh
p[style-name='heading 5'] => h6:fresh
p[style-name='heading 6'] => h6:fresh
"""
NOTES = re.compile(r"(?:footnote|endnote)-")
BULLET = re.compile(r"\s*[•‣⁃◦▪▫●○·]\s+")


def read(data: bytes) -> Document:
    """The article in a .docx file. Raises ImportProblem if it is none, is damaged, or holds no words."""
    losses = Losses()
    wordfile.checked(data, losses)
    soup = BeautifulSoup(_html(data), "html.parser")
    notes = _notes(soup)
    _captions(soup)
    known = replace(_properties(soup, losses), notes=notes, remarks=_guessed(soup))
    if not known.standfirst and not re.search(r"\w", soup.get_text()):
        raise ImportProblem(_("the document holds no words"))
    return outline.document(str(soup), known, losses)


def _html(data: bytes) -> str:
    try:
        result = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda image: {"src": ""}),
        )
    except (KeyError, ValueError, AttributeError, IndexError, OSError) as error:
        raise ImportProblem(_("this Word document could not be read")) from error
    return result.value


def _properties(soup: BeautifulSoup, losses: Losses) -> Document:
    """What the styled lines above the text say, taken out of it: authors, date and standfirst, around the title."""
    standfirst, authors = "", []
    for tag in soup.find_all(True, recursive=False):
        kind = (tag.get("class") or [tag.name])[0]
        if kind == "standfirst" and not standfirst:
            standfirst = " ".join(markup.text(tag.extract()).split())
        elif kind == "author":
            authors.append(markup.text(tag.extract()))
        elif kind == "date":
            losses.add("key", markup.text(tag.extract()))
        elif kind != "h1":
            break
    return Document(standfirst=standfirst, authors=tuple(authors))


def _notes(soup: BeautifulSoup) -> tuple[Note, ...]:
    """Footnotes and endnotes, taken out of the list that closes the text; their marks stay in it as [1], [2]."""
    for mark in soup.find_all("sup"):
        link = mark.find("a", id=re.compile(r"(?:foot|end)note-ref-"))
        if link:
            mark.replace_with(link.get_text())
    rows = soup.find_all("li", id=NOTES)
    notes = []
    for row in rows:
        for back in row.find_all("a", href=re.compile(r"#(?:foot|end)note-ref-")):
            back.decompose()
        notes.append(_note(row))
    for holder in {id(row.parent): row.parent for row in rows}.values():
        holder.extract()
    return tuple(notes)


def _note(row: Tag) -> Note:
    link = row.find("a", href=re.compile("^https?://"))
    return Note(richtext.sanitised(f"<p>{markup.inner_text(_as_paragraph(row))}</p>"), link["href"] if link else "")


def _as_paragraph(row: Tag) -> Tag:
    return markup.element("p", "<br>".join(markup.inner(part) for part in row.find_all("p")) or markup.inner(row))


def _captions(soup: BeautifulSoup) -> None:
    """A caption above or below a table becomes its own; that of a picture stays a paragraph."""
    for table in soup.find_all("table"):
        for beside in (table.find_previous_sibling(), table.find_next_sibling()):
            if beside is not None and beside.get("class") == ["caption"] and not table.find("caption"):
                table.insert(0, markup.element("caption", markup.inner(beside)))
                beside.extract()


def _guessed(soup: BeautifulSoup) -> tuple[str, ...]:
    """For a document without heading styles: typed bullets as lists, and what looks like a heading as one."""
    headings = soup.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])
    if any(heading.find_previous_sibling() is not None for heading in headings):
        return ()
    _typed_lists(soup)
    found = [tag for tag in reversed(soup.find_all("p", recursive=False)) if _heads(tag)]
    if not headings and found and found[-1].find_previous_sibling() is None:
        found.pop().name = "h1"
    return (_("It has no heading styles: short lines that stand alone were taken for headings."),) if found else ()


def _heads(tag: Tag) -> bool:
    """Makes a heading of a line that looks like one and has text below it; says whether it did."""
    words, below = markup.text(tag), tag.find_next_sibling()
    heads = below is not None and below.name in ("p", "ul", "ol", "table") and not tag.get("class")
    if heads and "\n" not in words and not ITEM.match(words) and looks_like_heading(words):
        tag.name = "h2"
    return tag.name == "h2"


def _typed_lists(soup: BeautifulSoup) -> None:
    """Paragraphs that begin with a typed bullet, as list items."""
    for tag in soup.find_all("p", recursive=False):
        start = BULLET.match(tag.get_text())
        first = tag.find(string=True)
        if not start or not first or not first.startswith(start[0]):
            continue
        first.replace_with(first[len(start[0]) :])
        tag.name = "li"
        before = tag.find_previous_sibling()
        if before is not None and before.name == "ul" and before.get("typed"):
            before.append(tag.extract())
        else:
            tag.wrap(soup.new_tag("ul", typed="yes"))
