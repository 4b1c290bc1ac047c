from decimal import Decimal

from django.db import models
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _


class Currency(models.TextChoices):
    GBP = "GBP", _("pounds (£)")
    EUR = "EUR", _("euros (€)")
    USD = "USD", _("US dollars ($)")


SIGNS = {Currency.GBP: "£", Currency.EUR: "€", Currency.USD: "$"}


def money(amount: Decimal | None, currency: str) -> str:
    """`Decimal("14"), "GBP"` -> "£14.00"; "" without an amount."""
    if amount is None:
        return ""
    return f"{SIGNS.get(currency, currency)}{number_format(amount, decimal_pos=2, force_grouping=True)}"


def saving(price: Decimal | None, regular: Decimal | None) -> int | None:
    """Whole per cent off `regular`, rounded down so that it never promises more; None if nothing is saved."""
    if price is None or not regular or price >= regular:
        return None
    return int((1 - price / regular) * 100) or None
