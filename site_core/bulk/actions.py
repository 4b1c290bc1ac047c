"""The entry "Change" below a list of articles or products: what to change, what that means, done."""

from django.contrib.contenttypes.models import ContentType
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.models import Page

from site_core.limits import owned

from .carrying import carry_out
from .changes import Wanted
from .counting import count
from .forms import ChangesForm
from .listings import all_in_listing
from .models import BulkChange, BulkRow
from .tasks import go_on

SHOWN = 20  # titles; beyond that a number says more
PATIENCE = 8  # s that an editor waits; the rest goes on without them


class ChangeManyMixin:
    """With Wagtail's PageBulkAction or SnippetBulkAction; `target` is the model that is changed."""

    target = None
    display_name = _("Change")
    action_type = "change_many"
    aria_label = _("Change category, tags and more of all selected")
    action_priority = 25
    template_name = "bulk/change.html"
    form_class = ChangesForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "model": self.target, "user": self.request.user}

    @cached_property
    def chosen(self):
        """What was ticked of the target's kind, as far as this user has anything to do with it."""
        keys = self.request.GET.getlist("id")
        if "all" in keys:
            keys = all_in_listing(self.request, self.next_url)
            if keys is None:
                keys = self.get_all_objects_in_listing_query(self.request.GET.get("childOf"))
        keys = [key for key in keys if str(key).isdecimal()]
        theirs = owned(self.request.user, self.target).values("pk")
        return list(self.target._default_manager.filter(pk__in=keys).filter(pk__in=theirs).values_list("pk", flat=True))

    def get_context_data(self, **kwargs):
        shown = self.target._default_manager.filter(pk__in=self.chosen[:SHOWN])
        return {
            "form": kwargs.pop("form", None) or self.get_form(),
            "titles": [getattr(obj, "draft_title", None) or str(obj) for obj in shown],
            "more": max(0, len(self.chosen) - SHOWN),
            "total": len(self.chosen),
            "model_opts": self.target._meta,
            "next": self.next_url,
            "submit_url": self.request.get_full_path(),
            **kwargs,
        }

    def form_valid(self, form):
        if "confirmed" not in self.request.POST:
            counted = count(self.target, self.chosen, Wanted.of(self.target, form.values), self.request.user)
            return self.render_to_response(self.get_context_data(form=form, counted=counted, asks=True))
        change = self._ordered(form)
        if not carry_out(change, PATIENCE):
            go_on.enqueue(change.pk)
        self._tell(change)
        return redirect(self.next_url)

    def _ordered(self, form):
        change = BulkChange.objects.create(
            user=self.request.user,
            kind=ContentType.objects.get_for_model(self.target),
            values=form.values,
            summary="; ".join(form.sentences),
        )
        title = "draft_title" if issubclass(self.target, Page) else "name"
        rows = self.target._default_manager.filter(pk__in=self.chosen).values_list("pk", title)
        BulkRow.objects.bulk_create(
            [BulkRow(change=change, object_id=pk, title=name[:255]) for pk, name in rows], batch_size=1000
        )
        return change

    def _tell(self, change):
        done = change.rows.filter(state__in=BulkRow.DONE).count()
        sentence = ngettext("%(count)s was changed.", "%(count)s were changed.", done) % {"count": done}
        if change.rows.filter(state=BulkRow.State.WAITING).exists():
            sentence += " " + gettext("The others are being changed now; you can go on working.")
        elif failed := change.rows.exclude(state__in=[*BulkRow.DONE, BulkRow.State.UNCHANGED]).count():
            sentence += " " + ngettext("%(count)s was not.", "%(count)s were not.", failed) % {"count": failed}
        button = messages.button(reverse("bulk:change", args=[change.pk]), gettext("See what was done, or undo"))
        messages.success(self.request, sentence, buttons=[button])
