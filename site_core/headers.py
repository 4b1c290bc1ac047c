"""The headers of every answer, set in this one place. docs/decisions/content-security-policy.md says why so.

What depends on the connection, the redirect to https and HSTS, is left to Django's SecurityMiddleware.
"""

import re
import secrets
from base64 import b64encode
from functools import cache
from hashlib import sha256

from django.conf import settings
from django.template.loader import get_template
from django.urls import reverse

SITE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# The rich text editor writes <style> elements, and shows pictures before they are uploaded.
ADMIN = SITE | {
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
}
FILE = {"default-src": "'none'", "sandbox": ""}
DATA = {"default-src": "'none'", "frame-ancestors": "'none'"}

ALWAYS = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
DOCUMENT = ALWAYS | {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
FOR_ANYONE = ALWAYS | {"Cross-Origin-Resource-Policy": "cross-origin"}
PRIVATE = "private, no-store"
GUESTS = "/review/"
# Whatever a review link answers, "not found" included: its address is a secret, and so is what it shows.
FOR_GUESTS = {
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class HeadersMiddleware:
    """Stands outermost, so that redirects, refusals and failures get their headers too."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.admin = reverse("wagtailadmin_home")
        self.login = (reverse("wagtailadmin_login"), reverse("wagtailadmin_password_reset"))
        self.files = (settings.MEDIA_URL, "/documents/")

    def __call__(self, request):
        response = self.get_response(request)
        in_admin = request.path_info.startswith(self.admin)
        # A preview is answered inside a view of the admin, so it comes by twice; what it is, the first time tells.
        if not getattr(response, "is_preview", False):
            response.is_preview = getattr(request, "is_preview", False)
            for name, value in self._headers(request, response, in_admin).items():
                response[name] = value
        if not request.path_info.startswith(settings.STATIC_URL):
            response["Cache-Control"] = caching(request, response, in_admin)
        return response

    def _headers(self, request, response, in_admin):
        if request.path_info.startswith(GUESTS):
            return self._by_kind(request, response, in_admin) | FOR_GUESTS
        return self._by_kind(request, response, in_admin)

    def _by_kind(self, request, response, in_admin):
        path = request.path_info
        if path.startswith(self.files) and response.status_code < 400:
            return FOR_ANYONE | {"Content-Security-Policy": written(FILE)}
        if in_admin or is_html(response):
            return self._document(response, in_admin and not path.startswith(self.login))
        return FOR_ANYONE | {"Content-Security-Policy": written(DATA)}

    def _document(self, response, for_editors):
        if settings.DEBUG and response.status_code >= 400:
            return DOCUMENT  # Django's pages about errors carry their own styles and scripts.
        if response.status_code == 500:
            policy = SITE | {"style-src": f"'self' {style_of_500()}"}
        elif for_editors:
            policy = ADMIN | nonce_for_inline_scripts(response)
        else:
            policy = SITE | frames_of(response)
        if response.is_preview:
            policy |= {"frame-ancestors": "'self'", "form-action": "'none'"}
        return DOCUMENT | framing(policy) | {"Content-Security-Policy": written(policy)}


def framing(policy: dict[str, str]) -> dict[str, str]:
    """What else a policy about frames asks for.

    Under COEP a page shows only frames that have it too: players do not, so neither do their pages, nor the previews
    of those, nor the admin that shows previews.
    """
    headers = {"X-Frame-Options": "SAMEORIGIN" if policy["frame-ancestors"] == "'self'" else "DENY"}
    return headers if "frame-src" in policy else headers | {"Cross-Origin-Embedder-Policy": "require-corp"}


def written(policy: dict[str, str]) -> str:
    """A policy as it stands in the header."""
    return "; ".join(f"{name} {value}".strip() for name, value in policy.items())


def is_html(response) -> bool:
    return response.get("Content-Type", "").startswith("text/html")


def caching(request, response, in_admin: bool) -> str:
    """Others may keep only what an anonymous reader asked for; the view says how long, or it is asked for anew."""
    asked_by_someone = settings.SESSION_COOKIE_NAME in request.COOKIES or request.method not in ("GET", "HEAD")
    for_a_guest = request.path_info.startswith(GUESTS)
    if in_admin or for_a_guest or asked_by_someone or response.cookies or response.is_preview:
        return PRIVATE
    if response.status_code >= 500:
        return "no-store"
    return response.get("Cache-Control", "public, max-age=0")


def frames_of(response) -> dict[str, str]:
    """The hosts whose players a page shows: `frame_hosts` in the context of its template."""
    hosts = (getattr(response, "context_data", None) or {}).get("frame_hosts")
    return {"frame-src": " ".join(sorted(hosts))} if hosts else {}


def nonce_for_inline_scripts(response) -> dict[str, str]:
    """Lets the inline scripts of Wagtail's own widgets run, each written as a bare `<script>`."""
    if response.streaming or not is_html(response) or b"<script>" not in response.content:
        return {}
    nonce = secrets.token_urlsafe(16)
    response.content = response.content.replace(b"<script>", f'<script nonce="{nonce}">'.encode())
    if "Content-Length" in response:
        response["Content-Length"] = str(len(response.content))
    return {"script-src": f"'self' 'nonce-{nonce}'"}


@cache
def style_of_500() -> str:
    """The hash of the style that the page for our own failures brings along."""
    style = re.search(r"<style>(.*?)</style>", get_template("500.html").template.source, re.DOTALL)[1]
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
