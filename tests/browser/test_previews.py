"""The preview beside the form: what a click in it leads to, and what it leaves alone."""

import re

import pytest
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from site_core.models import Menu
from tests.browser.actions import has_the_cursor
from tests.factories import ArticlePageFactory, MenuFactory, ProductFactory

WIDE = {"width": 1600, "height": 900}


def open_preview(editor, address):
    editor.goto(address)
    editor.get_by_role("button", name="Toggle preview").click()
    return editor.frame_locator("#w-preview-iframe")


@pytest.fixture
def article(site):
    quote = {"text": "Breathe.", "who": "Imogen", "where": "", "link": ""}
    text = '<p>Read <a href="/articles/">the others</a> slowly.</p>'
    return ArticlePageFactory(title="Six slow breaths", body=[("section", RichText(text)), ("quote", quote)])


def test_a_click_in_the_preview_leads_to_what_is_shown_there(editor, article):
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    quote = editor.locator(f'[data-contentpath="{article.body[1].id}"]')
    quote.locator("[data-panel-toggle]").first.click()
    expect(quote.locator("textarea").first).to_be_hidden()
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("#w-preview-iframe")

    preview.locator("blockquote p").click()
    has_the_cursor(quote.locator("textarea").first)
    preview.locator(".opening .standfirst").click()
    has_the_cursor(editor.locator('[name="standfirst"]'))
    preview.locator("blockquote p").click()  # and once more
    has_the_cursor(quote.locator("textarea").first)

    preview.get_by_role("link", name="the others").click()  # leads into the text, and not away
    has_the_cursor(editor.locator(f'[data-contentpath="{article.body[0].id}"] [contenteditable="true"]'))
    expect(preview.get_by_role("heading", name="Six slow breaths", level=1)).to_be_visible()


def test_from_the_keyboard_too(editor, article):
    preview = open_preview(editor, f"/admin/pages/{article.pk}/edit/")
    expect(preview.locator("blockquote p")).to_be_visible()
    preview.get_by_role("button", name="Edit: “Breathe.”").focus()
    expect(preview.locator("[data-edit-here]")).to_contain_text("Breathe.")
    editor.keyboard.press("Enter")
    has_the_cursor(editor.locator(f'[data-contentpath="{article.body[1].id}"] textarea').first)


def test_a_comment_is_written_where_comments_are_shown(editor, article):
    open_preview(editor, f"/admin/pages/{article.pk}/edit/")
    expect(editor.locator("#w-preview-iframe")).to_be_visible()
    editor.locator('[name="standfirst"]').focus()
    editor.keyboard.press("Control+Alt+m")
    comment = editor.locator(".comment textarea")
    expect(comment).to_be_focused()
    editor.keyboard.type("Is this so?")
    expect(comment).to_have_value("Is this so?")


def test_it_opens_by_itself_where_there_is_room_and_stays_as_it_is_left(editor, article):
    editor.set_viewport_size(WIDE)
    address = f"/admin/pages/{article.pk}/edit/"
    editor.goto(address)
    preview = editor.frame_locator("#w-preview-iframe")
    title = editor.locator('[name="title"]')
    title.fill("")
    title.press_sequentially("Typed while the preview is being drawn", delay=25)
    expect(title).to_be_focused()
    expect(title).to_have_value("Typed while the preview is being drawn")
    expect(preview.get_by_role("heading", name="Typed while the preview is being drawn", level=1)).to_be_visible()
    editor.get_by_role("button", name="Toggle preview").click()
    expect(editor.locator('[data-side-panel="preview"]')).to_be_hidden()
    editor.goto(address)
    expect(editor.get_by_role("button", name="Toggle preview")).to_have_attribute("aria-expanded", "false")


def test_a_product_is_previewed_without_a_change_to_the_site(editor, site, page):
    product = ProductFactory(name="As it was")
    ArticlePageFactory(body=[("products", {"heading": "", "products": [product], "category": None, "count": 3})])
    preview = open_preview(editor, f"/admin/snippets/catalogue/product/edit/{product.pk}/")
    editor.locator('[name="name"]').fill("As it will be")
    expect(preview.get_by_role("heading", name="As it will be", level=1)).to_be_visible()
    form = editor.locator("main")
    stood = form.evaluate("(main) => main.scrollTop")
    editor.locator("#id_preview_mode").select_option("article")
    expect(preview.locator("[data-previewed]")).to_contain_text("As it will be")
    expect(preview.locator("[data-previewed]")).to_be_in_viewport()
    assert form.evaluate("(main) => main.scrollTop") == stood
    with editor.context.browser.new_context(base_url=re.match(r"http://[^/]+", editor.url)[0]) as context:
        reader = context.new_page()
        reader.goto(product.get_absolute_url())
        expect(reader.get_by_role("heading", name="As it was", level=1)).to_be_visible()


def test_a_menu_is_previewed_without_a_change_to_the_site(editor, site):
    menu = MenuFactory(entries=[{"label": "As it was", "url": "/search/"}])
    preview = open_preview(editor, f"/admin/snippets/site_core/menu/edit/{menu.pk}/")
    expect(preview.locator(".masthead").get_by_text("As it was")).to_be_visible()
    editor.locator('[name="entries-0-value-label"]').fill("As it will be")
    expect(preview.locator(".masthead").get_by_text("As it will be")).to_be_visible()
    preview.locator(".masthead").get_by_text("As it will be").click()
    editor.locator("#id_preview_mode").select_option("footer")
    expect(preview.locator(".footer").get_by_text("As it will be")).to_be_in_viewport()
    assert Menu.objects.get(pk=menu.pk).entries[0].value["label"] == "As it was"
