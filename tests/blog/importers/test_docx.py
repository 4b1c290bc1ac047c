import io
import zipfile

import pytest

from blog.importers import docx as importer
from blog.importers import text
from blog.importers.document import ImportProblem, Note, Quote, Table

from .reading import words_of
from .test_text import ARTICLE
from .wordfiles import NAMESPACES, docx, link, note_mark, paragraph, run, table

STYLES = ("Title", "Subtitle", "heading 1", "heading 2", "Quote", "caption", "Author")


def read(*body, **options):
    return importer.read(docx(*body, styles=STYLES, **options))


def test_an_article():
    document = read(
        paragraph("Six breaths", "Title"),
        paragraph("Ada Brook", "Author"),
        paragraph("Where to begin.", "Subtitle"),
        paragraph("Sit down", "heading 1"),
        paragraph(
            run("A ")
            + run("bold", "b")
            + run(" and ")
            + run("leaning", "i")
            + run(" word, and ")
            + link("a link")
            + run(".")
        ),
        paragraph("chair", number=1),
        paragraph("a low one", number=1, level=1),
        paragraph("floor", number=1),
        paragraph("first", number=2),
        paragraph("Or stand", "heading 2"),
        paragraph("It is fine."),
        paragraph("Breathe as you are.", "Quote"),
        paragraph("— Tom Hale"),
        paragraph("The end.", ""),
    )
    assert (document.title, document.standfirst, document.authors) == ("Six breaths", "Where to begin.", ("Ada Brook",))
    assert document.blocks[0].html == (
        "<h2>Sit down</h2><p>A <strong>bold</strong> and <em>leaning</em> word, "
        'and <a href="https://example.com/there">a link</a>.</p>'
        "<ul><li>chair<ul><li>a low one</li></ul></li><li>floor</li></ul>"
        "<ol><li>first</li></ol><h3>Or stand</h3><p>It is fine.</p>"
    )
    assert document.blocks[1] == Quote("Breathe as you are.", "Tom Hale")
    assert document.left_out == document.remarks == ()


def test_headings_without_a_title():
    document = read(
        paragraph("One", "heading 1"), paragraph("Text."), paragraph("Two", "heading 1"), paragraph("More.")
    )
    assert (document.title, document.headings) == ("One", ("Two",))


def test_plain_text_in_word_is_read_like_plain_text():
    document = read(*(paragraph(line) for line in ARTICLE.splitlines() if line))
    plain = text.read(ARTICLE.encode())
    assert (document.title, document.standfirst, document.blocks) == (plain.title, plain.standfirst, plain.blocks)
    assert document.remarks == ("It has no heading styles: short lines that stand alone were taken for headings.",)


def test_footnotes():
    document = read(
        paragraph("T", "Title"), paragraph(run("So.") + note_mark(1)), paragraph("More."), notes=("Ada Brook, 2020.",)
    )
    assert document.notes == (Note("<p>Ada Brook, 2020.</p>"),)
    assert words_of(document) == ["T", "So", "1", "More"]


def test_a_table_with_its_caption():
    document = read(
        paragraph("T", "Title"),
        paragraph("Standfirst."),
        paragraph("Table 1. Both", "caption"),
        table(("a", "b"), ("1", "2")),
        paragraph("Text."),
    )
    assert document.blocks[0] == Table(("", ""), (("a", "b"), ("1", "2")), "Table 1. Both")


def test_what_is_left_out_is_named():
    comment = f'<w:comments {NAMESPACES}><w:comment w:id="1">{paragraph("Really?")}</w:comment></w:comments>'
    header = f"<w:hdr {NAMESPACES}>{paragraph('Draft')}</w:hdr>"
    document = read(
        paragraph("T", "Title"),
        paragraph("Text."),
        "<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></w:p>",
        parts={"word/comments.xml": comment, "word/header1.xml": header},
    )
    assert sorted(document.left_out) == [
        "1 comment was left out (Really?)",
        "1 equation was left out",
        "the page header or footer was left out",
    ]


def archive(**files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/"), content)
    return stream.getvalue()


ENTITIES = f'<!DOCTYPE w [<!ENTITY a "aaaa">]><w:document {NAMESPACES}><w:body><w:p/></w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"not a zip", "this is not a Word document, or it is damaged"),
        (docx(paragraph("x"))[:-80], "this is not a Word document, or it is damaged"),
        (
            docx(paragraph("words " * 999)).replace(b"word/styles.xml", b"word/sty\xffes.xml", 1),
            "this is not a Word document, or it is damaged",
        ),
        (archive(a="b"), "this is not a Word document"),
        (docx(parts={"word/document.xml": "<broken"}), "this is not a Word document, or it is damaged"),
        (
            docx(parts={"word/document.xml": ENTITIES}),
            "this Word document holds XML that no Word writes, and was not read",
        ),
        (
            docx(parts={"word/bomb.xml": " " * 41 * 1024**2}),
            "this Word document unpacks to more than an article can be",
        ),
        (
            b"\xd0\xcf\x11\xe0 old",
            "this is an old or a password-protected Word document; save it as an open .docx first",
        ),
        (docx(paragraph("")), "the document holds no words"),
        (
            docx(parts={"_rels/.rels": "<Relationships/>", "word/document.xml": "<x/>"}),
            "this Word document could not be read",
        ),
    ],
)
def test_what_is_no_word_file(data, problem):
    with pytest.raises(ImportProblem) as caught:
        importer.read(data)
    assert str(caught.value) == problem
