"""An editor changes two articles at once, sees what that means beforehand, and takes it back."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from blog.models import ArticlePage
from tests.factories import ArticlePageFactory, CategoryPageFactory, ProductFactory


def faults(tab):
    found = Axe().run(tab, context="main", options={"rules": {"heading-order": {"enabled": False}}})
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found.response["violations"]]


@pytest.mark.parametrize("width", [1280, 768])
def test_two_articles_get_a_category_and_lose_it_again(editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    articles = [ArticlePageFactory(title=title) for title in ("Six slow breaths", "The first hour")]
    calm = CategoryPageFactory(title="Calm")
    editor.goto(f"/admin/pages/{articles[0].get_parent().pk}/")
    for article in articles:
        editor.locator(f"[data-bulk-action-checkbox][data-object-id='{article.pk}']").check()
    editor.get_by_role("link", name="Change category, tags and more of all selected").click()
    expect(editor.get_by_text("You chose 2:")).to_be_visible()
    assert faults(editor) == []
    editor.get_by_label("Main category").select_option(label="– Calm" if calm.depth > 5 else "Calm")
    editor.get_by_role("button", name="Show what would change").click()
    expect(editor.get_by_text("2 that readers see are changed")).to_be_visible()
    assert faults(editor) == []
    editor.get_by_role("button", name="Yes, change them").click()
    expect(editor.get_by_text("2 were changed.")).to_be_visible()
    assert ArticlePage.objects.filter(category=calm, live=True).count() == 2
    editor.get_by_role("link", name="See what was done, or undo").click()
    expect(editor.get_by_role("button", name="Undo this change")).to_be_visible()
    assert faults(editor) == []
    editor.get_by_role("button", name="Undo this change").click()
    expect(editor.get_by_text("2: put back as it was")).to_be_visible()
    assert ArticlePage.objects.filter(category=calm).count() == 0


def test_products_are_changed_from_their_list(editor):
    ProductFactory(name="Singing bowl")
    editor.goto("/admin/snippets/catalogue/product/")
    editor.locator("[data-bulk-action-checkbox]").first.check()
    editor.get_by_role("link", name="Change category, tags and more of all selected").click()
    editor.get_by_label("Tags to add").fill("calm, sleep well")
    editor.get_by_role("button", name="Show what would change").click()
    editor.get_by_role("button", name="Yes, change them").click()
    expect(editor.get_by_text("1 was changed.")).to_be_visible()
