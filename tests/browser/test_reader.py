"""A reader with a keyboard, without JavaScript, on a telephone, in the dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from wagtail.rich_text import RichText

from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
    StandardPageFactory,
)

BODY = [
    ("section", RichText("<p>Before it all.</p><h2>Why so slow?</h2><p>Six a minute.</p><h2>The end</h2><p>Tea.</p>")),
    ("quote", {"text": "The same tempo.", "who": "Imogen", "where": "", "link": ""}),
    ("faq", {"heading": "Questions", "questions": [{"question": "Why?", "answer": RichText("<p>Because.</p>")}]}),
]


@pytest.fixture
def article(page):
    wellness = CategoryPageFactory(title="Wellness")
    light = CategoryPageFactory(title="Red light", parent=wellness)
    CategoryPageFactory(title="Home lamps", parent=light)
    ProductFactory(name="Sound bowl", pictures=[SiteImageFactory()], category=ProductCategoryPageFactory(title="Bowls"))
    ArticlePageFactory(title="Another article", category=wellness)
    return ArticlePageFactory(
        title="Six slow breaths", category=light, body=BODY, authors=[AuthorFactory(name="Imogen")],
        hero=SiteImageFactory(),
    )  # fmt: skip


def menu_of(tab):
    return tab.get_by_role("navigation", name="Article categories").first


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def tab(request, page, browser, live_server):
    with browser.new_context(base_url=live_server.url, java_script_enabled=request.param) as context:
        yield context.new_page()


def test_the_nested_menu_opens_goes_deeper_and_comes_back(tab, article):
    tab.goto(article.url)
    menu = menu_of(tab)
    menu.locator("summary", has_text="Wellness").click()
    menu.locator("summary", has_text="Red light").click()
    expect(menu.get_by_role("link", name="Home lamps")).to_be_visible()
    menu.locator("summary", has_text="Red light").click()
    expect(menu.get_by_role("link", name="Home lamps")).to_be_hidden()
    expect(menu.locator("summary", has_text="Wellness")).to_be_visible()


def test_the_nested_menu_by_keyboard_alone(page, article):
    page.goto(article.url)
    summary = menu_of(page).locator("summary", has_text="Wellness")
    summary.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(menu_of(page).get_by_role("link", name="Home lamps")).to_be_visible()


def test_the_contents_lead_to_their_sections(page, article):
    page.goto(article.url)
    page.get_by_role("link", name="The end").first.click()
    expect(page.get_by_role("heading", name="The end")).to_be_in_viewport()


def test_nothing_is_wider_than_the_window(page, article):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(article.url)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(page, article, theme, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    product = ProductFactory(pictures=[SiteImageFactory()], regular_price="20.00")
    standard = StandardPageFactory(body=[BODY[0]])
    urls = ["/", article.url, "/articles/", article.category.url, "/authors/", "/shop/", product.address, standard.url,
            "/search/?q=breaths", "/search/?q=nothing", "/not-there/"]  # fmt: skip
    found = {}
    for url in urls:
        page.goto(url)
        violations = Axe().run(page).response["violations"]
        if violations:
            found[url] = [(v["id"], [node["target"] for node in v["nodes"]]) for v in violations]
    assert found == {}
