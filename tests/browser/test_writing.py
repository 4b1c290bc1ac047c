"""An article is written from the keyboard alone: from field to field, from block to block, without a stop between."""

import pytest
from playwright.sync_api import expect

from blog.models import ArticlePage


@pytest.fixture
def form(editor, site):
    """The form of a new article."""
    editor.goto(f"/admin/pages/add/blog/articlepage/{site.pk}/")
    editor.locator("#id_title").focus()
    return editor


def put_in(page, name):
    """A block from the slash menu of the text that has the focus."""
    page.keyboard.type(f"/{name}")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def test_a_quote_and_figures_are_written_without_leaving_the_keyboard(form):
    keys = form.keyboard
    keys.type("Six slow breaths")
    keys.press("Tab")
    assert focused(form) == "id_standfirst"
    keys.type("What a minute can do.")
    form.locator(".public-DraftEditor-content").first.focus()
    keys.type("## Why so slow?")
    keys.press("Enter")
    keys.type("Halve the breaths.")
    keys.press("Enter")
    put_in(form, "quo")
    expect(form.locator("[name$='-value-text']")).to_be_focused()
    keys.type("Two traditions, one tempo.")
    keys.press("Tab")
    keys.type("Imogen Hartley")
    keys.press("Control+Enter")
    expect(form.locator(".public-DraftEditor-content").nth(1)).to_be_focused()
    keys.type("And so it went on.")
    keys.press("Enter")
    put_in(form, "evi")
    expect(form.locator("[name$='figures-0-value-value']")).to_be_focused()
    for row in range(3):
        for word in (f"{row} in 4", "slept better.", "https://www.bmj.com/"):
            keys.type(word)
            if (row, word[0]) != (2, "h"):
                keys.press("Tab")
    keys.press("Enter")
    expect(form.locator(".public-DraftEditor-content").nth(2)).to_be_focused()
    keys.type("The end.")
    keys.press("Control+s")
    expect(form.get_by_role("status").get_by_text("Six slow breaths")).to_be_visible()
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["section", "quote", "section", "evidence", "section"]
    assert "<h2" in draft.body[0].value.source
    assert draft.body[1].value["text"] == "Two traditions, one tempo."
    figures = draft.body[3].value["figures"]
    assert [(f["value"], f["says"]) for f in figures] == [(f"{row} in 4", "slept better.") for row in range(3)]
    assert {f["origin"] for f in figures} == {"https://www.bmj.com/"}


def test_a_tag_ends_with_a_comma_or_enter_whenever_it_is_pressed(form):
    form.get_by_role("tab", name="Place and people").click()
    tags = form.locator(".tagit-new input")
    with form.expect_response("**/tag-autocomplete/**"):
        tags.press_sequentially("morning")
    tags.press(",")
    tags.press_sequentially("breath,")
    tags.press_sequentially("habits")
    tags.press("Enter")
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath", "habits"])


def test_a_tag_ends_although_the_list_of_tags_is_open(form, site):
    from tests.factories import ArticlePageFactory

    ArticlePageFactory(tags=["mornings", "breathing"])
    form.get_by_role("tab", name="Place and people").click()
    tags = form.locator(".tagit-new input")
    for word, end in (("morning", ","), ("breath", "Enter")):
        tags.press_sequentially(word)
        expect(form.locator(".ui-autocomplete:visible")).to_contain_text(word)
        tags.press(end)
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath"])
    tags.press_sequentially("morn")
    expect(form.locator(".ui-autocomplete:visible")).to_contain_text("mornings")
    tags.press("ArrowDown")
    tags.press("Enter")
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath", "mornings"])
