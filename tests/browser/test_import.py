"""An article from a file is shown to readers word for word."""

from io import StringIO

import pytest
from django.core.management import call_command

from blog.models import ArticlePage
from tests.blog.importers.reading import REFERENCE, words
from tests.factories import ArticleIndexPageFactory, CategoryPageFactory

ARTICLE = """The kettle takes three minutes

A small pause that a kitchen already has.

Why it helps

The shoulders drop. Nothing else has to happen:
• the kettle hums
• the dog does not move

What to do meanwhile

Look out of the window.

“A pause is not a gap.” — Imogen Hartley
"""


@pytest.mark.parametrize(
    "path",
    [
        None,
        pytest.param(
            REFERENCE / "article.txt",
            marks=pytest.mark.skipif(not REFERENCE.exists(), reason="no ../shared/reference here"),
        ),
    ],
    ids=["ours", "reference"],
)
def test_every_word_in_order(page, tmp_path, path):
    ArticleIndexPageFactory()
    CategoryPageFactory(title="Uncategorised", slug="uncategorised")
    if path is None:
        path = tmp_path / "article.txt"
        path.write_text(ARTICLE)
    call_command("import_article", path, "--publish", stdout=StringIO())
    page.goto(ArticlePage.objects.public().get().url)
    seen = iter(words(page.locator("main").inner_text().casefold()))
    assert [word for word in words(path.read_text().casefold()) if word not in seen] == []
