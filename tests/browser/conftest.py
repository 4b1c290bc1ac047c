from contextlib import contextmanager

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import expect

from site_core.models import User
from tests.factories import ArticleIndexPageFactory, HomePageFactory, first_or_make

expect.set_options(timeout=20_000)  # the first preview after a start compiles every template


@pytest.fixture
def site(page):
    """The root pages of the site; asks for the tab first, so that what it makes is there for the server."""
    return first_or_make(ArticleIndexPageFactory)


@pytest.fixture
def let_in(live_server):
    """Gives a browser the session of a person who is logged in."""

    def give(context, user):
        client = Client()
        client.force_login(user)
        cookie = client.cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])

    return give


@pytest.fixture
def editor(page, let_in):
    """The tab of somebody who is logged in and may do everything."""
    first_or_make(HomePageFactory)
    let_in(page.context, User.objects.create_superuser("admin", "admin@example.com", "correct horse battery"))
    return page


@pytest.fixture
def desks(browser, site, live_server, let_in):
    """Gives the tab of a person who is logged in, in a browser of their own."""

    @contextmanager
    def desk_of(user, width=1280):
        with browser.new_context(base_url=live_server.url, viewport={"width": width, "height": 900}) as context:
            let_in(context, user)
            yield context.new_page()

    return desk_of
