from django.apps import apps
from django.db import connections
from django.db.models.signals import post_migrate, post_save
from django.dispatch import receiver
from wagtail.models import Page

from . import policies, roles
from .media import receivers  # noqa: F401  registered by being imported


@receiver(post_migrate)
def keep_the_door(app_config, using, **kwargs):
    """After the tables of all apps, once."""
    if app_config.label == "site_core":
        policies.apply(connections[using])


@receiver(post_migrate)
def keep_the_roles(app_config, **kwargs):
    """After the last app: until then Django and Wagtail are still making permissions."""
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if app_config == last and Page.objects.exists():  # nothing is there when a test has emptied the tables
        roles.keep()


@receiver(post_save)
def keep_the_branch(sender, instance, created, raw, **kwargs):
    if created and not raw and sender._meta.label in roles.BRANCHES:
        roles.keep_branch(instance)
