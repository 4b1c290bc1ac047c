"""Somebody who writes an article in the browser, and what it costs them: clicks, keys, files, dialogs, loads."""

from collections import Counter
from io import BytesIO

import PIL.Image
from playwright.sync_api import Page, expect

LISTENER = """
const bare = ["Shift", "Control", "Alt", "Meta"];
addEventListener("pointerdown", (event) => event.isTrusted && counted("clicks"), true);
addEventListener("keydown", (event) => event.isTrusted && !bare.includes(event.key) && counted("keys"), true);
addEventListener("DOMContentLoaded", () => {
  if (top !== self) return;
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) => {
    if (node.matches?.(".modal")) counted("dialogs");
  }))).observe(document.body, { childList: true });
});
"""


def picture(colour: str) -> dict:
    data = BytesIO()
    PIL.Image.new("RGB", (60, 40), colour).save(data, "PNG")
    return {"name": f"{colour}.png", "mimeType": "image/png", "buffer": data.getvalue()}


class Writer:
    """The rule: a pointer pressed is a click, a key pressed is a key; the article's own words and Ctrl+V are free."""

    def __init__(self, page: Page):
        self.page, self.counts, self.words = page, Counter(), 0
        page.expose_function("counted", lambda kind: self.counts.update([kind]))
        page.add_init_script(LISTENER)
        page.on("filechooser", lambda _chooser: self.counts.update(["files"]))
        page.on("domcontentloaded", lambda _page: self.counts.update(["loads"]))

    def write(self, words: str) -> None:
        """Words of the article."""
        self.page.keyboard.type(words)
        self.words += len(words)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def command(self, signs: str) -> None:
        """Signs that are not the article's, such as the start of a heading or of a command."""
        self.page.keyboard.type(signs)

    def insert(self, name: str, label: str) -> None:
        """The block of this label from the menu that a slash opens."""
        self.command("/")
        expect(self.page.locator("[role='option']").first).to_be_visible()
        self.command(name)
        expect(self.page.locator("[role='option'][aria-selected='true']").last).to_have_text(label)
        self.press("Enter")

    def paste(self, html: str) -> None:
        self.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        item = "new ClipboardItem({'text/html': new Blob([html], {type: 'text/html'})})"
        self.page.evaluate(f"(html) => navigator.clipboard.write([{item}])", html)
        self.press("Control+v")
        self.words += 1

    def upload(self, field, colour: str) -> None:
        with self.page.expect_file_chooser() as chooser:
            field.click()
        chooser.value.set_files(picture(colour))

    @property
    def cost(self) -> dict:
        return {**self.counts, "keys": self.counts["keys"] - self.words}


class AtKeyboard(Writer):
    """Somebody without a pointer: every field is reached by Tab, every button pressed with Enter."""

    def go_to(self, field, key: str = "Tab", most: int = 80) -> None:
        expect(field).to_be_attached()
        for _step in range(most):
            if field.evaluate("element => element === document.activeElement"):
                return
            self.press(key)
        raise AssertionError(f"{most} times {key} do not lead to {field}")

    def upload(self, field, colour: str) -> None:
        self.go_to(field)
        with self.page.expect_file_chooser() as chooser:
            self.press("Enter")
        chooser.value.set_files(picture(colour))
