from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page

from .moves import PLACES, STEPS, CannotMove, move, parent_at, place_of_step
from .trees import trees_for


class MoveForm(forms.Form):
    """A step, or a place beside or beneath another branch."""

    page = forms.IntegerField()
    step = forms.ChoiceField(choices=[(name, name) for name in STEPS], required=False)
    target = forms.IntegerField(required=False)
    where = forms.ChoiceField(choices=[(name, name) for name in PLACES], required=False)


class BranchesView(WagtailAdminTemplateMixin, TemplateView):
    """The trees of categories. With the keyboard, buttons move a branch; with the mouse it is dragged."""

    template_name = "branches/index.html"
    page_title = _("Arrange categories")
    header_icon = "folder-open-inverse"
    _show_breadcrumbs = True

    def post(self, request):
        form = MoveForm(request.POST)
        if not form.is_valid():
            raise Http404
        page = self._branch(form.cleaned_data["page"])
        try:
            answer = self._move(page, form.cleaned_data)
        except CannotMove as reason:
            messages.error(request, str(reason))
        else:
            if answer:
                return answer
            messages.success(request, gettext("“%(title)s” was moved, with all beneath it.") % {"title": page.title})
        return redirect(f"{reverse('branches')}?moved={page.pk}")  # there its first button has the focus

    def _move(self, page, wanted):
        """Returns what a hook answers instead of us, if one does."""
        target, where = self._place(page, wanted)
        if answer := self._ask_hooks("before_move_page", page.specific, parent_at(target, where)):
            return answer
        move(page, target, where, self.request.user)
        return self._ask_hooks("after_move_page", page.specific)

    def _ask_hooks(self, name, *about):
        answers = (hook(self.request, *about) for hook in hooks.get_hooks(name))
        return next((answer for answer in answers if hasattr(answer, "status_code")), None)

    def _place(self, page, wanted):
        if wanted["step"]:
            return place_of_step(page, wanted["step"])
        if wanted["target"] and wanted["where"]:
            return self._branch_or_root(wanted["target"]), wanted["where"]
        raise Http404

    def _branch(self, pk):
        """Only what stands in the trees that this user sees: the address is for nothing else."""
        if not any(page.pk == pk for tree in self.trees for page in tree.branches):
            raise PermissionDenied
        return get_object_or_404(Page, pk=pk)

    def _branch_or_root(self, pk):
        root = next((tree.root for tree in self.trees if tree.root.pk == pk), None)
        return root or self._branch(pk)

    @property
    def trees(self):
        if not hasattr(self, "_trees"):
            self._trees = trees_for(self.request.user)
        return self._trees

    def get_breadcrumbs_items(self):
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get_context_data(self, **kwargs):
        moved = self.request.GET.get("moved", "")
        return super().get_context_data(trees=self.trees, moved=int(moved) if moved.isdecimal() else None, **kwargs)
