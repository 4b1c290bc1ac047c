"""In a browser: from a password to a second step, and back in with it."""

import time
from base64 import b32decode
from binascii import unhexlify
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from playwright.sync_api import expect

from tests.factories import HomePageFactory, first_or_make
from tests.site_core.logins import PASSWORD, make_user

WELCOME = "A second lock for your login"
ACCOUNT = reverse("wagtailadmin_account")
REPORT = """addEventListener("securitypolicyviolation", (event) => reportViolation(
  `${location.pathname} ${event.effectiveDirective} ${event.blockedURI}`))"""


@pytest.fixture
def door(page, settings):
    """A tab in front of a site that asks publishers for a second factor. What its policy forbids fails the test."""
    settings.REQUIRE_SECOND_FACTOR = True
    first_or_make(HomePageFactory)
    make_user()
    forbidden = []
    page.expose_binding("reportViolation", lambda _source, text: forbidden.append(text))
    page.add_init_script(REPORT)
    yield page
    assert forbidden == []


def log_in(tab):
    tab.goto(ACCOUNT)
    tab.get_by_label("Username").fill("bun")
    tab.get_by_label("Password").fill(PASSWORD)
    tab.get_by_role("button", name="Sign in").click()


def give(tab, code, button):
    tab.get_by_role("textbox", name="Code").fill(code)
    tab.get_by_role("button", name=button).click()


def code_after(key, steps):
    """What an app with this key shows so many half minutes from now; the site takes the next one early."""
    clock = TOTP(unhexlify(key))
    clock.time = time.time() + 30 * steps
    return f"{clock.token():06d}"


def faults(tab):
    expect(tab.get_by_role("main")).to_be_visible()
    found = Axe().run(tab).response["violations"]
    return [(fault["id"], [node["target"] for node in fault["nodes"]]) for fault in found]


@pytest.mark.parametrize(("theme", "width"), [("light", 1280), ("dark", 360)])
def test_from_the_first_login_to_the_second(door, theme, width):
    door.set_viewport_size({"width": width, "height": 800})
    door.emulate_media(color_scheme=theme)
    log_in(door)
    expect(door.get_by_role("heading", level=1)).to_have_text(WELCOME)
    key = door.get_by_role("code").inner_text().replace(" ", "")
    assert faults(door) == []
    assert door.evaluate("document.documentElement.scrollWidth") <= width

    give(door, "000000", "That is the code")
    field = door.get_by_role("textbox", name="Code")
    expect(field).to_be_focused()
    described = field.get_attribute("aria-describedby").split()
    assert any("not the code we expect" in door.locator(f"#{name}").inner_text() for name in described)

    secret = b32decode(key).hex()
    give(door, code_after(secret, 0), "That is the code")
    expect(door.get_by_role("heading", level=1)).to_have_text("Keep these ten codes")
    codes = door.get_by_role("code").all_inner_texts()
    assert faults(door) == []
    expect(door.get_by_role("button", name="Print")).to_be_visible()
    with door.expect_download() as saved:
        door.get_by_role("link", name="Save as a file").click()
    assert saved.value.suggested_filename == "spencer-vibes-recovery-codes.txt"
    assert Path(saved.value.path()).read_text().split("\n")[:-1] == codes
    door.get_by_role("link", name="I have kept them").click()
    door.wait_for_url(f"**{ACCOUNT}")
    expect(door.get_by_text("10 recovery codes are left.")).to_be_visible()
    door.get_by_role("link", name="Change it").click()
    assert faults(door) == []

    door.context.clear_cookies()
    log_in(door)
    expect(door.get_by_role("textbox", name="Code")).to_be_focused()
    assert faults(door) == []
    give(door, code_after(secret, 1), "Come in")
    door.wait_for_url(f"**{ACCOUNT}")


def test_the_picture_is_the_secret(door):
    """Drawn by the browser as a scanner would see it: dark squares on white, in the dark theme too."""
    door.emulate_media(color_scheme="dark")
    log_in(door)
    expect(door.get_by_role("heading", level=1)).to_have_text(WELCOME)
    picture = door.get_by_role("img", name="A QR code")
    colours = picture.locator("path").evaluate_all("paths => paths.map(path => getComputedStyle(path).fill)")
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    box = picture.bounding_box()
    assert box["width"] == box["height"] >= 200
    assert not TOTPDevice.objects.exists()
