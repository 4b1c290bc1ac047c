"""What an editor waits for: from the login to a form ready for typing, from Publish to the public page."""

import json
import re
import time
from pathlib import Path
from statistics import median

from django.conf import settings
from playwright.sync_api import expect, sync_playwright

from blog.models import ArticlePage
from site_core.models import SiteImage
from tests import chromium
from tests.bench.inside import Row
from tests.browser.writer import picture

COLOURS = ["orange", "teal", "plum", "navy"]  # a picture for each round: the same one again would be asked about
PATIENCE = 30_000  # ms; on a busy machine the first round takes long
TITLE = "Measured by make bench"


def measure(site: str) -> list[Row]:
    """Rows of what, milliseconds (median), None; the articles that are published for it are deleted again."""
    login = json.loads((Path(settings.VAR_DIR) / "logins.json").read_text())["editor"]
    expect.set_options(timeout=PATIENCE)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=chromium.flags())
            _round(browser, site, login, COLOURS[0])  # what is learnt once is not measured
            rounds = [_round(browser, site, login, colour) for colour in COLOURS[1:]]
            browser.close()
    finally:
        for page in ArticlePage.objects.filter(title=TITLE):
            page.delete()
        SiteImage.objects.filter(title__in=COLOURS).delete()
    return [(what, round(median(taken[what] for taken in rounds)), None) for what in rounds[0]]


def _round(browser, site, login, colour):
    with browser.new_context(base_url=site, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto("/admin/login/")
        page.get_by_label("Username").fill(login["username"])
        page.get_by_label("Password").fill(login["password"])
        begin = time.perf_counter()
        page.get_by_role("button", name="Sign in").click()
        page.locator(".desk-new").get_by_role("link", name="New article").click()
        expect(page.locator("#id_title")).to_be_focused()
        expect(page.locator(".public-DraftEditor-content").first).to_be_visible()
        ready = _since(begin)
        _write(page, colour)
        begin = time.perf_counter()
        page.locator("footer").get_by_role("button", name="Publish").first.click()
        live = page.get_by_role("link", name="View live").first
        expect(live).to_be_visible()
        published = _since(begin)
        page.goto(live.get_attribute("href"))
        expect(page.get_by_role("heading", level=1, name=TITLE)).to_be_visible()
        return {
            "login to a form ready for typing, ms": ready,
            "Publish to the message that it is, ms": published,
            "Publish to the public page, ms": _since(begin),
        }


def _since(begin):
    return (time.perf_counter() - begin) * 1000


def _write(page, colour):
    page.keyboard.type(TITLE)
    page.keyboard.press("Tab")
    page.keyboard.type("Deleted when the figures are there.")
    page.locator(".public-DraftEditor-content").first.click()
    page.keyboard.type("Some words.")
    with page.expect_file_chooser() as chooser:
        page.locator("#id_hero-chooser").get_by_role("button", name="From this computer").click()
    chooser.value.set_files(picture(colour))
    expect(page.locator("#id_hero_alt")).to_be_focused()
    page.keyboard.type("A square of one colour")
    page.locator("#id_category-chooser [data-chooser-action-choose]").last.click()
    page.locator(".modal-body").get_by_role("link", name="Mindfulness and calm").first.click()
    expect(page.locator(".modal")).to_have_count(0)
    expect(page.get_by_text(re.compile(r"^Saved \d\d:\d\d"))).to_be_visible()  # as in any article of some minutes' work
