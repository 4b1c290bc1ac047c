import re

import pytest
from django.utils import timezone
from wagtail.rich_text import RichText

from site_core.door import as_reader
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
)

pytestmark = pytest.mark.django_db

BODY = [
    (
        "section",
        RichText("<p>Before it all.</p><h2>Why so slow?</h2><p>Six.[1]</p><h2>Why so slow?</h2><ul><li>Out.</li></ul>"),
    ),
    ("quote", {"text": "The same tempo.", "who": "Imogen", "where": "", "link": ""}),
    ("section", RichText("<h2>The end</h2><p>Tea.</p>")),
]


def body(*blocks):
    return [(name, value) for name, value in blocks]


def with_sources(article):
    article.sources = [
        ("source", {"text": RichText("<p>Bernardi, <i>BMJ</i>, 2001</p>"), "url": "https://example.com/bmj"})
    ]


def test_a_pasted_article_is_cut_into_sections_with_contents(client):
    article = ArticlePageFactory(body=BODY, fill=with_sources)
    html = client.get(article.url).content.decode()
    assert 'href="#why-so-slow"' in html and 'id="why-so-slow-2"' in html and 'href="#the-end"' in html
    assert '<a href="#source-1" id="ref-1a"' in html
    assert 'id="source-1"' in html and 'href="#ref-1a"' in html


def test_parts_stand_in_order(client):
    author = AuthorFactory(name="Imogen Hartley")
    category = CategoryPageFactory(title="Calm", banner_headline="Finding Serenity")
    ProductFactory(name="Sound bowl")
    ArticlePageFactory(title="Another article", category=category)
    article = ArticlePageFactory(
        title="Six breaths", category=category, authors=[author], body=BODY, hero=SiteImageFactory(), fill=with_sources,
        reviewer=AuthorFactory(name="Amara Osei"), reviewed_on=timezone.localdate(),
    )  # fmt: skip
    html = client.get(article.url).content.decode()
    parts = ["You are here", "Six breaths", "What it is about.", "Imogen Hartley", "Reviewed by", "<picture",
             "In this article",
             "Before it all.", "The same tempo.", 'id="source-1"', "Popular Products You Might Like", "Sound bowl",
             "Popular Articles", "Another article", "Finding Serenity", "Post Category", "© "]  # fmt: skip
    places = [html.find(part, html.find("<main")) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


@pytest.mark.parametrize("fields", [{}, {"title": "x" * 250}, {"standfirst": ""}, {"body": []}])
def test_an_article_may_lack_nearly_everything(client, fields):
    assert client.get(ArticlePageFactory(**fields).url).status_code == 200


def test_a_body_of_two_hundred_blocks(client):
    article = ArticlePageFactory(body=[("section", RichText(f"<h2>Part {n}</h2><p>Words.</p>")) for n in range(200)])
    assert client.get(article.url).content.count(b'<section class="section"') == 200


def test_an_empty_line_is_not_read_out(client):
    text = '<p data-block-key="a">Before.</p><p data-block-key="b"></p><p>\xa0<br/></p><ul><li></li></ul>'
    article = ArticlePageFactory(body=[("section", RichText(text)), ("quote", {"text": "Wait."})])
    html = client.get(article.url).text
    assert re.findall(r"<p[^>]*>\s*(?:<br/>)?\s*</p>", html) == []
    assert '<p data-block-key="a">Before.</p>' in html


def test_a_number_without_a_source_stays_a_number(client):
    article = ArticlePageFactory(body=[("section", RichText("<p>See [7].</p>"))], draft=True)
    article.live = True
    assert article.publication_problems() == {
        "sources": ["The text refers to [7], which the list of sources does not have."]
    }


@pytest.mark.parametrize("count", [3, 12])
def test_queries(client, django_assert_max_num_queries, count):
    categories = [CategoryPageFactory() for _ in range(count)]
    author = AuthorFactory(portrait=SiteImageFactory())
    for n in range(count):
        ProductFactory(pictures=[SiteImageFactory()])
        ArticlePageFactory(category=categories[n], authors=[author], hero=SiteImageFactory())
    article = ArticlePageFactory(
        category=categories[0], authors=[author], body=BODY, hero=SiteImageFactory(), fill=with_sources
    )
    client.get(article.url)
    with as_reader(), django_assert_max_num_queries(14):
        client.get(article.url)
