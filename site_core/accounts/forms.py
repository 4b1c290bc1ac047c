"""What a person types to come in. Every check of it is throttled."""

import unicodedata
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth

from . import second_factor
from .addresses import client_address
from .tasks import send_notice, send_password_reset
from .throttle import HOUR, Limit, trial

QUARTER = timedelta(minutes=15)
# What a stranger tries is counted by user and address together, never by the user alone: else he could lock them out.
LOGIN = Limit("login", tries=5, wait=QUARTER)
CODE = Limit("code", tries=5, wait=QUARTER)
ADDRESS = Limit("address", tries=50, wait=HOUR, window=HOUR)
PASSWORD_RESET = Limit("password reset", tries=5, wait=QUARTER, window=HOUR)
# Whoever gets as far as codes knows the password. Six digits are few enough to be tried from many places at once, so
# these are counted together; a recovery code or a new password still lets their owner in.
APP_CODES = Limit("app codes", tries=20, wait=HOUR)


class LoginForm(auth.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].widget.attrs["autocomplete"] = "username"
        self.fields["password"].widget.attrs["autocomplete"] = "current-password"

    def clean(self):
        username, password = self.cleaned_data.get("username"), self.cleaned_data.get("password")
        if not (username and password):
            return super().clean()
        address = client_address(self.request)
        with trial(LOGIN.of(username.casefold(), address), ADDRESS.of(address)):
            return super().clean()


class PasswordResetForm(auth.PasswordResetForm):
    def save(self, *args, request, **kwargs):
        """Ask for the mail. What happens here is the same for an address that nobody has."""
        PASSWORD_RESET.of(client_address(request)).take()
        send_password_reset.enqueue(self.cleaned_data["email"])


class _ProofForm(forms.Form):
    """Something that only this person knows or has."""

    def __init__(self, *args, person, address, **kwargs):
        super().__init__(*args, **kwargs)
        self.person, self.address = person, address


class PasswordForm(_ProofForm):
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "current-password", "autofocus": True, "aria-describedby": "id_password-error"}
        ),
    )

    def clean_password(self):
        limits = LOGIN.of(self.person.get_username().casefold(), self.address), ADDRESS.of(self.address)
        with trial(*limits):
            if not self.person.check_password(self.cleaned_data["password"]):
                raise ValidationError(_("That is not your password."))


def code_field(**options) -> forms.CharField:
    # Spaces may stay in: authenticator apps show them, and so do our recovery codes.
    attrs = {
        "autocomplete": "one-time-code",
        "inputmode": "numeric",
        "spellcheck": "false",
        "autofocus": True,
        "aria-describedby": "id_code-error id_code-helptext",
    }
    return forms.CharField(label=_("Code"), max_length=40, widget=forms.TextInput(attrs=attrs), **options)


def plain(code: str) -> str:
    """The digits of a code however it was typed."""
    return "".join(unicodedata.normalize("NFKC", code).replace("-", " ").split())


class CodeForm(_ProofForm):
    code = code_field(
        help_text=_("The six digits that your authenticator app shows. No phone at hand? One of your recovery codes.")
    )
    device = None

    def clean_code(self):
        code = plain(self.cleaned_data["code"])
        strict, wide = CODE.of(self.person.pk, self.address), [ADDRESS.of(self.address)]
        if not second_factor.is_recovery_code(code):
            # The password is part of who this is, so that a new one ends the wait.
            wide.append(APP_CODES.of(self.person.pk, self.person.password))
        try:
            with trial(strict, *wide):
                self._check(code)
        except ValidationError:
            if any(count.is_closed() for count in (strict, *wide)):
                send_notice.enqueue(self.person.pk, "wrong_codes")
            raise
        return code

    def _check(self, code):
        self.device = second_factor.check(self.person, code)
        if not self.device:
            raise ValidationError(_("That code is not right, or was used before. Wait for the next one."))
        if second_factor.is_recovery_code(code):
            send_notice.enqueue(self.person.pk, "recovery_code_used")


class OfferForm(forms.Form):
    """Shows that the app has taken over the secret on offer."""

    code = code_field(help_text=_("The six digits that the app shows now."))

    def __init__(self, *args, offer, **kwargs):
        super().__init__(*args, **kwargs)
        self.offer = offer
        # The first look belongs to the steps above the field.
        self.fields["code"].widget.attrs["autofocus"] = self.is_bound

    def clean_code(self):
        code = plain(self.cleaned_data["code"])
        if not self.offer.matches(code):
            raise ValidationError(_("That is not the code we expect. Try the next one; is your phone’s clock right?"))
        return code
