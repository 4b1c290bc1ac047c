"""Users and the ways in, for the tests of logging in."""

import re
from binascii import unhexlify

import time_machine
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice
from wagtail.models import GroupPagePermission, Page

from site_core.accounts import second_factor
from site_core.models import User

PASSWORD = "a long walk by the sea"
LOGIN, PROOF, SET_UP = (reverse(name) for name in ("wagtailadmin_login", "second_factor_proof", "second_factor_set_up"))
HOME = reverse("wagtailadmin_home")


def make_user(name="bun", *, publishes=True, **fields):
    """Somebody with the admin's key and the right to publish every page, unless they may only draft."""
    user = User.objects.create_user(name, f"{name}@example.com", PASSWORD, **fields)
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for action in ["add", *(["publish"] if publishes else [])]:
        permission = Permission.objects.get(codename=f"{action}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)
    user.groups.add(group)
    return user


def log_in(client, username="bun", password=PASSWORD, address="192.0.2.1", **form):
    return client.post(LOGIN, {"username": username, "password": password, **form}, REMOTE_ADDR=address)


def give_code(client, code, address="192.0.2.1", **form):
    return client.post(PROOF, {"code": code, **form}, REMOTE_ADDR=address)


def make_app(user):
    """Give a user an authenticator app that has shown no code yet, and recovery codes, which are returned too."""
    offer = second_factor.Offer(user, second_factor.Offer.new_key())
    codes = offer.accept()
    return offer.device, codes


def code_of(device: TOTPDevice | str) -> str:
    """What the app of this device, or with this key, shows at the moment."""
    key = device if isinstance(device, str) else device.key
    return f"{TOTP(unhexlify(key)).token():06d}"


def wrong_code(device: TOTPDevice) -> str:
    return f"{(int(code_of(device)) + 1) % 1_000_000:06d}"


def is_in(client) -> bool:
    return client.get(reverse("wagtailadmin_account")).status_code == 200


def offered_key(client) -> str:
    return client.session["accounts.offered_key"]


def shown_codes(response) -> list[str]:
    return re.findall(r"<code>([\d ]+)</code>", response.content.decode())


def at(moment):
    return time_machine.travel(moment, tick=False)
