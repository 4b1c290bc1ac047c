from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkflowConfig(AppConfig):
    """How a text comes from its writer to its readers: mail between the people, and one or two pairs of eyes."""

    name = "site_core.workflow"
    label = "workflow"
    verbose_name = _("Workflow")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from site_core.models.publishing import add_question_to_publisher

        from . import eyes, signals

        signals.one_mail_each()
        add_question_to_publisher(eyes.own_words)
