"""An editor arranges the categories: with the keyboard, and by dragging."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from blog.models import CategoryPage
from tests.factories import CategoryPageFactory


@pytest.mark.parametrize("width", [768])
def test_a_branch_is_moved(editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    one, two = CategoryPageFactory(title="Calm"), CategoryPageFactory(title="Sleep")
    CategoryPageFactory(title="Naps", parent=two)
    editor.goto("/admin/arrange-categories/")
    editor.get_by_role("button", name="Move Sleep into the one above").focus()
    editor.keyboard.press("Enter")
    expect(editor.get_by_text("was moved, with all beneath it")).to_be_visible()
    expect(editor.get_by_role("button", name="Move Sleep up")).to_be_focused()
    assert CategoryPage.objects.get(pk=two.pk).get_parent().pk == one.pk
    settled = {"include": [["main"]], "exclude": [[".messages"]]}  # a message of Wagtail's fades in
    found = Axe().run(editor, context=settled).response["violations"]
    assert [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found] == []

    naps, calm = (editor.locator(f"#branch-{CategoryPage.objects.get(title=title).pk}") for title in ("Naps", "Calm"))
    naps.drag_to(calm)
    expect(editor.get_by_text("“Naps” was moved")).to_be_visible()
    assert CategoryPage.objects.get(title="Naps").get_parent().pk == one.pk
