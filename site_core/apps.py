from django.apps import AppConfig


class SiteCoreConfig(AppConfig):
    name = "site_core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from . import checks, door, redirects, signals  # noqa: F401  registered by being imported
        from .media.usage import index_all_models

        index_all_models()
