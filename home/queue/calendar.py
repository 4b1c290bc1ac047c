"""A month as a calendar: what was published, what goes live, what expires, of all that an editor works with."""

import calendar
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.apps import apps
from django.db.models import CharField, Count, F, Q, Value, Window
from django.db.models.functions import Cast, RowNumber, TruncDate
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from site_core.bundles.models import Bundle, State

from .reach import drafted_models, edit_url, keys_within_reach, kind_of, within_reach, works_with

A_DAY = 6  # of one sort on one day; the others are counted
WORDS = {"planned": _("goes live"), "published": _("published"), "expires": _("expires")}


@dataclass(frozen=True)
class Event:
    what: str
    title: str
    url: str
    at: datetime

    @property
    def words(self):
        return WORDS[self.what]


@dataclass
class Day:
    date: date
    is_other_month: bool
    events: list[Event] = field(default_factory=list)
    more: int = 0

    @property
    def is_today(self) -> bool:
        return self.date == timezone.localdate()


def month_of(text: str) -> date:
    """The first day of the month that "2026-11" names, or of this one."""
    try:
        found = datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return timezone.localdate().replace(day=1)
    return found if 2000 <= found.year < 2100 else timezone.localdate().replace(day=1)


def weeks_of(user, first: date) -> list[list[Day]]:
    """The weeks, Monday to Sunday, that this month touches."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    events, more = _events(user, weeks[0][0], weeks[-1][-1])
    return [[Day(day, day.month != first.month, events[day], more[day]) for day in week] for week in weeks]


def _events(user, start, end):
    """Day -> events in their order, and day -> how many there are beyond those."""
    span = tuple(timezone.make_aware(datetime.combine(day, time())) for day in (start, end + timedelta(days=1)))
    events, more = defaultdict(list), defaultdict(int)
    for what, label, key, title, at, nth, of_day in [*_planned(user, span), *_of_rows(user, span)]:
        day = timezone.localtime(at).date()
        events[day].append(Event(what, title, edit_url(apps.get_model(label), key), at))
        if nth == A_DAY:
            more[day] += of_day - A_DAY
    return defaultdict(list, {day: sorted(found, key=lambda event: event.at) for day, found in events.items()}), more


def _planned(user, span):
    revisions = Revision.objects.filter(
        keys_within_reach(user), approved_go_live_at__gte=span[0], approved_go_live_at__lt=span[1]
    )
    rows = _counted(revisions, "approved_go_live_at").values_list(
        "content_type_id", "object_id", "object_str", "approved_go_live_at", "nth", "of_day"
    )
    for content_type, *row in rows:
        yield "planned", kind_of(content_type)._meta.label, *row


def _of_rows(user, span):
    """One query for all models."""
    parts = []
    for model in drafted_models(user):
        shown = within_reach(user, model).order_by()
        known = Q(live=True) | Q(expired=True) | Q(go_live_at__gt=timezone.now())
        parts.append(_part(model, shown.filter(live=True), "published", "first_published_at", span))
        parts.append(_part(model, shown.filter(known), "expires", "expire_at", span))
    if works_with(user, Bundle):
        parts.append(
            _part(Bundle, Bundle.objects.order_by().filter(state=State.PLANNED), "planned", "publish_at", span)
        )
    return parts[0].union(*parts[1:], all=True) if parts else []


def _part(model, rows, what, name, span):
    title = "draft_title" if model is Page else "name"
    found = _counted(rows.filter(**{f"{name}__gte": span[0], f"{name}__lt": span[1]}), name)
    return found.values_list(
        Value(what), Value(model._meta.label), Cast("pk", CharField()), Cast(title, CharField()), name, "nth", "of_day"
    )


def _counted(rows, name):
    day = TruncDate(name)
    return rows.annotate(
        nth=Window(RowNumber(), partition_by=day, order_by=F(name).asc()), of_day=Window(Count("*"), partition_by=day)
    ).filter(nth__lte=A_DAY)
