from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BranchesConfig(AppConfig):
    """The trees of categories, to be rearranged."""

    name = "site_core.branches"
    label = "branches"
    verbose_name = _("Categories")
