"""The article by which other systems were measured, written and published with every click and key counted.

It begins in the form; the one click before it, "New article", is in test_desk.py.
"""

import re

import pytest
from playwright.sync_api import expect

from blog.models import ArticlePage
from tests.factories import CategoryPageFactory, ProductFactory

from .writer import Writer

HEADINGS = ["Why so slow?", "Where it comes from", "How to begin", "When to stop", "What is left"]
ITEMS = ["Sit down.", "Breathe out.", "Wait."]
FIGURES = [("6", "breaths a minute."), ("785", "people took part."), ("5", "minutes are enough.")]
SOURCE = "https://www.bmj.com/"


@pytest.fixture
def writer(editor, site):
    ProductFactory(name="Singing bowl"), ProductFactory(name="Candle")
    CategoryPageFactory(title="Calm")
    writer = Writer(editor)
    editor.goto(f"/admin/pages/add/blog/articlepage/{site.pk}/")
    editor.locator("#id_title").focus()
    writer.counts.clear()
    return writer


def open_it(writer):
    """Title and standfirst; ends in the text."""
    writer.write("Six slow breaths")
    writer.press("Tab")
    writer.write("What a minute can do.")
    writer.page.locator(".public-DraftEditor-content").first.click()


def give_it_a_picture(writer):
    writer.upload(writer.page.locator("#id_hero-chooser").get_by_role("button", name="From this computer"), "teal")
    expect(writer.page.locator("#id_hero_alt")).to_be_focused()
    writer.write("A kettle on the sill")


def section(writer, number):
    writer.command("## ")
    writer.write(HEADINGS[number])
    for _paragraph in range(2):
        writer.press("Enter")
        writer.write("Halve the breaths.")
    writer.press("Enter")


def next_text(writer, number):
    expect(writer.page.locator(".public-DraftEditor-content").nth(number)).to_be_focused()


def put_in_quote(writer):
    writer.insert("q", "Quote")
    expect(writer.page.locator("[name$='-value-text']")).to_be_focused()
    writer.write("Two traditions, one tempo.")
    writer.press("Tab")
    writer.write("Imogen Hartley")
    writer.press("Control+Enter")


def put_in_picture(writer):
    writer.insert("pi", "Picture")
    field = writer.page.locator("[data-streamfield-child]").get_by_role("button", name="From this computer").last
    expect(field).to_be_focused()
    writer.upload(field, "orange")
    expect(writer.page.locator("[name$='-image-alt_text']")).to_be_focused()
    writer.write("Steam")
    writer.press("Enter")
    writer.write("At seven in the morning")
    writer.press("Enter")


def put_in_evidence(writer, by_pointer=()):
    """Rows are reached by Tab, or, those of `by_pointer`, by a click."""
    writer.insert("evi", "Evidence in figures")
    expect(writer.page.locator("[name$='figures-0-value-value']")).to_be_focused()
    for number, (figure, says) in enumerate(FIGURES):
        writer.write(figure)
        writer.press("Tab")
        writer.write(says)
        writer.press("Tab")
        writer.write(SOURCE)
        if number + 1 in by_pointer:
            writer.page.locator(f"[name$='figures-{number + 1}-value-value']").click()
        elif number < 2:
            writer.press("Tab")


def put_in_products(writer):
    writer.insert("pro", "Products")
    dialog = writer.page.locator(".modal-body")
    dialog.get_by_role("checkbox", name="Singing bowl").click()
    dialog.get_by_role("checkbox", name="Candle").click()
    dialog.get_by_role("button", name="Confirm selection").click()


def place_it(writer):
    page = writer.page
    page.locator("#id_category-chooser [data-chooser-action-choose]").last.click()
    page.locator(".modal-body").get_by_role("link", name="Calm").first.click()
    expect(page.locator(".modal")).to_have_count(0)
    page.locator(".tagit-new input").click()
    writer.write("morning")
    writer.command(",")
    writer.write("breath")


def publish(writer):
    page = writer.page
    page.get_by_role("button", name="Toggle preview").click()
    expect(page.frame_locator("#w-preview-iframe").locator(".standfirst")).to_have_text("What a minute can do.")
    assert writer.counts["loads"] == 0, "the editing screen was left"
    page.locator("footer").get_by_role("button", name="Publish").first.click()
    expect(page.locator(".messages li").first).to_be_visible()
    assert page.locator(".error-message").all_inner_texts() == []
    expect(page.get_by_text("published").first).to_be_visible()
    page.get_by_role("link", name="View live").first.click()
    expect(page.get_by_role("heading", level=1, name="Six slow breaths")).to_be_visible()


def check(article):
    kinds = [block.block_type for block in article.body if block.block_type != "section"]
    assert sorted(kinds) == ["evidence", "image", "products", "quote"]
    texts = "".join(block.value.source for block in article.body if block.block_type == "section")
    assert re.findall(r"<h2[^>]*>(.*?)</h2>", texts) == HEADINGS and texts.count("<li") == 3
    by_kind = {block.block_type: block.value for block in article.body}
    assert "Imogen Hartley" in by_kind["quote"]["who"]
    assert by_kind["image"]["caption"] == "At seven in the morning"
    assert [figure["origin"] for figure in by_kind["evidence"]["figures"]] == [SOURCE] * 3
    assert len(by_kind["products"]["products"]) == 2
    assert article.slug == "six-slow-breaths"
    assert article.live and article.category.title == "Calm" and article.hero_alt == "A kettle on the sill"
    assert {tag.name for tag in article.tags.all()} == {"morning", "breath"}


def within(writer, clicks, keys):
    print(f"\nmeasured article: {writer.cost}")
    assert writer.cost["clicks"] <= clicks and writer.cost["keys"] <= keys
    assert writer.cost["files"] == 2 and writer.cost["dialogs"] <= 3


def test_typed_in_place(writer):
    open_it(writer)
    section(writer, 0)
    put_in_quote(writer)
    next_text(writer, 1)
    section(writer, 1)
    put_in_picture(writer)
    next_text(writer, 2)
    section(writer, 2)
    put_in_evidence(writer)
    writer.press("Enter")
    next_text(writer, 3)
    section(writer, 3)
    put_in_products(writer)
    next_text(writer, 4)
    section(writer, 4)
    writer.command("- ")
    for number, item in enumerate(ITEMS):
        if number:
            writer.press("Enter")
        writer.write(item)
    give_it_a_picture(writer)
    place_it(writer)
    publish(writer)
    check(ArticlePage.objects.get(title="Six slow breaths"))
    within(writer, 14, 71)


def test_pasted(writer):
    open_it(writer)
    parts = [f"<h2>{heading}</h2><p>Halve the breaths.</p><p>Slowly.</p>" for heading in HEADINGS]
    parts.insert(1, "<blockquote><p>Two traditions, one tempo.</p><p>— Imogen Hartley</p></blockquote>")
    items = "".join(f"<li>{item}</li>" for item in ITEMS)
    writer.paste("".join(parts) + f"<ul>{items}</ul><p>Good night.</p>")
    next_text(writer, 1)
    writer.press("Enter")
    put_in_picture(writer)
    next_text(writer, 2)
    put_in_products(writer)
    next_text(writer, 3)
    put_in_evidence(writer, by_pointer=[1, 2])
    give_it_a_picture(writer)
    place_it(writer)
    publish(writer)
    check(ArticlePage.objects.get(title="Six slow breaths"))
    within(writer, 14, 25)
