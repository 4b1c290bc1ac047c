"""What the pages about one's own login have in common."""

from urllib.parse import urlencode

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import redirect
from django.urls import reverse
from django.views.generic.base import ContextMixin, View
from django_otp import login as remember_device

from site_core.accounts import second_factor, sessions


def ask_for_proof(request):
    """Lead to the page that asks who this is, and from there back here."""
    return redirect(f"{reverse('second_factor_proof')}?{urlencode({'next': request.get_full_path()})}")


def let_in(request, person, device) -> None:
    """Make the session that of the person in full: this device has shown it."""
    request.user = person  # only from its own user does django_otp take a device
    remember_device(request, device)
    request.session.cycle_key()


class PersonView(ContextMixin, View):
    """A page for whoever has given the right password for the admin. `person` is who that is."""

    def dispatch(self, request, *args, **kwargs):
        self.person = request.half_known_user or request.user
        if not self.person.has_perm("wagtailadmin.access_admin"):
            return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))
        self.app = second_factor.app_of(self.person)
        return self.hinder(request) or super().dispatch(request, *args, **kwargs)

    def hinder(self, request):
        """Return a response instead of the page, or None."""

    def get_context_data(self, **context):
        layout = "door" if self.request.half_known_user else "desk"
        return super().get_context_data(
            layout=f"accounts/layouts/{layout}.html", person=self.person, app=self.app, **context
        )


class ConfirmedView(PersonView):
    """A page that can change the second factor: whoever sees it has shown just now who they are."""

    def hinder(self, request):
        if not sessions.is_confirmed(request.session) or (self.app and request.half_known_user):
            return ask_for_proof(request)
        return None
