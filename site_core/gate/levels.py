from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.TextChoices):
    """What a check does with what it finds."""

    OFF = "off", _("Do not look for it")
    ADVICE = "advice", _("Advise")
    MUST_FIX = "must", _("Must be fixed before publishing")
