"""A writer begins, an editor publishes: the way into an article and out of it."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth.models import Group
from playwright.sync_api import expect

from blog.models import ArticlePage, Author
from site_core.models import User
from tests.browser.actions import act
from tests.factories import ArticlePageFactory, CategoryPageFactory, ProductFactory, first_or_make


@pytest.fixture
def writer(page, site):
    """The tab of a new writer."""
    user = User.objects.create_user("wren", "wren@example.com", "correct horse battery", first_name="Wren")
    user.groups.add(Group.objects.get(name="Writer"))
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("wren")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    return page


def test_one_click_to_an_article_and_one_tab_to_its_standfirst(writer):
    expect(writer.get_by_role("heading", name="Your first article")).to_be_visible()
    late = []  # on a slow line the page is not whole for a while
    writer.route("**/js/admin/counter*.js", lambda route: late.extend([route]), times=1)
    writer.locator(".desk-new").get_by_role("link", name="New article").click()
    expect(writer.get_by_role("textbox", name="Title", exact=False).first).to_be_focused()
    writer.keyboard.type("Six slow breaths")
    writer.keyboard.press("Enter")  # neither saves nor publishes
    writer.keyboard.press("Tab")
    expect(writer.locator("#id_standfirst")).to_be_focused()
    writer.keyboard.type("What a minute does.")
    late.pop().continue_()
    expect(writer.locator("#id_standfirst-count")).to_have_text("19 of about 155 characters")
    expect(writer.locator("[data-found] .found-text").first).to_have_text("What a minute does.")
    expect(writer.locator("#id_article_authors-0-author-title")).to_have_text("Wren")
    writer.keyboard.press("Control+s")
    writer.wait_for_url("**/edit/")
    article = ArticlePage.objects.get()
    assert (article.title, article.owner.username, article.live) == ("Six slow breaths", "wren", False)
    writer.goto("/admin/")
    expect(writer.locator(".first-steps")).to_contain_text("Done: Say in a sentence or two")
    writer.get_by_role("button", name="I know my way").click()
    expect(writer.locator(".first-steps")).to_be_hidden()


def test_publishing_stays_in_the_form_and_leads_to_the_page(editor):
    article = ArticlePageFactory(draft=True, title="The kettle", category=first_or_make(CategoryPageFactory))
    asked = []  # whether somebody else has saved; on a slow line one's own save comes first
    editor.route("**/editing-sessions/ping/**", lambda route: asked.extend([route]), times=1)
    with editor.expect_request("**/editing-sessions/ping/**"):
        editor.goto(f"/admin/pages/{article.pk}/edit/")
    expect(editor.locator("footer button[type=submit]").first).to_have_text("Publish")
    with editor.expect_response(lambda response: response.request.method == "POST"):
        editor.locator("#id_standfirst").fill("What it says.")
    with editor.expect_response("**/editing-sessions/ping/**"):
        asked.pop().continue_()
    act(editor, "Publish")
    expect(editor.get_by_text("has been published")).to_be_visible()
    expect(editor).to_have_url(f"http://{editor.url.split('/')[2]}/admin/pages/{article.pk}/edit/")
    editor.get_by_role("link", name="View live").first.click()
    expect(editor.get_by_role("heading", name="The kettle")).to_be_visible()


def test_a_product_too(editor):
    product = ProductFactory(draft=True, name="Bell")
    editor.goto(f"/admin/snippets/catalogue/product/edit/{product.pk}/")
    act(editor, "Publish")
    editor.get_by_role("link", name="View live").first.click()
    expect(editor.get_by_role("heading", name="Bell")).to_be_visible()
    assert Author.objects.count() == 0


OURS = (".desk-new", ".first-steps", ".handbook", ".found", ".count")


@pytest.mark.parametrize("width", [1280, 768])
def test_axe_finds_nothing_in_what_the_desk_adds(writer, width):
    writer.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in ("/admin/", "/admin/articles/new/evidence/", "/admin/handbook/"):
        writer.goto(path, wait_until="networkidle")
        there = [part for part in OURS if writer.locator(part).count()]
        violations = Axe().run(writer, context={"include": [[part] for part in there]}).response["violations"]
        found[path] = [(v["id"], [node["target"] for node in v["nodes"]]) for v in violations]
        assert there
    assert not any(found.values()), found
