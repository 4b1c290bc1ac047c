"""A draft may lack anything; what is published is complete, whatever path leads to it."""

import pytest

from blog.models import ArticlePage
from catalogue.models import Product
from site_core.models import NotPublishable
from tests.factories import ArticlePageFactory, AuthorFactory, ProductFactory

pytestmark = pytest.mark.django_db


def test_a_product_without_a_price_is_saved_and_not_published():
    product = ProductFactory(draft=True, price=None)
    with pytest.raises(NotPublishable) as caught:
        product.latest_revision.publish()
    assert caught.value.sentences == ["Price: This field cannot be blank."]
    assert not Product.objects.public().exists()


def test_an_article_without_a_category_is_not_published():
    article = ArticlePageFactory(draft=True, category=None)
    with pytest.raises(NotPublishable):
        article.latest_revision.publish()


def test_the_blocks_of_a_body_are_checked():
    article = ArticlePageFactory(draft=True, body=[("quote", {"text": "", "who": "Spencer", "where": "", "link": ""})])
    with pytest.raises(NotPublishable) as caught:
        article.latest_revision.publish()
    assert caught.value.sentences == ["Text: A block here is not complete. Open it to see what it needs."]
    assert not ArticlePage.objects.public().exists()


def test_bulk_publishing_says_what_is_missing(admin_client):
    article = ArticlePageFactory(draft=True, category=None, title="Half an article")
    url = f"/admin/bulk/wagtailcore/page/publish/?id={article.pk}"
    response = admin_client.post(url, {"include_descendants": ""}, follow=True)
    assert response.redirect_chain[-1][0] == f"/admin/pages/{article.pk}/edit/"
    assert "“Half an article” is not published yet." in response.content.decode()
    article.refresh_from_db()
    assert not article.live


def test_slugs_are_filled_in_and_free():
    slugs = [ProductFactory(name="Sound bowl").slug for _ in range(3)]
    assert slugs == ["sound-bowl", "sound-bowl-2", "sound-bowl-3"]
    assert AuthorFactory(name="…").slug == "author"


def test_what_is_in_use_is_not_deleted(admin_client):
    author = AuthorFactory()
    ArticlePageFactory(authors=[author])
    response = admin_client.post(f"/admin/snippets/blog/author/delete/{author.pk}/", follow=True)
    assert "is used in 1 place" in response.content.decode()
    author.refresh_from_db()
