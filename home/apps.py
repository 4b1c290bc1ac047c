from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "home"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from catalogue.previews import add_mentions

        from .views import mentions_of

        add_mentions(mentions_of)
