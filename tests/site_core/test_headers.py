"""Every kind of answer, with exactly the headers that docs/decisions/content-security-policy.md names."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
import wagtail
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from site_core.models import User
from site_core.settings import https
from tests import whole_site
from tests.factories import ArticlePageFactory, HomePageFactory

pytestmark = pytest.mark.django_db

SITE = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
ADMIN = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'self'; frame-src 'self'"
)
PLAIN = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "strict-origin-when-cross-origin"}
DOCUMENT = PLAIN | {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
EMBEDDER = {"Cross-Origin-Embedder-Policy": "require-corp"}
FOR_READERS = DOCUMENT | EMBEDDER | {"Content-Security-Policy": SITE, "X-Frame-Options": "DENY"}
FOR_EDITORS = DOCUMENT | {"Content-Security-Policy": ADMIN, "X-Frame-Options": "SAMEORIGIN"}
FOR_PREVIEWS = FOR_READERS | {
    "Content-Security-Policy": SITE.replace("frame-ancestors 'none'", "frame-ancestors 'self'").replace(
        "form-action 'self'", "form-action 'none'"
    ),
    "X-Frame-Options": "SAMEORIGIN",
}
FILE = PLAIN | {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
DATA = FILE | {"Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"}
KNOWN = {*FOR_READERS, "Strict-Transport-Security"}
ANEW, PRIVATE = "public, max-age=0", "private, no-store"
NONCE = re.compile(r" 'nonce-([\w-]{22})'")


@pytest.fixture
def site():
    return whole_site.build()


@pytest.fixture
def editor(admin_user):
    """The browser of somebody who is logged in, and may do everything."""
    client = Client()
    client.force_login(admin_user)
    return client


def security_headers(response):
    return {name: response[name] for name in KNOWN if name in response}


def assert_headers(response, expected, cache):
    assert security_headers(response) == expected
    assert response["Cache-Control"] == cache


def test_every_public_page(client, site):
    for name, address in site.pages.items():
        response = client.get(address)
        assert response.status_code == 200, name
        if "video" not in name:
            assert_headers(response, FOR_READERS, ANEW)
        assert not response.cookies, name
        assert "Cookie" not in response.get("Vary", ""), name


def test_a_logged_in_visitor_gets_the_same_bytes_for_himself_alone(client, editor, site):
    for name, address in site.pages.items():
        response = editor.get(address)
        assert response.content == client.get(address).content, name
        assert response["Cache-Control"] == PRIVATE, name


@pytest.mark.parametrize(
    ("method", "address", "extra", "status", "cache"),
    [
        ("get", "/no-such-page/", {}, 404, ANEW),
        ("get", "/media/no-such.jpg", {}, 404, ANEW),
        ("get", "/articles", {}, 301, ANEW),
        ("get", "/", {"HTTP_HOST": "evil.example"}, 400, ANEW),
        ("post", "/search/", {}, 405, PRIVATE),
        ("get", "/admin/login/", {}, 200, PRIVATE),
        ("get", "/admin/password_reset/", {}, 200, PRIVATE),
    ],
)
def test_refusals_and_redirects_are_no_exception(client, method, address, extra, status, cache):
    ArticlePageFactory()
    response = getattr(client, method)(address, **extra)
    assert response.status_code == status
    assert_headers(response, FOR_READERS, cache)
    assert "evil" not in str(response.headers) + response.content.decode()


def test_a_form_without_its_token_is_refused_with_headers():
    response = Client(enforce_csrf_checks=True).post("/admin/login/", {"username": "a"})
    assert response.status_code == 403
    assert_headers(response, FOR_READERS, PRIVATE)
    assert b"<style" not in response.content


@pytest.mark.parametrize("address", ["/", "/admin/"])
def test_the_page_for_our_own_failures_may_use_its_own_style_and_no_other(address, monkeypatch):
    HomePageFactory()
    for view in ("site_core.views.Site.find_for_request", "wagtail.admin.auth.reject_request"):
        monkeypatch.setattr(view, lambda *_: 1 / 0)
    response = Client(raise_request_exception=False).get(address)
    assert response.status_code == 500
    (style,) = re.findall(rb"<style>(.*?)</style>", response.content, re.DOTALL)
    allowed = f"style-src 'self' 'sha256-{b64encode(sha256(style).digest()).decode()}'"
    policy = SITE.replace("style-src 'self'", allowed)
    cache = "no-store" if address == "/" else PRIVATE
    assert_headers(response, FOR_READERS | {"Content-Security-Policy": policy}, cache)


@pytest.mark.parametrize("address", ["/robots.txt", "/sitemap.xml", "/healthz"])
def test_what_machines_read(client, address):
    HomePageFactory()
    assert_headers(client.get(address), DATA, ANEW)


def test_files_that_were_uploaded(client, editor, site):
    for address in (site.image.renditions.get(filter_spec=site.image.fallback_spec).url, site.document.url):
        response = client.get(address)
        assert response.status_code == 200
        assert security_headers(response) == FILE
        assert "private" not in response.get("Cache-Control", "")
        assert editor.get(address)["Cache-Control"] == PRIVATE
    assert client.get(site.document.url)["Content-Disposition"].startswith("attachment")


def test_static_files_keep_the_cache_they_have(tmp_path):
    middleware = ["site_core.headers.HeadersMiddleware", "whitenoise.middleware.WhiteNoiseMiddleware"]
    with override_settings(MIDDLEWARE=middleware, STATIC_ROOT=str(tmp_path), WHITENOISE_USE_FINDERS=True,
                           WHITENOISE_AUTOREFRESH=True, WHITENOISE_MAX_AGE=60):  # fmt: skip
        response = Client().get("/static/js/menu.js")
        response.close()
    assert_headers(response, DATA, "max-age=60, public")
    assert "Access-Control-Allow-Origin" not in response


@pytest.mark.parametrize("address", ["/admin/", "/admin/pages/", "/admin/no-such/", "/admin/sprite/", "/admin/x.css"])
def test_the_admin(editor, address):
    response = editor.get(address)
    response["Content-Security-Policy"] = NONCE.sub("", response["Content-Security-Policy"])
    assert_headers(response, FOR_EDITORS, PRIVATE)


def test_the_door_of_the_admin(client):
    response = client.get("/admin/")
    assert response.status_code == 302
    assert response["Cache-Control"] == PRIVATE


def test_inline_scripts_of_the_admin_run_by_a_word_that_is_new_each_time(editor, site):
    address = reverse("wagtailadmin_pages:edit", args=[site.article.pk])
    first, second = editor.get(address), editor.get(address)
    html, policy = first.content.decode(), first["Content-Security-Policy"]
    (nonce,) = NONCE.findall(policy)
    assert html.count(f'<script nonce="{nonce}">') == html.count("<script nonce=") > 3
    assert "<script>" not in html
    assert NONCE.sub("", policy) == ADMIN
    assert NONCE.findall(second["Content-Security-Policy"]) != [nonce]
    assert int(first["Content-Length"]) == len(first.content)


def test_wagtail_writes_its_inline_scripts_the_way_we_look_for_them():
    """Upgrades: a script with attributes of its own would not be given the word."""
    opening = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*\btype=\"(?:text/|application/json))[^>]*>")
    parts = ["admin/templates", "images/templates", "documents/templates", "snippets/templates", "users/templates",
             "contrib/redirects/templates", "contrib/settings/templates",
             "contrib/typed_table_block/templates"]  # fmt: skip
    templates = [path for part in parts for path in (Path(wagtail.__file__).parent / part).rglob("*.html")]
    found = {opening_tag for path in templates for opening_tag in opening.findall(path.read_text())}
    assert found == {"<script>"}


def test_previews_may_be_framed_by_the_admin_alone(editor, site):
    response = editor.get(reverse("wagtailadmin_pages:view_draft", args=[site.article.pk]))
    assert response.status_code == 200
    assert_headers(response, FOR_PREVIEWS, PRIVATE)


def test_a_page_with_a_video_may_frame_its_host_and_no_other(client, editor, site):
    response = client.get(site.film.url)
    policy = SITE + "; frame-src https://player.vimeo.com"
    without = {name: value for name, value in FOR_READERS.items() if name not in EMBEDDER}
    assert_headers(response, without | {"Content-Security-Policy": policy}, ANEW)
    preview = editor.get(reverse("wagtailadmin_pages:view_draft", args=[site.film.pk]))
    assert "frame-src https://player.vimeo.com" in preview["Content-Security-Policy"]
    assert not EMBEDDER.keys() & preview.headers.keys()


def test_two_videos_two_hosts(client):
    both = [("video", whole_site.VIDEO), ("video", whole_site.VIDEO | {"url": "https://youtu.be/abc"})]
    policy = client.get(ArticlePageFactory(body=both).url)["Content-Security-Policy"]
    assert policy.endswith("; frame-src https://player.vimeo.com https://www.youtube-nocookie.com")


def login(secure):
    User.objects.create_superuser("ida", password="warm window seat")
    client = Client()
    client.get("/admin/login/", secure=secure)
    response = client.post("/admin/login/", {"username": "ida", "password": "warm window seat"}, secure=secure)
    return client.cookies, response


def test_cookies_over_https():
    with override_settings(**{name: getattr(https, name) for name in dir(https) if name.isupper()}):
        cookies, response = login(secure=True)
        assert Client().get("/admin/login/").headers["Location"] == "https://testserver/admin/login/"
    assert response["Strict-Transport-Security"] == "max-age=63072000; includeSubDomains"
    assert set(cookies) == {"__Host-sessionid", "__Host-csrftoken"}
    for cookie in cookies.values():
        assert cookie["secure"] and cookie["httponly"] and not cookie["domain"]
        assert (cookie["path"], cookie["samesite"]) == ("/", "Lax")


def test_cookies_on_loopback_can_be_sent_back_over_plain_http():
    assert settings.LOOPBACK
    cookies, response = login(secure=False)
    assert "Strict-Transport-Security" not in response
    assert set(cookies) == {"sessionid", "csrftoken"}
    for cookie in cookies.values():
        assert cookie["httponly"] and not cookie["secure"]
        assert (cookie["path"], cookie["samesite"]) == ("/", "Lax")
