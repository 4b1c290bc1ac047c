"""A run that is killed, doubled, cut off or held up loses nothing and does nothing twice."""

from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from site_core import scheduling
from tests.factories import ProductFactory, StandardPageFactory
from tests.schedules import MINUTE, log_rows, plan, rows, state

ROOT = Path(__file__).resolve().parents[2]

# Real transactions on connections of their own; what is queued becomes rows, as in production.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _database_queue():
    tasks = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    with override_settings(TASKS=tasks):
        yield


def run():
    call_command("publish_scheduled", verbosity=0)


def free_run_lock():
    """Wait until the database has noticed that the other end of a killed run is gone."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s), pg_advisory_unlock(%s)", [scheduling.RUN_LOCK] * 2)


class Killed(BaseException):
    """The process ends here. No `except Exception` sees it."""


class Killer:
    """Ends the process, as far as the database can tell, instead of its n-th statement or COMMIT."""

    def __init__(self, n):
        self.left = n

    def __call__(self, execute, *args):
        self.count()
        return execute(*args)

    def count(self):
        self.left -= 1
        if self.left == 0:
            connection.connection.close()
            raise Killed


def run_until_killed(n):
    """Whether the run came to its end before its n-th statement."""
    killer, commit = Killer(n), connection._commit

    def counted_commit():
        killer.count()
        commit()

    with pytest.MonkeyPatch.context() as patch, connection.execute_wrapper(killer):
        patch.setattr(connection, "_commit", counted_commit)
        try:
            run()
        except BaseException:  # at COMMIT, Django hides it behind an error of its own
            if killer.left > 0:
                raise
            connection.close()
            return False
    return True


def new_page():
    return plan(StandardPageFactory(draft=True, slug="new"), live_in=-MINUTE)


def next_version_of_a_page():
    return plan(StandardPageFactory(slug="old"), live_in=-MINUTE, slug="new", title="New")


def new_product():
    return plan(ProductFactory(draft=True), live_in=-MINUTE)


def product_that_is_over():
    return plan(ProductFactory(), over_in=-MINUTE)


def page_that_came_and_went():
    return plan(StandardPageFactory(draft=True), live_in=-2 * MINUTE, over_in=-MINUTE)


@pytest.mark.parametrize(
    ("make", "after"),
    [
        (new_page, "live"),
        (next_version_of_a_page, "live"),
        (new_product, "live"),
        (product_that_is_over, "expired"),
        (page_that_came_and_went, "expired"),
    ],
)
def test_killed_at_any_statement_nothing_is_done_or_all(make, after, record_property):
    obj = make()
    before, state_before, n, killed = rows(), state(obj), 1, 0
    while not run_until_killed(n):
        free_run_lock()
        if rows() != before:
            print("DIFF", make.__name__, n, {t: set(v) ^ set(before[t]) for t, v in rows().items() if v != before[t]})
            assert state(obj) == after
            print("KILLED", make.__name__, n, __import__("wagtail.contrib.redirects.models").contrib.redirects.models.Redirect.objects.count())
            break
        assert state(obj) == state_before
        n, killed = n + 1, killed + 1
    record_property("statements", killed)
    assert killed > 20
    assert state(obj) == after
    done = rows()
    run()
    assert rows() == done
    assert len(log_rows()) == (2 if make is page_that_came_and_went else 1)
