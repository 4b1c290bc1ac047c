"""The login over a form: as hard to pass as the login page, and for the person of the form alone."""

from datetime import UTC, datetime

import pytest
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage
from tests.factories import ArticlePageFactory
from tests.site_core.logins import PASSWORD, at, code_of, is_in, log_in, make_app, make_user, wrong_code

pytestmark = pytest.mark.django_db

SESSION, WORD, CODE = (reverse(f"saving_{name}") for name in ("session", "password", "code"))
NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.fixture
def user():
    return make_user()


def give_password(client, password=PASSWORD, name="bun", **extra):
    return client.post(WORD, {"username": name, "password": password}, REMOTE_ADDR="192.0.2.1", **extra)


def give_code(client, code):
    return client.post(CODE, {"code": code}, REMOTE_ADDR="192.0.2.1")


def state(client):
    return client.get(SESSION).json()["state"]


def test_the_right_password_lets_in(client, user):
    assert state(client) == "out"
    assert give_password(client, "wrong").status_code == 400
    assert state(client) == "out"
    assert give_password(client).json() == {"success": True}
    assert client.get(SESSION).json()["user"] == user.pk
    assert state(client) == "in" and is_in(client)
    assert client.session.get_expire_at_browser_close()


def test_it_counts_tries_together_with_the_login_page(client, user):
    with at(NOON):
        for _ in range(3):
            log_in(client, password="wrong")
        assert [give_password(client, "wrong").status_code for _ in range(2)] == [400, 400]
        answer = give_password(client)
        assert (answer.status_code, answer["Retry-After"]) == (429, "900")
        assert answer.json()["error_message"] == "Too many tries. Wait 15 minutes."
        assert log_in(client).status_code == 429
    assert state(client) == "out"


def test_a_password_alone_opens_nothing_where_there_is_a_second_step(client, user):
    app, _codes = make_app(user)
    give_password(client)
    assert state(client) == "code" and not is_in(client)
    assert give_code(client, wrong_code(app)).status_code == 400
    assert not is_in(client)
    key = client.session.session_key
    assert give_code(client, code_of(app)).json() == {"success": True}
    assert is_in(client)
    assert client.session.session_key != key


def test_codes_are_throttled(client, user):
    app, _codes = make_app(user)
    give_password(client)
    with at(datetime.now(UTC)):
        assert [give_code(client, wrong_code(app)).status_code for _ in range(5)] == [400] * 5
        assert give_code(client, code_of(app)).status_code == 429
    assert not is_in(client)


def test_a_code_without_a_password_is_refused(client, user):
    app, _codes = make_app(user)
    assert give_code(client, code_of(app)).status_code == 403
    assert not is_in(client)


def test_who_must_have_a_second_step_is_led_to_set_it_up(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    give_password(client)
    assert state(client) == "set-up" and not is_in(client)
    assert give_code(client, "000000").status_code == 403


def test_who_may_not_use_the_admin_is_out(client, django_user_model):
    django_user_model.objects.create_user("guest", "guest@example.com", PASSWORD)
    give_password(client, name="guest")
    assert state(client) == "out"


@pytest.mark.parametrize("url", [WORD, CODE])
def test_other_sites_cannot_ask(user, url):
    client = Client(enforce_csrf_checks=True)
    token = client.get(SESSION).json()["token"]
    form = {"username": "bun", "password": PASSWORD, "csrfmiddlewaretoken": token}
    assert client.post(url, form | {"csrfmiddlewaretoken": ""}).status_code == 403
    assert client.post(url, form, headers={"origin": "https://elsewhere.example"}).status_code == 403
    assert client.get(url).status_code == 405
    assert not is_in(client)
    assert client.post(WORD, form, headers={"origin": "http://testserver"}).status_code == 200


def test_a_form_of_somebody_else_cannot_be_saved(user):
    """Every login makes the tokens in open forms void, and the script renews them for the same person only."""
    article = ArticlePageFactory(title="By Bun", draft=True)
    client = Client(enforce_csrf_checks=True)
    tokens = {}
    for name in ("bun", "curls"):
        if name == "curls":
            make_user("curls")
        give_password(client, name=name, headers={"x-csrftoken": client.get(SESSION).json()["token"]})
        tokens[name] = client.get(SESSION).json()["token"]
    form = {"title": "By Curls", "csrfmiddlewaretoken": tokens["bun"]}
    assert client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form).status_code == 403
    assert ArticlePage.objects.get().title == "By Bun"


@pytest.mark.parametrize("url", [SESSION, WORD, CODE])
def test_nobody_keeps_the_answers(client, user, url):
    answer = client.get(url) if url == SESSION else client.post(url)
    assert "no-store" in answer["Cache-Control"]
