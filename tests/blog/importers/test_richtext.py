import re

import pytest

from blog.importers import richtext
from site_core.blocks.sections import FEATURES


def test_a_section_holds_every_feature_that_imports_use():
    assert set(richtext.FEATURES) <= set(FEATURES)


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (
            "<p>a <b>b</b> <strong>c</strong> <em>d</em> <i>e</i><br>f</p>",
            "<p>a <b>b</b> <b>c</b> <i>d</i> <i>e</i><br/>f</p>",
        ),
        ("<h2>a</h2><h3>b</h3><h4>c</h4><p>d</p>", "<h2>a</h2><h3>b</h3><p>c</p><p>d</p>"),
        ("<ul><li>a<ol><li>b</li></ol></li></ul>", "<ul><li>a<ol><li>b</li></ol></li></ul>"),
        (
            '<p><a href="https://example.com/?a=1&amp;b=2" onclick="x()">a</a></p>',
            '<p><a href="https://example.com/?a=1&amp;b=2">a</a></p>',
        ),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
        ("<p>a<script>alert(1)</script><style>b</style></p>", "<p>a</p>"),
        ("<p>1 &lt; 2 &amp; 3</p>", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)
def test_what_the_editor_would_store(html, kept):
    stored = richtext.to_database_format(richtext.sanitised(html))
    assert re.sub(r' data-block-key="\w+"', "", stored) == kept


def test_storing_twice_changes_nothing():
    once = richtext.to_database_format("<h2>a</h2><p>b <b>c</b></p><ul><li>d<ul><li>e</li></ul></li></ul>")
    assert richtext.to_database_format(once) == once
