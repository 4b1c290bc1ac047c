"""Passwords: who may try how often, what the answer tells, and when it all ends."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse

from site_core.accounts.addresses import client_address
from site_core.accounts.models import Tally
from site_core.models import User
from tests.site_core.logins import LOGIN, PASSWORD, at, is_in, log_in, make_user

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
RESET = reverse("wagtailadmin_password_reset")


@pytest.fixture
def user():
    return make_user()


def fail(client, times=5, **login):
    return [log_in(client, password="wrong", **login).status_code for _ in range(times)]


def test_five_wrong_passwords_shut_the_door_for_the_right_one_too(client, user):
    with at(NOON):
        assert fail(client) == [200] * 5
        response = log_in(client)
    assert response.status_code == 429
    assert response["Retry-After"] == "900"
    assert "Wait 15 minutes" in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    assert not is_in(client)


def test_nobody_is_locked_out_by_somebody_elsewhere(client, user):
    fail(client)
    assert log_in(client).status_code == 429
    assert log_in(client, address="198.51.100.7").status_code == 302
    assert is_in(client)


def test_others_at_the_same_address_come_in(client, user):
    make_user("curls")
    fail(client)
    assert log_in(client, "curls").status_code == 302


@pytest.mark.parametrize("name", ["BUN", " bun ", "bUn"])
def test_another_spelling_of_the_name_is_the_same_name(client, user, name):
    fail(client)
    assert log_in(client, name, "wrong").status_code == 429


def test_the_wait_doubles_up_to_a_day(client, user):
    moment, waits = NOON, []
    for _ in range(8):
        with at(moment):
            assert fail(client) == [200] * 5
            waits.append(int(log_in(client)["Retry-After"]) // 60)
        moment += timedelta(minutes=waits[-1], seconds=1)
    assert waits == [15, 30, 60, 120, 240, 480, 960, 1440]


def test_after_the_wait_the_right_password_opens_and_all_is_forgotten(client, user):
    with at(NOON):
        fail(client)
    with at(NOON + 14 * MINUTE):
        assert log_in(client).status_code == 429
    with at(NOON + 15 * MINUTE):
        assert log_in(client).status_code == 302
        assert fail(Client(), 4) == [200] * 4
        assert log_in(client).status_code == 302


def test_after_two_quiet_days_the_wait_is_short_again(client, user):
    for moment in (NOON, NOON + 2 * DAY):
        with at(moment):
            fail(client)
            assert log_in(client)["Retry-After"] == "900"


def test_an_address_may_be_wrong_fifty_times_an_hour_whatever_the_names(client, user):
    with at(NOON):
        assert {log_in(client, f"name{n // 4}", "wrong").status_code for n in range(50)} == {200}
        assert log_in(client).status_code == 429
        assert log_in(client, address="198.51.100.7").status_code == 302
    with at(NOON + HOUR):
        assert log_in(client).status_code == 302


def test_right_passwords_do_not_use_up_the_address(client, user):
    for _ in range(60):
        assert log_in(client).status_code == 302


def test_an_unknown_user_and_a_wrong_password_get_the_same_answer(user):
    answers = {}
    with at(NOON):
        for name in ("bun", "xyz"):
            client = Client()
            seen = [log_in(client, name, "wrong") for _ in range(6)]
            answers[name] = [(r.status_code, sorted(r.items()), _body(r, name)) for r in seen]
    assert answers["bun"] == answers["xyz"]
    assert [status for status, *_rest in answers["bun"]] == [200] * 5 + [429]


def test_a_closed_account_is_an_unknown_one(client, user):
    unknown = _body(log_in(client, "xyz", "wrong"), "xyz")
    User.objects.update(is_active=False)
    assert _body(log_in(client), "bun") == unknown


def _body(response, name):
    """What was sent, but for the random tokens and the name that was typed."""
    text = re.sub(r"\b[A-Za-z0-9]{64}\b", "TOKEN", response.content.decode())
    return text.replace(f'value="{name}"', 'value="NAME"')


def test_an_unknown_user_costs_the_same_hashing(client, user, monkeypatch):
    hashed = []
    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda *given: hashed.append(given[1]) or encode(*given))
    log_in(client, "xyz", "wrong")
    log_in(client, "bun", "wrong")
    assert hashed == ["wrong", "wrong"]


def test_a_password_typed_as_a_name_is_kept_nowhere(client):
    log_in(client, PASSWORD, "wrong")
    assert PASSWORD not in str(list(Tally.objects.values_list()))


def test_old_tallies_are_swept(client, user):
    with at(NOON):
        log_in(client, "somebody", "wrong")
    with at(NOON + 2 * DAY):
        fail(client)
    assert Tally.objects.count() == 2, "bun and the address of both"


# Behind proxies


@pytest.mark.parametrize(
    ("proxies", "forwarded", "found"),
    [
        (0, "203.0.113.5", "192.0.2.1"),
        (1, "203.0.113.5", "203.0.113.5"),
        (1, "6.6.6.6, 203.0.113.5", "203.0.113.5"),
        (2, "6.6.6.6, 203.0.113.5, 10.0.0.2", "203.0.113.5"),
        (2, "203.0.113.5", "192.0.2.1"),
        (1, "", "192.0.2.1"),
        (1, "nonsense", "192.0.2.1"),
        (1, "2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        (1, "::ffff:203.0.113.5", "203.0.113.5"),
    ],
)
def test_only_trusted_proxies_are_believed(settings, proxies, forwarded, found):
    settings.TRUSTED_PROXIES = proxies
    request = RequestFactory().get("/", headers={"x-forwarded-for": forwarded}, REMOTE_ADDR="192.0.2.1")
    assert client_address(request) == found


# Forgotten passwords


def test_a_reset_is_mailed_and_an_unknown_address_gets_the_same_answer(client, user):
    known = client.post(RESET, {"email": user.email})
    assert len(mail.outbox) == 1
    assert "http://localhost/admin/password_reset/confirm/" in mail.outbox[0].body
    unknown = client.post(RESET, {"email": "nobody@example.com"})
    assert len(mail.outbox) == 1
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)


def test_resets_are_throttled_by_address_alone(client, user):
    with at(NOON):
        for n in range(5):
            assert client.post(RESET, {"email": f"n{n}@example.com"}).status_code == 302
        assert client.post(RESET, {"email": user.email})["Retry-After"] == "900"
        assert client.post(RESET, {"email": user.email}, REMOTE_ADDR="198.51.100.7").status_code == 302
    assert [message.to for message in mail.outbox] == [[user.email]]


# Sessions


def both_in(user):
    clients = Client(), Client()
    for client in clients:
        log_in(client)
        assert is_in(client)
    return clients


def test_the_session_has_another_key_after_login(client, user):
    client.get(LOGIN)
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    log_in(client)
    assert client.session.session_key != before
    assert not Session.objects.filter(pk=before).exists()


def test_twelve_idle_hours_end_a_session_and_work_moves_the_end_on(client, user):
    with at(NOON):
        log_in(client)
    for hours in (11, 22):
        with at(NOON + hours * HOUR):
            assert is_in(client)
    with at(NOON + 34 * HOUR):
        assert not is_in(client)


def test_an_open_tab_is_not_work(client, user):
    with at(NOON):
        log_in(client)
    ping = reverse("wagtailadmin_editing_sessions:release", args=[1])
    with at(NOON + 11 * HOUR):
        client.post(ping)
    with at(NOON + 13 * HOUR):
        assert not is_in(client)


def test_seven_days_end_the_busiest_session(client, user):
    with at(NOON):
        log_in(client)
    for hours in range(10, 7 * 24, 10):
        with at(NOON + hours * HOUR):
            assert is_in(client), hours
    with at(NOON + 7 * DAY + MINUTE):
        assert not is_in(client)
        assert client.get("/admin/").url.startswith(LOGIN)


CHANGES = {
    "out of a group": lambda user: user.groups.clear(),
    "into a group": lambda user: user.groups.add(Group.objects.create(name="More")),
    "its group deleted": lambda user: user.groups.all().delete(),
    "superuser": lambda user: User.objects.filter(pk=user.pk).update(is_superuser=True),
    "closed": lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
    "a right of its own": lambda user: user.user_permissions.add(Permission.objects.first()),
    "password": lambda user: user.set_password("another long walk") or user.save(),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_role_or_password_ends_every_session_at_the_next_request(user, change):
    one, two = both_in(user)
    change(user)
    for client in (one, two):
        response = client.get(reverse("wagtailadmin_account"))
        assert response.status_code == 302
        assert response.url.startswith(LOGIN)


def test_a_change_that_is_none_of_a_role_ends_nothing(user):
    one, _two = both_in(user)
    User.objects.filter(pk=user.pk).update(first_name="Bun", email="other@example.com")
    assert is_in(one)


def test_a_session_does_not_wake_when_an_account_is_opened_again(user):
    one, _two = both_in(user)
    for active in (False, True):
        user.is_active = active
        user.save()
    assert not is_in(one)


def test_changing_ones_own_password_ends_the_other_sessions_only_and_is_told(user):
    one, two = both_in(user)
    form = {
        "name_email-first_name": "Bun",
        "name_email-last_name": "Baker",
        "name_email-email": user.email,
        "notifications-submitted_notifications": "on",
        "locale-current_time_zone": "Europe/London",
        "theme-theme": "system",
        "theme-contrast": "system",
        "theme-density": "default",
        "theme-keyboard_shortcuts": "on",
        "password-old_password": PASSWORD,
        "password-new_password1": "another long walk",
        "password-new_password2": "another long walk",
    }
    assert one.post(reverse("wagtailadmin_account"), form).status_code == 302
    assert is_in(one)
    assert not is_in(two)
    assert [message.subject for message in mail.outbox] == ["Your password at Spencer Vibes was changed"]


def test_the_first_password_of_somebody_is_no_news(user):
    assert mail.outbox == []


def test_public_pages_do_not_vary_by_cookie(client):
    assert "Cookie" not in client.get("/healthz").get("Vary", "")
