"""Asks whether anybody still answers at the addresses outside that published pages lead to.

Politely: each address once a week, a few at a time, its first line of answer only. Safely: an editor may write any
address, so only what everybody can reach is asked, at the very address that was looked at, and no redirect is followed.
"""

import http.client
import ipaddress
import socket
import ssl
import threading
from contextlib import contextmanager, suppress
from datetime import timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone
from django.utils.encoding import iri_to_uri

from .models import LinkCheck

AT_A_TIME = 5
TIMEOUT = 4  # s; with the above, the longest that the worker is kept from its other duties is half a minute
AGAIN_AFTER = timedelta(days=7)
GONE = {404, 410}
PORTS = {"http": 80, "https": 443}


class NotToBeAsked(Exception):
    """The address is not one that everybody can reach."""


def ask_some() -> int:
    """Ask the addresses that were not asked for longest, and return how many. Those never asked come first.

    If nobody answers at any of them it is our own line that is down, and nothing is held against them.
    """
    due = Q(checked_at=None) | Q(checked_at__lt=timezone.now() - AGAIN_AFTER)
    waiting = LinkCheck.objects.filter(due).order_by(F("checked_at").asc(nulls_first=True), "pk")[:AT_A_TIME]
    answers = {check: _answer(check.url) for check in waiting}
    down = bool(answers) and not any(answers.values())
    for check, status in answers.items():
        failed = status == 0 or status in GONE
        check.failures = check.failures if status is None or down else check.failures + 1 if failed else 0
        check.status, check.checked_at = status or None, timezone.now()
        check.save()
    return len(answers)


def _answer(url):
    """The status of the answer; 0 if there was none, None if we do not ask there."""
    try:
        return ask(url)
    except NotToBeAsked:
        return None
    except (OSError, http.client.HTTPException, UnicodeError, ValueError):
        return 0


def ask(url: str) -> int:
    """The status with which this address answers. Raises NotToBeAsked, or whatever keeps it from answering."""
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname or parts.username:
        raise NotToBeAsked(url)
    if parts.port not in (None, PORTS[parts.scheme]):
        raise NotToBeAsked(url)
    address = public_address(parts.hostname, PORTS[parts.scheme])
    target = iri_to_uri((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
    status = _request(parts, address, "HEAD", target)
    return _request(parts, address, "GET", target) if status in (403, 405, 501) else status


def public_address(host: str, port: int) -> tuple[str, int]:
    """Where to connect to. Raises NotToBeAsked if this name leads, also only among others, into a private network."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_rest, (address, *_more) in found:
        number = ipaddress.ip_address(address.split("%")[0])
        if not number.is_global or number.is_multicast:
            raise NotToBeAsked(host)
    return found[0][4][0], port


def _request(parts, address, method, target):
    connection = http.client.HTTPConnection(parts.hostname, timeout=TIMEOUT)
    with _line(address) as line, _secured(line, parts) as connection.sock:
        name = f"{settings.WAGTAIL_SITE_NAME} link check (+{settings.SITE_URL})"
        connection.request(method, target, headers={"User-Agent": name, "Connection": "close"})
        with connection.getresponse() as response:
            return response.status


@contextmanager
def _line(address):
    """A connection that is cut when its time is up. A timeout alone begins anew with every letter of an answer."""
    with socket.create_connection(address, timeout=TIMEOUT) as line, line.dup() as same:
        patience = threading.Timer(TIMEOUT, _cut, [same])
        patience.start()
        try:
            yield line
        finally:
            patience.cancel()
            patience.join()


def _cut(line):
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)


def _secured(line, parts):
    if parts.scheme == "http":
        return line
    return ssl.create_default_context().wrap_socket(line, server_hostname=parts.hostname)
