"""Asks the site, as somebody who is not logged in, for everything it might say, and listens for words."""

import re

from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.models import Page

METHODS = ("get", "head", "options", "post")
ACCEPTED = ("text/html", "application/json", "text/markdown", "application/rss+xml", "*/*")


def answers(planted, words):
    """(what was asked, bytes of the whole answer) for every address, method, form and word."""
    client = Client(raise_request_exception=False)
    for url in sorted(addresses(planted)):
        for method in METHODS:
            yield f"{method} {url}", _bytes(getattr(client, method)(url))
        for accept in ACCEPTED:
            yield f"{accept} of {url}", _bytes(client.get(url, HTTP_ACCEPT=accept))
    for word in words:
        for query in (word, word[:5]):
            yield f"search for {query}", _bytes(client.get("/search/", {"q": query})).replace(query.encode(), b"")


def addresses(planted) -> set[str]:
    """From the resolver, from the sitemap and a crawl, and where the secret objects would be or were."""
    found = _crawl({"/", "/sitemap.xml", "/robots.txt", *_of_resolver(planted)})
    for thing in planted:
        own = {thing.get_url() or ""} if isinstance(thing, Page) else {getattr(thing, "address", "")}
        found |= {variant for url in own | _of_draft(thing) if url for variant in _variants(url)}
    return found


def _of_resolver(planted):
    """Every pattern outside the admin, its arguments filled with what the secret objects have."""
    keys = {str(thing.pk) for thing in planted} | {thing.slug for thing in planted if hasattr(thing, "slug")}
    for route in _routes(get_resolver()):
        if route.startswith("admin/"):
            continue
        if "<" not in route and "(" not in route:
            yield f"/{route}"
        else:
            yield from (f"/{re.sub(r'<[^>]+>', key, route)}" for key in keys if "(" not in route)


def _routes(resolver, before=""):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def _of_draft(thing):
    draft = thing.get_latest_revision_as_object()
    return {draft.get_url() or "" if isinstance(draft, Page) else getattr(draft, "address", "")}


def _variants(url):
    return {
        url,
        url.rstrip("/"),
        f"{url}?preview=1",
        url.upper(),
        url.replace("/", "//", 1),
        f"/.{url}",
        f"{url}index.html",
    }


def _crawl(waiting):
    client, found = Client(raise_request_exception=False), set()
    while waiting:
        url = waiting.pop()
        found.add(url)
        body = client.get(url).content.decode(errors="replace") if not url.startswith("/media/") else ""
        links = re.findall(r'(?:href|src|srcset|action|content)="([^" ]+)|<loc>([^<]+)', body)
        local = {re.sub(r"^https?://[^/]+", "", a or b).split("#")[0] for a, b in links}
        waiting |= {link for link in local if link.startswith("/") and not link.startswith("/static/")} - found
    return found


def _bytes(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = f"{response.status_code} {response.reason_phrase} {dict(response.items())}"
    return head.encode() + body
