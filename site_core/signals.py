from django.db import connections
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver

from . import policies
from .models import SiteImage
from .tasks import make_renditions


@receiver(post_save, sender=SiteImage)
def queue_renditions(instance, raw=False, **kwargs):
    if not raw:
        make_renditions.enqueue(instance.pk)


@receiver(post_migrate)
def keep_the_door(app_config, using, **kwargs):
    """After the tables of all apps, once."""
    if app_config.label == "site_core":
        policies.apply(connections[using])
