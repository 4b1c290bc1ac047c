"""What a browser remembers of its visit to one link: that it knew the pass phrase, and the guest's name.

No session: nothing about guests is kept on the server but what they say. The cookie goes to this link's address alone
and to no request that another site has begun.
"""

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from site_core.accounts.addresses import client_address
from site_core.accounts.throttle import HOUR, Limit

from .models import ReviewLink

COOKIE, SALT = "review", "site_core.review.visit"
# Of one guest at one link, and of everybody at it.
PHRASES = Limit("pass phrase", tries=5, wait=HOUR / 4)
PHRASES_OF_ALL = Limit("pass phrase of a link", tries=50, wait=HOUR)
ANSWERS = Limit("answers", tries=60, wait=HOUR / 4, window=HOUR)


def limits(request: HttpRequest, link: ReviewLink) -> tuple:
    """The strict and the wide count of pass phrases tried."""
    return PHRASES.of(link.pk, client_address(request)), PHRASES_OF_ALL.of(link.pk)


def read(request: HttpRequest, link: ReviewLink) -> dict:
    """What this browser remembers of the link, as far as we have signed it."""
    try:
        found = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT)
    except signing.BadSignature:
        return {}
    return found if found.get("link") == link.pk else {}


def may_read(request: HttpRequest, link: ReviewLink) -> bool:
    """Whether no pass phrase is asked for, or this browser has given the one that is."""
    return not link.pass_phrase or constant_time_compare(read(request, link).get("knows", ""), _proof(link))


def remember(request: HttpRequest, response: HttpResponse, link: ReviewLink, **what: str) -> None:
    """Let the browser remember this besides what it does already."""
    value = {**read(request, link), "link": link.pk, **what}
    response.set_cookie(
        COOKIE,
        signing.dumps(value, salt=SALT),
        max_age=int((link.expires_at - timezone.now()).total_seconds()),
        path=request.path,
        secure=request.is_secure(),
        httponly=True,
        samesite="Strict",
    )


def remember_phrase(request: HttpRequest, response: HttpResponse, link: ReviewLink) -> None:
    remember(request, response, link, knows=_proof(link))


def _proof(link):
    return salted_hmac(SALT, f"{link.pk} {link.pass_phrase}", algorithm="sha256").hexdigest()
