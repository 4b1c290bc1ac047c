from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SavingConfig(AppConfig):
    """That no word of an editor gets lost."""

    name = "site_core.saving"
    label = "saving"
    verbose_name = _("Saving")
