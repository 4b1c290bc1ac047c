"""The code after the password: who must give it, how it is set up, and what happens when the phone is lost."""

import re
import threading
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import Group, Permission
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction
from django.test import Client
from django.urls import URLPattern, get_resolver, resolve, reverse
from django.urls.resolvers import RoutePattern
from django.utils.regex_helper import normalize
from django_otp.middleware import OTPMiddleware
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from site_core.accounts import second_factor
from site_core.accounts.middleware import WAYS_IN, AccountsMiddleware
from site_core.accounts.models import Tally
from site_core.accounts.rights import may_publish
from site_core.door import as_reader
from site_core.models import User
from tests.site_core.logins import (
    HOME,
    LOGIN,
    PASSWORD,
    PROOF,
    SET_UP,
    at,
    code_of,
    give_code,
    is_in,
    log_in,
    make_app,
    make_user,
    offered_key,
    shown_codes,
    wrong_code,
)

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 6, 1, 12, tzinfo=UTC)
STEP = timedelta(seconds=30)
EXAMPLES = {"int": "1", "uuid": "00000000-0000-0000-0000-000000000001"}
ACCOUNT = reverse("wagtailadmin_account")
OVERVIEW, CODES, REMOVAL = (reverse(f"second_factor{name}") for name in ("", "_recovery_codes", "_removal"))


@pytest.fixture(autouse=True)
def _required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.fixture
def user():
    return make_user()


@pytest.fixture
def app(user):
    return make_app(user)[0]


def enter(client, device, moment=NOON, name="bun"):
    """Log in and give the code of this moment."""
    with at(moment):
        log_in(client, name)
        assert give_code(client, code_of(device)).status_code == 302
        assert is_in(client)


def subjects():
    return [message.subject for message in mail.outbox]


# Who must have one


def give_right(user, codename, app_label):
    user.user_permissions.add(Permission.objects.get(codename=codename, content_type__app_label=app_label))


@pytest.mark.parametrize(
    ("codename", "app_label", "may"),
    [
        ("publish_product", "catalogue", True),
        ("change_product", "catalogue", False),
        ("change_merchant", "catalogue", True),
        ("view_merchant", "catalogue", False),
        ("change_brandsettings", "site_core", True),
        ("change_user", "site_core", True),
        ("add_siteimage", "site_core", False),
    ],
)
def test_who_counts_as_a_publisher(codename, app_label, may):
    drafter = make_user("drafter", publishes=False)
    assert not may_publish(drafter)
    give_right(drafter, codename, app_label)
    assert may_publish(User.objects.get(pk=drafter.pk)) is may


def test_who_publishes_pages_or_is_superuser_must(user):
    assert second_factor.is_required(user)
    assert second_factor.is_required(User.objects.create_superuser("admin"))


def test_who_may_only_draft_comes_in_with_the_password(client):
    make_user("drafter", publishes=False)
    log_in(client, "drafter")
    assert is_in(client)


def test_where_it_is_not_required_the_password_is_enough_but_an_app_is_still_asked_for(client, settings, user):
    settings.REQUIRE_SECOND_FACTOR = False
    log_in(client)
    assert is_in(client)
    make_app(user)
    assert client.get(ACCOUNT).url.startswith(PROOF)


# A password alone opens nothing


def admin_urls():
    """Every address under admin/ of the resolver, with something plausible for what it wants to know."""
    return {url for url in _urls(get_resolver().url_patterns, "/") if url.startswith(HOME)}


def _urls(patterns, start):
    for pattern in patterns:
        path = start + _filled(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path
        elif path.startswith(HOME):
            yield from _urls(pattern.url_patterns, path)


def _filled(pattern):
    """The route with something for each of its parameters; for a regular expression, what its plain parts allow."""
    if isinstance(pattern, RoutePattern):
        return re.sub(r"<(?:(\w+):)?\w+>", lambda match: EXAMPLES.get(match[1], "x"), str(pattern))
    route, parameters = normalize(str(pattern))[0]
    return route % dict.fromkeys(parameters, "1")


def test_the_walk_finds_the_admin():
    assert len(admin_urls()) > 250
    assert {HOME, ACCOUNT, reverse("wagtailadmin_pages:edit", args=[1])} <= admin_urls()


def led_astray(client, to):
    """The admin's addresses that answer otherwise than by leading to this page, but for those one may reach."""
    ways_in = {url for url in admin_urls() if resolve(url).view_name in WAYS_IN}
    assert len(ways_in) == len(WAYS_IN)
    answers = {
        f"{ask.__name__} {url}": ask(url) for url in sorted(admin_urls() - ways_in) for ask in (client.get, client.post)
    }
    return {
        what: answer.status_code for what, answer in answers.items() if not getattr(answer, "url", "").startswith(to)
    }


def test_every_admin_address_leads_a_publisher_without_second_factor_to_it(client, user):
    client.force_login(user)
    assert led_astray(client, PROOF) == {}
    assert client.get(PROOF).url.startswith(SET_UP)


def test_every_admin_address_leads_who_has_given_the_password_alone_to_the_code(client, user, app):
    client.force_login(user)
    assert led_astray(client, PROOF) == {}
    assert "one-time-code" in client.get(PROOF).content.decode()


def test_outside_the_admin_too_a_password_alone_is_nobody(client, rf, user, app):
    client.force_login(user)
    request = rf.get("/")
    request.session = SessionStore(client.session.session_key)
    AuthenticationMiddleware(OTPMiddleware(AccountsMiddleware(lambda request: None)))(request)
    assert request.user.is_anonymous
    assert request.half_known_user == user


def test_a_password_alone_lasts_a_quarter_of_an_hour(client, user, app):
    with at(NOON):
        log_in(client)
    with at(NOON + timedelta(minutes=14)):
        assert client.get(PROOF).status_code == 200
    with at(NOON + timedelta(minutes=16)):
        assert client.get(PROOF).url.startswith(LOGIN)


def test_one_may_log_out_half_way(client, user, app):
    log_in(client)
    assert client.post(reverse("wagtailadmin_logout")).url == LOGIN
    assert client.get(PROOF).url.startswith(LOGIN)


def test_the_pages_of_the_second_factor_want_a_login(client):
    for url in (PROOF, SET_UP, OVERVIEW, CODES, REMOVAL):
        assert client.get(url).url.startswith(LOGIN)


@pytest.mark.parametrize("secret", [User, Session, TOTPDevice, StaticToken, Tally])
def test_the_readers_role_cannot_read_what_opens_the_door(secret):
    with pytest.raises(ProgrammingError, match="permission denied"), as_reader(), transaction.atomic():
        secret.objects.exists()


# Setting it up


def test_from_the_first_login_to_the_second(client, user):
    with at(NOON):
        response = client.post(LOGIN, {"username": "bun", "password": PASSWORD, "next": ACCOUNT}, follow=True)
        assert [url for url, _status in response.redirect_chain][-1].startswith(SET_UP)
        html = response.content.decode()
        key = offered_key(client)
        offer = second_factor.Offer(user, key)
        assert offer.letters in html and f'd="{offer.squares[1]}"' in html
        assert 'autocomplete="one-time-code"' in html and 'inputmode="numeric"' in html
        assert not is_in(client)
        response = client.post(SET_UP, {"code": code_of(key), "next": ACCOUNT})
        assert "no-store" in response["Cache-Control"]
        codes = shown_codes(response)
        assert len(set(codes)) == 10 and all(re.fullmatch(r"(\d{4} ){3}\d{4}", code) for code in codes)
        assert f'href="{ACCOUNT}"' in response.content.decode()
        assert is_in(client)
    enter(Client(), TOTPDevice.objects.get(user=user), NOON + STEP)
    assert subjects() == ["Your login at Spencer Vibes has a second lock"]


def test_the_qr_code_says_the_address_of_the_secret(user):
    offer = second_factor.Offer(user, "00" * 20)
    assert offer.url == (
        "otpauth://totp/Spencer%20Vibes%3Abun?secret=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "&algorithm=SHA1&digits=6&period=30&issuer=Spencer%20Vibes"
    )
    side, path = offer.squares
    assert side > 40
    assert path.startswith("M4 4h1v1h-1z"), "inside a margin of four squares"
    assert not re.search(r"M[0-3] |M\d+ [0-3]h", path)


def test_nothing_is_set_up_by_a_wrong_code(client, user):
    log_in(client)
    client.get(SET_UP)
    key = offered_key(client)
    response = client.post(SET_UP, {"code": f"{(int(code_of(key)) + 1) % 1_000_000:06d}"})
    assert "not the code we expect" in response.content.decode()
    assert offered_key(client) == key
    assert not TOTPDevice.objects.exists()


def test_each_session_is_offered_a_secret_of_its_own(client, user):
    other = Client()
    for one in (client, other):
        log_in(one)
        one.get(SET_UP)
    assert offered_key(client) != offered_key(other)


def test_setting_it_up_ends_the_other_sessions(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    other = Client()
    for one in (client, other):
        log_in(one)
        assert is_in(one)
    client.get(SET_UP)
    client.post(SET_UP, {"code": code_of(offered_key(client))})
    assert is_in(client)
    assert other.get(ACCOUNT).url.startswith(LOGIN)


def test_a_stolen_session_cannot_set_one_up(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    with at(NOON):
        log_in(client)
    with at(NOON + timedelta(minutes=11)):
        assert client.get(SET_UP).url.startswith(PROOF)
        assert client.post(SET_UP, {"code": "123456"}).url.startswith(PROOF)
        assert "not your password" in client.post(PROOF, {"password": "wrong"}).content.decode()
        assert client.post(PROOF, {"password": PASSWORD, "next": SET_UP}).url == SET_UP
        assert client.get(SET_UP).status_code == 200


def test_when_it_becomes_required_open_sessions_are_led_to_it(client, user, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    with at(NOON):
        log_in(client)
    settings.REQUIRE_SECOND_FACTOR = True
    with at(NOON + timedelta(minutes=12)):
        assert client.get(HOME).url.startswith(PROOF)
        assert client.post(PROOF, {"password": PASSWORD, "next": HOME}).url.startswith(SET_UP)


def test_the_account_page_tells_how_it_stands(client, user):
    device, _codes = make_app(user)
    enter(client, device)
    with at(NOON):
        html = client.get(ACCOUNT).content.decode()
        assert OVERVIEW in html and "10 recovery codes are left." in html
        assert client.get(OVERVIEW).status_code == 200


# The code at login


def test_the_right_code_leads_where_one_wanted_to_go(client, user, app):
    log_in(client)
    key = client.session.session_key
    assert give_code(client, code_of(app), next=ACCOUNT).url == ACCOUNT
    assert client.session.session_key != key
    assert is_in(client)


def test_a_code_leads_nowhere_outside(client, user, app):
    log_in(client)
    assert give_code(client, code_of(app), next="https://example.com/").url == HOME


def test_spaces_in_a_code_do_not_matter(client, user, app):
    log_in(client)
    code = code_of(app)
    assert give_code(client, f" {code[:3]} {code[3:]}").status_code == 302


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "-1", "9" * 40, "1" * 16, "½½½½½½"])
def test_what_is_no_code_is_refused_in_words(client, user, app, code):
    log_in(client)
    response = give_code(client, code)
    assert response.status_code == 200
    assert "error-message" in response.content.decode()
    assert not is_in(client)


def test_a_code_opens_once(client, user, app):
    enter(client, app)
    other = Client()
    with at(NOON):
        log_in(other)
        assert give_code(other, code_of(app)).status_code == 200
        assert not is_in(other)
    enter(other, app, NOON + STEP)


def test_the_code_of_somebody_else_is_a_wrong_one(client, user, app):
    theirs, codes = make_app(make_user("curls"))
    log_in(client)
    for code in (code_of(theirs), codes[0]):
        assert give_code(client, code).status_code == 200
    assert not is_in(client)


def test_five_wrong_codes_shut_the_door_from_there_and_are_told(client, user, app):
    with at(NOON):
        log_in(client)
        assert [give_code(client, wrong_code(app)).status_code for _ in range(5)] == [200] * 5
        assert give_code(client, code_of(app)).status_code == 429
        assert subjects() == ["Somebody tries to come in as you at Spencer Vibes"]
        other = Client()
        log_in(other, address="198.51.100.7")
        assert give_code(other, code_of(app), address="198.51.100.7").status_code == 302


def guess_from_many_places(user, app, times=20):
    for n in range(times):
        client = Client()
        log_in(client, address=f"198.51.100.{n}")
        yield give_code(client, wrong_code(app), address=f"198.51.100.{n}").status_code


def test_guessing_from_many_places_ends_but_a_recovery_code_opens(client, user):
    app, codes = make_app(user)
    with at(NOON):
        assert set(guess_from_many_places(user, app)) == {200}
        log_in(client)
        response = give_code(client, code_of(app))
        assert response.status_code == 429
        assert "A recovery code opens the door at any time." in response.content.decode()
        assert give_code(client, codes[0]).status_code == 302
        assert is_in(client)


def test_a_new_password_ends_the_wait_for_codes(client, user, app):
    with at(NOON):
        list(guess_from_many_places(user, app))
        user.set_password("another long walk")
        user.save()
        log_in(client, password="another long walk")
        assert give_code(client, code_of(app)).status_code == 302


# Recovery codes


def test_a_recovery_code_opens_once_and_is_told(client, user):
    _app, codes = make_app(user)
    log_in(client)
    assert give_code(client, codes[3]).status_code == 302
    assert is_in(client)
    assert subjects() == ["A recovery code was used at Spencer Vibes"]
    assert "9 are left." in mail.outbox[0].body
    other = Client()
    log_in(other)
    assert give_code(other, codes[3]).status_code == 200
    assert give_code(other, codes[4].replace(" ", "-")).status_code == 302


def test_recovery_codes_are_not_kept_in_words(user):
    _app, codes = make_app(user)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert len(kept) == 10
    assert kept.isdisjoint(codes) and kept.isdisjoint(code.replace(" ", "") for code in codes)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_recovery_code_used_twice_at_the_same_moment_opens_once(user):
    _app, codes = make_app(user)
    digits, opened = codes[0].replace(" ", ""), []

    def use():
        opened.append(second_factor.check(user, digits))
        connection.close()

    threads = [threading.Thread(target=use) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([device for device in opened if device]) == 1


def prove(client, device, to, moment):
    with at(moment):
        assert client.get(to).url.startswith(PROOF)
        assert client.post(PROOF, {"code": code_of(device), "next": to}).url == to


def test_new_recovery_codes_void_the_old_ones(client, user):
    app, old = make_app(user)
    enter(client, app)
    prove(client, app, CODES, NOON + STEP)
    with at(NOON + STEP):
        new = shown_codes(client.post(CODES))
        assert len(new) == 10 and set(new).isdisjoint(old)
        other = Client()
        log_in(other)
        assert give_code(other, old[0]).status_code == 200
        assert give_code(other, new[0]).status_code == 302


# Changing it


@pytest.mark.parametrize("url", [SET_UP, CODES, REMOVAL])
def test_whatever_changes_it_wants_a_code_first_even_just_after_login(client, user, app, settings, url):
    settings.REQUIRE_SECOND_FACTOR = False
    enter(client, app)
    with at(NOON):
        for response in (client.get(url), client.post(url, {"code": "123456"})):
            assert response.url.startswith(PROOF)
    assert TOTPDevice.objects.get(user=user) == app
    assert second_factor.recovery_codes_left(user) == 10


def test_the_proof_lasts_ten_minutes(client, user, app):
    enter(client, app)
    prove(client, app, CODES, NOON + STEP)
    with at(NOON + STEP + timedelta(minutes=11)):
        assert client.post(CODES).url.startswith(PROOF)


def test_moving_to_another_phone(client, user, app):
    enter(client, app)
    other = Client()
    enter(other, app, NOON + STEP)
    prove(client, app, SET_UP, NOON + 2 * STEP)
    with at(NOON + 2 * STEP):
        client.get(SET_UP)
        assert len(shown_codes(client.post(SET_UP, {"code": code_of(offered_key(client))}))) == 10
        assert is_in(client)
        assert not is_in(other)
    new = TOTPDevice.objects.get(user=user)
    assert new.key != app.key
    with at(NOON + 3 * STEP):
        log_in(other)
        assert give_code(other, code_of(app)).status_code == 200
        assert give_code(other, code_of(new)).status_code == 302


def test_turning_it_off_where_that_is_allowed(client, user, app, settings):
    settings.REQUIRE_SECOND_FACTOR = False
    enter(client, app)
    prove(client, app, REMOVAL, NOON + STEP)
    with at(NOON + STEP):
        assert client.post(REMOVAL).url == OVERVIEW
        assert is_in(client)
    assert not TOTPDevice.objects.exists() and not StaticToken.objects.exists()
    assert subjects() == ["Your login at Spencer Vibes has lost its second lock"]


def test_a_publisher_cannot_turn_it_off(client, user, app):
    enter(client, app)
    with at(NOON):
        assert client.post(REMOVAL).url == OVERVIEW
        assert "need a second step" in client.get(OVERVIEW).content.decode()
    assert TOTPDevice.objects.exists()


# Resetting somebody else's


def test_the_command_resets_it_and_ends_the_sessions(client, user, app):
    enter(client, app)
    said = StringIO()
    with at(NOON):
        call_command("reset_second_factor", "bun", stdout=said)
    assert said.getvalue().startswith("Done.")
    assert not TOTPDevice.objects.exists() and not StaticToken.objects.exists()
    with at(NOON):
        assert client.get(ACCOUNT).url.startswith(LOGIN)
        log_in(client)
        assert client.get(PROOF).url.startswith(SET_UP)
    assert subjects() == ["Your second step at Spencer Vibes was reset"]


def test_the_command_names_who_is_unknown():
    with pytest.raises(CommandError, match="“nobody”"):
        call_command("reset_second_factor", "nobody")


def test_an_administrator_resets_it_in_the_admin(client, user, app):
    admin = User.objects.create_superuser("admin", "admin@example.com", PASSWORD)
    device, _codes = make_app(admin)
    enter(client, device, name="admin")
    url = reverse("second_factor_reset", args=[user.pk])
    with at(NOON):
        assert url in client.get(reverse("wagtailusers_users:index")).content.decode()
    prove(client, device, url, NOON + STEP)
    with at(NOON + STEP):
        assert "bun" in client.get(url).content.decode()
        client.post(url)
    assert not second_factor.app_of(user)
    assert second_factor.app_of(admin)


def test_nobody_but_a_superuser_resets_it(client, user, app):
    group = Group.objects.create(name="User managers")
    group.permissions.set(Permission.objects.filter(codename__endswith="_user"))
    user.groups.add(group)
    enter(client, app)
    colleague = make_user("curls")
    make_app(colleague)
    with at(NOON):
        assert client.post(reverse("second_factor_reset", args=[colleague.pk])).url == HOME
    assert second_factor.app_of(colleague)
