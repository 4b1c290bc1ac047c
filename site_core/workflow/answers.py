"""What a reader of a draft said, in a sentence."""

from django.utils.text import Truncator
from django.utils.translation import gettext
from wagtail.admin.utils import get_user_display_name
from wagtail.models import TaskState


def changes_wanted(task: TaskState, most_words: int = 200) -> str:
    """Who asks for changes, and with which words; `task` is what they answered."""
    who = get_user_display_name(task.finished_by) if task.finished_by else gettext("The reader")
    if task.comment:
        words = {"who": who, "words": Truncator(task.comment).words(most_words)}
        return gettext("%(who)s asks for changes: “%(words)s”") % words
    return gettext("%(who)s asks for changes") % {"who": who}
