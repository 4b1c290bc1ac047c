"""Other dates for what is planned or will expire, changed as the form changes them: by publishing a version again.

The version that readers see, or will see, stays the same to the last letter; drafts after it are not published.
"""

from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models.fields.json import KT
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.locks import ScheduledForPublishLock
from wagtail.models import Page, Revision
from wagtail.permissions import policy_registry

from site_core.models import NotPublishable
from site_core.rights import may_publish
from site_core.scheduling import keeping_schedule

from .reach import base_type, drafted_models, edit_url, keys_within_reach, kind_of, within_reach

MOST = 200
MOMENT = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")


class Refused(Exception):
    """Carries a sentence for the editor."""


class DatesForm(forms.Form):
    """It knows what it showed, so that what somebody else has changed meanwhile is noticed."""

    go_live_at = forms.DateTimeField(label=_("Goes live"), required=False, show_hidden_initial=True, widget=MOMENT)
    expire_at = forms.DateTimeField(label=_("Expires"), required=False, show_hidden_initial=True, widget=MOMENT)

    @property
    def dates(self) -> dict:
        return {"go_live_at": None, "expire_at": None, **self.cleaned_data}

    @property
    def dates_shown(self) -> dict:
        shown = {name: self.data.get(self.add_initial_prefix(name)) for name in self.fields}
        return {**dict.fromkeys(self.dates), **{name: self.fields[name].clean(text) for name, text in shown.items()}}


@dataclass
class Planned:
    """A version and its dates, as a row of the table. `goes_live` is false for what is public already."""

    revision: Revision
    go_live_at: datetime | None
    expire_at: datetime | None
    form: DatesForm | None = None
    refusal: str = ""
    may_change: bool = False

    @property
    def goes_live(self) -> bool:
        return self.revision.approved_go_live_at is not None

    def ask(self, data=None) -> DatesForm:
        initial = {"go_live_at": _minute(self.go_live_at), "expire_at": _minute(self.expire_at)}
        self.form = DatesForm(data, prefix=f"date-{self.revision.pk}", initial=initial)
        if not self.goes_live:
            del self.form.fields["go_live_at"]
        return self.form

    @property
    def edit_url(self) -> str:
        return edit_url(kind_of(self.revision.content_type_id), self.revision.object_id)


def planned_for(user) -> list[Planned]:
    """What waits to go live, and what is public until a given moment, the next first."""
    waiting = list(
        Revision.objects.filter(keys_within_reach(user), approved_go_live_at__isnull=False)
        .annotate(ends=KT("content__expire_at"))
        .order_by("approved_go_live_at")
        .defer("content")[:MOST]
    )
    rows = [Planned(one, one.approved_go_live_at, one.ends and parse_datetime(one.ends)) for one in waiting]
    for model in drafted_models(user):
        ending = within_reach(user, model).filter(live=True, expire_at__gt=timezone.now(), live_revision__isnull=False)
        ending = ending.order_by("expire_at").values_list("live_revision_id", "expire_at")[:MOST]
        versions = Revision.objects.defer("content").in_bulk([pk for pk, _ends in ending])
        rows += [Planned(versions[pk], None, ends) for pk, ends in ending]
    _say_who_may(user, rows)
    return sorted(rows, key=lambda row: row.go_live_at or row.expire_at)


def _say_who_may(user, rows):
    for model in drafted_models(user):
        policy = policy_registry.get_by_type(model)
        keys = [row.revision.object_id for row in rows if row.revision.base_content_type_id == base_type(model).pk]
        may = policy.instances_user_has_any_permission_for(user, {"publish"}).filter(pk__in=keys)
        allowed = {str(pk) for pk in may.values_list("pk", flat=True)}
        for row in rows:
            if row.revision.base_content_type_id == base_type(model).pk:
                row.may_change = row.revision.object_id in allowed


def replan(user, revision: Revision, shown: dict, wanted: dict) -> None:
    """Publish or schedule this version with the dates `wanted` in place of those `shown`. Raises Refused."""
    with transaction.atomic():
        obj = _locked(revision)
        revision = obj.revisions.select_for_update().filter(pk=revision.pk).first()
        if revision is None or _dates(obj, revision) != {name: _minute(at) for name, at in shown.items()}:
            raise Refused(gettext("Somebody has changed it meanwhile. Please look again."))
        _check(user, obj, revision, wanted)
        before = dict(revision.content)
        _write(revision, wanted)
        try:
            # What is public is published again, which must not cancel what is planned for it.
            with nullcontext() if wanted["go_live_at"] else keeping_schedule(obj, timezone.now()):
                revision.publish(user=user)
        except NotPublishable as error:
            raise Refused(" ".join(error.sentences)) from error
        except PermissionDenied as error:
            raise Refused(gettext("Only those who may publish it can change its dates.")) from error
        _follow(obj, revision, before, wanted)


def _locked(revision):
    kind = revision.base_content_type.model_class()
    obj = kind._base_manager.select_for_update().filter(pk=revision.object_id).first()
    if obj is None:
        raise Refused(gettext("It has been deleted meanwhile."))
    return obj.specific if isinstance(obj, Page) else obj


def _dates(obj, revision):
    ends = revision.content.get("expire_at")
    if revision.approved_go_live_at is None:
        ends = obj.expire_at if revision.pk == obj.live_revision_id else None
    ends = parse_datetime(ends) if isinstance(ends, str) else ends
    return {"go_live_at": _minute(revision.approved_go_live_at), "expire_at": _minute(ends)}


def _minute(at):
    return at and at.replace(second=0, microsecond=0)


def _check(user, obj, revision, wanted):
    begins, ends, now = wanted["go_live_at"], wanted["expire_at"], timezone.now()
    if not may_publish(user, obj):
        raise Refused(gettext("Only those who may publish it can change its dates."))
    lock = obj.get_lock()
    # What is planned is locked for everybody, by its being planned.
    if lock and lock.for_user(user) and not isinstance(lock, ScheduledForPublishLock):
        raise Refused(gettext("It is locked: somebody is working on it, or it is with a reader."))
    if obj.workflow_in_progress:
        raise Refused(gettext("It is with a reader. Change its dates when they have answered."))
    if revision.approved_go_live_at and not begins:
        raise Refused(gettext("Say when it goes live. To take the plan back, open it and cancel the schedule there."))
    if begins and begins <= now:
        raise Refused(gettext("That moment has passed. To publish it now, open it and choose Publish."))
    if ends and ends <= (begins or now):
        raise Refused(gettext("It must expire later than it goes live, and later than now."))


def _write(revision, wanted):
    revision.content["expire_at"] = wanted["expire_at"] and wanted["expire_at"].isoformat()
    if revision.approved_go_live_at:
        revision.content["go_live_at"] = wanted["go_live_at"].isoformat()
    revision.save(update_fields=["content"])


def _follow(obj, revision, before, wanted):
    """A draft made after this version, which had its dates, goes on having them: its form shows them."""
    newest = obj.revisions.exclude(pk=revision.pk).filter(created_at__gt=revision.created_at).order_by("-created_at")
    draft = newest.select_for_update().first()
    if draft and all(draft.content.get(name) == before.get(name) for name in wanted):
        draft.content |= {name: revision.content[name] for name in wanted}
        draft.save(update_fields=["content"])
