"""A run that is killed, doubled, cut off or held up loses nothing and does nothing twice."""

import os
import signal
import subprocess
import sys
import threading
from contextlib import closing, nullcontext
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, transaction
from django.test import override_settings
from wagtail.contrib.redirects.models import Redirect
from wagtail.signals import published

from site_core import scheduling
from tests.factories import AuthorFactory, MenuFactory, ProductFactory, StandardPageFactory
from tests.schedules import MINUTE, log_rows, plan, rows, state, witness

ROOT = Path(__file__).resolve().parents[2]
ANOTHER_PROCESS = """
import sys
from django.conf import settings
from django.core.management import execute_from_command_line
settings.DATABASES["default"]["NAME"] = sys.argv[1]
execute_from_command_line(["manage.py", "publish_scheduled"])
"""

# Real transactions on connections of their own; what is queued becomes rows, as in production.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _database_queue():
    tasks = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
    with override_settings(TASKS=tasks):
        yield


def run():
    out = StringIO()
    call_command("publish_scheduled", stdout=out, verbosity=0)
    return out.getvalue()


def select(sql, *params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()[0]


def wait_until_free():
    """Until the database has noticed that the other end of a killed run is gone."""
    select("SELECT pg_advisory_lock(%s)::text", scheduling.RUN_LOCK)
    select("SELECT pg_advisory_unlock(%s)", scheduling.RUN_LOCK)


def eight():
    """Eight objects that are due, one after the other."""
    factories = [AuthorFactory, MenuFactory] * 4
    return [plan(make(draft=True), live_in=(place - 20) * MINUTE) for place, make in enumerate(factories)]


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
    return plan(StandardPageFactory(draft=True), live_in=-MINUTE)


def next_version_of_a_page():
    return plan(StandardPageFactory(slug="before"), live_in=-MINUTE, slug="after", title="After")


def new_product():
    return plan(ProductFactory(draft=True), live_in=-MINUTE)


def product_that_is_over():
    return plan(ProductFactory(), over_in=-MINUTE)


def author_who_came_and_went():
    return plan(AuthorFactory(draft=True), live_in=-2 * MINUTE, over_in=-MINUTE)


@pytest.mark.parametrize(
    ("make", "before", "after"),
    [
        (new_page, "draft scheduled", "live"),
        (next_version_of_a_page, "live scheduled", "live"),
        (new_product, "draft scheduled", "live"),
        (product_that_is_over, "live", "expired"),
        (author_who_came_and_went, "draft scheduled", "expired"),
    ],
)
def test_killed_at_any_statement_all_is_done_or_nothing(make, before, after):
    obj = make()
    untouched, n = rows(), 1
    while not run_until_killed(n):
        wait_until_free()
        if rows() != untouched:
            break
        assert state(obj) == before
        n += 1
    assert n > 20, "it was not killed within the transaction"
    assert state(obj) == after
    done = rows()
    run()
    assert rows() == done
    assert len(log_rows()) == (2 if make is author_who_came_and_went else 1)
    assert Redirect.objects.count() == (1 if make is next_version_of_a_page else 0)


def test_killed_for_real_in_the_middle_of_an_object():
    done, page = plan(AuthorFactory(draft=True), live_in=-2 * MINUTE), new_page()
    with transaction.atomic():
        # The page is written, and its entry in the history waits for us.
        with connection.cursor() as cursor:
            cursor.execute("LOCK TABLE wagtailcore_pagelogentry IN SHARE MODE")
        process = subprocess.Popen(
            [sys.executable, "-c", ANOTHER_PROCESS, connection.settings_dict["NAME"]],
            cwd=ROOT,
            env=os.environ | {"DJANGO_SETTINGS_MODULE": "site_core.settings.test"},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        while not select("SELECT count(*) FROM pg_locks WHERE NOT granted AND mode = 'RowExclusiveLock'"):
            assert process.poll() is None, process.communicate()
        assert "Another run is at work" in run()
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
    wait_until_free()
    assert process.returncode == -signal.SIGKILL
    assert (state(done), state(page)) == ("live", "draft scheduled")
    assert [pk for pk, _ in log_rows()] == [str(done.pk)]
    run()
    assert state(page) == "live"
    assert len(log_rows()) == 2


@pytest.mark.parametrize("locked", [True, False])
def test_two_runs_at_once_do_each_thing_once(locked, monkeypatch):
    """Even without the lock: then both have read what is due before either begins."""
    due, list_due, barrier, said = eight(), scheduling.due_objects, threading.Barrier(2, timeout=60), []

    def list_due_then_meet(now):
        found = list_due(now)
        barrier.wait()
        return found

    def run_in_thread():
        with closing(connection):
            said.append(run())
            if said[-1]:
                barrier.wait()

    monkeypatch.setattr(scheduling, "due_objects", list_due_then_meet)
    if not locked:
        monkeypatch.setattr(scheduling, "only_run", lambda: nullcontext(True))
    threads = [threading.Thread(target=run_in_thread) for _ in range(2)]
    with witness() as seen:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    refused = "Another run is at work, and this one leaves everything to it.\n"
    assert sorted(said) == (["", refused] if locked else ["", ""])
    assert seen == [("published", obj.pk) for obj in due]
    assert len(log_rows()) == 8


def test_an_object_that_somebody_holds_is_left_for_the_next_run(monkeypatch):
    held, other = plan(AuthorFactory(draft=True), live_in=-2 * MINUTE), plan(AuthorFactory(), over_in=-MINUTE)
    monkeypatch.setattr(scheduling, "PATIENCE", "50ms")
    with closing(connection.copy()) as somebody:
        somebody.set_autocommit(False)
        with somebody.cursor() as cursor:
            cursor.execute("SELECT 1 FROM blog_author WHERE id = %s FOR UPDATE", [held.pk])
        with pytest.raises(CommandError, match=f"blog.author {held.pk}$"):
            run()
        somebody.rollback()
    assert (state(held), state(other)) == ("draft scheduled", "expired")
    run()
    assert state(held) == "live"


def test_a_lost_connection_ends_the_run_and_loses_nothing_else():
    due = eight()

    def cut(instance, **kwargs):
        if instance.pk == due[1].pk and type(instance) is type(due[1]):
            backend = select("SELECT pg_backend_pid()")
            with closing(connection.copy()) as other, other.cursor() as cursor:
                cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [backend])

    published.connect(cut)
    try:
        with pytest.raises(OperationalError), witness() as seen:
            run()
    finally:
        published.disconnect(cut)
    connection.close()
    assert len(seen) == 2
    assert [state(obj) for obj in due] == ["live"] + ["draft scheduled"] * 7
    run()
    assert {state(obj) for obj in due} == {"live"}
    assert len(log_rows()) == 8
