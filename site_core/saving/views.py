"""A login without leaving the form: the same forms, limits and second factor as the pages for it."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.utils.translation import gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_POST

from site_core.accounts import second_factor
from site_core.accounts.addresses import client_address
from site_core.accounts.forms import CodeForm, LoginForm
from site_core.accounts.throttle import TooManyTries
from site_core.accounts.views.pages import let_in

from .confirmed import confirmed_of

IN, CODE, SET_UP, OUT = "in", "code", "set-up", "out"


@never_cache
@require_GET
def session(request: HttpRequest) -> HttpResponse:
    """Who this browser is at the moment, what is still to be shown, and a token for the next request."""
    person = request.half_known_user or request.user
    return JsonResponse(
        {
            "state": _state(request),
            "user": person.pk,
            "name": person.get_username(),
            "token": get_token(request),
            "confirmed": confirmed_of(request),
        }
    )


def _state(request):
    if request.half_known_user:
        return CODE if second_factor.app_of(request.half_known_user) else SET_UP
    return IN if request.user.has_perm("wagtailadmin.access_admin") else OUT


@sensitive_post_parameters()
@never_cache
@require_POST
def password(request: HttpRequest) -> HttpResponse:
    """Take a name and password. Whether that is enough, the next question after the session says."""
    form = LoginForm(request, data=request.POST)
    return _answer(form, lambda: _begin(request, form.get_user()))


def _begin(request, user):
    login(request, user)
    request.session.set_expiry(0)


@sensitive_post_parameters()
@never_cache
@require_POST
def code(request: HttpRequest) -> HttpResponse:
    """Take the code of whoever has shown the password in this session."""
    person = request.half_known_user
    if _state(request) != CODE:
        return _refusal(gettext("Please give your password again."), 403)
    form = CodeForm(request.POST, person=person, address=client_address(request))
    return _answer(form, lambda: let_in(request, person, form.device))


def _answer(form, come_in):
    try:
        if not form.is_valid():
            return _refusal(" ".join(text for texts in form.errors.values() for text in texts), 400)
    except TooManyTries as closed:
        wait = ngettext("Wait %(count)s minute.", "Wait %(count)s minutes.", closed.minutes)
        said = f"{gettext('Too many tries.')} {wait % {'count': closed.minutes}}"
        response = _refusal(said, 429)
        response["Retry-After"] = str(closed.seconds)
        return response
    come_in()
    return JsonResponse({"success": True})


def _refusal(text, status):
    return JsonResponse({"success": False, "error_message": text}, status=status)
