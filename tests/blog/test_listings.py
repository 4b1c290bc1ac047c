from datetime import date

import pytest

from site_core.door import as_reader
from tests.factories import ArticleIndexPageFactory as IndexFactory
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    SiteImageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


def test_empty_lists_say_so(client):
    first_or_make(IndexFactory)
    assert client.get("/articles/").status_code == 200
    assert client.get(CategoryPageFactory().url).status_code == 200


def test_newest_first_with_older_and_newer(client):
    for n in range(1, 15):
        ArticlePageFactory(title=f"Day {n:02}", published_on=date(2026, 1, n))
    html = client.get("/articles/").content.decode()
    assert html.index("Day 14") < html.index("Day 03") and "Day 02" not in html
    assert 'href="/articles/?page=2"' in html
    older = client.get("/articles/?page=2").content.decode()
    assert "Day 02" in older and "Day 03" not in older and 'href="/articles/"' in older


@pytest.mark.parametrize("page", ["0", "-1", "99999", "500", "x", "²", ""])
def test_pages_that_are_not_there(client, page):
    first_or_make(IndexFactory)
    ArticlePageFactory()
    assert client.get(f"/articles/?page={page}").status_code == 404


def test_a_category_lists_what_is_beneath_it(client):
    wellness = CategoryPageFactory(title="Wellness")
    light = CategoryPageFactory(title="Red light", parent=CategoryPageFactory(title="Devices", parent=wellness))
    other = CategoryPageFactory(title="Other")
    ArticlePageFactory(title="Below", category=light)
    ArticlePageFactory(title="Also here", category=other, also_in=[wellness])
    ArticlePageFactory(title="Elsewhere", category=other)
    html = client.get(wellness.url).content.decode()
    assert html.count("Below") == 1 and "Also here" in html and "Elsewhere" not in html


def test_a_category_takes_its_colour_from_above():
    top = CategoryPageFactory(hue="paws")
    below = CategoryPageFactory(parent=top)
    own = CategoryPageFactory(parent=below, hue="well")
    assert (below.tint, own.tint) == ("paws", "well")
    top.hue = "fit"
    top.save_revision().publish()
    below.refresh_from_db()
    own.refresh_from_db()
    assert (below.tint, own.tint) == ("fit", "well")


def test_a_category_cannot_go_below_its_own_grandchild(admin_client):
    top = CategoryPageFactory(title="Top")
    grandchild = CategoryPageFactory(parent=CategoryPageFactory(parent=top))
    response = admin_client.post(f"/admin/pages/{top.pk}/move/{grandchild.pk}/confirm/", follow=True)
    top.refresh_from_db()
    assert top.depth == 5 and not top.path.startswith(grandchild.path)
    assert response.status_code in (200, 403)


def test_tags(client):
    ArticlePageFactory(title="Tagged", tags=["Slow tea"])
    ArticlePageFactory(draft=True, tags=["Secret"])
    assert "Tagged" in client.get("/articles/tag/slow-tea/").content.decode()
    assert client.get("/articles/tag/secret/").status_code == 404
    listed = client.get("/articles/tag/").content.decode()
    assert "Slow tea" in listed and "Secret" not in listed


def test_authors(client):
    author = AuthorFactory(name="Imogen Hartley", about="She writes about tea.")
    ArticlePageFactory(title="By her", authors=[author])
    ArticlePageFactory(title="By nobody")
    html = client.get(author.get_absolute_url()).content.decode()
    assert "She writes about tea." in html and "By her" in html and "By nobody" not in html
    assert "Imogen Hartley" in client.get("/authors/").content.decode()


@pytest.mark.parametrize("count", [3, 15])
def test_queries(client, django_assert_max_num_queries, count):
    category = CategoryPageFactory(image=SiteImageFactory())
    author = AuthorFactory(portrait=SiteImageFactory())
    for _ in range(count):
        ArticlePageFactory(category=CategoryPageFactory(parent=category), authors=[author], hero=SiteImageFactory())
    for url in ("/articles/", category.url, author.get_absolute_url()):
        client.get(url)
        with as_reader(), django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200


@pytest.mark.parametrize("slug", ["tag", "category", "feed", "page"])
def test_slugs_that_would_hide_an_address_are_refused(slug):
    from django.core.exceptions import ValidationError

    CategoryPageFactory()  # brings the page that has `category`
    with pytest.raises(ValidationError):
        ArticlePageFactory(slug=slug)
