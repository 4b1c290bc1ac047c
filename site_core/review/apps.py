from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    """Links under which people without an account read a draft and answer it. docs/decisions/review-links.md."""

    name = "site_core.review"
    label = "review"
    verbose_name = _("Review links")
    default_auto_field = "django.db.models.BigAutoField"
