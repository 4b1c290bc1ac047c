from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RecoveryConfig(AppConfig):
    """What was deleted can be brought back for a while. In an app of its own, whose tables no reader may read."""

    name = "site_core.recovery"
    label = "recovery"
    verbose_name = _("Deleted")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from .keeping import keep_all_models

        keep_all_models()
