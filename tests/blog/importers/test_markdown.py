import datetime

import pytest

from blog.importers import markdown
from blog.importers.document import Divider, ImportProblem, Note, Quote, Table
from blog.importers.outline import STANDFIRST_LIMIT
from blog.models import ArticlePage

from .reading import html_of, words, words_of

ARTICLE = """# Six *slow* breaths

Where to begin, and why it is **enough**.

Before we start, a word.

## Sit down

Somewhere [quiet](https://example.com/quiet), if there is such a place:

1. chair
2. floor
    - a rug
    - two rugs

### Or stand

The kettle will not **mind** and _nor_ will we.

> Breathe as if nobody had told you how.
>
> — Ada Brook, *The Long Breath*

After the words.

## Go on

Do.
"""


def read(text):
    return markdown.read(text.encode())


def test_an_article():
    document = read(ARTICLE)
    assert (document.title, document.standfirst) == ("Six slow breaths", "Where to begin, and why it is enough.")
    assert document.headings == ("Sit down", "Go on")
    assert [type(block).__name__ for block in document.blocks] == ["Section", "Section", "Quote", "Section", "Section"]
    assert document.blocks[1].html == (
        '<h2>Sit down</h2><p>Somewhere <a href="https://example.com/quiet">quiet</a>, if there is such a place:</p>'
        "<ol><li>chair</li><li>floor<ul><li>a rug</li><li>two rugs</li></ul></li></ol>"
        "<h3>Or stand</h3><p>The kettle will not <strong>mind</strong> and <em>nor</em> will we.</p>"
    ).replace("\n", "")
    assert document.blocks[2] == Quote("Breathe as if nobody had told you how.", "Ada Brook", "The Long Breath")
    assert words_of(document) == words(
        ARTICLE.replace("https://example.com/quiet", "").replace("1.", "").replace("2.", "").replace("_", " ")
    )
    assert document.left_out == ()


def test_front_matter():
    document = read(
        "---\ntitle: 'No: 1'\nexcerpt: >\n  What it is\n  about.\nauthors: [ada-brook]\ntags:\n- calm\n- breath\n"
        "date: 2023-03-02 10:00\nlayout: post\nweight: 3\n---\n\nText.\n"
    )
    assert (document.title, document.standfirst) == ("No: 1", "What it is about.")
    assert (document.authors, document.tags, document.date) == (
        ("ada-brook",),
        ("calm", "breath"),
        datetime.date(2023, 3, 2),
    )
    assert html_of(document) == "<p>Text.</p>"
    assert document.left_out == ("2 entries of the front matter were not used (layout: post; weight: 3)",)


def test_front_matter_in_other_ways():
    assert read("+++\ntitle = 'Hugo'\ndate = 2024-05-06\n+++\n\nText.").date == datetime.date(2024, 5, 6)
    assert read("title: Hexo\ndate: 2013-12-24\n---\n\nText.").title == "Hexo"
    assert read("Something: else\n---\n\nText below.").title == "Something: else"
    assert read("---\n---\n\n# Title\n\nText.").title == "Title"


def test_a_standfirst_is_told_once_and_a_long_one_is_text():
    assert words_of(read("---\ntitle: T\ndescription: The same.\n---\n\nThe same.\n\nMore.")) == words(
        "T The same More"
    )
    long = "Many words. " * 60
    document = read(f"---\ntitle: T\ndescription: {long}\n---\n\nText.")
    assert document.standfirst == "" and words_of(document) == words(f"T {long} Text")


def test_what_counts_as_long_is_what_the_editor_refuses():
    assert ArticlePage._meta.get_field("standfirst").max_length == STANDFIRST_LIMIT


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("---\ntitle: T\ntags: [a, b\n---\n\nText.", "line 4: the front matter cannot be read"),
        ("+++\ntitle = T\n+++\n\nText.", "line 2: the front matter cannot be read"),
        (
            f"---\nlayout: post\ntitle: {'T' * 256}\n---\n",
            "line 3: the title has 256 characters; a page's title has at most 255",
        ),
        ("", "the file is empty"),
    ],
)
def test_what_cannot_be_read(text, problem):
    with pytest.raises(ImportProblem) as caught:
        read(text)
    assert str(caught.value) == problem


def test_levels_begin_at_two():
    document = read("---\ntitle: T\n---\n\n### One\n\nText.\n\n#### Two\n\nText.\n\n##### Three\n\nText.")
    assert document.headings == ("One",)
    assert "<h3>Two</h3>" in html_of(document) and "<h3>Three</h3>" in html_of(document)
    assert document.left_out == ("1 heading below the third level became a Heading 3 (Three)",)


def test_bold_lines_are_headings_where_there_are_no_others():
    assert read("# T\n\nText.\n\n**One**\n\nMore.").headings == ("One",)
    assert read("# T\n\nText.\n\n## Two\n\n**One**\n\nMore.").headings == ("Two",)


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("> Be kind.", Quote("Be kind.")),
        ("> Be kind.  \n> — Dalai Lama", Quote("Be kind.", "Dalai Lama")),
        ("> “Be kind.” — Dalai Lama", Quote("Be kind.", "Dalai Lama")),
        ("> Be kind.\n\n— Dalai Lama", Quote("Be kind.", "Dalai Lama")),
        (
            "> Be kind.\n>\n> Be brave.\n>\n> - [Dalai Lama](https://example.com/dl)",
            Quote("Be kind.\n\nBe brave.\n\nDalai Lama"),
        ),
        (
            "> Be kind.\n>\n> -- [Dalai Lama](https://example.com/dl)",
            Quote("Be kind.", "Dalai Lama", "", "https://example.com/dl"),
        ),
        ("“Be **kind**.” — Dalai Lama", Quote("Be kind.", "Dalai Lama")),
    ],
)
def test_quotations(quote, found):
    assert read(f"# T\n\nStandfirst.\n\nText.\n\n{quote}\n\nMore.").blocks[1] == found


def test_tables():
    document = read("# T\n\nStandfirst.\n\n| a | b |\n|---|---|\n| 1 | [two](https://example.com/) |\n\nText.")
    assert document.blocks[0] == Table(("a", "b"), (("1", "two"),))
    assert document.left_out == ("1 link stood where no link can be; its words are kept (https://example.com/)",)


def test_a_table_with_merged_cells_becomes_text():
    table = "<table><caption>Both</caption><tr><td colspan=2>wide</td></tr><tr><td>a</td><td>b</td></tr></table>"
    document = read(f"# T\n\nStandfirst.\n\n{table}\n\nText.")
    assert "<p>wide</p><p>a | b</p>" in html_of(document)
    assert words_of(document) == words("T Standfirst Both wide a b Text")


def test_what_is_left_out_is_named():
    document = read(
        "# T\n\nStandfirst.\n\n![A dog](dog.jpg) and <img src='cat.png'> here\n\n<script>alert(1)</script>\n\n"
        "<iframe src='https://example.com/v'></iframe>\n\n<!-- more -->\n\n{% gallery %}\n\n"
        "~~gone~~ [away](../x.md) `code`\n\n"
        "[unused]: https://example.com/unused\n"
    )
    assert document.left_out == (
        "1 template tag was left out ({% gallery %})",
        "1 link address that no text uses was left out (https://example.com/unused)",
        "1 script, style or drawing was left out (script)",
        "1 comment was left out (more)",
        "2 pictures were left out: add them in the editor (A dog; cat.png)",
        "1 video, sound or frame was left out (https://example.com/v)",
        "1 passage was struck through and is plain text now (gone)",
        "1 link leads nowhere from here; its words are kept (../x.md)",
    )
    assert html_of(document) == "<p> and  here</p><p>gone away code</p>"


def test_hostile_html():
    document = read(
        "# T\n\nStandfirst.\n\n"
        "<p onclick='x()'>a <a href='javascript:alert(1)'>b</a> <a href='/ok' style='x'>c</a></p>\n\n"
        "<style>p {}</style>\n\n<svg><script>alert(1)</script></svg>\n\n"
        "<form><input value=x><button>go</button></form>\n\nend"
    )
    assert html_of(document) == '<p>a b <a href="/ok">c</a></p><p>end</p>'


def test_blocks_inside_others():
    document = read(
        "# T\n\nStandfirst.\n\n- one\n\n  still one\n\n  > quoted in it\n\n- two\n\n  ```\n  code\n  ```\n\n"
        "<div>loose <b>words</b><section>and more</section></div>\n\n"
        "<a href='https://example.com/'><h3>Linked</h3></a>\n\n<dl><dt>Term</dt><dd>Meaning</dd></dl>\n\n<li>stray</li>"
    )
    assert "<ul><li>one<br>still one<br>quoted in it</li><li>two<br>code</li></ul>" in html_of(document)
    assert "<p>loose <b>words</b></p><p>and more</p>" in html_of(document)
    assert '<h2><a href="https://example.com/">Linked</a></h2><p><b>Term</b></p><p>Meaning</p><p>stray</p>' in html_of(
        document
    )


def test_deep_lists():
    deep = "\n".join(f"{'  ' * n}- level{n}" for n in range(15))
    assert words_of(read(f"# T\n\nStandfirst.\n\n{deep}\n"))[-1] == "level14"


def test_footnotes():
    document = read(
        "# T\n\nStandfirst.\n\nSo.[^b] And.[^a]\n\n"
        "[^a]: *First* of all.\n[^b]: See https://example.com/b.\n[^c]: Nobody asks.\n"
    )
    assert "<p>So.[1] And.[2]</p>" in html_of(document)
    assert document.notes == (
        Note("<p>See https://example.com/b.</p>", "https://example.com/b"),
        Note("<p><em>First</em> of all.</p>"),
    )
    assert "Nobody asks" in html_of(document)


def test_lines_between_texts_are_kept_and_others_told():
    document = read("# T\n\nStandfirst.\n\n---\n\nText.\n\n---\n\nMore.\n\n---\n\n## Heading\n\nEnd.\n\n---\n")
    assert document.count(Divider) == 1
    assert document.left_out == ("3 dividing lines beside a heading were left out",)


def test_rich_text_for_other_builders():
    html = markdown.to_rich_text("## Why\n\nA *b* **c** [d](https://example.com/).\n\n- e\n\n<script>x</script>")
    assert html == (
        '<h2 data-block-key="i0000">Why</h2><p data-block-key="i0001">A <i>b</i> <b>c</b> <a href="https://example.com/">d</a>.</p>'
        '<ul><li data-block-key="i0002">e</li></ul>'
    )
    assert markdown.to_rich_text("### Only\n\ntext").startswith("<h3")
