from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GateConfig(AppConfig):
    """The publishing gate: checks that advise while one writes, or stop publication."""

    name = "site_core.gate"
    label = "gate"
    verbose_name = _("Publishing gate")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from site_core.models.publishing import add_gate

        from . import checks, findings, links, receivers  # noqa: F401  registered by being imported

        add_gate(findings.refusals)
