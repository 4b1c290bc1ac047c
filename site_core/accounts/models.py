from django.db import models


class Tally(models.Model):
    """The tries of one kind from one place, counted where every web process sees them."""

    key = models.CharField(max_length=64, unique=True)
    tries = models.PositiveIntegerField(default=0)
    since = models.DateTimeField()
    waits = models.PositiveSmallIntegerField(default=0)
    closed_until = models.DateTimeField()
    forget_at = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.key[:8]}: {self.tries}"
