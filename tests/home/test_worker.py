"""The worker's loop, with real tasks and a real database; only waiting is made short."""

import logging
import threading

import pytest
from django.db import OperationalError, connection
from django.test import override_settings
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from home.management.commands import worker

DATABASE_QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
done = []


@task()
def note(word: str) -> None:
    done.append(word)


@task()
def break_down() -> None:
    raise ValueError("on purpose")


# Between tasks the worker gives up old connections, which no transaction around a test would survive.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture(autouse=True)
def _database_queue():
    done.clear()
    with override_settings(TASKS=DATABASE_QUEUE):
        yield


class Stopper:
    """Stands for the event that a signal sets: tells the loop to stop after so many waits."""

    def __init__(self, waits):
        self.left = waits

    def is_set(self):
        return self.left <= 0

    def wait(self, seconds):
        self.left -= 1


def run_worker(waits=1):
    command = worker.Command()
    command.asked_to_stop = Stopper(waits)
    command.work_on()


def test_carries_out_all_that_waits_before_it_rests():
    note.enqueue("one")
    note.enqueue("two")
    run_worker()
    assert done == ["one", "two"]


def test_a_task_that_fails_is_kept_and_the_next_one_run():
    break_down.enqueue()
    note.enqueue("after")
    run_worker()
    assert done == ["after"]
    failed = DBTaskResult.objects.failed().get()
    assert "on purpose" in failed.traceback


def test_publishes_at_once_and_then_every_minute(monkeypatch):
    called, clock = [], [1000.0]
    monkeypatch.setattr(worker, "call_command", lambda name, **options: called.append(name))
    monkeypatch.setattr(worker.time, "monotonic", lambda: clock[0])
    duty = worker.Duty("publish_scheduled", worker.MINUTE)
    for clock[0] in (1000.0, 1030.0, 1061.0, 1062.0):
        duty.do_if_due()
    assert called == ["publish_scheduled"] * 2


def test_a_duty_that_fails_does_not_hold_up_the_queue(monkeypatch, caplog):
    def fail(name, **options):
        raise OperationalError("the connection is lost")

    monkeypatch.setattr(worker, "call_command", fail)
    note.enqueue("all the same")
    with caplog.at_level(logging.ERROR):
        run_worker(waits=4)
    assert done == ["all the same"]
    assert "the connection is lost" in caplog.text


def test_outlives_a_lost_connection(caplog):
    note.enqueue("later")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        victim = cursor.fetchone()[0]
    other = connection.copy()
    other.cursor().execute("SELECT pg_terminate_backend(%s)", [victim])
    other.close()
    with caplog.at_level(logging.ERROR):
        run_worker(waits=3)
    assert done == ["later"]


def test_a_signal_ends_the_loop():
    command = worker.Command()
    command.asked_to_stop = threading.Event()
    command.asked_to_stop.set()
    note.enqueue("never")
    command.work_on()
    assert done == []
