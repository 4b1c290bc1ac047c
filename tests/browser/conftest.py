from contextlib import contextmanager

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import expect

from tests.factories import ArticleIndexPageFactory, HomePageFactory, first_or_make

expect.set_options(timeout=20_000)  # the first preview after a start compiles every template


@pytest.fixture
def site(page):
    """The root pages of the site; asks for the tab first, so that what it makes is there for the server."""
    return first_or_make(ArticleIndexPageFactory)


@pytest.fixture
def editor(page):
    """The tab of somebody who is logged in and may do everything."""
    first_or_make(HomePageFactory)
    get_user_model().objects.create_superuser("admin", "admin@example.com", "correct horse battery")
    page.goto("/admin/login/")
    page.get_by_label("Username").fill("admin")
    page.get_by_label("Password").fill("correct horse battery")
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/admin/")
    return page


@pytest.fixture
def desks(browser, site, live_server):
    """Gives the tab of a person who is logged in, in a browser of their own."""

    @contextmanager
    def desk_of(user, width=1280):
        client = Client()
        client.force_login(user)
        cookie = client.cookies["sessionid"]
        with browser.new_context(base_url=live_server.url, viewport={"width": width, "height": 900}) as context:
            context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
            yield context.new_page()

    return desk_of
