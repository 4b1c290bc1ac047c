"""What lies between people: asked of me, begun by me, read by others."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Exists, IntegerField, OuterRef, Q, Subquery
from django.db.models.functions import Cast
from django.utils.text import capfirst
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Comment, GroupApprovalTask, Page, Revision, TaskState, WorkflowState

from site_core.review.models import ReviewLinkTask
from site_core.workflow.answers import changes_wanted

from .reach import base_type, drafted_models, edit_url, kind_of
from .sections import Row, Section


class WaitingForMe(Section):
    name = "waiting"
    heading = _("Waiting for you")
    quiet = _("Nobody is waiting for you.")

    def found(self):
        states = TaskState.objects.reviewable_by(self.user).order_by("started_at")
        people = states.select_related("task", "revision__user", "workflow_state__requested_by")
        return people.defer("revision__content")

    def row(self, one):
        who = one.workflow_state.requested_by or one.revision.user
        note = gettext("%(who)s asked you to look on") % {"who": get_user_display_name(who)} if who else ""
        if kind_of(one.task.content_type_id) is ReviewLinkTask:
            note = gettext("With a guest, for whom you may answer, since")
        url = edit_url(kind_of(one.revision.content_type_id), one.revision.object_id)
        return Row(one.revision.object_str, url, note, one.started_at)


class MyDrafts(Section):
    name = "drafts"
    heading = _("Your drafts")
    quiet = _("You have no drafts. A new one is a good way to begin the day.")

    def is_for_user(self):
        return bool(drafted_models(self.user))

    def found(self):
        """The newest versions, mine or of my pages, of what readers do not see as it is."""
        newest = Q(pk__in=[])
        for model in drafted_models(self.user):
            unseen = model._base_manager.filter(Q(live=False) | Q(has_unpublished_changes=True), expired=False)
            newest |= Q(user=self.user, pk__in=unseen.order_by().values("latest_revision_id"))
            if issubclass(model, Page):
                newest |= Q(pk__in=unseen.filter(owner=self.user).order_by().values("latest_revision_id"))
        under_way = WorkflowState.objects.active().filter(
            base_content_type=OuterRef("base_content_type"), object_id=OuterRef("object_id")
        )
        drafts = Revision.objects.filter(newest, ~Exists(under_way), approved_go_live_at__isnull=True)
        return drafts.defer("content").order_by("-created_at")

    def row(self, one):
        kind = kind_of(one.content_type_id)
        note = gettext("%(kind)s, last saved on") % {"kind": capfirst(kind._meta.verbose_name)}
        return Row(one.object_str, edit_url(kind, one.object_id), note, one.created_at)


class InReview(Section):
    name = "review"
    heading = _("Being read by others")
    quiet = _("Nothing of yours is with a reader.")

    def is_for_user(self):
        return bool(drafted_models(self.user))

    def found(self):
        """What I have submitted, or others of my pages, with those who may answer and the first open note."""
        mine = Page.objects.filter(owner=self.user, pk=Cast(OuterRef("object_id"), IntegerField()))
        asked = GroupApprovalTask.objects.filter(pk=OuterRef("current_task_state__task_id")).order_by().values("pk")
        asked = asked.annotate(names=StringAgg("groups__name", ", ", order_by="groups__name")).values("names")
        notes = Comment.objects.filter(page_id=Cast(OuterRef("object_id"), IntegerField()), resolved_at__isnull=True)
        states = WorkflowState.objects.active().filter(
            Q(requested_by=self.user) | (Q(base_content_type=base_type(Page)) & Exists(mine)),
            current_task_state__isnull=False,
        )
        with_people = states.select_related("current_task_state__revision", "current_task_state__finished_by").annotate(
            asked=Subquery(asked),
            note=Subquery(notes.order_by("pk").values("pk")[:1]),
        )
        return with_people.defer("current_task_state__revision__content").order_by("-current_task_state__started_at")

    def row(self, one):
        task, kind = one.current_task_state, kind_of(one.content_type_id)
        url = edit_url(kind, one.object_id)
        if one.status != WorkflowState.STATUS_NEEDS_CHANGES:
            said = gettext("With %(who)s since") % {"who": one.asked} if one.asked else gettext("On its way since")
            return Row(task.revision.object_str, url, said, task.started_at)
        if one.note and issubclass(kind, Page):
            url += f"?comment={one.note}"
        return Row(task.revision.object_str, url, changes_wanted(task, most_words=12), task.finished_at, overdue=True)
