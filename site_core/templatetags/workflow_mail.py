"""What mails about a text under way say beside what Wagtail gives their templates."""

from django import template
from django.db.models import Model
from wagtail.models import TaskState

register = template.Library()


@register.simple_tag
def last_answer(obj: Model) -> TaskState | None:
    """The reviewer's newest answer about `obj`: who gave it, and with which words."""
    answers = TaskState.objects.for_instance(obj).filter(finished_at__isnull=False).select_related("finished_by")
    return answers.order_by("-finished_at").first()


@register.simple_tag
def open_comments(obj: Model) -> list:
    """The notes beside its fields that nobody has resolved yet; only pages have any."""
    comments = getattr(obj, "wagtail_admin_comments", None)
    return list(comments.filter(resolved_at__isnull=True).select_related("user").order_by("pk")) if comments else []
