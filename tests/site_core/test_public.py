"""Draft means private: what `.public()` lets through."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product
from tests.factories import ArticlePageFactory, AuthorFactory, CategoryPageFactory, MenuFactory, ProductFactory

pytestmark = pytest.mark.django_db


def expired():
    return timezone.now() - timedelta(minutes=1)


def test_a_draft_is_not_public(client):
    article = ArticlePageFactory(draft=True)
    assert not ArticlePage.objects.public().exists()
    assert client.get(article.get_url()).status_code == 404


def test_expiry_needs_no_scheduler(client):
    article = ArticlePageFactory()
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=expired())
    assert client.get(article.get_url()).status_code == 404


@pytest.mark.parametrize("state", [{"live": False}, {"expire_at": expired()}])
def test_what_is_below_a_hidden_page_is_hidden(client, state):
    parent = CategoryPageFactory()
    child = CategoryPageFactory(parent=CategoryPageFactory(parent=parent))
    assert client.get(child.get_url()).status_code == 200
    CategoryPage.objects.filter(pk=parent.pk).update(**state)
    assert not CategoryPage.objects.public().exists()
    assert client.get(child.get_url()).status_code == 404


def test_a_private_branch_is_not_there_for_readers(client):
    parent = CategoryPageFactory()
    child = CategoryPageFactory(parent=parent)
    PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert list(CategoryPage.objects.public()) == []
    assert client.get(child.get_url()).status_code == 404


@pytest.mark.parametrize("factory", [ProductFactory, AuthorFactory])
def test_draft_and_expired_snippets_answer_404(client, factory):
    draft, live = factory(draft=True), factory()
    assert client.get(live.get_absolute_url()).status_code == 200
    assert client.get(draft.get_absolute_url()).status_code == 404
    type(live).objects.filter(pk=live.pk).update(expire_at=expired())
    assert client.get(live.get_absolute_url()).status_code == 404


def test_an_edit_of_a_live_article_is_not_shown(client):
    article = ArticlePageFactory(title="As it was")
    article.title = "As it may become"
    article.save_revision()
    assert "As it may become" not in client.get(article.get_url()).content.decode()


def test_hidden_people_and_categories_are_not_named(client):
    author, category = AuthorFactory(name="Nobody Yet"), CategoryPageFactory(title="Secret shelf")
    article = ArticlePageFactory(authors=[author], category=category)
    Author.objects.update(live=False)
    CategoryPage.objects.update(live=False)
    html = client.get(article.get_url()).content.decode()
    assert "Nobody Yet" not in html and "Secret shelf" not in html
    index = client.get("/articles/").content.decode()
    assert "Nobody Yet" not in index and "Secret shelf" not in index


def test_a_link_in_the_text_to_a_draft_loses_its_address(client):
    from wagtail.rich_text import RichText

    draft = ArticlePageFactory(draft=True, slug="secret-slug")
    body = [("section", RichText(f'<p><a linktype="page" id="{draft.pk}">soon</a></p>'))]
    html = client.get(ArticlePageFactory(body=body).get_url()).content.decode()
    assert "soon" in html and "secret-slug" not in html


def test_a_draft_menu_is_not_shown():
    assert MenuFactory(draft=True).is_public is False


def test_a_draft_product_in_a_live_article_is_not_shown(client):
    product = ProductFactory(name="Not on sale yet")
    body = [("products", {"heading": "", "products": [product], "category": None, "count": 3})]
    article = ArticlePageFactory(body=body)
    assert "Not on sale yet" in client.get(article.get_url()).content.decode()
    Product.objects.update(live=False)
    assert "Not on sale yet" not in client.get(article.get_url()).content.decode()
