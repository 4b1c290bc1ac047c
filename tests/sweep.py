"""Asks the site, as somebody who is not logged in, for everything it might say."""

import re
from collections.abc import Iterator

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from site_core.models import SiteDocument, SiteImage

OPEN = {"/", "/sitemap.xml", "/robots.txt", "/articles/in-the-open/", "/shop/"}
METHODS = ("head", "options", "post", "put", "delete")
ACCEPTED = ("application/json", "text/markdown", "application/rss+xml", "image/*", "*/*;q=0.1")


def answers(planted, queries, thorough=True) -> Iterator[tuple[str, bytes]]:
    """(what was asked, the whole answer): each of these searched for, and every address there is.

    `thorough`: also in each spelling, by each method and in each form.
    """
    client = Client(raise_request_exception=False)
    theirs = {url for thing in planted for url in addresses_of(thing)}
    near = {variant for url in theirs for variant in _variants(url)} if thorough else theirs
    for old in Redirect.objects.values_list("old_path", flat=True):
        yield old, _bytes(client.get(old))
    yield from _crawl(client, OPEN | near | {*_of_resolver(planted)})
    for url in sorted(OPEN | theirs) if thorough else ():
        for method in METHODS:
            yield f"{method} {url}", _bytes(getattr(client, method)(url))
        for accept in ACCEPTED:
            yield f"{accept} of {url}", _bytes(client.get(url, HTTP_ACCEPT=accept))
    for query in queries:
        yield f"search for {query}", _bytes(client.get("/search/", {"q": query}))


def answers_under(address) -> Iterator[tuple[str, bytes]]:
    """(what was asked, the whole answer): this page, and what it shows or leads to below its own address."""
    client = Client(raise_request_exception=False)
    page = _bytes(client.get(address))
    yield address, page
    for link in sorted({link for link in _links(page.decode()) if link.startswith(address) and link != address}):
        yield link, _bytes(client.get(link))


def addresses_of(thing) -> set[str]:
    """Where readers find it, or would if it and its draft were published."""
    return {url for one in (thing, thing.get_latest_revision_as_object()) if (url := _address(one))}


def _address(thing):
    return thing.get_url() if isinstance(thing, Page) else getattr(thing, "address", None)


def files() -> dict[str, str]:
    """Address -> title, of every file of a picture or document."""
    named = {}
    for image in SiteImage.objects.prefetch_related("renditions"):
        for file in (image.file, *(rendition.file for rendition in image.renditions.all())):
            named[settings.MEDIA_URL + file.name] = image.title
    for document in SiteDocument.objects.all():
        named |= dict.fromkeys([document.url, settings.MEDIA_URL + document.file.name], document.title)
    return named


def _of_resolver(planted):
    """Every pattern outside the admin, its arguments filled with what the secret objects have."""
    keys = {str(thing.pk) for thing in planted}
    names = {thing.slug for thing in planted if hasattr(thing, "slug")}
    for route in _routes(get_resolver()):
        if route.startswith("admin/"):
            continue
        if "<" not in route and "(" not in route:
            yield f"/{route}"
        elif "(" not in route:
            yield from (f"/{re.sub(r'<[^>]+>', key, route)}" for key in (keys if "<int:" in route else names | keys))


def _routes(resolver, before=""):
    for pattern in resolver.url_patterns:
        route = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from _routes(pattern, route)
        elif isinstance(pattern, URLPattern):
            yield route


def _variants(url):
    return {
        url,
        url.rstrip("/"),
        f"{url}?preview=1",
        f"{url}?page=2",
        url.upper(),
        url.replace("/", "//", 1),
        f"/.{url}",
        f"{url}index.html",
        f"{url}feed/",
    }


def _crawl(client, waiting):
    """Each of these, and all that they lead to."""
    found = set(waiting)
    waiting = sorted(waiting)
    while waiting:
        url = waiting.pop()
        answer = _bytes(client.get(url))
        yield url, answer
        new = {link for link in _links(answer.decode(errors="replace")) if link not in found}
        found |= new
        waiting += new


def _links(text):
    for a, b, several in re.findall(r'(?:href|src|action|content)="([^" ]+)|<loc>([^<]+)|srcset="([^"]+)', text):
        for link in (a, b, *several.replace(",", " ").split()):
            local = re.sub(r"^https?://[^/]+", "", link).split("#")[0]
            if local.startswith("/") and not local.startswith("/static/"):
                yield local


def _bytes(response):
    body = b"".join(response.streaming_content) if response.streaming else response.content
    head = f"{response.status_code} {response.reason_phrase} {dict(response.items())}"
    return head.encode() + body
