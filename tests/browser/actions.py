"""What editors do in the admin again and again."""

from playwright.sync_api import Page, expect


def act(tab: Page, name: str) -> None:
    """Press an action of the form, such as "Publish", whether it is the first button or behind the arrow."""
    button = tab.get_by_role("button", name=name, exact=True)
    more = tab.get_by_role("button", name="More actions")
    expect(button.or_(more).first).to_be_visible()
    tab.wait_for_load_state()  # until then nothing listens
    if not button.is_visible():
        more.click()
    button.click()
