"""Somebody else's second factor, in the hands of an administrator."""

from django.contrib import messages
from django.contrib.auth import get_user_model
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.auth import permission_denied

from site_core.accounts.resetting import reset_second_factor

from .pages import ConfirmedView


class Reset(ConfirmedView, TemplateView):
    template_name = "accounts/reset.html"

    def hinder(self, request):
        if not self.person.is_superuser:
            return permission_denied(request)
        return super().hinder(request)

    def get_context_data(self, **context):
        return super().get_context_data(colleague=self._colleague(), **context)

    def post(self, request, pk):
        colleague = self._colleague()
        reset_second_factor(colleague, by=self.person)
        said = _("The second step of %(user)s is off, and they are logged out.")
        messages.success(request, said % {"user": colleague})
        return redirect("wagtailusers_users:index")

    def _colleague(self):
        return get_object_or_404(get_user_model(), pk=self.kwargs["pk"])
