"""The measured article in one unbroken run from the admin's first page to its readers, without a pointer."""

import pytest
from playwright.sync_api import expect

from blog.models import ArticlePage
from tests.factories import CategoryPageFactory, ProductFactory

from . import test_measured_article as measured
from .writer import AtKeyboard


@pytest.fixture
def writer(editor, site):
    ProductFactory(name="Singing bowl"), ProductFactory(name="Candle")
    CategoryPageFactory(title="Calm")
    writer = AtKeyboard(editor)
    editor.goto("/admin/")
    return writer


def begin(writer):
    page = writer.page
    writer.go_to(page.locator(".desk-new").get_by_role("link", name="New article"))
    writer.press("Enter")
    expect(page.locator("#id_title")).to_be_focused()
    writer.write("Six slow breaths")
    writer.press("Tab")
    writer.write("What a minute can do.")
    writer.go_to(page.locator(".public-DraftEditor-content").first)


def write_text(writer):
    measured.section(writer, 0)
    measured.put_in_quote(writer)
    measured.next_text(writer, 1)
    measured.section(writer, 1)
    measured.put_in_picture(writer)
    measured.next_text(writer, 2)
    measured.section(writer, 2)
    measured.put_in_evidence(writer)
    writer.press("Enter")
    measured.next_text(writer, 3)
    measured.section(writer, 3)


def put_in_products(writer):
    writer.insert("pro", "Products")
    dialog = writer.page.locator(".modal-body")
    for name in ("Singing bowl", "Candle"):
        expect(dialog.get_by_role("checkbox", name=name)).to_be_visible()
    expect(writer.page.locator(".modal")).to_be_focused()  # as soon as it stands still
    for number in range(2):
        writer.go_to(dialog.locator("tbody").get_by_role("checkbox").nth(number))
        writer.press("Space")
    writer.go_to(dialog.get_by_role("button", name="Confirm selection"))
    writer.press("Enter")
    measured.next_text(writer, 4)


def place_it(writer):
    page = writer.page
    writer.go_to(page.locator("#id_category-chooser [data-chooser-action-choose]").last)
    writer.press("Enter")
    expect(page.locator(".modal")).to_be_focused()
    writer.go_to(page.locator(".modal-body").get_by_role("link", name="Calm").first)
    writer.press("Enter")
    expect(page.locator(".modal")).to_have_count(0)
    writer.go_to(page.locator(".tagit-new input"))
    writer.write("morning")
    writer.command(",")
    writer.write("breath")


def publish(writer):
    page = writer.page
    writer.go_to(page.locator("footer").get_by_role("button", name="Publish").first)
    writer.press("Enter")
    expect(page.locator(".messages li").first).to_be_visible()
    assert page.locator(".error-message").all_inner_texts() == []
    live = page.get_by_role("link", name="View live").first
    expect(live).to_be_focused()
    writer.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Six slow breaths")).to_be_visible()


def test_written_and_published_without_a_pointer(writer):
    begin(writer)
    write_text(writer)
    put_in_products(writer)
    measured.section(writer, 4)
    writer.command("- ")
    for number, item in enumerate(measured.ITEMS):
        if number:
            writer.press("Enter")
        writer.write(item)
    writer.press("Enter", "Enter")  # out of the list, in which Tab sets an item further in
    measured.give_it_a_picture(writer)
    place_it(writer)
    publish(writer)
    measured.check(ArticlePage.objects.get(title="Six slow breaths"))
    print(f"\nby keyboard alone: {writer.cost}")
    assert writer.cost.get("clicks", 0) == 0 and writer.cost["files"] == 2
