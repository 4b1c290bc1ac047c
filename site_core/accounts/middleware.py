"""Nobody is anybody until all that their login asks for was shown."""

from functools import partial
from urllib.parse import urlencode

from asgiref.sync import sync_to_async
from django.contrib.auth.models import AnonymousUser
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from wagtail.admin.urls import password_reset

from . import second_factor, sessions
from .throttle import TooManyTries

# What one may reach in the admin with a password alone: the way in, the way out, and what those pages are drawn with.
WAYS_IN = {
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
    "wagtailadmin_javascript_catalog",
    "second_factor_proof",
    "second_factor_set_up",
    "saving_session",
    "saving_password",
    "saving_code",
} | {pattern.name for pattern in password_reset.urlpatterns}


class AccountsMiddleware:
    """Makes `request.user` anonymous while a second factor is missing, and when the login is too old.

    The user whose password alone is known is `request.half_known_user`, which only the views of the second factor read.
    So nothing else on the site, in the admin or outside it, can take them for the user.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        request.half_known_user = None
        request.user = SimpleLazyObject(partial(_known_user, request, request.user))
        request.auser = sync_to_async(lambda: request.user)
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """In the admin, lead whoever lacks the second factor to it."""
        if not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if request.user.is_authenticated:
            # An open tab asks every few seconds who else edits; that is not somebody at work.
            if request.resolver_match.namespace != "wagtailadmin_editing_sessions":
                sessions.touch(request.session)
        elif request.half_known_user and request.resolver_match.view_name not in WAYS_IN:
            here = request.get_full_path() if request.method == "GET" else reverse("wagtailadmin_home")
            return redirect(f"{reverse('second_factor_proof')}?{urlencode({'next': here})}")
        return None

    def process_exception(self, request, exception):
        if not isinstance(exception, TooManyTries):
            return None
        response = render(request, "accounts/too_many_tries.html", {"closed": exception}, status=429)
        response["Retry-After"] = str(exception.seconds)
        return response


def _known_user(request, user):
    if not user.is_authenticated:
        return user
    missing = second_factor.is_missing(user)
    if sessions.is_over(request.session, awaits_code=missing):
        request.session.flush()
        return AnonymousUser()
    if missing:
        request.half_known_user = user
        return AnonymousUser()
    return user
