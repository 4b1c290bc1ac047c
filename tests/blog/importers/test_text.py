import pytest

from blog.importers import text
from blog.importers.document import Divider, ImportProblem, Quote

from .reading import html_of, words, words_of

ARTICLE = """The Quiet Kettle

A kettle teaches patience, and asks nothing in return but water. This is what it taught us.

Before the water boils

There are things to do while you wait. These include:

  • Standing, which is underrated.
  • Breathing, which is not.

Nothing more is needed.

What the steam says

Very little, and that is the point of it.

“Water is a good listener.” — Ada Brook
"""


def read(words):
    return text.read(words.encode())


def test_an_article():
    document = read(ARTICLE)
    assert document.title == "The Quiet Kettle"
    assert document.standfirst.startswith("A kettle teaches patience")
    assert document.headings == ("Before the water boils", "What the steam says")
    assert document.sections[0].html == (
        "<h2>Before the water boils</h2><p>There are things to do while you wait. These include:</p>"
        "<ul><li>Standing, which is underrated.</li><li>Breathing, which is not.</li></ul>"
        "<p>Nothing more is needed.</p>"
    )
    assert document.blocks[-1] == Quote("Water is a good listener.", "Ada Brook")
    assert words_of(document) == words(ARTICLE)
    assert document.left_out == document.remarks == ()


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028"])
def test_line_ends_of_other_systems(ending):
    assert read(ARTICLE.replace("\n", ending)).blocks == read(ARTICLE).blocks


@pytest.mark.parametrize("mark", ["•", "-", "*", "–", "·", "+"])
def test_bullets(mark):
    document = read(f"Title\n\nFirst paragraph.\n\nList:\n\n{mark} one\n{mark} two\n")
    assert "<ul><li>one</li><li>two</li></ul>" in html_of(document)


@pytest.mark.parametrize("marks", ["1. 2.", "1) 2)", "(1) (2)", "a) b)"])
def test_numbered_lists(marks):
    first, second = marks.split()
    document = read(f"Title\n\nFirst paragraph.\n\nList:\n\n{first} one\n{second} two\n")
    assert "<ol><li>one</li><li>two</li></ol>" in html_of(document)


def test_nested_bullets():
    document = read(
        "Title\n\nA paragraph.\n\nSome:\n\n- one\n    - one a\n        - deep\n    - one b\n- two\n"
        "  1. first\n  2. second\n"
    )
    assert "<ul><li>one<ul><li>one a<ul><li>deep</li></ul></li><li>one b</li></ul></li>" in html_of(document)
    assert "<li>two<ol><li>first</li><li>second</li></ol></li></ul>" in html_of(document)


def test_items_that_run_over_lines_or_stand_apart():
    document = read(
        "Title\n\nA paragraph.\n\nSome:\n\n• one that goes\n  on\n\n• two\nthat goes on\n\n• three\n\n"
        "    and says more.\n\nThe end."
    )
    expected = (
        "<ul><li>one that goes on</li><li>two that goes on</li><li>three<br>and says more.</li></ul><p>The end.</p>"
    )
    assert expected in html_of(document)


def test_a_list_that_does_not_begin_at_one_is_told():
    assert "1 numbered list begins at 1 now (four five)" in read("T\n\nA.\n\nB.\n\n4. four\n5. five\n").left_out


def test_a_number_alone_is_a_heading_or_stays():
    document = read(
        "Title\n\nA paragraph.\n\n1. Breathe out\n\nSlowly.\n\n"
        "2. Wait for it, and do not hurry the next one.\n\nIt comes."
    )
    assert document.headings == ("1. Breathe out",)
    assert "<p>2. Wait for it, and do not hurry the next one.</p>" in html_of(document)


@pytest.mark.parametrize(
    "line", ["What is mindfulness?", "Der Anfang", "MSC (and what it is)", "The 4-7-8 breath", "呼吸について"]
)
def test_lines_that_are_headings(line):
    assert read(f"Title\n\nA paragraph.\n\n{line}\n\nThe text below it.").headings == (line,)


@pytest.mark.parametrize(
    "line",
    [
        "These include:",
        "He left.",
        "Why?",
        "But is it true?",
        "and so on",
        "“Said she”",
        "58%",
        "https://example.com/A",
    ],
)
def test_lines_that_are_not(line):
    document = read(f"Title\n\nA paragraph.\n\n{line}\n\nThe text below it.")
    assert document.headings == ()
    assert words(line) == words_of(document)[3:][: len(words(line))]


def test_a_short_last_line_heads_nothing():
    document = read("Title\n\nA paragraph.\n\nHeading\n\nText.\n\nAda Brook, Whitby")
    assert document.headings == ("Heading",)
    assert document.sections[-1].html.endswith("<p>Ada Brook, Whitby</p>")


def test_underlined_and_ruled():
    document = read("Title\n=====\n\nA paragraph.\n\nHeading\n-------\n\nText.\n\n* * *\n\nMore.")
    assert (document.title, document.headings) == ("Title", ("Heading",))
    assert Divider() in document.blocks


def test_hard_wrapped_lines_are_one_paragraph():
    document = read(
        "Title\n\nStandfirst here.\n\n"
        "A line that was wrapped by an old program, as was usual, at\nseventy-two columns, or thereabouts."
    )
    assert (
        html_of(document)
        == "<p>A line that was wrapped by an old program, as was usual, at seventy-two columns, or thereabouts.</p>"
    )


def test_verse_keeps_its_lines():
    assert "<p>Roses are red,<br>violets are blue.</p>" in html_of(
        read("T\n\nStandfirst.\n\nRoses are red,\nviolets are blue.\n\nEnd.")
    )


def test_no_blank_lines_at_all():
    long = "A sentence that goes on for quite a while, so that nobody would have wrapped it where it ends. " * 3
    document = read(f"The title\n{long}\nA heading\n{long}\n{long}")
    assert document.title == "The title"
    assert document.standfirst == long.strip()
    assert document.headings == ("A heading",)
    assert html_of(document).count("<p>") == 2


def test_a_title_right_above_its_text():
    document = read("The title\nA standfirst that is wrapped by hand and so\nruns over two lines.\n\nText.")
    assert document.title == "The title"
    assert document.standfirst == "A standfirst that is wrapped by hand and so runs over two lines."


def test_no_title():
    sentence = "This file begins in the middle of things, as letters do, and it has no title that anybody could find."
    document = read(f"{sentence}\n\nAnd it goes on.")
    assert document.title == ""
    assert words_of(document) == words(f"{sentence} And it goes on.")


def test_title_only():
    document = read("Only a title\n")
    assert (document.title, document.standfirst, document.blocks) == ("Only a title", "", ())


def test_no_standfirst():
    document = read("Title\n\nA heading\n\nText below it.")
    assert (document.standfirst, document.headings) == ("", ("A heading",))


def test_one_paragraph_is_text_rather_than_a_standfirst():
    document = read("Title\n\nThe only paragraph.")
    assert (document.standfirst, html_of(document)) == ("", "<p>The only paragraph.</p>")


def test_a_first_paragraph_too_long_for_a_standfirst_is_text():
    document = read(f"Title\n\n{'Many words. ' * 60}\n\nMore.")
    assert document.standfirst == ""
    assert words_of(document) == words(f"Title {'Many words. ' * 60} More.")


def test_a_byline():
    document = read("Title\n\nBy Ada Brook and Tom Hale\n\nThe standfirst.\n\nText.")
    assert document.authors == ("Ada Brook", "Tom Hale")
    assert document.standfirst == "The standfirst."


@pytest.mark.parametrize("line", [
    "“Be kind.” — Dalai Lama",
    "“Be kind.” – Dalai Lama",
    "“Be kind.” - Dalai Lama",
    '"Be kind." -- Dalai Lama',
    "‘Be kind.’ — Dalai Lama",
    "«Be kind.» — Dalai Lama",
    "„Be kind.“ — Dalai Lama",
    "“Be kind.”\n— Dalai Lama",
    "“Be kind.”\n\n— Dalai Lama",
    "“Be kind.”\n\n- Dalai Lama",
])  # fmt: skip
def test_quotations(line):
    document = read(f"Title\n\nA paragraph.\n\nAnother.\n\n{line}\n\nThe end.")
    assert document.blocks[1] == Quote("Be kind.", "Dalai Lama")
    assert html_of(document) == "<p>Another.</p><p>The end.</p>"


@pytest.mark.parametrize("line", [
    "“Be kind,” she said — and left.",
    "“Be kind” and “be brave” — Both matter.",
    "“Be kind.”",
    "“Stop” — that was all he said.",
    "The “care system” — Oxytocin",
])  # fmt: skip
def test_what_only_looks_like_one(line):
    document = read(f"Title\n\nA paragraph.\n\nAnother.\n\n{line}\n\nThe end.")
    assert document.count(Quote) == 0
    assert words_of(document) == words(f"Title A paragraph Another {line} The end")


def test_a_quotation_cuts_its_section():
    document = read("T\n\nStandfirst.\n\nHeading\n\nBefore.\n\n“Be kind.” — Dalai Lama\n\nAfter.\n\nNext\n\nText.")
    assert [getattr(block, "heading", "quote") for block in document.blocks] == ["Heading", "quote", "", "Next"]


def test_markup_is_text():
    document = read("Title\n\nA paragraph.\n\nUse <b>tags</b> & <script>alert(1)</script> with care.")
    assert (
        html_of(document) == "<p>Use &lt;b&gt;tags&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt; with care.</p>"
    )


def test_a_long_file():
    document = read(ARTICLE + "\n".join(f"\nA paragraph of some words, number {n}." for n in range(6000)))
    assert len(words_of(document)) > 40_000


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_encodings(encoding):
    document = text.read(ARTICLE.encode(encoding))
    assert document.blocks == read(ARTICLE).blocks and document.remarks == ()


def test_windows_letters_are_read_and_told():
    document = text.read("Café\n\nIt’s “nice” — très.\n\nMore.".encode("cp1252"))
    assert (document.title, document.standfirst) == ("Café", "It’s “nice” — très.")
    assert document.remarks == (
        "It is not UTF-8 and was read as Windows-1252: please look at accents and quotation marks.",
    )


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "this is not text"),
        (b"text \x00 and more", "this is not text"),
        ("Заголовок и текст".encode("koi8-r") * 9, "this is not text"),
        (b"good line\nbad \x9d line", "line 2: this is not text, or its encoding is damaged"),
        (b"\xff\xfeT\x00\x00", "line 1: this is not text, or its encoding is damaged"),
        (b"%PDF-1.7 words", "this is not text but a PDF; save it as .docx or .txt first"),
        (b"{\\rtf1 words}", "this is not plain text but rich text (.rtf); save it as .docx first"),
        (b" \n\t\n", "the file is empty"),
        (b"--- ... ---", "the file holds no words"),
    ],
)
def test_what_is_not_text(data, problem):
    with pytest.raises(ImportProblem) as caught:
        text.read(data)
    assert str(caught.value) == problem


def test_a_stray_control_character_is_told():
    document = read("Title\n\nA para\x07graph.\n\nMore.\x1a")
    assert document.standfirst == "A paragraph."
    assert document.left_out == ("1 control character was left out",)
