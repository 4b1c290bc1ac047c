from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView

from site_core.records import PlainCells

from .actions import PATIENCE
from .carrying import ask_to_undo, carry_out
from .models import BulkChange, BulkRow
from .tasks import go_on


class RecentView(PlainCells, ReportView):
    """What was changed at many at once, the newest first."""

    index_url_name = "bulk:index"
    index_results_url_name = "bulk:index_results"
    page_title = _("Changes to many")
    header_icon = "list-ul"
    model = BulkChange
    default_ordering = "-made_at"
    list_export = ["summary", "kind", "user", "made_at", "undone_at"]
    columns = [
        TitleColumn("summary", label=_("What was changed"), url_name="bulk:change"),
        Column("kind", label=_("At what"), accessor=lambda change: change.kind.model_class()._meta.verbose_name_plural),
        UserColumn("user", label=_("By")),
        DateColumn("made_at", label=_("When"), sort_key="made_at"),
        DateColumn("undone_at", label=_("Undone")),
    ]

    def get_base_queryset(self):
        return BulkChange.objects.shown_to(self.request.user).select_related("user", "kind")

    @property
    def no_results_message(self):
        return gettext(
            "Nothing was changed at many at once yet. Tick some articles or products in a list, then “Change”."
        )


class ChangeView(WagtailAdminTemplateMixin, TemplateView):
    """One change: how far it is, what was not done and why, and the button that takes it back."""

    template_name = "bulk/change_done.html"
    page_title = _("Change to many")
    header_icon = "list-ul"

    def dispatch(self, request, pk):
        self.change = get_object_or_404(BulkChange.objects.shown_to(request.user), pk=pk)
        return super().dispatch(request, pk=pk)

    def post(self, request, pk):
        if not self.change.undone_at:
            ask_to_undo(self.change, request.user)
        if not carry_out(self.change, PATIENCE):
            go_on.enqueue(self.change.pk)
        messages.success(request, gettext("What nobody has edited since was put back as it was."))
        return redirect("bulk:change", pk)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("bulk:index"), "label": gettext("Changes to many")},
            {"url": "", "label": self.change.summary},
        ]

    def get_context_data(self, **kwargs):
        labels = dict(BulkRow.State.choices)
        rows = list(self.change.rows.order_by("title").values("title", "state", "note"))
        counts = [(labels[state], sum(row["state"] == state for row in rows)) for state in BulkRow.State.values]
        quiet = {BulkRow.State.CHANGED, BulkRow.State.UNCHANGED, BulkRow.State.UNDONE, BulkRow.State.WAITING}
        return super().get_context_data(
            change=self.change,
            kind=self.change.model._meta.verbose_name_plural,
            counts=[(label, number) for label, number in counts if number],
            named=[{**row, "label": labels[row["state"]]} for row in rows if row["state"] not in quiet][:200],
            is_under_way=self.change.open_rows().exists() if self.change.undone_at else self._waits(rows),
            can_undo=not self.change.undone_at and any(row["state"] in BulkRow.DONE for row in rows),
            **kwargs,
        )

    def _waits(self, rows):
        return any(row["state"] == BulkRow.State.WAITING for row in rows)
