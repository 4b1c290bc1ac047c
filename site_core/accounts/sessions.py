"""How long a session lives. That it ends with a change of password or role is in User."""

import time
from datetime import timedelta

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.utils import timezone

BEGAN, SEEN, CONFIRMED = "accounts.began", "accounts.seen", "accounts.confirmed"

TO_GIVE_CODE = timedelta(minutes=15)
TO_CHANGE_SECOND_FACTOR = timedelta(minutes=10)
BETWEEN_TOUCHES = timedelta(minutes=5)


def begin(session: SessionBase) -> None:
    """Start the clock of a login."""
    session[BEGAN] = session[SEEN] = int(time.time())
    session.pop(CONFIRMED, None)


def is_over(session: SessionBase, *, awaits_code: bool) -> bool:
    """Whether the login is too old, however busy its session was."""
    limit = TO_GIVE_CODE.total_seconds() if awaits_code else settings.SESSION_ABSOLUTE_AGE
    return _age(session, BEGAN) > limit


def touch(session: SessionBase) -> None:
    """Move the end of an idle session on. Not at every request, as each time is a row written."""
    if _age(session, SEEN) > BETWEEN_TOUCHES.total_seconds():
        session[SEEN] = int(time.time())


def confirm(session: SessionBase) -> None:
    """Note that the person has just shown who they are, so that the second factor may be changed."""
    session[CONFIRMED] = int(time.time())


def is_confirmed(session: SessionBase) -> bool:
    return _age(session, CONFIRMED) <= TO_CHANGE_SECOND_FACTOR.total_seconds()


def end_all(user, keep: SessionBase | None = None) -> None:
    """End every session of this user but the one to keep."""
    kept = keep.session_key if keep else None
    for session in Session.objects.filter(expire_date__gt=timezone.now()).exclude(pk=kept):
        if session.get_decoded().get(SESSION_KEY) == str(user.pk):
            session.delete()


def _age(session: SessionBase, mark: str) -> float:
    """Seconds since the mark was set; endless where it never was."""
    return time.time() - session[mark] if mark in session else float("inf")
