from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

TERM = timedelta(days=30)


class DeletedQuerySet(models.QuerySet):
    def recent(self):
        """What can still be brought back."""
        return self.filter(deleted_at__gt=timezone.now() - TERM)

    def over(self):
        return self.exclude(pk__in=self.recent().values("pk"))


class Deleted(models.Model):
    """A page or snippet as it was when it was deleted: its newest draft, and what readers saw if that differs."""

    kind = models.ForeignKey(ContentType, verbose_name=_("what it is"), on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    title = models.CharField(_("title"), max_length=255)
    content = models.JSONField(encoder=DjangoJSONEncoder)
    live_content = models.JSONField(encoder=DjangoJSONEncoder, null=True)
    above = models.JSONField(default=list)  # keys of the pages it stood under, from the top
    place = models.CharField(_("where it stood"), max_length=1000, blank=True)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    deleted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("deleted by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    deleted_at = models.DateTimeField(_("deleted"), default=timezone.now, db_index=True)

    objects = DeletedQuerySet.as_manager()

    class Meta:
        verbose_name = _("deleted item")
        verbose_name_plural = _("deleted items")
        default_permissions = ()
        ordering = ["-deleted_at", "-pk"]

    def __str__(self):
        return self.title

    @property
    def model(self) -> type[models.Model] | None:
        """Its class, or None if the site no longer has such things."""
        return self.kind.model_class()

    @property
    def kind_name(self) -> str:
        return self.kind.name

    @property
    def kept_until(self):
        return self.deleted_at + TERM
