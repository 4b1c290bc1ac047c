import pytest
from wagtail.contrib.redirects.models import Redirect

from blog.models import CategoryPage
from tests.factories import ArticlePageFactory, CategoryPageFactory

pytestmark = pytest.mark.django_db


def rename(page, slug):
    """Nothing is committed in these tests: the redirect is made in the transaction of the change itself."""
    page.slug = slug
    page.save_revision().publish() if page.live else page.save()


def test_a_published_page_that_is_renamed_leaves_a_redirect(client):
    article = ArticlePageFactory(slug="old")
    rename(article, "new")
    for address in ("/articles/old/", "/articles/old"):
        response = client.get(address, follow=True)
        assert response.redirect_chain[-1] == ("/articles/new/", 301)
        assert response.status_code == 200


def test_a_draft_that_is_renamed_leaves_none(client):
    rename(ArticlePageFactory(slug="old", draft=True), "secret")
    assert not Redirect.objects.exists()
    assert client.get("/articles/old/").status_code == 404


def test_a_draft_that_is_renamed_leaves_none_when_it_is_published():
    article = ArticlePageFactory(slug="secret", draft=True)
    article.slug = "announced"
    article.save_revision().publish()
    assert not Redirect.objects.exists()


def test_a_branch_that_moves_takes_its_old_addresses_along(client):
    one, two = CategoryPageFactory(slug="one"), CategoryPageFactory(slug="two")
    below = CategoryPageFactory(slug="below", parent=one)
    one.move(two, pos="last-child")
    below.refresh_from_db()
    response = client.get("/articles/category/one/below/", follow=True)
    assert response.redirect_chain[-1][0] == "/articles/category/two/one/below/"


def test_a_deep_branch_leads_from_every_old_address_to_the_newest(client):
    """Renamed, moved and renamed again: each address it ever had, with and without the slash, for all beneath it."""
    place, top = CategoryPageFactory(slug="place"), CategoryPageFactory(slug="top")
    middle = CategoryPageFactory(slug="middle", parent=top)
    deep = CategoryPageFactory(slug="deep", parent=middle)
    CategoryPageFactory(slug="draft", parent=middle, draft=True)
    rename(top, "renamed")
    CategoryPage.objects.get(pk=middle.pk).move(place, pos="last-child")
    rename(CategoryPage.objects.get(pk=middle.pk), "centre")
    olds = ["top/middle/deep", "renamed/middle/deep", "place/middle/deep"]
    for old in [f"/articles/category/{old}{slash}" for old in olds for slash in ("", "/")]:
        response = client.get(old, follow=True)
        assert response.redirect_chain[-1][0] == "/articles/category/place/centre/deep/", old
        assert response.context["page"] == deep
    assert not Redirect.objects.filter(old_path__contains="draft").exists()


@pytest.mark.parametrize("target", ["page", "address"])
def test_a_redirect_to_what_is_hidden_answers_404(client, target):
    draft = ArticlePageFactory(slug="secret", draft=True)
    leads_to = {"redirect_page": draft} if target == "page" else {"redirect_link": "http://localhost/articles/secret/"}
    Redirect.objects.create(old_path="/old", **leads_to)
    response = client.get("/old/")
    assert response.status_code == 404
    assert "secret" not in response.content.decode()


def test_a_redirect_that_an_editor_makes_works(client):
    Redirect.objects.create(old_path="/sale", redirect_page=ArticlePageFactory(slug="bargains"))
    Redirect.objects.create(old_path="/elsewhere", redirect_link="https://example.com/")
    Redirect.objects.create(old_path="/look", redirect_link="http://localhost/search/?q=tea")
    assert client.get("/sale/").url == "/articles/bargains/"
    assert client.get("/elsewhere/").url == "https://example.com/"
    assert client.get("/look/").url == "http://localhost/search/?q=tea"
