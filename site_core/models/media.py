"""What pictures and documents share: private until something public uses them, see site_core/media."""

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

STATE = {"public_token", "public_until"}


def still_public(row: str = "") -> Q:
    """The condition under which the last public use has not expired; `row` leads to the picture, as in "image__"."""
    return Q(**{f"{row}public_until__isnull": True}) | Q(**{f"{row}public_until__gt": Now()})


class MediaQuerySet(models.QuerySet):
    def public(self):
        """What something public uses, to the second by the database's clock."""
        return self.exclude(public_token="").filter(still_public())


class PrivateMedia(models.Model):
    """`public_token` is empty while it is private, and drawn anew each time that it becomes public. It ends at
    `public_until` if all that uses it expires."""

    public_token = models.CharField(max_length=32, blank=True, default="", editable=False, db_index=True)
    public_until = models.DateTimeField(null=True, editable=False)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save all but its state, which site_core.media.states alone writes: the one read before may be out of date."""
        if self.pk is None:
            self.public_token, self.public_until = "", None
        elif not (self._state.adding or args or kwargs):
            fields = (field for field in self._meta.concrete_fields if not field.primary_key)
            kwargs["update_fields"] = [field.name for field in fields if field.name not in STATE]
        super().save(*args, **kwargs)

    @property
    def is_public(self) -> bool:
        return bool(self.public_token)
