from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LeavingConfig(AppConfig):
    """What a person who leaves had in work goes to somebody else."""

    name = "site_core.leaving"
    label = "leaving"
    verbose_name = _("Handing over")
    default_auto_field = "django.db.models.BigAutoField"
