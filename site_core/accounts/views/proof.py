"""Asks for a code, or for the password of whoever has no second factor."""

from urllib.parse import urlencode

from django.contrib.auth.views import RedirectURLMixin
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView

from site_core.accounts import sessions
from site_core.accounts.addresses import client_address
from site_core.accounts.forms import CodeForm, PasswordForm

from .pages import PersonView, let_in


@method_decorator(sensitive_post_parameters(), name="dispatch")
class Proof(PersonView, RedirectURLMixin, FormView):
    template_name = "accounts/proof.html"
    next_page = "wagtailadmin_home"

    def hinder(self, request):
        if request.half_known_user and not self.app and sessions.is_confirmed(request.session):
            return self._to_set_up()
        return None

    def get_form_class(self):
        return CodeForm if self.app else PasswordForm

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "person": self.person, "address": client_address(self.request)}

    def get_context_data(self, **context):
        return super().get_context_data(next=self.get_redirect_url(), **context)

    def form_valid(self, form):
        entering = self.request.half_known_user
        if self.app:
            let_in(self.request, self.person, form.device)
        if self.app and entering:
            return redirect(self.get_success_url())
        sessions.confirm(self.request.session)
        return self._to_set_up() if entering else redirect(self.get_success_url())

    def _to_set_up(self):
        return redirect(f"{reverse('second_factor_set_up')}?{urlencode({'next': self.get_success_url()})}")
