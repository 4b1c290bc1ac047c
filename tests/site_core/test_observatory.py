"""What the Observatory would give, on live answers over TLS, with the settings of a deployment."""

import http.client
import ssl
import threading
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

import pytest
import trustme
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.wsgi import get_wsgi_application
from django.db import connections
from django.test import override_settings

from site_core.settings import https
from tests import observatory, whole_site
from tests.observatory import Answer

ENOUGH = 150
DEPLOYED = {name: getattr(https, name) for name in dir(https) if name.isupper()}

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = False

    def process_request_thread(self, request, client_address):
        try:
            super().process_request_thread(request, client_address)
        finally:
            connections.close_all()


class QuietHandler(WSGIRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def deployed():
    """The site on two ports of this machine, as `(http, https, context)`: plain, and with a certificate of a minute."""
    authority = trustme.CA()
    certificate, trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("localhost").configure_cert(certificate)
    authority.configure_trust(trusting)
    with override_settings(**DEPLOYED):
        plain, secure = (_serve(context) for context in (None, certificate))
        yield plain.server_port, secure.server_port, trusting
        for server in (plain, secure):
            server.shutdown()
            server.server_close()


def _serve(context):
    server = Server(("localhost", 0), QuietHandler)
    server.set_app(StaticFilesHandler(get_wsgi_application()))
    if context:
        server.base_environ["HTTPS"] = "on"
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever).start()
    return server


def fetch(deployed, path):
    plain, secure, trusting = deployed
    answer = _get(http.client.HTTPSConnection("localhost", secure, context=trusting), path)
    redirect = _get(http.client.HTTPConnection("localhost", plain), path)
    url = f"https://localhost:{plain}{path}"
    headers = {name.lower(): value for name, value in answer.getheaders()}
    return Answer(
        url,
        answer.status,
        headers,
        answer.headers.get_all("Set-Cookie") or [],
        answer.text,
        redirect.headers["Location"],
    )


def _get(connection, path):
    connection.request("GET", path)
    response = connection.getresponse()
    response.text = response.read().decode()
    connection.close()
    return response


def test_points(deployed, capsys):
    pages = whole_site.build().pages
    asked = {"home": "/", "article": pages["ArticlePage"], "product": pages["a product"], "search": pages["a search"],
             "404": "/no-such-page/", "login": "/admin/login/"}  # fmt: skip
    answers = {name: fetch(deployed, path) for name, path in asked.items()}
    assert {name: answer.status for name, answer in answers.items()} == dict.fromkeys(asked, 200) | {"404": 404}
    scores = {name: observatory.score(answer) for name, answer in answers.items()}
    with capsys.disabled():
        print("\nObservatory: " + ", ".join(f"{name} {score}" for name, score in scores.items()))
    short = {name: observatory.points(answers[name]) for name, score in scores.items() if score < ENOUGH}
    assert short == {}


BEST = {
    "content-security-policy": "default-src 'none'; script-src 'self'; frame-ancestors 'none'",
    "strict-transport-security": "max-age=63072000",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-opener-policy": "same-origin",
}


def answer(headers=None, cookies=(), html='<script src="/a.js" integrity="sha384-x">', redirect="https://x/"):
    return Answer("https://x/", 200, BEST | (headers or {}), list(cookies), html, redirect)


GOOD = "__Host-sessionid=1; Secure; HttpOnly; SameSite=Lax; Path=/"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (answer(), 155),
        (answer(cookies=[GOOD]), 160),
        (answer(cookies=[GOOD.replace("HttpOnly; ", "")]), 60),
        (answer(cookies=["csrftoken=1; Path=/"]), 80),
        (answer(html="<p>"), 150),
        (answer(html='<script src="/a.js">'), 150),
        (answer(html='<script src="//cdn.example/a.js">'), 50),
        (answer(redirect="http://x/"), 80),
        (
            answer(
                {"content-security-policy": "default-src 'none'; script-src 'unsafe-inline'; frame-ancestors 'none'"}
            ),
            80,
        ),
        (answer({"content-security-policy": "default-src 'self'; frame-ancestors 'none'"}), 150),
        (answer({"content-security-policy": ""}), 55),
        (answer({"cross-origin-embedder-policy": "unsafe-none"}), 145),
        (answer({"strict-transport-security": ""}), 80),
        (answer({"referrer-policy": "unsafe-url"}), 145),
    ],
)
def test_the_table_itself(given, expected):
    assert observatory.score(given) == expected
