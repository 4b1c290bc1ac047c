"""The second factor of a user: a code from an authenticator app, or one of the recovery codes kept on paper."""

import secrets
from base64 import b32encode, urlsafe_b64encode
from hashlib import sha256

import segno
from django.conf import settings
from django.db import transaction
from django_otp import verify_token
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from .rights import may_publish

RECOVERY_DIGITS = 16  # as many as the column for them holds, and beyond guessing
RECOVERY_CODES = 10


def app_of(user) -> TOTPDevice | None:
    """The authenticator app that this user has set up."""
    return TOTPDevice.objects.filter(user=user, confirmed=True).first()


def is_required(user) -> bool:
    """Whether this user may not come in without one."""
    return settings.REQUIRE_SECOND_FACTOR and may_publish(user)


def is_missing(user) -> bool:
    """Whether the password, which is all that this session has shown, is not enough for this user."""
    return not user.is_verified() and (app_of(user) is not None or is_required(user))


def check(user, digits: str) -> Device | None:
    """Return what accepted this code, which is used up by it; None for a wrong one or one used before."""
    if len(digits) == RECOVERY_DIGITS:
        device, digits = StaticDevice.objects.filter(user=user).first(), _digest(user, digits)
    else:
        device = app_of(user)
    return device and verify_token(user, device.persistent_id, digits)


def is_recovery_code(digits: str) -> bool:
    return len(digits) == RECOVERY_DIGITS


class Offer:
    """A secret that becomes the user's second factor once they have shown that their app has it."""

    def __init__(self, user, key: str):
        self.device = TOTPDevice(user=user, key=key, name="Authenticator app")

    @staticmethod
    def new_key() -> str:
        return secrets.token_hex(20)

    @property
    def url(self) -> str:
        """What the QR code says, and what opens the app on the phone itself."""
        return self.device.config_url

    @property
    def letters(self) -> str:
        """The secret for typing, in groups of four."""
        return _grouped(b32encode(self.device.bin_key).decode())

    @property
    def squares(self) -> tuple[int, str]:
        """The QR code as the side of its square and an SVG path of its dark parts."""
        rows = [list(row) for row in segno.make_qr(self.url).matrix_iter(border=4)]
        dark = [f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, bit in enumerate(row) if bit]
        return len(rows), "".join(dark)

    def matches(self, digits: str) -> bool:
        """Whether this is the app's present code. It counts as used then."""
        clock = TOTP(self.device.bin_key)
        found = digits.isdecimal() and clock.verify(int(digits), self.device.tolerance)
        if found:
            self.device.last_t, self.device.drift = clock.t(), clock.drift
        return found

    @transaction.atomic
    def accept(self) -> list[str]:
        """Make it the user's second factor in place of any other, and return their new recovery codes."""
        TOTPDevice.objects.filter(user=self.device.user).delete()
        self.device.save()
        return renew_recovery_codes(self.device.user)


@transaction.atomic
def renew_recovery_codes(user) -> list[str]:
    """Return new recovery codes in groups of four digits; only digests are kept, and the old codes are void."""
    device, _created = StaticDevice.objects.get_or_create(user=user, defaults={"name": "Recovery codes"})
    codes = [_random_digits() for _ in range(RECOVERY_CODES)]
    device.token_set.all().delete()
    device.token_set.bulk_create(StaticToken(device=device, token=_digest(user, code)) for code in codes)
    return [_grouped(code) for code in codes]


def recovery_codes_left(user) -> int:
    return StaticToken.objects.filter(device__user=user).count()


@transaction.atomic
def remove(user) -> bool:
    """Take the second factor from a user, and return whether there was one."""
    StaticDevice.objects.filter(user=user).delete()
    removed, _by_model = TOTPDevice.objects.filter(user=user).delete()
    return bool(removed)


def _random_digits() -> str:
    return str(secrets.randbelow(10**RECOVERY_DIGITS)).zfill(RECOVERY_DIGITS)


def _digest(user, code: str) -> str:
    return urlsafe_b64encode(sha256(f"{user.pk}:{code}".encode()).digest()[:12]).decode()


def _grouped(text: str) -> str:
    return " ".join(text[i : i + 4] for i in range(0, len(text), 4))
