"""Publishes a bundle, all of it in one transaction or nothing, now or when it is due."""

import logging
import traceback
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import connection, models, transaction
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from site_core.gate.links import published_together
from site_core.models import NotPublishable
from site_core.models.publishing import publication_errors, publisher_errors
from site_core.rights import may_publish
from site_core.scheduling import PATIENCE, database_now

from .models import Bundle, State

logger = logging.getLogger(__name__)


class Refused(Exception):
    """Nothing was published. `.reasons` says of which member why."""

    def __init__(self, reasons: list[str]):
        super().__init__(" ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True)
class Standing:
    """A member as it would be published, and what is in its way."""

    draft: models.Model
    revision: Revision | None
    reasons: list[str]


def standings(bundle: Bundle, user) -> list[Standing]:
    """How each member stands, were it published by `user`: at its planned draft, else at its newest."""
    rows = [row for row in bundle.rows() if row.member]
    pages = [row.member.pk for row in rows if isinstance(row.member, Page)]
    with published_together(pages):
        return [_standing(bundle, row, user) for row in rows]


def _standing(bundle, row, user):
    member = row.member
    revision = row.revision if bundle.state == State.PLANNED else member.latest_revision
    draft = revision.as_object() if revision else member
    reasons = [f"{label}: {text}" for label, texts in publication_errors(draft).items() for text in texts]
    if revision:
        reasons += publisher_errors(revision, user)
    else:
        reasons.append(gettext("Its draft is not there any more."))
    if not may_publish(user, member):
        reasons.append(
            gettext("%(who)s may not publish it.") % {"who": get_user_display_name(user) if user else gettext("Nobody")}
        )
    if (lock := member.get_lock()) and (user is None or lock.for_user(user)):
        reasons.append(gettext("It is locked."))
    return Standing(draft, revision, reasons)


def _require(bundle, user):
    """The standings of a bundle of which every member can be published by this user. Raises Refused otherwise."""
    found = standings(bundle, user)
    reasons = [f"“{standing.draft}”: {reason}" for standing in found for reason in standing.reasons]
    if not found:
        reasons = [gettext("There is nothing in this bundle.")]
    if reasons:
        raise Refused(reasons)
    return found


@transaction.atomic
def publish(pk: int, user) -> bool:
    """Publish the bundle with the rights of `user`, and return whether it was still to be done. Raises Refused."""
    bundle = _locked(pk)
    if bundle is None or bundle.state == State.PUBLISHED:
        return False
    _publish_all(_require(bundle, user), user)
    bundle.state, bundle.published_at, bundle.reasons = State.PUBLISHED, database_now(), []
    bundle.save()
    log(instance=bundle, action="bundles.publish", user=user)
    return True


def _publish_all(found, user):
    with published_together([standing.draft.pk for standing in found if isinstance(standing.draft, Page)]):
        for standing in found:
            standing.revision.content["go_live_at"] = None  # a time of its own would only schedule it
            try:
                standing.revision.publish(user=user)
            except NotPublishable as error:
                raise Refused([f"“{standing.draft}”: {sentence}" for sentence in error.sentences]) from error


@transaction.atomic
def plan(pk: int, user) -> None:
    """Have the bundle published at its time, as its members are now. Raises Refused."""
    bundle = _locked(pk)
    if not bundle.publish_at or bundle.publish_at <= database_now():
        raise Refused([gettext("Choose a time that is still to come.")])
    bundle.state = State.OPEN
    _require(bundle, user)
    for row in bundle.rows():
        # A revision of its own: autosave writes over the newest one.
        draft = row.member.get_latest_revision_as_object()
        row.revision = draft.save_revision(user=user, changed=False, clean=False, log_action=False)
        row.save(update_fields=["revision"])
    Bundle.objects.filter(pk=pk).update(state=State.PLANNED, planned_by=user, reasons=[])
    log(instance=bundle, action="bundles.plan", user=user)


def reopen(bundle: Bundle) -> bool:
    """Take back its plan, since it was changed or is to wait. Returns whether there was one."""
    return bool(
        Bundle.objects.filter(pk=bundle.pk, state__in=[State.PLANNED, State.FAILED]).update(
            state=State.OPEN, planned_by=None, reasons=[]
        )
    )


def work_off(now: datetime) -> Iterator[tuple[Bundle, bool]]:
    """Publish what is due, and give each bundle with whether that is settled, be it by a refusal."""
    for bundle in Bundle.objects.filter(state=State.PLANNED, publish_at__lte=now).order_by("publish_at", "pk"):
        try:
            publish(bundle.pk, bundle.planned_by)
        except Refused as refusal:
            _note_refusal(bundle, refusal.reasons)
        except Exception as error:
            # Not with the message: it may quote what is not published yet.
            where = "".join(traceback.format_tb(error.__traceback__))
            logger.error("Error at bundle %s: %s\n%s", bundle.pk, type(error).__name__, where)
            yield bundle, False
            continue
        yield bundle, True


def _note_refusal(bundle, reasons):
    logger.error("Bundle %s could not be published; its form says why.", bundle.pk)
    with transaction.atomic():
        if Bundle.objects.filter(pk=bundle.pk, state=State.PLANNED).update(state=State.FAILED, reasons=reasons):
            log(instance=bundle, action="bundles.refuse", user=bundle.planned_by)


def _locked(pk):
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
    bundle = Bundle.objects.select_for_update(no_key=True).filter(pk=pk).first()
    members = [row.member for row in bundle.rows()] if bundle else []
    # In one order whoever asks, so that two bundles never wait for each other.
    for member in sorted(members, key=lambda member: (_kept_in(member)._meta.label, member.pk)):
        _kept_in(member)._base_manager.select_for_update(no_key=True).get(pk=member.pk)
    return bundle


def _kept_in(member):
    return Page if isinstance(member, Page) else type(member)
