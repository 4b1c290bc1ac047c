"""Requests that arrive damaged are refused in words: 400, 413 or 414, never 500, and an editor's text is shown back.

Wagtail reads the forms of its editors as if only its own scripts wrote them, and fails over what is cut or mixed up.
"""

import logging
import re
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.db import DataError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext

from .damaged import words_of

logger = logging.getLogger(__name__)

LONGEST_TARGET = 4094  # bytes of path and query, as gunicorn has it
LARGEST_BODY = 64 * 1024  # bytes, of whoever has no session
LARGEST_UPLOAD = 25 * 1024**2  # bytes, of editors
# Django spells bytes that are no UTF-8 so.
BROKEN = re.compile(r"\0|%[89A-F][0-9A-F]")
MOST_ROWS = 5000  # of one list in a form
DAMAGE = (ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError, DataError)
# Where Wagtail reads what was sent, and where it shows a form again that was refused.
READING = {"value_from_datadict", "full_clean", "is_valid", "get_value_data"}


class BadRequestMiddleware:
    """Refuses what no part of the site could answer, before anything asks the database."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        if getattr(request, "is_dummy", False):  # a preview: made here, not sent by anybody
            return self.get_response(request)
        if _is_too_long(request):
            return _refusal(414, gettext("Address too long"), gettext("No page of ours has an address that long."))
        if self._is_too_large(request):
            return _refusal(413, gettext("Too much at once"), gettext("That is more than we can take in one go."))
        if _is_damaged(request):
            return _refusal(400)
        return self.get_response(request)

    def _is_too_large(self, request):
        is_editor = request.path_info.startswith(self.admin) and settings.SESSION_COOKIE_NAME in request.COOKIES
        length = request.META.get("CONTENT_LENGTH") or "0"
        return length.isdecimal() and int(length[:20]) > (LARGEST_UPLOAD if is_editor else LARGEST_BODY)


def _is_too_long(request):
    target = request.META.get("RAW_URI") or request.get_full_path()
    return len(target) > LONGEST_TARGET


def _is_damaged(request):
    query = unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1"))
    # A cookie in quotes may hold a NUL that is written \000.
    cookies = "".join(request.COOKIES.values())
    return bool(BROKEN.search(request.path_info)) or not _is_text(query) or "\0" in cookies


def _is_text(raw):
    try:
        return "\0" not in raw.decode()
    except UnicodeDecodeError:
        return False


def _refusal(status, title="", text=""):
    return render(None, "400.html", {"status": status, "title": title, "text": text}, status=status)


class DamagedFormMiddleware:
    """Answers editors whose form cannot be read. Stands inside whatever knows who asks."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Refuse what would keep Wagtail busy for minutes, or what PostgreSQL cannot hold."""
        if self._is_form(request) and any(_is_unreadable(*row) for row in request.POST.lists()):
            return damaged_form(request)
        return None

    def process_exception(self, request, exception):
        if not (self._is_form(request) and isinstance(exception, DAMAGE) and _fell_while_reading(exception)):
            return None
        logger.warning("A damaged form at %s", request.path, exc_info=exception)
        return damaged_form(request)

    def _is_form(self, request):
        return request.method == "POST" and request.path_info.startswith(self.admin)


def _is_unreadable(key, values):
    if "\0" in key or any("\0" in value for value in values):
        return True
    if key.endswith(("-count", "-TOTAL_FORMS", "-INITIAL_FORMS")):
        return not all(value.isascii() and value.isdigit() and int(value[:9]) <= MOST_ROWS for value in values)
    return False


def _fell_while_reading(exception):
    """Whether it comes from reading the form. Anything later is a fault of ours, and some of it may be saved."""
    frame = exception.__traceback__
    while frame:
        if frame.tb_frame.f_code.co_name in READING:
            return True
        frame = frame.tb_next
    return False


def damaged_form(request: HttpRequest) -> HttpResponse:
    """A 400 that says that nothing was saved, and shows the words that came; JSON for scripts that ask for it."""
    message = gettext("The form arrived damaged. Nothing was saved: copy your text, reload the page and paste it.")
    if "json" in request.headers.get("Accept", "") or "preview" in request.resolver_match.url_name:
        error = {"success": False, "error_code": "damaged_form", "error_message": message}
        return JsonResponse({**error, "is_valid": False, "is_available": False}, status=400)
    if not request.user.has_perm("wagtailadmin.access_admin"):
        return _refusal(400)
    return render(request, "site_core/damaged_form.html", {"words": words_of(request.POST)}, status=400)
