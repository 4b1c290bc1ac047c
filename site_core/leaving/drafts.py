"""What somebody has in work, and how it becomes another's. What is published stays as it is signed."""

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from wagtail.log_actions import log
from wagtail.models import LockableMixin, Page, WorkflowState


def drafts_of(user) -> QuerySet:
    """The pages that are theirs and that readers do not see."""
    return Page.objects.filter(owner=user, live=False).order_by("path")


def locks_of(user) -> list[QuerySet]:
    """What they have locked, model by model."""
    lockable = [
        model for model in apps.get_models() if issubclass(model, LockableMixin) and not issubclass(model, Page)
    ]
    return [model._base_manager.filter(locked_by=user) for model in (Page, *lockable)]


def requests_of(user) -> QuerySet:
    """What they have submitted and nobody has decided about."""
    return WorkflowState.objects.active().filter(requested_by=user)


@transaction.atomic
def hand_over(user, heir, by) -> int:
    """Give the drafts, locks and open submissions of `user` to `heir`. Returns how many drafts."""
    drafts = list(drafts_of(user).specific())
    for page in drafts:
        log(instance=page, action="leaving.hand_over", user=by, data={"from": user.get_username()})
    Page.objects.filter(pk__in=[page.pk for page in drafts]).update(owner=heir)
    for locked in locks_of(user):
        locked.update(locked_by=heir)
    requests_of(user).update(requested_by=heir)
    return len(drafts)
