import logging
import os
import signal
import threading
import time
from uuid import uuid4

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections
from django.utils.autoreload import run_with_reloader
from django.utils.translation import gettext_lazy as _
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

MINUTE = 60
DAY = 24 * 60 * MINUTE


class Command(BaseCommand):
    help = _("Publishes what is due every minute and carries out queued work, until told to stop.")

    def add_arguments(self, parser) -> None:
        parser.add_argument("--reload", action="store_true", help=_("Start again when the code changes."))

    def handle(self, **options) -> None:
        os.nice(5)  # readers come first: drawing pictures takes all the processor it can get
        self.asked_to_stop = threading.Event()
        if options["reload"]:
            run_with_reloader(self.work_on)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: self.asked_to_stop.set())
        self.work_on()

    def work_on(self) -> None:
        duties = [
            Duty("publish_scheduled", MINUTE),
            Duty("check_links", 10 * MINUTE),
            Duty("list_links", DAY),
            Duty("refresh_media", DAY),
            Duty("prune_db_task_results", DAY),
            Duty("clearsessions", DAY),
            Duty("purge_deleted", DAY),
        ]
        while not self.asked_to_stop.is_set():
            for duty in duties:
                attempt(duty.do_if_due)
            if not attempt(run_one_task):
                self.asked_to_stop.wait(1)


def attempt(step) -> bool:
    """Take a step and return what it returns. Whatever it raises is logged, and the loop goes on: False."""
    close_old_connections()
    try:
        return step()
    except Exception:
        logger.exception("The worker goes on after an error")
        return False


class Duty:
    """A command that is due at the start and then every so many seconds."""

    def __init__(self, command: str, interval: int):
        self.command = command
        self.interval = interval
        self.due = time.monotonic()

    def do_if_due(self) -> None:
        if time.monotonic() >= self.due:
            # Moved on beforehand, so that a command that fails is tried again when due and not at once.
            self.due = time.monotonic() + self.interval
            call_command(self.command, verbosity=0)


def run_one_task() -> bool:
    """Carry out the first task of the queue and return whether more wait. Its failure is kept with it."""
    Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name="default",
        interval=0,
        batch=True,
        max_tasks=1,
        startup_delay=False,
        worker_id=str(uuid4()),
    ).run()
    return DBTaskResult.objects.ready().exists()
