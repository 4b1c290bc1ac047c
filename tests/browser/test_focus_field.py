"""A link to one field of a form leads into it, wherever it hides."""

import pytest
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from site_core.links import to_field
from tests.browser.actions import has_the_cursor
from tests.factories import ArticlePageFactory, ProductFactory


@pytest.fixture
def article(editor):
    body = [("section", RichText("<h2>One</h2><p>First.</p>")), ("section", RichText("<h2>Two</h2><p>Second.</p>"))]
    return ArticlePageFactory(body=body)


def test_a_field_on_another_tab(editor, article):
    editor.goto(to_field(f"/admin/pages/{article.pk}/edit/", "review_by"))
    has_the_cursor(editor.locator('[name="review_by"]'))


def test_a_folded_block_and_one_that_was_deleted(editor, article):
    url = f"/admin/pages/{article.pk}/edit/"
    editor.goto(url)
    block = editor.locator(f'[data-contentpath="{article.body[1].id}"]')
    block.locator("[data-panel-toggle]").first.click()
    expect(block.locator('[contenteditable="true"]')).to_be_hidden()
    for path, field in (
        (f"body.{article.body[1].id}", block),
        ("body.gone", editor.locator('[data-contentpath="body"]')),
    ):
        editor.evaluate("hash => { window.location.hash = hash }", to_field("", path))
        has_the_cursor(field)
    expect(block.locator('[contenteditable="true"]')).to_be_visible()


def test_rows_of_a_product(editor, site):
    product = ProductFactory()
    editor.goto(to_field(f"/admin/snippets/catalogue/product/edit/{product.pk}/", "price_checked_on"))
    has_the_cursor(editor.locator('[name="price_checked_on"]'))
