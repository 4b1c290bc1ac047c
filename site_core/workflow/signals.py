from wagtail.models import WorkflowState
from wagtail.signals import workflow_submitted


def one_mail_each() -> None:
    """Wagtail tells administrators twice of each text that is submitted: of the workflow, and of its first step.

    This app stands behind wagtail.admin in INSTALLED_APPS, which has connected both by now.
    """
    workflow_submitted.disconnect(sender=WorkflowState, dispatch_uid="workflow_state_submitted_email_notification")
