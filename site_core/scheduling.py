"""Publishes what is due and takes down what has expired: once, in order, and without losing any of it.

The clock is the database's. Each object is one transaction, which locks it and looks again before it acts: a run
that is killed leaves an object either done or still due. What signal handlers write, queued tasks included, belongs
to that transaction; what they leave to `on_commit` does not.
"""

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.log_actions import log, registry
from wagtail.models import DraftStateMixin, Page, Revision

from .models import NotPublishable
from .models.publishing import field_to_mend

logger = logging.getLogger(__name__)

REFUSED = "schedule.refuse"  # in the history of what could not be published at its time

RUN_LOCK = 1_937_006_947  # any number that nothing else in this database locks
PATIENCE = "5s"  # for an object that somebody else holds; the others are waiting


@dataclass(frozen=True)
class Due:
    """An object at which something is to be done, and since when."""

    since: datetime
    model: type[models.Model]
    pk: str

    def __str__(self):
        return f"{self.model._meta.label_lower} {self.pk}"


@contextmanager
def only_run() -> Iterator[bool]:
    """Give True to one run at a time, and False to others. The database frees the lock of a run that is killed."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [RUN_LOCK])
        [alone] = cursor.fetchone()
    try:
        yield alone
    finally:
        if alone and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [RUN_LOCK])


def work_off(now: datetime) -> Iterator[tuple[Due, list[str] | None]]:
    """Bring everything up to `now`, and give each object with what was done, or None if an error prevented it.

    Raises what ended the connection, if it was lost: the lock went with it.
    """
    session = connection.connection
    for due in due_objects(now):
        try:
            done = bring_up_to(now, due)
        except Exception as error:
            _report(due, error)
            if connection.connection is not session or not connection.is_usable():
                raise
            done = None
        yield due, done


def database_now() -> datetime:
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement_timestamp()")
        return cursor.fetchone()[0]


def due_objects(now: datetime) -> list[Due]:
    """List what has something due at `now`, in the order in which it fell due."""
    found = {}
    for model in models_with_drafts():
        revisions = Revision.objects.filter(base_content_type=model().get_base_content_type())
        approved = revisions.filter(approved_go_live_at__lte=now).values_list("object_id", "approved_go_live_at")
        over = model._base_manager.filter(live=True, expire_at__lte=now).values_list("pk", "expire_at")
        for pk, since in [*approved, *over]:
            key = model, str(pk)
            found[key] = min(since, found.get(key, since))
    return sorted((Due(since, *key) for key, since in found.items()), key=lambda due: due.since)


def models_with_drafts() -> list[type[models.Model]]:
    """List the models in which `live` is kept: of pages the one that all share, and every snippet with drafts."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, DraftStateMixin)
        and not any(issubclass(parent, DraftStateMixin) for parent in model._meta.get_parent_list())
    ]


def bring_up_to(now: datetime, due: Due) -> list[str]:
    """Do all that is due at one object, and return it: "published", "expired". If it raises, nothing was done."""
    done = []
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
        while step := _next_step(now, due):
            done.append(step)
    return done


def _next_step(now, due):
    """Lock the object, do what fell due first, and name it. None if nothing is due, or not any more."""
    # NO KEY: an update or deletion waits for it, a row that merely refers to the object does not.
    obj = due.model._base_manager.select_for_update(no_key=True).filter(pk=due.pk).first()
    if obj is None:
        return None
    revision = obj.revisions.filter(approved_go_live_at__lte=now).order_by("approved_go_live_at", "pk").first()
    over = obj.expire_at if obj.live and obj.expire_at and obj.expire_at <= now else None
    if revision and (over is None or revision.approved_go_live_at <= over):
        with keeping_schedule(obj, revision.approved_go_live_at):
            _publish(revision)
        return "published"
    if over:
        with keeping_schedule(obj, over):
            specific = obj.specific if isinstance(obj, Page) else obj
            specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        return "expired"
    return None


@contextmanager
def keeping_schedule(obj, since):
    """Wagtail's actions cancel all that is scheduled for an object; what comes after `since` is put back."""
    later = list(obj.revisions.filter(approved_go_live_at__gt=since).only("approved_go_live_at"))
    yield
    Revision.objects.bulk_update(later, ["approved_go_live_at"])


def _publish(revision):
    # Wagtail compares with the app's clock: if that is slow, it would schedule once more what is due.
    go_live_at, now = revision.content.get("go_live_at"), timezone.now()
    if go_live_at and parse_datetime(go_live_at) > now:
        revision.content["go_live_at"] = now.isoformat()
    revision.publish(log_action="wagtail.publish.scheduled")
    if Revision.objects.filter(pk=revision.pk, approved_go_live_at__isnull=False).exists():
        raise RuntimeError("Publication left the revision scheduled; it would be tried for ever.")


def _report(due, error):
    # Not with `exc_info`: the message of an error may quote what is not published yet.
    if isinstance(error, NotPublishable):
        logger.error("%s was not published. To be completed: %s", due, ", ".join(error.error_dict))
        _tell_editors(due, error)
    else:
        where = "".join(traceback.format_tb(error.__traceback__))
        logger.error("Error at %s: %s\n%s", due, type(error.__cause__ or error).__name__, where)


def _tell_editors(due, error):
    """In its history, where the work queue finds it: once for each version and reason, however often it is tried."""
    obj = due.model._base_manager.filter(pk=due.pk).first()
    planned = obj and obj.revisions.filter(approved_go_live_at__isnull=False)
    revision = planned and planned.order_by("approved_go_live_at", "pk").first()
    if not revision:
        return
    data = {"comment": " ".join(error.sentences), "field": field_to_mend(error.obj)}
    told = registry.get_log_model_for_instance(obj).objects.filter(action=REFUSED, revision=revision)
    if told.order_by("-timestamp", "-pk").values_list("data", flat=True).first() != data:
        log(instance=obj, action=REFUSED, revision=revision, data=data)
