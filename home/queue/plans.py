"""The calendar to look at, and the table in which dates are changed."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from .calendar import month_of, weeks_of
from .dates import Refused, planned_for, replan
from .reach import drafted_models


class PlansView(WagtailAdminTemplateMixin, TemplateView):
    """For everybody who works with anything that has a date."""

    header_icon = "calendar-alt"

    def dispatch(self, request, *args, **kwargs):
        if not drafted_models(request.user):
            return permission_denied(request)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]


class CalendarView(PlansView):
    page_title = _("Calendar")
    template_name = "home/queue/calendar.html"

    def get_context_data(self, **kwargs):
        first = month_of(self.request.GET.get("month", ""))
        return super().get_context_data(
            first=first,
            before=first - timedelta(days=1),
            after=first + timedelta(days=31),
            weeks=weeks_of(self.request.user, first),
            **kwargs,
        )


class DatesView(PlansView):
    page_title = _("Change a date")
    template_name = "home/queue/dates.html"

    def get(self, request, *args, **kwargs):
        return self._show({})

    def post(self, request, *args, **kwargs):
        """Each row is changed or refused by itself; what was refused is shown again as it was typed."""
        refused, changed = {}, 0
        for row in planned_for(request.user):
            form = row.ask(request.POST)
            # A row that was not there when the page was made has sent nothing.
            if any(name.startswith(f"{form.prefix}-") for name in request.POST) and form.has_changed():
                row.refusal = self._change(row)
                changed += not row.refusal
            if row.refusal:
                refused[row.revision.pk] = row
                messages.error(request, f"“{row.revision.object_str}”: {row.refusal}")
        if changed:
            said = ngettext("The dates of one were changed.", "The dates of %(count)s were changed.", changed)
            messages.success(request, said % {"count": changed})
        return self._show(refused) if refused else redirect("queue:dates")

    def _change(self, row):
        if not row.form.is_valid():
            return gettext("That is not a date and a time.")
        try:
            replan(self.request.user, row.revision, row.form.dates_shown, row.form.dates)
        except Refused as refused:
            return str(refused)
        except ValidationError:
            return gettext("The form arrived damaged. Please load the page again.")
        return ""

    def _show(self, refused):
        rows = [refused.get(row.revision.pk, row) for row in planned_for(self.request.user)]
        for row in rows:
            if not row.refusal:
                row.ask()
        return self.render_to_response(self.get_context_data(rows=rows))
