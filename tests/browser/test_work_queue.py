"""The queue at work: a date is changed from the desk, and everything added is looked at."""

from datetime import timedelta

from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Page
from wagtail.rich_text import RichText

from tests.factories import ArticlePageFactory, ProductFactory
from tests.home.test_queue import person
from tests.schedules import plan, state

DAY = timedelta(days=1)
SHOWN = ("/admin/", "/admin/queue/calendar/", "/admin/queue/dates/", "/admin/queue/products/")


def test_a_date_is_changed_in_the_table_from_the_desk(desks):
    robin, _ = person("Robin", Page.get_first_root_node())
    article = plan(ArticlePageFactory(draft=True, title="Spring"), live_in=DAY)
    later = timezone.localtime(timezone.now() + 9 * DAY).replace(second=0, microsecond=0)
    with desks(robin) as tab:
        tab.goto("/admin/")
        tab.get_by_label("Planned").get_by_role("link", name="Spring").click()
        tab.get_by_label("Goes live: Spring").fill(f"{later:%Y-%m-%dT%H:%M}")
        tab.get_by_role("button", name="Change the dates").click()
        expect(tab.get_by_text("The dates of one were changed.")).to_be_visible()
    article.refresh_from_db()
    assert article.go_live_at == later and state(article) == "draft scheduled"


def test_axe_finds_nothing_in_what_is_new(desks, tmp_path):
    robin, _ = person("Robin", Page.get_first_root_node(), models=["product"])
    target = ArticlePageFactory(draft=True, title="The walk is the appointment")
    link = [("section", RichText(f'<p><a linktype="page" id="{target.pk}">on</a></p>'))]
    for name in ("Six slow breaths before the kettle boils", "Put your phone to bed before you go"):
        ArticlePageFactory(title=name, body=link, review_by=timezone.localdate() - DAY, expire_at=timezone.now() + DAY)
    ArticlePageFactory(draft=True, title="In defence of the thousand-piece puzzle", owner=robin)
    plan(ArticlePageFactory(draft=True, title="Keep a pebble for every good thing"), live_in=DAY)
    for number in range(10):
        ProductFactory(name=f"Speckled beaker {number}", availability="sold_out")
    for width in (1280, 768):
        with desks(robin, width) as tab:
            for address in SHOWN:
                tab.goto(address)
                tab.wait_for_load_state("networkidle")
                wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
                assert wide <= 0, (address, width)
                tab.screenshot(path=tmp_path / f"{address.strip('/').replace('/', '-')}-{width}.png", full_page=True)
                found = Axe().run(tab, "main").response["violations"]
                assert [(fault["id"], [node["html"] for node in fault["nodes"]]) for fault in found] == []
