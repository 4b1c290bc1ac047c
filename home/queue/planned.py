"""What will be published by the clock, and what the clock could not publish."""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry, Revision

from site_core.bundles.models import Bundle, State
from site_core.links import to_field
from site_core.scheduling import REFUSED

from .reach import drafted_models, edit_url, keys_within_reach, kind_of, works_with
from .sections import Row, Section


class Scheduled(Section):
    """What waits for its time; before it, what was refused at its time, with the reason that its history tells."""

    name = "scheduled"
    heading = _("Planned")
    quiet = _("Nothing is planned. The calendar is open.")

    def is_for_user(self):
        return bool(drafted_models(self.user))

    def found(self):
        planned = Revision.objects.filter(keys_within_reach(self.user), approved_go_live_at__isnull=False)
        told = [Subquery(_refusals(entries)) for entries in (PageLogEntry, ModelLogEntry)]
        return planned.defer("content").annotate(refusal=Coalesce(*told)).order_by("approved_go_live_at", "pk")

    def row(self, one):
        if not one.refusal or one.approved_go_live_at > timezone.now():
            url = f"{reverse('queue:dates')}#date-{one.pk}"
            return Row(one.object_str, url, gettext("Goes live"), one.approved_go_live_at)
        url = edit_url(kind_of(one.content_type_id), one.object_id)
        url = to_field(url, one.refusal["field"]) if one.refusal["field"] else url
        note = gettext("Could not be published: %(reasons)s It was planned for")
        note %= {"reasons": Truncator(one.refusal["comment"]).words(40)}
        return Row(one.object_str, url, note, one.approved_go_live_at, overdue=True)


def _refusals(entries):
    told = entries.objects.filter(action=REFUSED, revision_id=OuterRef("pk"))
    return told.order_by("-timestamp", "-pk").values("data")[:1]


class Bundles(Section):
    name = "bundles"
    heading = _("Bundles")
    quiet = _("No bundle waits for its time.")

    def is_for_user(self):
        return works_with(self.user, Bundle)

    def found(self):
        waiting = Bundle.objects.filter(state__in=[State.PLANNED, State.FAILED])
        return waiting.order_by("publish_at", "pk")

    def row(self, one):
        if one.state == State.PLANNED:
            url = to_field(edit_url(Bundle, one.pk), "publish_at")
            return Row(one.name, url, gettext("All of it goes live"), one.publish_at)
        note = gettext("Nothing of it was published. %(reasons)s It was planned for")
        note %= {"reasons": Truncator(" ".join(one.reasons)).words(40)}
        return Row(one.name, edit_url(Bundle, one.pk), note, one.publish_at, overdue=True)
