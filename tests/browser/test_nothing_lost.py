"""In a browser: whatever happens while somebody writes, no word is lost, and what keeps it from being saved is said."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.models import Comment
from wagtail.rich_text import RichText

from blog.models import ArticlePage
from site_core.models import User
from tests.browser.actions import act, has_the_cursor, until
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, ProductFactory, first_or_make
from tests.site_core.logins import make_app

PASSWORD = "correct horse battery"
NOTE_SENTENCES = """words => {
    window.said = [];
    new MutationObserver(() => said.push(words.textContent)).observe(words, { childList: true });
}"""
WRITE_AND_WAIT_FOR_SAVING = """(input, text) => new Promise(resolve => {
    input.form.addEventListener("w-autosave:save", resolve, { once: true });
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
})"""


@pytest.fixture
def article(editor):
    """A draft, open in the editor's tab."""
    article = ArticlePageFactory(title="Six slow breaths", draft=True)
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    return article


def title_of(tab):
    return tab.locator("input[name=title]")


def write(tab, title):
    title_of(tab).fill(title)


def words(tab):
    """What is said below the form."""
    return tab.locator("[data-saving-words]")


def expect_saved(tab):
    expect(tab.get_by_text(re.compile(r"^Saved \d\d:\d\d"))).to_be_visible()
    expect(words(tab)).to_be_empty()


def is_saving(request):
    """Whether this sends the form of a page."""
    return request.method == "POST" and request.url.endswith("/edit/")


def comment_on(tab, words):
    """At the field that has the focus."""
    tab.keyboard.press("Control+Alt+m")
    expect(tab.locator(".comment--mode-creating textarea")).to_be_focused()
    tab.keyboard.type(words)


def comments_of(article):
    return list(Comment.objects.filter(page=article).order_by("pk").values_list("text", flat=True))


def draft(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def draft_title(article):
    return draft(article).title


def faults(tab, within):
    found = Axe().run(tab, context=within).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


def test_offline_for_a_while(editor, article):
    editor.context.set_offline(True)
    write(editor, "Written on the train")
    expect(words(editor)).to_contain_text("Not saved: you are offline.")
    assert faults(editor, ".saving") == []
    act(editor, "Save draft")
    editor.get_by_role("button", name="Close dialog").locator("visible=true").click()
    editor.context.set_offline(False)
    expect_saved(editor)
    assert draft_title(article) == "Written on the train"


def test_a_product_while_the_server_fails(editor):
    product = ProductFactory(name="Bell", draft=True)
    editor.goto(f"/admin/snippets/catalogue/product/edit/{product.pk}/")
    editor.route(
        "**/product/edit/**",
        lambda route: route.fulfill(status=500, body="<h1>") if route.request.method == "POST" else route.fallback(),
    )
    name = editor.locator("#id_name")
    name.fill("Singing bell")
    expect(words(editor)).to_have_text("Not saved: the server had an error. We try again by ourselves.")
    editor.unroute_all()
    name.fill("Singing bell, small")
    expect_saved(editor)
    product.refresh_from_db()
    assert product.get_latest_revision_as_object().name == "Singing bell, small"


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
    act(editor, "Save draft")
    expect(editor.get_by_text("has been updated")).to_be_visible()
    assert draft_title(article) == "And a second time"


def test_logged_out_between_two_savings(editor, article):
    """What was read from the form before the login is sent after it: nobody is told of a server that failed."""
    editor.context.clear_cookies()
    write(editor, "Written after the door shut")
    password = editor.get_by_role("dialog", name="You have been logged out").get_by_label("Your password")
    expect(password).to_be_focused()
    words(editor).evaluate(NOTE_SENTENCES)
    editor.locator("[name=standfirst]").evaluate(WRITE_AND_WAIT_FOR_SAVING, "And one more line.")
    password.fill(PASSWORD)
    password.press("Enter")
    expect_saved(editor)
    assert draft(article).standfirst == "And one more line."
    assert [said for said in editor.evaluate("said") if "server had an error" in said] == []


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
    expect(title_of(editor)).to_have_value("Written in a hurry")
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


def never_reach_the_server(tab):
    """Every save fails from now on, as when a tab is closed before it is sent."""
    tab.route("**/admin/pages/**", lambda route: route.abort() if route.request.method == "POST" else route.fallback())


def kept(tab, text):
    """Wait until the device has these words."""
    until(tab, "(text) => Object.values(localStorage).some((copy) => copy.includes(text))", text)


def another_tab(tab, address):
    """A new tab in place of this one, which is closed without a question."""
    new = tab.context.new_page()
    tab.close()
    new.goto(address)
    return new


def test_a_tab_closed_at_once(editor):
    body = [("section", RichText("<p>It takes three minutes.</p>"))]
    article = ArticlePageFactory(title="Six slow breaths", draft=True, body=body)
    address = f"/admin/pages/{article.pk}/edit/"
    editor.goto(address)
    never_reach_the_server(editor)
    write(editor, "Seven slow breaths")
    editor.locator(".public-DraftEditor-content").first.get_by_text("It takes three minutes.").click()
    editor.keyboard.press("End")
    editor.keyboard.type(" Or four.")

    tab = editor
    tab.goto("/admin/")
    tab.unroute_all()
    tab.get_by_role("link", name="Seven slow breaths").click()
    offer = tab.get_by_role("region", name="A copy on this device")
    expect(offer).to_contain_text(re.compile(r"Seven slow breaths \d\d:\d\d"))
    assert faults(tab, ".saving-offer") == []
    offer.get_by_role("button", name="Use it").click()
    expect(tab.get_by_text("has been updated")).to_be_visible()
    expect(title_of(tab)).to_have_value("Seven slow breaths")
    expect(tab.get_by_role("textbox").get_by_text("It takes three minutes. Or four.")).to_be_visible()
    expect(offer).to_have_count(0)
    until(tab, "() => !Object.keys(localStorage).some((key) => key.startsWith('saving:'))")
    assert "Or four." in str(draft(article).body)


def test_a_new_article_closed_at_once(editor):
    index = first_or_make(ArticleIndexPageFactory)
    address = f"/admin/pages/add/blog/articlepage/{index.pk}/"
    editor.goto(address)
    never_reach_the_server(editor)
    write(editor, "Only a title")
    kept(editor, "Only a title")
    tab = another_tab(editor, address)
    tab.get_by_role("button", name="Use it").click()
    expect(tab.get_by_text("created")).to_be_visible()
    assert ArticlePage.objects.get(title="Only a title").live is False


def test_the_same_words_are_sent_once(editor):
    first_or_make(ArticleIndexPageFactory)
    sent = []
    editor.on("request", lambda request: request.method == "POST" and sent.append(request.post_data or ""))
    editor.goto("/admin/articles/new/")
    title_of(editor).press_sequentially("Six slow breaths", delay=40)
    editor.locator("#id_standfirst").fill("Before the kettle boils.")
    expect_saved(editor)
    forms = [dict(re.findall(r'name="([^"]+)"\r\n\r\n(.*?)\r\n--', text, re.DOTALL)) for text in sent]
    drafts = [(form["title"], form["standfirst"]) for form in forms if "standfirst" in form]
    assert drafts[-1] == ("Six slow breaths", "Before the kettle boils.")
    assert len(set(drafts)) == len(drafts)


def test_a_copy_is_for_its_writer_alone_and_can_be_thrown_away(editor, article):
    User.objects.create_superuser("curls", "curls@example.com", PASSWORD)
    never_reach_the_server(editor)
    write(editor, "For my eyes")
    kept(editor, "For my eyes")
    editor.context.clear_cookies()
    tab = another_tab(editor, "/admin/login/")
    for name, password in (("curls", PASSWORD), ("admin", PASSWORD)):
        tab.context.clear_cookies()
        tab.goto("/admin/login/")
        tab.get_by_label("Username").fill(name)
        tab.get_by_label("Password").fill(password)
        tab.get_by_role("button", name="Sign in").click()
        tab.wait_for_url("**/admin/")
        tab.wait_for_load_state("networkidle")
        expect(tab.get_by_role("link", name="For my eyes")).to_have_count(0 if name == "curls" else 1)
    tab.get_by_role("listitem").filter(has_text="For my eyes").get_by_role("button", name="Throw it away").click()
    expect(tab.get_by_role("link", name="For my eyes")).to_have_count(0)
    tab.goto(f"/admin/pages/{article.pk}/edit/")
    expect(title_of(tab)).to_have_value("Six slow breaths")


def test_closing_is_warned_of_only_while_something_is_unsaved(editor, article):
    never_reach_the_server(editor)
    asked = []
    editor.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    write(editor, "Half a sent")
    with editor.expect_event("dialog"):
        editor.close(run_before_unload=True)
    assert asked == ["beforeunload"]
    editor.unroute_all()
    write(editor, "Half a sentence")
    expect_saved(editor)
    with editor.expect_event("close"):
        editor.close(run_before_unload=True)
    assert asked == ["beforeunload"]


def test_two_editors_at_one_page(editor, article, browser, live_server):
    User.objects.create_superuser("curls", "curls@example.com", PASSWORD)
    with browser.new_context(base_url=live_server.url) as context:
        other = context.new_page()
        other.goto("/admin/login/")
        other.get_by_label("Username").fill("curls")
        other.get_by_label("Password").fill(PASSWORD)
        other.get_by_role("button", name="Sign in").click()
        other.wait_for_url("**/admin/")
        other.goto(f"/admin/pages/{article.pk}/edit/")
        expect(title_of(other)).to_be_visible()
        write(editor, "By admin")
        expect_saved(editor)
        write(other, "By curls")
        expect(words(other)).to_contain_text("Not saved by itself: the same text was saved in another window")
        expect(other.locator("[data-w-session-intercept-value=conflict]")).to_have_count(1)
        act(other, "Save draft")
        warning = other.get_by_role("dialog").filter(has_text="admin")
        expect(warning).to_be_visible()
        assert draft_title(article) == "By admin"
        warning.get_by_role("button", name="Save draft").click()
        expect(other.get_by_text("has been updated")).to_be_visible()
    assert draft_title(article) == "By curls"
    writers = article.revisions.order_by("created_at").values_list("user__username", flat=True)
    assert list(writers)[-2:] == ["admin", "curls"]


def test_a_comment_is_begun_while_it_saves_by_itself(editor):
    article = ArticlePageFactory(draft=True, body=[("section", RichText("<p>Breathe.</p>"))])
    editor.goto(f"/admin/pages/{article.pk}/edit/")
    held = []
    editor.route("**/edit/", lambda route: held.append(route) if is_saving(route.request) else route.fallback())
    with editor.expect_request(is_saving):
        write(editor, "Six slower breaths")
        editor.locator(".public-DraftEditor-content").first.focus()
        comment_on(editor, "Or this?")
        editor.keyboard.press("Tab")
        editor.keyboard.press("Enter")
    expect(editor.locator(".comment--mode-default")).to_have_count(1)
    standfirst = editor.locator("[name=standfirst]")
    standfirst.click()
    expect(standfirst).to_be_focused()
    comment_on(editor, "Is this so?")
    held.pop().continue_()
    editor.unroute_all()
    expect_saved(editor)
    box = editor.locator(".comment--mode-creating textarea")
    has_the_cursor(box)
    editor.keyboard.type(" Sure?")
    expect(box).to_have_value("Is this so? Sure?")
    editor.keyboard.press("Tab")
    with editor.expect_response(lambda answer: is_saving(answer.request)):
        editor.keyboard.press("Enter")
    assert comments_of(article) == ["Or this?", "Is this so? Sure?"]
