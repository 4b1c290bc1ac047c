import pytest
from wagtail.contrib.redirects.models import Redirect

from tests.factories import ArticlePageFactory, CategoryPageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def rename(django_capture_on_commit_callbacks):
    def rename(page, slug):
        page.slug = slug
        with django_capture_on_commit_callbacks(execute=True):
            page.save_revision().publish() if page.live else page.save()

    return rename


def test_a_published_page_that_is_renamed_leaves_a_redirect(client, rename):
    article = ArticlePageFactory(slug="old")
    rename(article, "new")
    for address in ("/articles/old/", "/articles/old"):
        response = client.get(address, follow=True)
        assert response.redirect_chain[-1] == ("/articles/new/", 301)
        assert response.status_code == 200


def test_a_draft_that_is_renamed_leaves_none(client, rename):
    rename(ArticlePageFactory(slug="old", draft=True), "secret")
    assert not Redirect.objects.exists()
    assert client.get("/articles/old/").status_code == 404


def test_a_draft_that_is_renamed_leaves_none_when_it_is_published(django_capture_on_commit_callbacks):
    article = ArticlePageFactory(slug="secret", draft=True)
    article.slug = "announced"
    revision = article.save_revision()
    with django_capture_on_commit_callbacks(execute=True):
        revision.publish()
    assert not Redirect.objects.exists()


def test_a_branch_that_moves_takes_its_old_addresses_along(client):
    one, two = CategoryPageFactory(slug="one"), CategoryPageFactory(slug="two")
    below = CategoryPageFactory(slug="below", parent=one)
    one.move(two, pos="last-child")
    below.refresh_from_db()
    response = client.get("/articles/category/one/below/", follow=True)
    assert response.redirect_chain[-1][0] == "/articles/category/two/one/below/"


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
