"""What a guest answers: into the history of the draft, and to the workflow that waits for it."""

from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.log_actions import log
from wagtail.models import TaskState, WorkflowMixin

from site_core.models import NotPublishable
from site_core.models.publishing import require_publisher
from site_core.rights import may_publish

from .drafts import Draft
from .history import APPROVED, CHANGES, COMMENTED, HINDERED, RESOLVED
from .models import Answer, GuestComment, ReviewLink, ReviewLinkTask

MOST_COMMENTS = 200  # under one link


@dataclass(frozen=True)
class Said:
    """One answer: `about` is what the content path is called."""

    guest: str
    text: str = ""
    contentpath: str = ""
    about: str = ""


def comment(link: ReviewLink, said: Said) -> None:
    """Keep what the guest said about a field, a block or the whole."""
    _keep(link, said)
    log(instance=link.target, action=COMMENTED, data={"guest": said.guest, "about": said.about})


@transaction.atomic
def approve(link: ReviewLink, draft: Draft, said: Said) -> None:
    """Enter the approval of this version."""
    _answer(link, Answer.APPROVED, draft, said)
    _tell_workflow(link, "approve", said)


@transaction.atomic
def ask_for_changes(link: ReviewLink, draft: Draft, said: Said) -> None:
    """Enter that this version needs changes, and which."""
    _answer(link, Answer.CHANGES, draft, said)
    _tell_workflow(link, "reject", said)


def resolve(one: GuestComment, user) -> None:
    """What the guest asked for is done, or will not be."""
    if one.resolved_at:
        return
    one.resolved_at, one.resolved_by = timezone.now(), user
    one.save(update_fields=["resolved_at", "resolved_by"])
    log(instance=one.link.target, action=RESOLVED, user=user, data={"guest": one.guest_name, "about": one.about})


def _answer(link, answer, draft, said):
    if said.text:
        _keep(link, said)
    link.answer, link.answered_by, link.answered_at = answer, said.guest, timezone.now()
    link.answered_version = draft.version
    link.save(update_fields=["answer", "answered_by", "answered_at", "answered_version"])
    action = APPROVED if answer == Answer.APPROVED else CHANGES
    revision = link.target.get_latest_revision()
    log(instance=link.target, action=action, revision=revision, data={"guest": said.guest, "comment": said.text})


def _keep(link, said):
    if link.comments.count() < MOST_COMMENTS:
        GuestComment.objects.create(
            link=link, contentpath=said.contentpath, about=said.about, text=said.text, guest_name=said.guest
        )


def _tell_workflow(link, action, said):
    """The guest's answer is that of the step which waits for one."""
    state = _waiting(link.target)
    if not state:
        return
    words = gettext("%(guest)s, a guest: %(text)s") if said.text else gettext("%(guest)s, a guest")
    comment = words % {"guest": said.guest, "text": said.text}
    try:
        with transaction.atomic():
            # Of the version that the guest has read, which the step may have begun before.
            state.revision = link.target.get_latest_revision()
            if action == "approve" and state.workflow_state.is_at_final_task:
                _require_right_to_publish(link, state.revision)
            state.task.specific.on_action(state, user=None, action_name=action, comment=comment)
    except NotPublishable as error:
        # The last step would publish, and may not: the approval stands, the step waits for an editor.
        log(instance=link.target, action=HINDERED, data={"comment": " ".join(error.sentences)})


def _require_right_to_publish(link, revision):
    """A guest is anybody with the address, whoever made it included: it publishes no more than they may themselves."""
    if not may_publish(link.created_by, link.target):
        said = gettext("The link was made by somebody who may not publish this. An editor can.")
        raise NotPublishable(link.target, {link.target._meta.verbose_name: [said]})
    require_publisher(revision, link.created_by)


def _waiting(target) -> TaskState | None:
    if not isinstance(target, WorkflowMixin):
        return None
    state = target.current_workflow_task_state
    is_ours = state and isinstance(state.task.specific, ReviewLinkTask)
    return state if is_ours and state.status == TaskState.STATUS_IN_PROGRESS else None
