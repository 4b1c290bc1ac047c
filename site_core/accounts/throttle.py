"""How often something may be tried before one has to wait, and for how long."""

import logging
import math
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from .models import Tally

logger = logging.getLogger(__name__)

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


class TooManyTries(Exception):
    """Answered with 429 by the middleware."""

    def __init__(self, what: str, seconds: int):
        super().__init__(f"{what}: wait {seconds} s")
        self.what = what
        self.seconds = seconds

    @property
    def minutes(self) -> int:
        return math.ceil(self.seconds / 60)


@dataclass(frozen=True)
class Limit:
    """So many tries within a window, then a wait that doubles each time, up to a day."""

    name: str
    tries: int
    wait: timedelta
    window: timedelta = DAY

    def of(self, *who: object) -> "Count":
        # Keyed and hashed: now and then a password is typed where the user name belongs.
        key = salted_hmac(__name__, "\n".join([self.name, *map(str, who)]), algorithm="sha256").hexdigest()
        return Count(self, key)


@dataclass(frozen=True)
class Count:
    """How one client stands with a limit."""

    limit: Limit
    key: str

    def take(self) -> None:
        """Count a try before it is made, so that tries at the same moment cannot all pass. Raises TooManyTries."""
        now = timezone.now()
        with transaction.atomic():
            fresh = {"since": now, "closed_until": now, "forget_at": now}
            tally, _created = Tally.objects.select_for_update().get_or_create(key=self.key, defaults=fresh)
            self._refuse(tally, now)
            self._add(tally, now)
            tally.save()
        if tally.closed_until > now:
            logger.warning("Too many tries (%s): closed until %s", self.limit.name, tally.closed_until.isoformat())
            Tally.objects.filter(forget_at__lt=now).delete()

    def refuse_if_closed(self) -> None:
        """Raise TooManyTries while one has to wait."""
        if tally := Tally.objects.filter(key=self.key).first():
            self._refuse(tally, timezone.now())

    def is_closed(self) -> bool:
        return Tally.objects.filter(key=self.key, closed_until__gt=timezone.now()).exists()

    def forget(self) -> None:
        """Begin anew, after a try that was right."""
        Tally.objects.filter(key=self.key).delete()

    def _refuse(self, tally: Tally, now: datetime) -> None:
        if tally.closed_until > now:
            raise TooManyTries(self.limit.name, math.ceil((tally.closed_until - now).total_seconds()))

    def _add(self, tally: Tally, now: datetime) -> None:
        if now - tally.since > self.limit.window:
            tally.tries, tally.since = 0, now
        tally.tries += 1
        if tally.tries >= self.limit.tries:
            self._close(tally, now)
        tally.forget_at = max(tally.closed_until, now) + DAY

    def _close(self, tally: Tally, now: datetime) -> None:
        if now > tally.closed_until + DAY:
            tally.waits = 0
        tally.closed_until = now + min(self.limit.wait * 2 ** min(tally.waits, 10), DAY)
        tally.waits += 1
        tally.tries, tally.since = 0, now


@contextmanager
def trial(strict: Count, *wide: Count) -> Iterator[None]:
    """Wrap a check that raises ValidationError for what is wrong.

    `strict` counts every try and begins anew after one that is right. `wide` counts only those that are wrong.
    Raises TooManyTries without making the check.
    """
    for count in wide:
        count.refuse_if_closed()
    strict.take()
    try:
        yield
    except ValidationError:
        for count in wide:
            with suppress(TooManyTries):
                count.take()
        raise
    strict.forget()
