"""An editor is told what to see to, follows it to its field, and publishes a bundle."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from catalogue.models import Product
from site_core.gate.levels import Level
from site_core.gate.models import GateSettings
from tests.browser.actions import has_the_cursor
from tests.factories import ArticlePageFactory, MenuFactory, ProductFactory


def open_checks(tab, article):
    tab.goto(f"/admin/pages/{article.pk}/edit/")
    tab.get_by_role("button", name="Toggle checks").click()
    return tab.locator("[data-before-publishing]")


def violations(tab, selector):
    settled = {"include": [[selector]], "exclude": [[".messages"]]}  # a message of Wagtail's fades in
    found = Axe().run(tab, context=settled).response["violations"]
    return [(one["id"], [node["html"] for node in one["nodes"]]) for one in found]


@pytest.fixture
def strict(site):
    settings = GateSettings.load()
    settings.levels = {"claims": Level.MUST_FIX}
    settings.save()


@pytest.mark.parametrize("width", [1280, 768])
def test_what_must_be_fixed_is_followed_to_its_field(editor, strict, width):
    editor.set_viewport_size({"width": width, "height": 900})
    body = [("section", RichText("<p>Good.</p>")), ("section", RichText("<p>It cures.</p>"))]
    article = ArticlePageFactory(draft=True, body=body)
    told = open_checks(editor, article)
    link = told.get_by_role("link", name="“cures” promises more than we can know")
    expect(told.get_by_role("heading", name="Must be fixed first")).to_be_visible()
    assert violations(editor, "[data-before-publishing]") == []
    field = editor.locator(f'[data-contentpath="{article.body[1].id}"]')
    for again in (False, True):
        if again and width < 800:  # the form takes its place
            expect(link).to_be_hidden()
            editor.get_by_role("button", name="Toggle checks").click()
        link.press("Enter")
        has_the_cursor(field)
        field.locator('[contenteditable="true"]').click(trial=True)  # nothing lies over it


def test_advice_follows_what_is_written(editor, site):
    article = ArticlePageFactory(draft=True)
    told = open_checks(editor, article)
    expect(told.get_by_text("Nothing was found that should wait.")).to_be_visible()
    editor.locator("#id_standfirst").fill("A miracle.")
    expect(told.get_by_role("link", name="“miracle” promises more")).to_be_visible()


def test_a_bundle_is_published(editor, site):
    article = ArticlePageFactory(draft=True, title="Spring walks")
    members = {"articles": article, "products": ProductFactory(draft=True), "menus": MenuFactory(draft=True)}
    editor.goto("/admin/snippets/bundles/bundle/add/")
    editor.locator("#id_name").fill("Spring issue")
    for rows, member in members.items():
        editor.locator(f"#id_{rows}-OPEN_MODAL").click()
        dialog = editor.locator(".modal-content")
        if rows == "articles":
            dialog.locator("[name=q]").fill(article.title)
            expect(dialog.get_by_text("There is 1 match")).to_be_visible()  # the list is another one now
        dialog.locator(f'input[type="checkbox"][value="{member.pk}"]').check()
        dialog.get_by_role("button", name="Confirm selection").click()
        expect(dialog).to_have_count(0)
    editor.get_by_role("button", name="More actions").click()
    editor.get_by_role("button", name="Publish all now").click()
    expect(editor.get_by_text("All of “Spring issue” is published.")).to_be_visible()
    assert Product.objects.public().exists()
    assert violations(editor, "main") == []
