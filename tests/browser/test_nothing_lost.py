"""In a browser: whatever happens while somebody writes, no word is lost, and what keeps it from being saved is said."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from blog.models import ArticlePage
from site_core.models import User
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, first_or_make
from tests.site_core.logins import make_app

PASSWORD = "correct horse battery"


@pytest.fixture
def article(editor):
    """A draft, open in the editor's tab."""
    article = ArticlePageFactory(title="Six slow breaths", draft=True)
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    return article


def write(tab, title):
    tab.get_by_role("textbox", name="Title").fill(title)


def words(tab):
    """What is said below the form."""
    return tab.locator("[data-saving-words]")


def expect_saved(tab):
    expect(tab.get_by_text(re.compile(r"^Saved \d\d:\d\d"))).to_be_visible()
    expect(words(tab)).to_be_empty()


def draft_title(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object().title


def faults(tab, within):
    found = Axe().run(tab, context=within).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


def test_offline_for_a_while(editor, article):
    editor.context.set_offline(True)
    write(editor, "Written on the train")
    expect(words(editor)).to_contain_text("Not saved: you are offline.")
    assert faults(editor, ".saving") == []
    editor.get_by_role("button", name="Save draft").click()
    editor.get_by_role("button", name="Close dialog").locator("visible=true").click()
    editor.context.set_offline(False)
    expect_saved(editor)
    assert draft_title(article) == "Written on the train"


def test_without_a_title(editor, article):
    write(editor, "")
    expect(words(editor)).to_have_text("Not saved: this is missing: title.")
    write(editor, "Eight slow breaths")
    expect_saved(editor)
    assert draft_title(article) == "Eight slow breaths"


def test_logged_out_while_writing(editor, article):
    editor.context.clear_cookies()
    write(editor, "Written after the door shut")
    dialog = editor.get_by_role("dialog", name="You have been logged out")
    password = dialog.get_by_label("Your password")
    expect(password).to_be_focused()
    assert faults(editor, ".saving-dialog") == []
    password.fill("wrong")
    password.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("didn't match")
    password.fill(PASSWORD)
    password.press("Enter")
    expect(dialog).to_have_count(0)
    expect_saved(editor)
    assert draft_title(article) == "Written after the door shut"
    write(editor, "And a second time")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.get_by_text("has been updated")).to_be_visible()
    assert draft_title(article) == "And a second time"


def test_logged_out_with_a_second_step(editor, article):
    _app, codes = make_app(User.objects.get(username="admin"))
    editor.context.clear_cookies()
    write(editor, "Written with a phone at hand")
    dialog = editor.get_by_role("dialog", name="You have been logged out")
    dialog.get_by_label("Your password").fill(PASSWORD)
    editor.keyboard.press("Enter")
    code = dialog.get_by_label("Code")
    expect(code).to_be_focused()
    expect(dialog.get_by_label("Your password")).to_be_hidden()
    code.fill("000000")
    code.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("That code is not right")
    assert draft_title(article) == "Six slow breaths"
    code.fill(codes[0])
    code.press("Enter")
    expect(dialog).to_have_count(0)
    expect_saved(editor)
    assert draft_title(article) == "Written with a phone at hand"


def test_not_now_and_then_save(editor, article):
    editor.context.clear_cookies()
    write(editor, "Written in a hurry")
    dialog = editor.get_by_role("dialog", name="You have been logged out")
    dialog.get_by_role("button", name="Not now").click()
    expect(words(editor)).to_have_text("Not saved: you have been logged out.")
    expect(editor.get_by_role("textbox", name="Title")).to_have_value("Written in a hurry")
    editor.keyboard.press("Control+s")
    dialog.get_by_label("Your password").fill(PASSWORD)
    dialog.get_by_role("button", name="Log in and save").click()
    expect(editor.get_by_text("has been updated")).to_be_visible()
    assert draft_title(article) == "Written in a hurry"


def test_somebody_else_uses_this_browser_now(editor, article):
    User.objects.create_superuser("curls", "curls@example.com", PASSWORD)
    with editor.context.expect_page() as opened:
        editor.evaluate("window.open('/admin/logout/')")
    other = opened.value
    other.context.clear_cookies()
    other.goto("/admin/login/")
    other.get_by_label("Username").fill("curls")
    other.get_by_label("Password").fill(PASSWORD)
    other.get_by_role("button", name="Sign in").click()
    other.wait_for_url("**/admin/")
    editor.bring_to_front()
    write(editor, "Still by the first of them")
    dialog = editor.get_by_role("dialog", name="You have been logged out")
    expect(dialog).to_contain_text("curls has logged in with this browser.")
    assert draft_title(article) == "Six slow breaths"
    dialog.get_by_label("Your password").fill(PASSWORD)
    editor.keyboard.press("Enter")
    expect_saved(editor)
    article.refresh_from_db()
    assert article.get_latest_revision().user.username == "admin"


def test_save_while_it_saves_by_itself(editor):
    """A new article, whose first autosave makes the page that Save would make a second time."""
    index = first_or_make(ArticleIndexPageFactory)
    editor.goto(f"/admin/pages/add/blog/articlepage/{index.pk}/")
    write(editor, "Pressed at once")
    with editor.expect_request(lambda request: request.method == "POST" and "/add/" in request.url):
        pass
    editor.keyboard.press("Control+s")
    expect(editor.get_by_text(re.compile("has been (created|updated)|created\\."))).to_be_visible()
    assert ArticlePage.objects.filter(title="Pressed at once").count() == 1
