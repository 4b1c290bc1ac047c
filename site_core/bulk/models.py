from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from site_core.limits import sees_the_whole_house


class BulkChangeQuerySet(models.QuerySet):
    def shown_to(self, user):
        """One's own; and all of them to whoever may publish everywhere."""
        return self if sees_the_whole_house(user) else self.filter(user=user)


class BulkChange(models.Model):
    """What somebody had changed at many objects of one model: `values` by the name of the change."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    kind = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    values = models.JSONField(default=dict)
    summary = models.TextField(_("what was changed"))
    made_at = models.DateTimeField(_("when"), default=timezone.now)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    undone_at = models.DateTimeField(null=True)

    objects = BulkChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change to many")
        verbose_name_plural = _("changes to many")
        default_permissions = ()
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.summary

    @property
    def model(self) -> type[models.Model]:
        return self.kind.model_class()

    def open_rows(self):
        """What is still to be done: all that waits, or what can be taken back if it is being undone."""
        return self.rows.filter(state__in=BulkRow.DONE if self.undone_at else [BulkRow.State.WAITING]).order_by("pk")


class BulkRow(models.Model):
    """One object of a change. `before` are the revisions that an undo goes back to, `after_…` what it was left at."""

    class State(models.TextChoices):
        WAITING = "waiting", _("still to do")
        CHANGED = "changed", _("changed")
        DRAFT = "draft", _("changed as a draft only, as you may not publish it")
        UNCHANGED = "unchanged", _("nothing to change")
        REFUSED = "refused", _("not yours to change, or locked, or in review")
        INCOMPLETE = "incomplete", _("not complete enough to be published")
        GONE = "gone", _("deleted meanwhile")
        UNDONE = "undone", _("put back as it was")
        KEPT = "kept", _("edited since, so left as it is")

    DONE = [State.CHANGED, State.DRAFT]

    change = models.ForeignKey(BulkChange, on_delete=models.CASCADE, related_name="rows")
    object_id = models.PositiveBigIntegerField()
    title = models.CharField(max_length=255)
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    note = models.TextField(blank=True)
    before = models.JSONField(default=list)
    after_latest = models.BigIntegerField(null=True)
    after_live = models.BigIntegerField(null=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["change", "state"], name="bulk_row_state")]

    def __str__(self):
        return self.title
