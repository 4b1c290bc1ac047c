"""An editor opens an article, changes it, watches the preview, and publishes."""

from playwright.sync_api import expect
from wagtail.rich_text import RichText

from tests.browser.actions import act
from tests.factories import ArticlePageFactory


def test_an_edit_shows_in_the_preview_and_then_on_the_page(editor, browser, live_server):
    body = [("section", RichText("<h2>The kettle</h2><p>It takes three minutes.</p>"))]
    article = ArticlePageFactory(title="Six slow breaths", body=body)
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.get_by_text("It takes three minutes.", exact=True)).to_be_visible()

    text = editor.locator(".public-DraftEditor-content").first
    text.get_by_text("It takes three minutes.").click()
    editor.keyboard.press("End")
    editor.keyboard.type(" Or four.")
    expect(preview.get_by_text("It takes three minutes. Or four.", exact=True)).to_be_visible()

    with browser.new_context(base_url=live_server.url) as context:
        reader = context.new_page()
        reader.goto(article.url)
        expect(reader.get_by_text("It takes three minutes.")).to_be_visible()
        expect(reader.get_by_text("Or four.")).to_have_count(0)
        act(editor, "Publish")
        expect(editor.get_by_text("has been published")).to_be_visible()
        reader.reload()
        expect(reader.get_by_text("It takes three minutes. Or four.")).to_be_visible()
