"""`make handbook`: the pictures of docs/editors.md, taken from a demo of their own with a week's work on its desk."""

import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium
from tools import processes
from tools.audit import FIRST_START, HOST, free_port
from tools.run import set_environment

ROOT = Path(__file__).resolve().parent.parent
HANDBOOK = ROOT / "docs" / "editors.md"
FOLDER = ROOT / "docs" / "pictures" / "desk"
VAR = ROOT / "var" / "handbook"
WINDOW = {"width": 1280, "height": 860}


@dataclass(frozen=True)
class Shot:
    """One picture: who looks, where, and what they do before it is taken."""

    name: str
    path: str
    do: Callable[[Page], None] = lambda tab: None
    login: str = "editor"


def follow(*links: str) -> Callable[[Page], None]:
    """Return what follows links by their words, one after the other."""

    def do(tab):
        for words in links:
            tab.get_by_role("link", name=words, exact=True).first.click()
            tab.wait_for_load_state("networkidle")

    return do


def open_beside(title: str, panel: str) -> Callable[[Page], None]:
    """Return what opens this draft from the desk, with this panel beside the form."""

    def do(tab):
        follow(title)(tab)
        tab.get_by_role("button", name=f"Toggle {panel}").click()

    return do


def preview(tab: Page) -> None:
    open_beside("A window, and five minutes", "preview")(tab)
    frame = tab.frame_locator("#w-preview-iframe")
    frame.get_by_role("heading", level=1).wait_for()


def share(tab: Page) -> None:
    follow("A window, and five minutes", "1 review link is open.")(tab)


def many(tab: Page) -> None:
    for parent in ("Spencer Vibes", "Articles"):
        with tab.expect_navigation():
            tab.get_by_role("link", name=f"Explore child pages of '{parent}'").first.click()
    for box in tab.locator("[data-bulk-action-checkbox]").all()[2:5]:
        box.check()
    tab.get_by_role("link", name="Change category, tags and more").click()


SHOTS = [
    Shot("first-page", "/admin/"),
    Shot("new-article", "/admin/articles/new/practice/"),
    Shot("preview", "/admin/queue/drafts/", preview),
    Shot("share", "/admin/queue/drafts/", share),
    Shot("checks", "/admin/queue/drafts/", open_beside("The first hour in the garden", "checks")),
    Shot("calendar", "/admin/queue/calendar/", lambda tab: tab.locator(".month nav a").nth(2).click()),
    Shot("bundle", "/admin/snippets/bundles/bundle/", follow("Spring issue")),
    Shot("many", "/admin/pages/", many),
    Shot("categories", "/admin/arrange-categories/"),
    Shot("records", "/admin/records/review-links/", login="administrator"),
]


def main() -> None:
    """Take every picture, or those named, and end with 1 if the handbook shows others."""
    refuse_unknown_pictures()
    wanted = set(sys.argv[1:]) or {shot.name for shot in SHOTS}
    port = free_port()
    shutil.rmtree(VAR, ignore_errors=True)
    os.environ["VAR_DIR"] = str(VAR)
    set_environment(port, dev=False)
    with processes.started(["-m", "tools.run", "--port", str(port)]) as running, sync_playwright() as playwright:
        processes.wait_for_answer(HOST, port, running, FIRST_START)
        processes.run("manage.py", "shell", "--no-imports", "-c", "from home.demo import desk; desk.lay_out()")
        arguments = [*chromium.flags(), "--lang=en-GB"]
        browser = playwright.chromium.launch(executable_path=str(chromium.find()), args=arguments)
        take([shot for shot in SHOTS if shot.name in wanted], browser, f"http://{HOST}:{port}")


def refuse_unknown_pictures() -> None:
    """The handbook shows the pictures that are taken here, and no other."""
    shown = set(re.findall(r"\(pictures/desk/([\w-]+)\.png\)", HANDBOOK.read_text()))
    if apart := shown ^ {shot.name for shot in SHOTS}:
        sys.exit(f"docs/editors.md and tools/handbook.py do not agree about: {', '.join(sorted(apart))}.")


def take(shots: list[Shot], browser: Browser, site: str) -> None:
    """Save each of these pictures."""
    logins = json.loads((VAR / "logins.json").read_text())
    FOLDER.mkdir(parents=True, exist_ok=True)
    for who in dict.fromkeys(shot.login for shot in shots):
        with browser.new_context(base_url=site, viewport=WINDOW, locale="en-GB", reduced_motion="reduce") as context:
            tab = context.new_page()
            log_in(tab, **logins[who])
            for shot in (one for one in shots if one.login == who):
                tab.goto(shot.path, wait_until="networkidle")
                shot.do(tab)
                tab.wait_for_load_state("networkidle")
                save(tab.screenshot(), FOLDER / f"{shot.name}.png")


def log_in(tab: Page, username: str, password: str) -> None:
    """Come in by the login page."""
    tab.goto("/admin/login/")
    tab.get_by_label("Username").fill(username)
    tab.get_by_label("Password").fill(password)
    tab.get_by_role("button", name="Sign in").click()
    tab.wait_for_url("**/admin/")


def save(picture: bytes, file: Path) -> None:
    """Keep it with 128 colours, which is a third of its size."""
    Image.open(BytesIO(picture)).convert("RGB").quantize(128, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    main()
