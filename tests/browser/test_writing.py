"""An article is written from the keyboard alone: from field to field, from block to block, without a stop between."""

import re
from base64 import b64encode
from io import BytesIO

import PIL.Image
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from blog.models import ArticlePage
from site_core.models import SiteImage
from tests.factories import ArticlePageFactory, ProductFactory


@pytest.fixture
def form(editor, site):
    """The form of a new article."""
    editor.goto(f"/admin/pages/add/blog/articlepage/{site.pk}/")
    editor.locator("#id_title").focus()
    return editor


def put_in(page, name):
    """A block from the slash menu of the text that has the focus."""
    page.keyboard.type(f"/{name}")
    expect(page.locator("[role=option]").first).to_be_visible()  # not those of a select
    page.keyboard.press("Enter")


def save(page):
    page.keyboard.press("Control+s")
    expect(
        page.get_by_role("status").get_by_text(re.compile("Page '.+' (created|has been updated|.*saved)"))
    ).to_be_visible()


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.className")


def test_a_quote_and_figures_are_written_without_leaving_the_keyboard(form):
    keys = form.keyboard
    keys.type("Six slow breaths")
    keys.press("Tab")
    assert focused(form) == "id_standfirst"
    keys.type("What a minute can do.")
    form.locator(".public-DraftEditor-content").first.focus()
    keys.type("## Why so slow?")
    keys.press("Enter")
    keys.type("Halve the breaths.")
    keys.press("Enter")
    put_in(form, "quo")
    expect(form.locator("[name$='-value-text']")).to_be_focused()
    keys.type("Two traditions, one tempo.")
    keys.press("Tab")
    keys.type("Imogen Hartley")
    keys.press("Control+Enter")
    expect(form.locator(".public-DraftEditor-content").nth(1)).to_be_focused()
    keys.type("And so it went on.")
    keys.press("Enter")
    put_in(form, "evi")
    expect(form.locator("[name$='figures-0-value-value']")).to_be_focused()
    for row in range(3):
        for word in (f"{row} in 4", "slept better.", "https://www.bmj.com/"):
            keys.type(word)
            if (row, word[0]) != (2, "h"):
                keys.press("Tab")
    keys.press("Enter")
    expect(form.locator(".public-DraftEditor-content").nth(2)).to_be_focused()
    keys.type("The end.")
    save(form)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["section", "quote", "section", "evidence", "section"]
    assert "<h2" in draft.body[0].value.source
    assert draft.body[1].value["text"] == "Two traditions, one tempo."
    figures = draft.body[3].value["figures"]
    assert [(f["value"], f["says"]) for f in figures] == [(f"{row} in 4", "slept better.") for row in range(3)]
    assert {f["origin"] for f in figures} == {"https://www.bmj.com/"}
    assert "The end." in draft.body[4].value.source


def test_a_tag_ends_with_a_comma_or_enter_whenever_it_is_pressed(form):
    tags = form.locator(".tagit-new input")
    with form.expect_response("**/tag-autocomplete/**"):
        tags.press_sequentially("morning")
    tags.press(",")
    tags.press_sequentially("breath,")
    tags.press_sequentially("habits")
    tags.press("Enter")
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath", "habits"])


def test_a_tag_ends_although_the_list_of_tags_is_open(form, site):
    ArticlePageFactory(tags=["mornings", "breathing"])
    tags = form.locator(".tagit-new input")
    for word, end in (("morning", ","), ("breath", "Enter")):
        tags.press_sequentially(word)
        expect(form.locator(".ui-autocomplete:visible")).to_contain_text(word)
        tags.press(end)
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath"])
    tags.press_sequentially("morn")
    expect(form.locator(".ui-autocomplete:visible")).to_contain_text("mornings")
    tags.press("ArrowDown")
    tags.press("Enter")
    expect(form.locator(".tagit-label")).to_have_text(["morning", "breath", "mornings"])


def small_picture(colour="teal"):
    data = BytesIO()
    PIL.Image.new("RGB", (40, 30), colour).save(data, "PNG")
    return {"name": "kettle.png", "mimeType": "image/png", "buffer": data.getvalue()}


def test_a_picture_comes_from_the_computer_and_is_described_at_once(form):
    form.keyboard.type("A kettle")
    button = form.locator("#id_hero-chooser").get_by_role("button", name="From this computer")
    colour, ground = button.evaluate(
        "(element) => (({ color, backgroundColor }) => [color, backgroundColor])(getComputedStyle(element))"
    )
    assert colour != ground  # words that are there and cannot be seen
    with form.expect_file_chooser() as chooser:
        button.press("Enter")
    chooser.value.set_files(small_picture())
    expect(form.locator("#id_hero_alt")).to_be_focused()
    form.keyboard.type("A kettle on the sill")
    form.locator(".public-DraftEditor-content").first.focus()
    put_in(form, "pic")
    upload = form.locator("[data-streamfield-child]").get_by_role("button", name="From this computer").last
    expect(upload).to_be_focused()
    with form.expect_file_chooser() as chooser:
        upload.click()
    chooser.value.set_files(small_picture("orange"))
    expect(form.locator("[name$='-value-image-alt_text']")).to_be_focused()
    form.keyboard.type("Steam")
    form.keyboard.press("Control+Enter")
    expect(form.locator(".public-DraftEditor-content").nth(1)).to_be_focused()
    save(form)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert draft.hero_alt == "A kettle on the sill"
    assert draft.body[1].value["image"].contextual_alt_text == "Steam"


GIVE = """(element, [name, data]) => {
  const transfer = new DataTransfer();
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  transfer.items.add(new File([bytes], "kettle.png", { type: "image/png" }));
  const [kind, key] = name === "drop" ? [DragEvent, "dataTransfer"] : [ClipboardEvent, "clipboardData"];
  element.dispatchEvent(new kind(name, { [key]: transfer, bubbles: true, cancelable: true }));
}"""


def test_pictures_are_dropped_and_pasted_and_the_library_opens_where_one_left(form):
    data = b64encode(small_picture("teal")["buffer"]).decode()
    form.locator("#id_hero-chooser").evaluate(GIVE, ["drop", data])
    expect(form.locator("#id_hero_alt")).to_be_focused()
    form.locator("#id_social_image-chooser").evaluate(GIVE, ["paste", data])
    expect(form.locator("#id_social_image")).to_have_value(str(SiteImage.objects.get().pk))  # no second copy of it
    assert SiteImage.objects.get().title == "kettle"
    form.locator(".public-DraftEditor-content").first.focus()
    put_in(form, "pic")
    library = form.locator("[data-streamfield-child]").get_by_role("button", name="Choose an image").last
    words = form.locator(".modal-body").get_by_label("Search term")
    library.click()
    with form.expect_response("**/chooser/results/**"):
        words.fill("kett")
    form.keyboard.press("Escape")
    expect(form.locator(".modal")).to_have_count(0)
    library.click()
    expect(words).to_have_value("kett")


def test_two_products_are_ticked_at_once_and_writing_goes_on(form):
    products = [ProductFactory(name=name) for name in ("Singing bowl", "Mat", "Candle")]
    form.locator(".public-DraftEditor-content").first.focus()
    put_in(form, "pro")
    dialog = form.locator(".modal-body")
    expect(dialog.get_by_role("row").filter(has_text="Mat")).to_contain_text(products[1].money)
    dialog.get_by_role("checkbox", name="Singing bowl").check()
    dialog.get_by_role("checkbox", name="Mat").check()
    dialog.get_by_label("Search term").fill("Candle")  # and what is ticked stays so
    expect(dialog.get_by_role("row", name="Mat")).to_have_count(0)
    dialog.get_by_role("checkbox", name="Mat").uncheck()
    dialog.get_by_role("checkbox", name="Candle").check()
    dialog.get_by_role("button", name="Confirm selection").click()
    expect(form.locator(".public-DraftEditor-content").nth(1)).to_be_focused()
    form.locator("#id_title").fill("Two things")
    save(form)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert {product.name for product in draft.body[1].value["products"]} == {"Singing bowl", "Candle"}


def test_a_comment_on_the_first_words_of_a_new_article(form):
    text = form.locator(".public-DraftEditor-content").first
    text.focus()
    form.keyboard.type("Breathe.")
    form.keyboard.press("Control+Alt+m")
    comment = form.locator(".comment textarea")
    expect(comment).to_be_focused()
    form.keyboard.type("Is this so?")
    expect(comment).to_have_value("Is this so?")
    expect(text).to_have_text("Breathe.")


def test_the_focus_comes_back_when_a_chooser_is_closed(form):
    text = form.locator(".public-DraftEditor-content").first
    text.focus()
    form.keyboard.type("A word")
    form.keyboard.press("Control+k")
    expect(form.locator(".modal")).to_be_focused()
    form.keyboard.press("Escape")
    expect(form.locator(".modal")).to_have_count(0)
    expect(text).to_be_focused()
    form.keyboard.type(" more")
    expect(text).to_have_text("A word more")
    library = form.locator("#id_hero-chooser [data-chooser-action-choose]").last
    library.focus()
    form.keyboard.press("Enter")
    expect(form.locator("#tab-upload")).to_be_visible()
    expect(form.locator(".modal")).to_be_focused()
    form.keyboard.press("Escape")
    expect(form.locator(".modal")).to_have_count(0)
    expect(library).to_be_focused()


PASTE = """(element, html) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "plain");
  element.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
TABLE = "<table><tr><th>Mallet</th><th>Sound</th></tr><tr><td>Beech</td><td>Clear</td></tr></table>"


def test_a_text_with_a_table_is_pasted_in_one_go(form):
    text = form.locator(".public-DraftEditor-content")
    text.first.focus()
    form.keyboard.type("Before. After.")
    for _letter in "After.":
        form.keyboard.press("ArrowLeft")
    text.first.evaluate(PASTE, f"<h2>Why?</h2><ul><li>One</li></ul>{TABLE}<p>Last.</p><img src='x.png' alt='A kettle'>")
    expect(text).to_have_count(3)
    expect(form.get_by_text("1 picture was left out")).to_be_visible()
    expect(form.locator(".messages li")).to_have_css("opacity", "1")
    assert Axe().run(form, context=".messages").response["violations"] == []
    form.locator("#id_title").fill("Pasted")
    expect(form.locator("#body-0-value")).to_have_value(re.compile("Why"))
    save(form)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["section", "table", "section", "section"]
    assert "<li" in draft.body[0].value.source and "Before." in draft.body[0].value.source
    assert draft.body[1].value["table"].row_data[0]["values"] == ["Beech", "Clear"]
    assert "After." in draft.body[3].value.source


def test_a_pointer_at_rest_takes_no_choice_from_who_types(form):
    form.mouse.move(400, 400)
    form.locator(".public-DraftEditor-content").first.focus()
    form.keyboard.type("/evi")
    choice = form.get_by_role("option", name="Evidence in figures", exact=True)
    expect(choice).to_have_attribute("aria-selected", "true")
    menu = form.locator(".w-combobox__menu")
    menu.dispatch_event("mouseout", {"clientX": 400, "clientY": 400})
    expect(choice).to_have_attribute("aria-selected", "true")
    menu.dispatch_event("mouseout", {"clientX": 10, "clientY": 10})
    expect(choice).to_have_attribute("aria-selected", "false")
