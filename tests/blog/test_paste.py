"""What a word processor puts on the clipboard becomes text and blocks, and what is lost is named."""

import json

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {margin:0}</style></head>
<body>
<!--StartFragment--><h1>Why so slow?</h1><p class=MsoNormal>Halve <b>the</b> breaths, says
<a href="https://www.bmj.com/">the BMJ</a>.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>
</span></span><![endif]>Out</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>In</p>
<table><tr><th>Mallet</th><th>Sound</th></tr><tr><td>Beech</td><td>Clear</td></tr></table>
<p><img src="file:///C:/one.png" alt="A kettle"><img src="data:image/png;base64,AAAA"></p>
<h2>After it</h2><p>The end.</p>
<!--EndFragment--></body></html>"""


def paste(client, html, *kinds):
    return client.post(reverse("writing_paste"), {"html": html, "kinds": kinds}).json()


def blocks_of(state):
    return [(block["type"], block["text"]) for block in json.loads(state)["blocks"]]


def test_a_paste_with_a_table_is_text_table_text(admin_client):
    answer = paste(admin_client, WORD)
    assert [block["type"] for block in answer["blocks"]] == ["section", "table", "section"]
    before, table, after = (block["value"] for block in answer["blocks"])
    assert blocks_of(before) == [
        ("header-two", "Why so slow?"),
        ("unstyled", "Halve the breaths, says the BMJ."),
        ("unordered-list-item", "Out"),
        ("unordered-list-item", "In"),
    ]
    assert "https://www.bmj.com/" in before
    assert table["table"]["rows"][0]["values"] == ["Beech", "Clear"]
    assert [text for _type, text in blocks_of(after)] == ["After it", "The end."]


def test_what_was_left_out_is_named(admin_client):
    assert paste(admin_client, WORD)["says"] == ["2 pictures were left out: add them in the editor (A kettle)"]


def test_a_quotation_is_a_quote_block_where_there_is_one_and_else_words(admin_client):
    html = "<p>He said:</p><blockquote><p>Two traditions, one tempo.</p></blockquote><p>And left.</p>"
    kinds = [block["type"] for block in paste(admin_client, html, "section", "quote")["blocks"]]
    assert kinds == ["section", "quote", "section"]
    (only,) = paste(admin_client, html, "section")["blocks"]
    assert "Two traditions, one tempo." in only["value"]


def test_scripts_do_not_come_in(admin_client):
    answer = paste(admin_client, '<h2 onclick="x()">Hi</h2><script>x()</script><a href="javascript:x()">there</a>')
    assert "x()" not in json.dumps(answer["blocks"])


@pytest.mark.parametrize(
    "html",
    [
        f"<blockquote><p>Halve them.<br>{'-' * 200}<br>The end</p></blockquote>",
        f"<![CDATA[{'<!-- ' * 90_000}]]><p>The end</p>",
        f"<p>{'a<br>' * 5_000}</p><p>The end</p>",
        f"<ul><li>{'<p>a</p>' * 2_000}</li></ul><p>The end</p>",
    ],
    ids=["a line of dashes in a quotation", "comments that never end", "line breaks", "an item of many paragraphs"],
)
def test_no_paste_keeps_the_server_busy(admin_client, html):
    assert "The end" in json.dumps(paste(admin_client, html, "section")["blocks"])


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>a</p>" * 65_000, "in parts"),
        ("<br>" * 25_000, "in parts"),
        ("<pre>" + "a\n" * 25_000, "in parts"),
        (f"<p>{''.join(f'<b id={number}>' for number in range(500))}{'<p>a</p>' * 5000}", "in parts"),
        ("<blockquote>" * 3000 + "a", "plain text"),
    ],
    ids=["too long", "too many tags", "too many lines", "tags that each paragraph opens anew", "too deep"],
)
def test_what_is_too_much_is_refused_in_words(admin_client, html, said):
    answer = paste(admin_client, html)
    assert answer["blocks"] == []
    assert said in answer["says"][0]


def test_nobody_pastes_who_may_not_write(client):
    assert client.post(reverse("writing_paste"), {"html": WORD}).status_code == 302
