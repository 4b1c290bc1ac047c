"""What is kept of a link to a draft and of what its guests said. Readers' role cannot see any of it (policies.py)."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast, Now
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState, WorkflowMixin, get_default_page_content_type
from wagtail.permissions import policy_registry

from site_core.scheduling import models_with_drafts


class Answer(models.TextChoices):
    APPROVED = "approved", _("Approved")
    CHANGES = "changes", _("Asked for changes")


class LinkQuerySet(models.QuerySet):
    def open(self):
        """Neither expired, by the database's clock, nor revoked."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=Now())

    def to(self, obj: models.Model):
        """The links to this article or product, the newest first."""
        kind = ContentType.objects.get_for_model(obj)
        return self.filter(content_type=kind, object_id=str(obj.pk)).order_by("-created_at", "-pk")


class ReviewLink(models.Model):
    """The right to read one draft until a day, for whoever has the address; only its hash is kept."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    target = GenericForeignKey("content_type", "object_id")
    title = models.CharField(_("what is shared"), max_length=255)
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    pass_phrase = models.CharField(max_length=255, blank=True, editable=False)
    guest_name = models.CharField(_("for whom"), max_length=100, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("shared by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(_("shared on"), auto_now_add=True)
    expires_at = models.DateTimeField(_("open until"))
    revoked_at = models.DateTimeField(_("withdrawn on"), null=True, blank=True)
    last_opened_at = models.DateTimeField(_("last opened"), null=True, blank=True)
    answer = models.CharField(_("answer"), max_length=10, choices=Answer.choices, blank=True)
    answered_by = models.CharField(_("answered by"), max_length=100, blank=True)
    answered_at = models.DateTimeField(_("answered on"), null=True, blank=True)
    answered_version = models.CharField(max_length=64, blank=True, editable=False)

    objects = LinkQuerySet.as_manager()

    wagtail_reference_index_ignore = True  # to be shared is not to be used

    class Meta:
        verbose_name = _("review link")
        verbose_name_plural = _("review links")
        default_permissions = ("view", "change")
        indexes = [models.Index(fields=["content_type", "object_id"], name="review_link_target")]

    def __str__(self):
        return self.title

    @property
    def is_open(self) -> bool:
        return not self.revoked_at and self.expires_at > timezone.now()

    @property
    @admin.display(description=_("state"))
    def state(self) -> str:
        """In one word for lists."""
        if self.revoked_at:
            return gettext("Withdrawn")
        return gettext("Open") if self.is_open else gettext("Expired")

    @property
    @admin.display(description=_("answer"))
    def answer_label(self) -> str:
        return self.get_answer_display()

    @property
    @admin.display(description=_("what was said"))
    def said(self) -> str:
        """All comments of its guests, one to a line."""
        return "\n".join(f"{one.guest_name}: {one.text}" for one in self.comments.all())

    def set_pass_phrase(self, phrase: str) -> None:
        self.pass_phrase = make_password(phrase) if phrase else ""

    def opens_with(self, phrase: str) -> bool:
        return check_password(phrase, self.pass_phrase)


class GuestComment(models.Model):
    """What a guest said about one field or block of a draft, or about all of it if `contentpath` is empty."""

    link = models.ForeignKey(ReviewLink, on_delete=models.CASCADE, related_name="comments")
    contentpath = models.CharField(max_length=255, blank=True)
    about = models.CharField(_("about"), max_length=255, blank=True)
    text = models.TextField(_("comment"), max_length=2000)
    guest_name = models.CharField(_("who"), max_length=100)
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    resolved_at = models.DateTimeField(_("resolved on"), null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("resolved by"), null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("comment by a guest")
        verbose_name_plural = _("comments by guests")
        default_permissions = ()
        ordering = ["created_at", "pk"]

    def __str__(self):
        return self.text[:80]


class ReviewLinkTask(Task):
    """A step of a workflow that waits for the answer of a guest with a review link."""

    def get_actions(self, obj, user):
        """Who may publish it may answer in the guest's stead: a guest may never come."""
        may = obj.permissions_for_user(user) if isinstance(obj, Page) else None
        if not (may.can_publish() if may else policy_registry.get(obj).user_has_permission(user, "publish")):
            return []
        return [("reject", gettext("Request changes"), True), ("approve", gettext("Approve for the guest"), False)]

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """Those they may answer in the guest's stead, so that they wait for them too."""
        may = Q(pk__in=[])
        for model in models_with_drafts():
            policy = policy_registry.get_by_type(model)
            if not issubclass(model, WorkflowMixin) or not policy.user_has_permission(user, "publish"):
                continue
            if issubclass(model, Page):
                rows = policy.instances_user_has_permission_for(user, "publish").order_by()
                keys = rows.annotate(key=Cast("pk", models.CharField())).values("key")
                may |= Q(
                    workflow_state__base_content_type=get_default_page_content_type(),
                    workflow_state__object_id__in=keys,
                )
            else:
                may |= Q(workflow_state__base_content_type=ContentType.objects.get_for_model(model))
        return self.task_states.filter(may, status=TaskState.STATUS_IN_PROGRESS)

    @classmethod
    def get_description(cls):
        return _("Somebody with a review link approves it or asks for changes")

    class Meta:
        verbose_name = _("Review by a guest")
        verbose_name_plural = _("Reviews by guests")
