from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BundlesConfig(AppConfig):
    """Several articles, products and menus that are published at one moment, all or none."""

    name = "site_core.bundles"
    label = "bundles"
    verbose_name = _("Bundles")
    default_auto_field = "django.db.models.BigAutoField"
