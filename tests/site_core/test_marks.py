"""What is drawn from a field or block leads to it in a preview; readers get not one character of it."""

import re

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from home.models import HomePage
from site_core.marks import marked
from tests import whole_site

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("html", "expected"), [
    ("", ""),
    ("just words", "just words"),
    ("<p>One</p>", '<p data-edit="b.1">One</p>'),
    ('<img src="a.png"> <hr class="divider">',
     '<img data-edit="b.1" src="a.png"> <hr data-edit="b.1" class="divider">'),
    ("<ul><li>One<br>two</li></ul>\n<svg><path d=\"\"/></svg>",
     '<ul data-edit="b.1"><li>One<br>two</li></ul>\n<svg data-edit="b.1"><path d=""/></svg>'),
    ("<section\n  id=\"a\">é &amp; <b>b</b></section><section>c</section>",
     '<section data-edit="b.1"\n  id="a">é &amp; <b>b</b></section><section data-edit="b.1">c</section>'),
])  # fmt: skip
def test_outermost_elements_are_marked(html, expected):
    assert marked(html, "b.1") == expected


def test_every_block_of_a_preview_leads_to_itself_and_a_page_is_the_same_without(admin_client):
    site = whole_site.build()
    public = Client().get(site.article.url).text
    preview = admin_client.get(f"/admin/pages/{site.article.pk}/view_draft/").text
    main = re.compile(r"<main.*</main>", re.S)
    shown = re.sub(r' data-edit="[^"]*"', "", main.search(preview)[0])
    assert shown == main.search(public)[0] and "data-edit" not in public
    places = {element["data-edit"] for element in BeautifulSoup(preview, "html.parser").select("[data-edit]")}
    drawn = {f"body.{block.id}" for block in site.article.body}
    assert {"title", "standfirst", "hero", "article_authors", "tags"} <= places
    assert drawn == {place for place in places if place.startswith("body.")}
    front = admin_client.get(f"/admin/pages/{HomePage.objects.get().pk}/view_draft/").text
    assert front.count(' data-edit="sections.') >= 3
