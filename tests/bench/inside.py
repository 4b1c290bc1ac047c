"""Queries, processor time and weight, measured through Django itself."""

import gzip
import re
import time
from contextlib import nullcontext
from pathlib import Path
from statistics import median

from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from site_core import door

ARTICLE = "/articles/six-slow-breaths-before-the-kettle-boils/"
PAGES = {
    "/": 12,
    ARTICLE: 14,
    "/articles/": 12,
    "/articles/category/mindfulness-and-calm/": 12,
    "/articles/tag/morning/": 12,
    "/authors/imogen-hartley/": 12,
    "/shop/": 12,
    "/shop/mindfulness-and-wellbeing/": 12,
    "/shop/product/brass-sound-bowl/": 12,
    "/search/?q=calm": 12,
    "/about/": 12,
}
ROUNDS = 40
DOORS = ["/", ARTICLE, "/articles/", "/shop/", "/search/?q=calm"]

Row = tuple[str, float, float | None]


def measure() -> list[Row]:
    """Rows of what, figure, limit (None: no limit is set)."""
    client = Client(SERVER_NAME="127.0.0.1")
    client.get("/")
    return [*_queries(client), *_time(client), *_door(client), *_weight(client)]


def _queries(client):
    for url, limit in PAGES.items():
        client.get(url)  # what a process learns once, as the ids of content types, is not what a page costs
        cache.clear()
        with door.as_reader(), CaptureQueriesContext(connection) as queries:  # as a web process, which connects so
            assert client.get(url).status_code == 200, url
        yield f"queries {url}", len(queries), limit


def _time(client):
    taken = []
    for _ in range(ROUNDS):
        cache.clear()
        before = time.process_time()
        client.get(ARTICLE)
        taken.append((time.process_time() - before) * 1000)
    yield "processor time of an uncached article, ms (median)", round(median(taken), 1), None


def _door(client):
    """What the reader's role costs: the same requests in turn as the reader and as the owner of the tables."""
    as_reader = door.DoorMiddleware.__call__
    taken = {as_reader: [], _as_owner: []}
    try:
        for n in range(2 * len(DOORS) * ROUNDS):
            door.DoorMiddleware.__call__ = (as_reader, _as_owner)[n % 2]
            taken[door.DoorMiddleware.__call__].append(_visit(client, DOORS[n // 2 % len(DOORS)], n % 2 == 0))
    finally:
        door.DoorMiddleware.__call__ = as_reader
    ratio = sum(taken[as_reader]) / sum(taken[_as_owner])
    yield "uncached pages as the reader, in parts of the owner's time", round(ratio, 3), 1.1


def _visit(client, url, as_reader):
    """Seconds for one page. A web process connects as the reader, so the change of roles is not part of it."""
    cache.clear()
    with door.as_reader() if as_reader else nullcontext():
        before = time.perf_counter()
        client.get(url)
        return time.perf_counter() - before


def _as_owner(self, request):
    return self.get_response(request)


def _weight(client):
    html = client.get(ARTICLE).content
    sources = set(re.findall(r'(?:src|href)="/static/([^"]+\.(?:css|js|woff2))"', html.decode()))
    files = {name: (Path(settings.STATIC_ROOT) / name).read_bytes() for name in sources}
    css_fonts = re.findall(
        r'url\("?[./]*(fonts/[^")]+)', "".join(f.decode() for n, f in files.items() if n.endswith("css"))
    )
    scripts = sum(_packed(f) for name, f in files.items() if name.endswith(".js"))
    styles = sum(_packed(f) for name, f in files.items() if name.endswith(".css"))
    fonts = sum((Path(settings.STATIC_ROOT) / name).stat().st_size for name in set(css_fonts))
    yield "HTML, CSS and JS of an article, KB gzip", round((_packed(html) + styles + scripts) / 1024, 1), 60
    yield "its JS, KB gzip", round(scripts / 1024, 1), 12
    yield "its fonts, KB", round(fonts / 1024, 1), 70


def _packed(data):
    return len(gzip.compress(data, 6))
