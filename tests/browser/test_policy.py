"""Chromium opens every page and every kind of screen: nothing breaks the policy, nothing is asked of another site."""

import re
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, GroupApprovalTask, Page, Site, Workflow, WorkflowTask
from wagtail.snippets.models import get_snippet_models

from site_core.models import BasePage, BrandSettings, User
from tests import whole_site
from tests.factories import ProductFactory

REPORT = """addEventListener("securitypolicyviolation", (event) => reportViolation(
  `${location.pathname} ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"""
# Jcrop, which Wagtail brings along to choose the middle of a picture, tries to set an inline handler. It works without.
LEFTOVER = re.compile(r"/admin/images/\d+/ script-src-attr inline .*/jquery\.Jcrop\.min")
AT_A_TIME = 3  # tabs; each is watched for a while after it has loaded
BY_NAME = [
    "wagtailadmin_home", "wagtailadmin_explore_root", "wagtailadmin_pages:search", "wagtailadmin_account",
    "second_factor", "second_factor_set_up",
    "wagtailadmin_reports:locked_pages", "wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks",
    "wagtailadmin_reports:site_history", "wagtailadmin_reports:aging_pages", "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_collections:index", "wagtailadmin_collections:add", "wagtailadmin_workflows:index",
    "wagtailadmin_workflows:add", "wagtailadmin_workflows:task_index", "wagtailredirects:index", "wagtailredirects:add",
    "wagtailredirects:start_import", "wagtaildocs:index", "wagtaildocs:add", "wagtaildocs:add_multiple",
    "wagtailimages:index", "wagtailimages:add", "wagtailimages:add_multiple",
    "wagtailsites:index", "wagtailsites:add", "wagtailusers_users:index", "wagtailusers_users:add",
    "wagtailusers_groups:index", "wagtailusers_groups:add",
]  # fmt: skip


class Watch:
    """Everything a browser asks for, and everything the policies forbid it."""

    def __init__(self, tab, host):
        self.host, self.violations, self.elsewhere = host, [], set()
        tab.context.expose_binding("reportViolation", lambda _source, text: self.violations.append(text))
        tab.context.add_init_script(REPORT)
        tab.context.on("request", self._asked)
        tab.context.on("requestfailed", self._failed)

    def _asked(self, request):
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob", "about") and parts.netloc != self.host:
            self.elsewhere.add(request.url)

    def _failed(self, request):
        if "BLOCKED" in (request.failure or "") or "csp" in (request.failure or ""):
            self.violations.append(f"{request.url} {request.failure}")

    def assert_clean(self):
        assert self.elsewhere == set()
        assert [text for text in self.violations if not LEFTOVER.match(text)] == []


@pytest.fixture
def site(page):
    """One of everything; asks for the tab first, so that what is made is there for the server."""
    return whole_site.build()


@pytest.fixture
def watch(page, live_server):
    return Watch(page, urlsplit(live_server.url).netloc)


def open_all(tab, addresses):
    """Open each, some at a time, and wait until it is quiet. Fails with all that were not there, or led elsewhere."""
    addresses, missed = list(addresses), []
    tabs = [tab, *(tab.context.new_page() for _more in range(AT_A_TIME - 1))]
    for first in range(0, len(addresses), AT_A_TIME):
        some = addresses[first : first + AT_A_TIME]
        pairs = zip(tabs, some, strict=False)
        opened = [(one, address, one.goto(address, wait_until="commit")) for one, address in pairs]
        for one, address, response in opened:
            one.wait_for_load_state("networkidle")
            if response.status != 200 or urlsplit(one.url).path != urlsplit(address).path:
                missed.append((address, response.status, one.url))
    assert missed == []


def test_the_watch_sees_what_it_looks_for(page, watch, site):
    page.context.route("https://elsewhere.example/**", lambda route: route.fulfill(body="There"))
    page.goto("/")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'var inside'}))")
    page.evaluate("""() => new Promise((done) => {
      addEventListener("securitypolicyviolation", (event) => event.effectiveDirective === "img-src" && done());
      new Image().src = "https://elsewhere.example/dot.gif";
    })""")
    page.goto("https://elsewhere.example/")
    assert {"script-src-elem", "img-src"} <= {text.split()[1] for text in watch.violations}
    assert "https://elsewhere.example/" in watch.elsewhere


def test_every_public_page(page, watch, site):
    open_all(page, [*site.pages.values(), reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset")])
    assert page.goto("/no-such-page/").status == 404
    watch.assert_clean()


def test_the_page_for_our_own_failures_is_drawn(page, watch, site, monkeypatch):
    monkeypatch.setattr("site_core.views.Site.find_for_request", lambda _: 1 / 0)
    assert page.goto("/").status == 500
    assert page.evaluate("getComputedStyle(document.body).display") == "grid"
    watch.assert_clean()


def test_a_video_plays_on_its_page(page, watch, site):
    page.context.route("https://player.vimeo.com/**", lambda route: route.fulfill(body="<title>Playing</title>",
                                                                                 content_type="text/html"))  # fmt: skip
    page.goto(site.film.url)
    watch.assert_clean()
    page.get_by_text("Play: A minute by the sea").click()
    page.frame_locator("iframe").locator("title").wait_for(state="attached")
    assert page.frames[1].title() == "Playing"
    assert watch.violations == []
    assert {urlsplit(address).hostname for address in watch.elsewhere} == {"player.vimeo.com"}


def screens(site):
    """The address of every kind of screen there is in the admin."""
    yield from (reverse(name) for name in BY_NAME)
    yield from _screens_of_pages()
    for name in ("usage", "delete", "unpublish", "move", "copy", "history", "workflow_history"):
        yield reverse(f"wagtailadmin_pages:{name}", args=[site.article.pk])
    for model in get_snippet_models():
        url_name = model.snippet_viewset.get_url_name
        yield from (reverse(url_name(name)) for name in ("list", "add"))
        if instance := model.objects.first():
            yield reverse(url_name("edit"), args=[instance.pk])
    url_name = type(site.product).snippet_viewset.get_url_name
    yield from (reverse(url_name(name), args=[site.product.pk]) for name in ("history", "usage"))
    site.product.refresh_from_db()
    yield reverse(url_name("delete"), args=[ProductFactory(name=site.product.name).pk])  # what is in use is kept
    yield reverse("wagtailimages:edit", args=[site.image.pk])
    yield reverse("wagtailimages:image_usage", args=[site.image.pk])
    yield reverse("wagtaildocs:edit", args=[site.document.pk])
    yield from _screens_of_the_house()


def _screens_of_pages():
    """For each type of page the one to edit it, and the one to add it where it may stand."""
    pages = {type(page): page for page in Page.objects.filter(depth__gt=1).specific() if isinstance(page, BasePage)}
    for page in pages.values():
        yield reverse("wagtailadmin_pages:edit", args=[page.pk])
        for kind in type(page).allowed_subpage_models():
            if kind.can_create_at(page):
                yield reverse("wagtailadmin_pages:add", args=[kind._meta.app_label, kind._meta.model_name, page.pk])
    yield reverse("wagtailadmin_explore", args=[page.get_parent().pk])


def _screens_of_the_house():
    """What stands under Settings, with something in it to be edited."""
    task = GroupApprovalTask.objects.create(name="Approval")
    workflow = Workflow.objects.create(name="Two pairs of eyes")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    edited = {
        "wagtailadmin_workflows:edit": workflow,
        "wagtailadmin_workflows:edit_task": task,
        "wagtailadmin_collections:edit": Collection.get_first_root_node().add_child(name="Drawings"),
        "wagtailusers_users:edit": User.objects.get(),
        "wagtailusers_groups:edit": Group.objects.first(),
        "wagtailredirects:edit": Redirect.objects.create(old_path="/old", redirect_link="/"),
        "wagtailsites:edit": Site.objects.get(is_default_site=True),
    }
    yield from (reverse(name, args=[instance.pk]) for name, instance in edited.items())
    kind = GroupApprovalTask._meta
    yield reverse("wagtailadmin_workflows:add_task", args=[kind.app_label, kind.model_name])
    kind = BrandSettings._meta
    yield reverse("wagtailsettings:edit", args=[kind.app_label, kind.model_name, Site.objects.get().pk])


@pytest.fixture
def desk(editor, watch, site):
    """The screen on which an article is edited."""
    editor.goto(reverse("wagtailadmin_pages:edit", args=[site.article.pk]), wait_until="networkidle")
    yield editor
    editor.wait_for_load_state("networkidle")
    watch.assert_clean()


def test_typing_rich_text(desk):
    text = desk.locator(".public-DraftEditor-content").first
    text.click()
    desk.keyboard.type("Slowly now. ")
    desk.keyboard.press("Control+a")
    desk.keyboard.press("Control+b")
    expect(text.locator("span[style*='bold']").first).to_be_visible()
    desk.keyboard.press("End")
    desk.keyboard.type("/")
    expect(desk.get_by_role("listbox").first).to_be_visible()


def test_choosing_a_block_and_looking_at_it_first(desk):
    desk.get_by_role("button", name="Insert a block").first.click()
    row = desk.locator(".w-combobox__option-row").filter(has_text="Quote")
    row.get_by_role("button", name="Preview").click()
    expect(desk.frame_locator(".w-combobox-preview__iframe").locator("blockquote")).to_be_visible()
    row.get_by_role("option").click()
    expect(row).to_have_count(0)


def test_choosing_a_picture(desk):
    desk.locator("#id_social_image-chooser").get_by_role("button", name="Choose an image").click()
    dialogue = desk.locator(".modal-dialog")
    dialogue.get_by_role("tab", name="Upload").click()
    expect(dialogue.get_by_label("Title")).to_be_visible()
    dialogue.get_by_role("tab", name="Search").click()
    dialogue.locator(".image-choice").first.click()
    expect(dialogue).to_have_count(0)


def test_the_preview_and_the_checks_beside_the_form(desk):
    desk.get_by_role("button", name="Toggle preview").click()
    expect(desk.frame_locator("#w-preview-iframe").locator("h1")).to_be_visible()
    desk.get_by_role("button", name="Toggle checks").click()
    expect(desk.locator("[data-content-word-count]")).to_have_text(re.compile(r"\d"))
    desk.get_by_role("button", name="Toggle status").click()
    desk.get_by_role("button", name="Set schedule").click()
    expect(desk.get_by_role("dialog")).to_be_visible()


def test_picking_a_day_and_adding_an_author(desk):
    desk.get_by_label("Date shown").click()
    expect(desk.locator(".xdsoft_datetimepicker:visible")).to_be_visible()
    desk.keyboard.press("Escape")
    desk.get_by_role("button", name="Add author").click()
    expect(desk.locator(".modal-dialog, [id=id_article_authors-1-author-title]").first).to_be_visible()


def test_uploading_a_picture(editor, watch, site):
    editor.goto(reverse("wagtailimages:add_multiple"), wait_until="networkidle")
    with site.image.file.open("rb") as file:
        chosen = {"name": "sea.jpg", "mimeType": "image/jpeg", "buffer": file.read()}
    editor.locator("input[type=file]").set_input_files(chosen)
    expect(editor.get_by_text("Upload successful. However")).to_be_visible()
    watch.assert_clean()
