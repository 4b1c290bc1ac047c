"""Carries a change out, and takes it back: one transaction for each object, so that one that fails stops no other."""

import time

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.locks import BasicLock
from wagtail.models import Revision

from site_core.models import NotPublishable
from site_core.rights import may_edit, may_publish

from . import versions
from .changes import Wanted, content_of
from .models import BulkChange, BulkRow

State = BulkRow.State


def carry_out(change: BulkChange, seconds: float) -> bool:
    """Work at it for about so long. True if nothing is left to do."""
    until = time.monotonic() + seconds
    step = _undoing(change) if change.undone_at else _changing(change)
    for pk in list(change.open_rows().values_list("pk", flat=True)):
        if time.monotonic() > until:
            return False
        with transaction.atomic():
            # Another process may be at the same change: each row is done by one of them.
            row = change.open_rows().select_for_update(skip_locked=True).filter(pk=pk).first()
            if row:
                step(row)
                row.save()
    return True


def may_change(user, obj) -> bool:
    """Whether they may edit it now: nobody else has locked it, and no reviewer is reading it."""
    if not may_edit(user, obj) or (obj.locked and BasicLock(obj).for_user(user)):
        return False
    return not getattr(obj, "current_workflow_state", None)


def ask_to_undo(change: BulkChange, user) -> None:
    """From now on `carry_out` takes it back. What was not done yet is not done any more."""
    change.rows.filter(state=State.WAITING).update(state=State.UNCHANGED)
    change.undone_by, change.undone_at = user, timezone.now()
    change.save()


def _changing(change):
    try:
        wanted = Wanted.of(change.model, change.values)
    except ObjectDoesNotExist:
        wanted = None

    def step(row):
        try:
            with transaction.atomic():
                row.state = _change(row, change, wanted) if wanted else State.REFUSED
        except NotPublishable as error:
            row.state, row.note, row.before = State.INCOMPLETE, " ".join(error.sentences), []
        except ValidationError as error:
            row.state, row.note, row.before = State.INCOMPLETE, " ".join(error.messages), []

    return step


def _change(row, change, wanted):
    user = change.user
    obj = versions.locked(change.model, row.object_id)
    if obj is None:
        return State.GONE
    if not may_change(user, obj):
        return State.REFUSED
    publishes = may_publish(user, obj)
    found = versions.read(obj) if publishes else [versions.newest(obj)]
    if not publishes and found[0].go_live_at:
        return State.REFUSED  # a draft on top of what is scheduled would be lost on its day
    first = next((n for n, version in enumerate(found) if _differs(version, wanted)), None)
    if first is None:
        return State.UNCHANGED
    # What is published or scheduled pushes those after it aside, so all of these are written anew.
    todo = found[first:]
    row.before = versions.remember(todo, user)
    for version in todo:
        if _differs(version, wanted):
            wanted.apply(version.obj)
    versions.write(todo, user, "bulk.change")
    row.after_latest, row.after_live = _stands_at(obj)
    return State.CHANGED if publishes or not obj.live else State.DRAFT


def _differs(version, wanted):
    return wanted.differs(content_of(version.obj, wanted.reads))


def _undoing(change):
    def step(row):
        try:
            with transaction.atomic():
                row.state = _undo(row, change)
        except Revision.DoesNotExist:
            row.state, row.note = State.KEPT, gettext("The earlier version is no longer kept.")
        except NotPublishable as error:
            row.state, row.note = State.KEPT, " ".join(error.sentences)

    return step


def _undo(row, change):
    user = change.undone_by
    obj = versions.locked(change.model, row.object_id)
    if obj is None:
        return State.GONE
    publishes = any(entry["is_live"] or entry["go_live_at"] for entry in row.before)
    if not may_change(user, obj) or (publishes and not may_publish(user, obj)):
        return State.KEPT
    if _stands_at(obj) != (row.after_latest, row.after_live):
        return State.KEPT
    versions.write(versions.recall(row.before), user, "bulk.undo")
    if obj.live and row.before[-1]["revision"] == row.after_live:
        # There was no draft before: what was written on top is what readers see.
        type(obj)._base_manager.filter(pk=obj.pk).update(has_unpublished_changes=False)
    return State.UNDONE


def _stands_at(obj):
    """What it was left at: any later save or publication changes one of these."""
    return type(obj)._base_manager.values_list("latest_revision_id", "live_revision_id").get(pk=obj.pk)
