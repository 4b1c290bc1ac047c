"""What an administrator does for somebody who lost their phone and their recovery codes."""

from wagtail.log_actions import log

from . import second_factor, sessions
from .tasks import send_notice


def reset_second_factor(user, by=None) -> bool:
    """Take a user's second factor, end their sessions and tell them. Returns whether they had one.

    `by` is the administrator, for the log; None for a command.
    """
    removed = second_factor.remove(user)
    sessions.end_all(user)
    if removed:
        log(user, "accounts.second_factor_reset", user=by)
        send_notice.enqueue(user.pk, "second_factor_reset")
    return removed
