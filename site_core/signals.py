from django.db import connections
from django.db.models.signals import post_migrate
from django.dispatch import receiver

from . import policies
from .media import receivers  # noqa: F401  registered by being imported


@receiver(post_migrate)
def keep_the_door(app_config, using, **kwargs):
    """After the tables of all apps, once."""
    if app_config.label == "site_core":
        policies.apply(connections[using])
