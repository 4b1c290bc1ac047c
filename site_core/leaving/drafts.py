"""What somebody has in work, and how it becomes another's. What is published stays as it is signed."""

from django.apps import apps
from django.db import transaction
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log
from wagtail.models import Comment, CommentReply, LockableMixin, Page, WorkflowState

from site_core.bundles.models import Bundle, State


def drafts_of(user) -> QuerySet:
    """The pages that are theirs and hold something that readers do not see."""
    return Page.objects.filter(Q(live=False) | Q(has_unpublished_changes=True), owner=user).order_by("path")


def locks_of(user) -> list[QuerySet]:
    """What they have locked, model by model."""
    lockable = [
        model for model in apps.get_models() if issubclass(model, LockableMixin) and not issubclass(model, Page)
    ]
    return [model._base_manager.filter(locked_by=user) for model in (Page, *lockable)]


def requests_of(user) -> QuerySet:
    """What they have submitted and nobody has decided about."""
    return WorkflowState.objects.active().filter(requested_by=user)


def bundles_of(user) -> QuerySet:
    """What is to be published at a time with their rights, and would not be without them."""
    return Bundle.objects.filter(planned_by=user, state=State.PLANNED)


def notes_of(user) -> list[QuerySet]:
    """What they have written beside texts. It would be deleted with their login, with all answers to it."""
    return [Comment.objects.filter(user=user), CommentReply.objects.filter(user=user)]


def besides(user) -> list[str]:
    """What else they have in work, counted in words."""
    locks = sum(locked.count() for locked in locks_of(user))
    requests, bundles = requests_of(user).count(), bundles_of(user).count()
    comments, replies = notes_of(user)
    notes = comments.filter(resolved_at=None).count() + replies.filter(comment__resolved_at=None).count()
    counted = [
        (locks, ngettext("%d lock", "%d locks", locks)),
        (requests, ngettext("%d text that waits for an answer", "%d texts that wait for an answer", requests)),
        (notes, ngettext("%d open note", "%d open notes", notes)),
        (bundles, ngettext("%d planned bundle", "%d planned bundles", bundles)),
    ]
    return [words % number for number, words in counted if number]


def in_work(user) -> list[str]:
    """All they have in work, counted in words."""
    drafts = drafts_of(user).count()
    return [ngettext("%d draft", "%d drafts", drafts) % drafts] * bool(drafts) + besides(user)


@transaction.atomic
def hand_over(user, heir, by) -> int:
    """Give what `user` has in work to `heir`; notes say whose they were. Returns how many drafts."""
    drafts = list(drafts_of(user).specific())
    for page in drafts:
        log(instance=page, action="leaving.hand_over", user=by, data={"from": user.get_username()})
    Page.objects.filter(pk__in=[page.pk for page in drafts]).update(owner=heir)
    for locked in locks_of(user):
        locked.update(locked_by=heir)
    requests_of(user).update(requested_by=heir)
    bundles_of(user).update(planned_by=heir)
    for notes in notes_of(user):
        notes.update(user=heir, text=Concat(Value(f"{get_user_display_name(user)}: "), "text"))
    return len(drafts)
