"""What editors do in the admin again and again, and what they wait for."""

from playwright.sync_api import Locator, Page, expect

PATIENCE = 20_000  # ms


def act(tab: Page, name: str) -> None:
    """Press an action of the form, such as "Publish", whether it is the first button or behind the arrow."""
    button = tab.get_by_role("button", name=name, exact=True)
    more = tab.get_by_role("button", name="More actions")
    expect(button.or_(more).first).to_be_visible()
    tab.wait_for_load_state()  # until then nothing listens
    if not button.is_visible():
        more.click()
    button.click()


def until(tab: Page, condition: str, arg=None) -> None:
    """Wait until this function in JavaScript is true of `arg`.

    Playwright's own way evaluates text inside the page, which the policy for scripts forbids from its second look on.
    """
    tab.evaluate(
        f"""(arg) => new Promise((done, fail) => {{
          const timer = setTimeout(() => fail(new Error("It never came true.")), {PATIENCE});
          const look = () => {{
            if (!({condition})(arg)) return requestAnimationFrame(look);
            clearTimeout(timer);
            return done();
          }};
          look();
        }})""",
        arg,
    )


def has_the_cursor(field: Locator) -> None:
    """Wait until the focus is in this field, or in a part of it."""
    expect(field).to_be_visible()
    until(field.page, "(element) => element.contains(document.activeElement)", field.element_handle())
