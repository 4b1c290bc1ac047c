from django.apps import AppConfig


class SiteCoreConfig(AppConfig):
    name = "site_core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, door, signals  # noqa: F401  registered by being imported
