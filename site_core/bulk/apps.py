from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BulkConfig(AppConfig):
    """One change at many articles or products, and its undoing. Its tables are not for readers."""

    name = "site_core.bulk"
    label = "bulk"
    verbose_name = _("Changes to many at once")
    default_auto_field = "django.db.models.BigAutoField"
