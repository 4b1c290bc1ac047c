"""What every test may ask for: a PostgreSQL, a folder for uploads, a browser with the site in it."""

import fcntl
import gc
import itertools
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from pytest_django.plugin import blocking_manager_key

from site_core import localdb
from tests import chromium
from tests.in_flight import InFlight

# Files that take minutes begin first, so that the cores end together.
LONG = {
    "test_limited_editor.py",
    "test_canaries.py",
    "test_demo.py",
    "test_fuzz.py",
    "test_policy.py",
    "test_xss.py",
    "test_life.py",
}


def pytest_addoption(parser):
    parser.addoption("--headed", action="store_true", help="show the browser")


def pytest_configure():
    gc.set_threshold(50_000, 20, 50)  # long tests spent a fifth of their processor time looking for garbage
    Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
    result = yield
    items.sort(key=lambda item: item.path.name not in LONG)
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """What a test that commits has emptied, the next finds filled: files run in any order."""
    result = yield
    if nextitem and _commits(item) and not _commits(nextitem):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


def _commits(item):
    marker = item.get_closest_marker("django_db")
    return bool(marker and marker.kwargs.get("transaction")) or "live_server" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session")
def django_db_modify_db_settings():
    """A running server, and the name of a database that no other test process of this clone uses."""
    with localdb.lease_for_settings(), _free_number() as number:
        connection.settings_dict["TEST"]["NAME"] = f"test_spencer_{number}"
        # These rows need not outlive a power cut; the demo's database on the same server keeps its own ways.
        connection.settings_dict["OPTIONS"]["options"] = "-c synchronous_commit=off"
        yield


@contextmanager
def _free_number():
    for number in itertools.count():
        with (Path(settings.VAR_DIR) / f"test-{number}.lock").open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                continue
            yield number
            return


@pytest.fixture(scope="session", autouse=True)
def media_folder(tmp_path_factory):
    """A folder of this run's own for uploads and renditions."""
    folder = tmp_path_factory.mktemp("media")
    with override_settings(MEDIA_ROOT=str(folder)):
        yield folder


@pytest.fixture
def open_folder():
    """A folder that other users may enter, as a usual clone is and pytest's are not: root's server runs as one."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()


@pytest.fixture(scope="session")
def browser(request, django_db_setup):
    """A Chromium that asks nothing of any network."""
    from playwright.sync_api import sync_playwright

    program = chromium.find()
    if program is None:
        pytest.fail(chromium.HOW)
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        # Playwright's loop marks this thread as asynchronous for Django, though no coroutine of ours runs in it.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        rows = connection._test_serialized_contents
        playwright = stack.enter_context(sync_playwright())
        # Beside that loop Django uses another connection. It is to restore the same rows after each test.
        connection._test_serialized_contents = rows
        stack.callback(connection.close)
        running = playwright.chromium.launch(
            executable_path=str(program), args=chromium.flags(), headless=not request.config.getoption("headed")
        )
        stack.callback(running.close)
        yield running


@pytest.fixture
def page(browser, live_server, django_db_serialized_rollback):
    """A tab of a reader who was never here, at home on the live server. An error in a script fails the test."""
    errors = []
    with InFlight() as in_flight:
        with browser.new_context(base_url=live_server.url, locale="en-GB", timezone_id="Europe/London") as context:
            tab = context.new_page()
            tab.on("pageerror", lambda error: errors.append(str(error)))
            yield tab
        in_flight.wait()  # what is still being answered would hold the tables that are emptied next
    assert not errors, f"Scripts of the page failed: {errors}"
