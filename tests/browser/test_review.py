"""A draft is shared with somebody who has no account, in another browser; they answer, and it is dealt with."""

import re

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from tests.factories import ArticlePageFactory


def violations(tab, within="body") -> list[str]:
    found = Axe().run(tab, context=within).response["violations"]
    return [f"{one['id']}: {node['html']}" for one in found for node in one["nodes"]]


def test_share_approve_ask_for_changes_and_resolve(editor, browser, live_server):
    body = [("section", RichText("<h2>The kettle</h2><p>It takes three minutes.</p>"))]
    article = ArticlePageFactory(title="Six slow breaths", body=body)
    article.title = "Seven slow breaths"
    article.save_revision()
    edit = f"/admin/pages/{article.pk}/edit/"
    editor.goto(edit)
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("link", name="Share draft").click()
    editor.get_by_label("For whom").fill("Anna")
    assert violations(editor, ".review-share") == []
    editor.get_by_role("button", name="Make a link").click()
    address = editor.get_by_label("Link for your guest").input_value()
    assert violations(editor, ".review-share") == []

    with browser.new_context(base_url=live_server.url) as context:
        guest = context.new_page()
        guest.goto(address)
        expect(guest.get_by_role("heading", level=1)).to_have_text("Seven slow breaths")
        guest.get_by_role("button", name="Approve").first.click()
        expect(guest.get_by_text("Anna approved it on").first).to_be_visible()

        editor.goto(edit)
        expect(editor.get_by_text("Anna approved it on")).to_be_visible()
        guest.get_by_role("link", name="Ask for changes").click()
        guest.get_by_label("About", exact=True).select_option(label="Text: The kettle It takes three minutes.")
        guest.get_by_label("What would you like to say?").fill("Whose kettle?")
        guest.locator("#answer").get_by_role("button", name="Ask for changes").click()
        expect(guest.get_by_text("Whose kettle?")).to_be_visible()
        assert violations(guest) == []

    editor.goto(edit)
    expect(editor.get_by_text("Anna asked for changes on")).to_be_visible()
    note = editor.locator('[data-contentpath="body"] .guest-note')
    expect(note).to_contain_text("Whose kettle?")
    assert violations(editor, ".guest-notes") + violations(editor, ".guest-note") == []
    editor.get_by_role("link", name=re.compile("Text: The kettle")).click()
    note.get_by_role("button", name="Done").click()
    expect(editor.get_by_text("Whose kettle?")).to_have_count(0)
    editor.reload()
    expect(editor.get_by_text("Anna asked for changes on")).to_be_visible()
    expect(editor.get_by_text("Whose kettle?")).to_have_count(0)
    editor.goto("/admin/records/review-links/")
    expect(editor.get_by_role("link", name="Inspect")).to_be_visible()
    assert violations(editor, ".result-list") == []
