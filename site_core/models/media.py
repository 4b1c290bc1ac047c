"""What pictures and documents share: private until something public uses them, see site_core/media."""

from django.db import models


class MediaQuerySet(models.QuerySet):
    def public(self):
        """What something public uses. Up to a minute late when a page expires: the scheduler has to take it down."""
        return self.exclude(public_token="")


class PrivateMedia(models.Model):
    """`public_token` is empty while it is private, and drawn anew each time that it becomes public."""

    public_token = models.CharField(max_length=32, blank=True, default="", editable=False, db_index=True)

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Save all but the token, which site_core.media.states alone writes: the one read before may be out of date."""
        if self.pk is None:
            self.public_token = ""
        elif not (self._state.adding or args or kwargs):
            fields = (field for field in self._meta.concrete_fields if not field.primary_key)
            kwargs["update_fields"] = [field.name for field in fields if field.name != "public_token"]
        super().save(*args, **kwargs)

    @property
    def is_public(self) -> bool:
        return bool(self.public_token)
