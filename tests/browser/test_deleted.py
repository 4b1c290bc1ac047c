"""An editor deletes an article, sees that it was a mistake, and brings it back."""

from playwright.sync_api import expect
from wagtail.rich_text import RichText

from tests.factories import ArticlePageFactory


def test_an_article_deleted_by_mistake_comes_back(editor):
    body = [("section", RichText("<h2>The kettle</h2><p>It takes three minutes.</p>"))]
    article = ArticlePageFactory(title="Six slow breaths", body=body)
    editor.goto(f"/admin/pages/{article.pk}/delete/")
    editor.get_by_role("button", name="Yes, delete it").click()
    expect(editor.get_by_role("link", name="Bring it back")).to_be_visible()
    editor.goto("/admin/deleted/")
    editor.get_by_role("link", name="Six slow breaths").press("Enter")
    editor.get_by_role("button", name="Bring it back").press("Enter")
    expect(editor.get_by_text("is back, as a draft").first).to_be_visible()
    expect(editor.locator("#id_title")).to_have_value("Six slow breaths")
    expect(editor.get_by_text("It takes three minutes.").first).to_be_visible()
