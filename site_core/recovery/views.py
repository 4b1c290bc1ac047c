from django import forms
from django.http import Http404
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn, UserColumn
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.views.reports import ReportView
from wagtail.models import Page

from site_core.records import PlainCells

from .models import Deleted
from .returning import bring_back
from .rights import may_put, places_for, restorable_by

GONE = _("Somebody has just brought it back, or its thirty days are over.")


class DeletedView(PlainCells, ReportView):
    """What was deleted in the last thirty days and this user may bring back."""

    index_url_name = "recovery:index"
    index_results_url_name = "recovery:index_results"
    page_title = _("Deleted")
    header_icon = "bin"
    model = Deleted
    default_ordering = "-deleted_at"
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    list_export = ["title", "kind_name", "place", "deleted_by", "deleted_at", "kept_until"]
    columns = [
        TitleColumn("title", label=_("Title"), url_name="recovery:bring_back", sort_key="title"),
        Column("kind_name", label=_("What it is")),
        Column("place", label=_("Where it stood")),
        UserColumn("deleted_by", label=_("Deleted by")),
        DateColumn("deleted_at", label=_("Deleted"), sort_key="deleted_at"),
        Column("kept_until", label=_("Kept until"), accessor=lambda row: timezone.localdate(row.kept_until)),
    ]

    def get_base_queryset(self):
        rows = restorable_by(self.request.user).select_related("kind", "deleted_by")
        return rows.defer("content", "live_content")

    @property
    def no_results_message(self):
        if self.is_searching:
            return gettext("Nothing deleted has a title like this.")
        return gettext("Nothing was deleted in the last thirty days. What you delete will wait here.")


class PlaceForm(forms.Form):
    """Asks beneath which page it is to stand, unless its old place is still there."""

    parent = forms.TypedChoiceField(label=_("Where shall it stand?"), coerce=int)

    def __init__(self, *args, places: list[Page] | None, **kwargs):
        super().__init__(*args, **kwargs)
        if places is None:
            del self.fields["parent"]
        else:
            self.fields["parent"].choices = [(page.pk, "– " * (page.depth - 3) + page.draft_title) for page in places]


class BringBackView(WagtailAdminTemplateMixin, FormView):
    form_class = PlaceForm
    template_name = "recovery/bring_back.html"
    page_title = _("Bring back")
    header_icon = "bin"
    success_url = reverse_lazy("recovery:index")

    def dispatch(self, request, pk):
        if self.row is None:
            if not Deleted.objects.filter(pk=pk).exists():
                messages.error(request, GONE)
                return redirect("recovery:index")
            raise Http404
        return super().dispatch(request, pk=pk)

    @cached_property
    def row(self):
        return restorable_by(self.request.user).select_related("kind").filter(pk=self.kwargs["pk"]).first()

    @cached_property
    def is_page(self):
        return issubclass(self.row.model, Page)

    @cached_property
    def parent(self):
        """Where it stood, if it can stand there again."""
        there = Page.objects.filter(pk=self.row.above[-1]).first() if self.row.above else None
        return there if there and may_put(self.request.user, self.row.model, there) else None

    def get_form_kwargs(self):
        asks = self.is_page and not self.parent
        places = places_for(self.request.user, self.row.model) if asks else None
        return {**super().get_form_kwargs(), "places": places}

    def form_valid(self, form):
        parent = self.parent
        if "parent" in form.cleaned_data:
            parent = Page.objects.get(pk=form.cleaned_data["parent"])
        try:
            made = bring_back(self.row, self.request.user, parent)
        except Deleted.DoesNotExist:
            messages.error(self.request, GONE)
            return redirect(self.success_url)
        sentence = gettext("“%(title)s” is back, as a draft. Readers see it once you publish it.")
        messages.success(self.request, sentence % {"title": self.row.title})
        return redirect(AdminURLFinder(self.request.user).get_edit_url(made) or self.success_url)

    def get_breadcrumbs_items(self):
        return [
            *self.breadcrumbs_items,
            {"url": reverse("recovery:index"), "label": gettext("Deleted")},
            {"url": "", "label": self.row.title},
        ]

    def get_context_data(self, **kwargs):
        return super().get_context_data(row=self.row, parent=self.parent, is_page=self.is_page, **kwargs)
