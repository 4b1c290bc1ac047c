"""Mail between colleagues waits in the queue of background work, so that no mail server keeps anybody from working.

A queued mail is a row of the transaction that it tells of: what was rolled back was never said.
"""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from django_tasks import task

logger = logging.getLogger(__name__)

WAITS = [timedelta(minutes=minutes) for minutes in (1, 10, 60, 6 * 60)]  # until a mail that failed is tried again
PARTS = ("subject", "body", "from_email", "to", "cc", "bcc", "reply_to")


class QueuedNotices(BaseEmailBackend):
    """Queues what Wagtail marks as a notice; everything else, such as a link to a new password, is stored nowhere."""

    def send_messages(self, messages):
        for message in messages:
            if "Auto-Submitted" in message.extra_headers:
                deliver.enqueue(_plain(message))
            else:
                message.connection = get_connection(settings.MAIL_DELIVERY, fail_silently=self.fail_silently)
                message.send()
        return len(messages)


@task()
def deliver(message: dict, tries: int = 0) -> None:
    """Send a queued mail. Where the server does not take it, it is tried again later, four times."""
    mail = EmailMultiAlternatives(**message, connection=get_connection(settings.MAIL_DELIVERY))
    try:
        mail.send()
    except OSError as error:
        if tries == len(WAITS):
            raise
        logger.warning("A mail was not taken (%s) and will be tried again", type(error).__name__)
        deliver.using(run_after=timezone.now() + WAITS[tries]).enqueue(message, tries + 1)


def _plain(message):
    """What `EmailMultiAlternatives` wants to be made of again, as JSON has it."""
    alternatives = [[str(text), kind] for text, kind in getattr(message, "alternatives", [])]
    plain = {name: getattr(message, name) for name in PARTS}
    return {**plain, "headers": message.extra_headers, "alternatives": alternatives}
