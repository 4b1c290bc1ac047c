"""Addresses outside are asked politely and safely, and never by a test: here they are answered on this machine."""

import threading
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.core.management import call_command
from wagtail.rich_text import RichText

from site_core.gate import outside
from site_core.gate.models import LinkCheck
from tests.factories import ArticlePageFactory, ProductFactory

pytestmark = pytest.mark.django_db


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.server.asked.append((self.command, self.path, self.headers["Host"]))
        if self.path == "/slow":
            return self.drip()
        known = {"/gone": 404, "/shy": 405 if self.command == "HEAD" else 200, "/moved": 301}
        self.send_response(known.get(self.path, 200))
        self.send_header("Location", "http://127.0.0.1/secret")
        self.end_headers()

    do_GET = do_HEAD

    def drip(self):
        """An answer that never comes to its end, and never stops coming either."""
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Slow: ")
        try:
            while not self.server.cut.wait(0.05) and self.server.patience:
                self.server.patience -= 1
                self.wfile.write(b"x")
        except ConnectionError:
            self.server.cut.set()

    def log_message(self, *args):
        pass


@pytest.fixture
def server(monkeypatch):
    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        server.asked, server.cut, server.patience = [], threading.Event(), 100
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        monkeypatch.setattr(outside, "public_address", lambda host, port: server.server_address)
        yield server
        server.shutdown()
        thread.join()


def test_answers(server):
    asked = {path: outside.ask(f"http://shop.example{path}") for path in ("/", "/gone", "/shy?a=1", "/shy", "/moved")}
    assert asked == {"/": 200, "/gone": 404, "/shy?a=1": 200, "/shy": 200, "/moved": 301}
    assert ("HEAD", "/shy?a=1", "shop.example") in server.asked
    assert not [path for _command, path, _host in server.asked if path == "/secret"]


def test_who_answers_a_letter_at_a_time_does_not_keep_the_worker(server, monkeypatch):
    monkeypatch.setattr(outside, "TIMEOUT", 0.3)
    with suppress(OSError):  # a line that is cut may also be heard as one that was reset
        outside.ask("http://shop.example/slow")
    assert server.cut.wait(5)


@pytest.mark.parametrize(
    "url",
    ["ftp://a.example/", "http://a.example:8080/", "https://user@a.example/", "file:///etc/passwd", "http:///x"],
)
def test_what_is_not_an_address_of_the_web_is_not_asked(url):
    with pytest.raises(outside.NotToBeAsked):
        outside.ask(url)


@pytest.mark.parametrize("host", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "192.168.0.1", "::1", "fd00::1"])
def test_private_networks_are_not_asked(host):
    with pytest.raises(outside.NotToBeAsked):
        outside.public_address(host, 80)


def test_one_private_address_among_others_is_enough(monkeypatch):
    found = [(2, 1, 6, "", ("93.184.215.14", 80)), (2, 1, 6, "", ("10.0.0.1", 80))]
    monkeypatch.setattr(outside.socket, "getaddrinfo", lambda *args, **kwargs: found)
    with pytest.raises(outside.NotToBeAsked):
        outside.public_address("rebinding.example", 80)


def test_dead_after_two_failures(server):
    for path in ("gone", "here"):
        LinkCheck.objects.create(url=f"http://shop.example/{path}")
    assert outside.ask_some() == 2
    assert not LinkCheck.objects.dead().exists()
    assert outside.ask_some() == 0
    LinkCheck.objects.update(checked_at=None)
    outside.ask_some()
    assert [check.url for check in LinkCheck.objects.dead()] == ["http://shop.example/gone"]


def test_when_our_own_line_is_down_nothing_is_held_against_anybody(monkeypatch):
    def fail(url):
        raise OSError

    monkeypatch.setattr(outside, "ask", fail)
    LinkCheck.objects.create(url="http://shop.example/")
    outside.ask_some()
    assert LinkCheck.objects.get().failures == 0


def test_addresses_of_what_is_published_are_listed(settings):
    LinkCheck.objects.create(url="https://forgotten.example/")
    html = f'<p><a href="https://read.example/">x</a><a href="{settings.SITE_URL}/shop/">y</a><a href="/z/">z</a></p>'
    ArticlePageFactory(body=[("section", RichText(html))])
    ArticlePageFactory(draft=True, body=[("section", RichText(html.replace("read", "draft")))])
    ProductFactory(outbound_url="https://merchant.example/thing")
    call_command("list_links")
    assert {check.url for check in LinkCheck.objects.all()} == {
        "https://read.example/",
        "https://merchant.example/thing",
    }
    call_command("check_links", verbosity=0)
    assert not LinkCheck.objects.filter(checked_at__isnull=False).exists()
