"""Requests that nobody thought of: always the same ones, and none is answered by a failure of ours."""

import os
from collections import Counter
from urllib.parse import quote

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.factories import ArticlePageFactory, AuthorFactory, ProductFactory

pytestmark = pytest.mark.django_db

REQUESTS = int(os.environ.get("FUZZ", "1000"))  # `make fuzz` asks for more
AT_ONCE = 20
KNOWN = [
    "/", "/articles/", "/articles/what-he-dreams-of/", "/articles/category/", "/articles/tag/", "/articles/tag/calm/",
    "/authors/", "/authors/ida/", "/shop/", "/shop/product/", "/shop/product/cushion/", "/search/", "/sitemap.xml",
    "/robots.txt", "/healthz", "/readyz", "/admin/", "/admin/login/", "/admin/pages/3/edit/", "/admin/password_reset/",
    "/documents/1/a.pdf", "/media/images/a.jpg", "/media/", "/static/css/site.css",
]  # fmt: skip
NASTY = [
    "%00", "%ff%fe", "%c0%af", "%ed%a0%80", "%c3", "..", "%2e%2e%2f", "//", "\\", ";", "%0d%0aX: y", "9" * 500, "-1",
    "a" * 300, "a" * 5000, "٣", "%F0%9F%90%95", "'", '"', "<script>", "{{7*7}}", "%25%32%35", "%", "*", "\x7f", "é",
]  # fmt: skip
NAMES = ["q", "page", "format", "mode", "next", "token", "p", "x[]", "%00", "", "sort", "page.x"]
METHODS = ["GET"] * 12 + ["HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW"]
HEADERS = ["ACCEPT", "ACCEPT_LANGUAGE", "IF_MODIFIED_SINCE", "IF_NONE_MATCH", "RANGE", "HOST", "REFERER", "ORIGIN",
           "X_FORWARDED_FOR", "X_FORWARDED_PROTO", "X_REQUESTED_WITH", "USER_AGENT"]  # fmt: skip

word = st.one_of(st.sampled_from(NASTY), st.text(max_size=12).map(lambda text: quote(text, safe="", errors="replace")))
value = st.one_of(word, st.integers().map(str), st.lists(word, max_size=4).map("".join))
latin = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=40)
cookie = st.sampled_from(["sessionid", "csrftoken", "x"]).flatmap(
    lambda name: st.one_of(latin, st.just('"' + "\\000" * 12 + '"'), st.just("a" * 32)).map(lambda v: f"{name}={v}")
)
paths = st.one_of(
    st.sampled_from(KNOWN),
    st.tuples(st.sampled_from(KNOWN), word).map("".join),
    st.tuples(st.sampled_from(KNOWN), word).map(lambda pair: f"{pair[0]}{pair[1]}/"),
    st.tuples(st.sampled_from(KNOWN), st.integers(0, 30), word).map(lambda t: f"{t[0][: t[1]]}{t[2]}{t[0][t[1] :]}"),
    st.lists(word, max_size=5).map(lambda words: "/" + "/".join(words)),
)
requests = st.fixed_dictionaries(
    {
        "path": paths,
        "method": st.sampled_from(METHODS),
        "query": st.lists(st.tuples(st.sampled_from(NAMES), value).map("=".join), max_size=3).map("&".join),
        "headers": st.dictionaries(st.sampled_from(HEADERS), latin, max_size=2),
        "cookie": st.one_of(st.just(""), st.just(""), cookie),
        "body": st.one_of(st.just(b""), st.binary(max_size=200)),
        "content_type": st.sampled_from(
            ["application/x-www-form-urlencoded", "multipart/form-data", "multipart/form-data; boundary=a",
             "application/json", "application/x-www-form-urlencoded; charset=utf-7", "\xff"]
        ),
    }
)  # fmt: skip


def ask(client, asked):
    headers = {f"HTTP_{name}": text for name, text in asked["headers"].items()}
    if asked["cookie"]:
        headers["HTTP_COOKIE"] = asked["cookie"]
    client.cookies.clear()
    path = asked["path"] if asked["path"].startswith("/") else "/" + asked["path"]
    query = asked["query"].encode().decode("latin-1")  # so servers hand it on
    return client.generic(asked["method"], path, asked["body"], asked["content_type"], QUERY_STRING=query, **headers)


@pytest.fixture
def site():
    ArticlePageFactory(title="What he dreams of", tags=["calm"], authors=[AuthorFactory(name="Ida")])
    ProductFactory(name="Cushion")


def test_requests_that_nobody_thought_of(site, capsys):
    client, answers = Client(raise_request_exception=False), Counter()

    @settings(
        max_examples=REQUESTS // AT_ONCE, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.lists(requests, min_size=AT_ONCE, max_size=AT_ONCE))
    def ask_all(several):
        for asked in several:
            status = ask(client, asked).status_code
            answers[status] += 1
            assert status < 500, asked

    ask_all()
    with capsys.disabled():
        print(f"\n{answers.total()} requests, answered {dict(sorted(answers.items()))}")
    assert answers.total() >= REQUESTS
    assert {200, 400, 404, 405, 414} <= answers.keys()  # they reach all the ways of answering
