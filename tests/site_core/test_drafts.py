"""In the admin, a draft of anything saves with a title or name alone."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Author
from catalogue.models import Product
from site_core.models import Menu
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    CategoryIndexPageFactory,
    HomePageFactory,
    ProductFactory,
    ShopPageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db

NOTHING = inline_formset([])
ARTICLE = {
    "body": streamfield([]),
    "sources": streamfield([]),
    "article_authors": NOTHING,
    "product_picks": NOTHING,
    "related_articles": NOTHING,
    "comments": NOTHING,
}
CATEGORY = {"introduction": rich_text(""), "comments": NOTHING}
PAGES = [
    ("blog", "articlepage", ArticleIndexPageFactory, ARTICLE),
    ("blog", "categorypage", CategoryIndexPageFactory, CATEGORY),
    ("catalogue", "productcategorypage", ShopPageFactory, CATEGORY),
    ("home", "standardpage", HomePageFactory, {"body": streamfield([]), "comments": NOTHING}),
]
PRODUCT = {"specification": streamfield([]), "gallery": NOTHING, "description": rich_text("")}
SNIPPETS = [
    (Product, PRODUCT),
    (Author, {"links": streamfield([])}),
    (Menu, {"entries": streamfield([])}),
]


@pytest.mark.parametrize(("app", "model", "parent", "rest"), PAGES)
def test_a_page_saves_with_a_title_alone(admin_client, app, model, parent, rest):
    url = reverse("wagtailadmin_pages:add", args=[app, model, first_or_make(parent).pk])
    response = admin_client.post(url, nested_form_data({"title": "Only a title", "slug": "", **rest}))
    page = Page.objects.get(title="Only a title")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert not page.live and page.slug == "only-a-title"
    assert admin_client.get(response.url).status_code == 200
    assert admin_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk])).status_code == 200


@pytest.mark.parametrize(("model", "rest"), SNIPPETS)
def test_a_snippet_saves_with_a_name_alone(admin_client, model, rest):
    viewset = model.snippet_viewset
    response = admin_client.post(
        reverse(viewset.get_url_name("add")), nested_form_data({"name": "Only a name", **rest})
    )
    snippet = model.objects.get(name="Only a name")
    assert response.status_code == 302
    assert not snippet.live
    assert admin_client.get(reverse(viewset.get_url_name("edit"), args=[snippet.pk])).status_code == 200
    preview = reverse(viewset.get_url_name("preview_on_edit"), args=[snippet.pk])
    made = admin_client.post(preview, nested_form_data({"name": "Only a name", **rest}))
    assert made.json()["is_valid"]
    for mode, _label in snippet.preview_modes:
        assert admin_client.get(preview, {"mode": mode}).status_code == 200


def test_publishing_says_beside_each_field_what_is_missing(admin_client):
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", first_or_make(ArticleIndexPageFactory).pk])
    form = {"title": "Only a title", "slug": "", **ARTICLE, "action-publish": "1"}
    html = admin_client.post(url, nested_form_data(form)).content.decode()
    assert "This field is required." in html and "Only a title" in html
    assert not ArticlePage.objects.filter(title="Only a title", live=True).exists()


def test_publishing_names_a_number_that_leads_nowhere(admin_client):
    article = _article_with("See [3].")
    html = admin_client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), article.form).content.decode()
    assert "The text refers to [3], which the list of sources does not have." in html


def _article_with(text):
    from wagtail.rich_text import RichText

    from tests.factories import ArticlePageFactory

    article = ArticlePageFactory(draft=True, body=[("section", RichText(f"<p>{text}</p>"))])
    body = streamfield([("section", rich_text(f"<p>{text}</p>"))])
    form = {"title": article.title, "slug": article.slug, "category": article.category_id, "published_on": "2026-01-01"}
    article.form = nested_form_data({**form, **ARTICLE, "body": body, "action-publish": "1"})
    return article


def test_a_product_may_be_previewed_as_a_card(admin_client):
    product = ProductFactory()
    preview = reverse(Product.snippet_viewset.get_url_name("preview_on_edit"), args=[product.pk])
    form = {"name": "The new name", "currency": "GBP", "availability": "in_stock", **PRODUCT}
    admin_client.post(preview, nested_form_data(form))
    assert "The new name" in admin_client.get(preview, {"mode": "card"}).content.decode()
    product.refresh_from_db()
    assert product.name != "The new name"


@pytest.mark.parametrize(("app", "model", "parent", "rest"), PAGES)
def test_a_page_that_was_never_saved_can_be_previewed(admin_client, app, model, parent, rest):
    url = reverse("wagtailadmin_pages:preview_on_add", args=[app, model, first_or_make(parent).pk])
    made = admin_client.post(url, nested_form_data({"title": "Only a title", "slug": "", **rest}))
    assert made.json()["is_valid"]
    page_type = apps.get_model(app, model)
    for mode, _label in page_type.preview_modes if isinstance(page_type.preview_modes, list) else [("", "")]:
        assert "Only a title" in admin_client.get(url, {"mode": mode}).content.decode()


@pytest.mark.parametrize(("model", "rest"), SNIPPETS)
def test_a_snippet_that_was_never_saved_can_be_previewed(admin_client, model, rest):
    url = reverse(model.snippet_viewset.get_url_name("preview_on_add"))
    assert admin_client.post(url, nested_form_data({"name": "Only a name", **rest})).json()["is_valid"]
    for mode, _label in model().preview_modes:
        assert admin_client.get(url, {"mode": mode}).status_code == 200


def test_blank_blocks_of_every_kind_can_be_compared_with_what_was_before(admin_client):
    page = ArticlePageFactory(draft=True, body=[])
    before = page.save_revision()
    blocks = page.body.stream_block.child_blocks
    page.body = [(name, block.get_default()) for name, block in blocks.items()]
    after = page.save_revision(clean=False)
    for pair in ((before.pk, after.pk), (after.pk, before.pk)):
        assert (
            admin_client.get(reverse("wagtailadmin_pages:revisions_compare", args=[page.pk, *pair])).status_code == 200
        )


def test_a_copy_with_too_long_a_title_is_refused_in_words(admin_client):
    article = ArticlePageFactory()
    wanted = {"new_title": "m" * 256, "new_slug": "copy", "new_parent_page": article.get_parent().pk}
    answer = admin_client.post(reverse("wagtailadmin_pages:copy", args=[article.pk]), wanted)
    assert "at most 255 characters" in answer.content.decode()


def test_a_block_of_products_that_nobody_filled_stops_no_publication():
    form = {"body-0-type": "products", "body-0-value-count": "3", "body-0-value-products-count": "0"}
    body = ArticlePage._meta.get_field("body").stream_block
    stream = body.value_from_datadict(
        {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-id": ""} | form, {}, "body"
    )
    assert len(body.clean(stream)) == 0
