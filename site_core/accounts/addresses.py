"""Where a request comes from, as far as it can be believed."""

import ipaddress

from django.conf import settings


def client_address(request) -> str:
    """The client's address: what the last trusted proxy saw, or who is connected where there is none.

    What stands further left in X-Forwarded-For was written by whoever asks, and is not read. Of an IPv6 address the
    network is returned, as one household has 2⁶⁴ of them.
    """
    proxies = settings.TRUSTED_PROXIES
    seen = [one.strip() for one in request.headers.get("x-forwarded-for", "").split(",")]
    found = seen[-proxies] if 0 < proxies <= len(seen) else ""
    return _place(found) or _place(request.META.get("REMOTE_ADDR", "")) or "unknown"


def _place(text: str) -> str:
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return ""
    if address.version == 4:
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return str(ipaddress.ip_network((int(address), 64), strict=False))
