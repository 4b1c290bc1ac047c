"""Keeps a copy of what is being deleted, by whatever path: the admin, a bulk action, a command, a branch above it."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import pre_delete
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from site_core.models import Publishable

from .models import Deleted


def keep_all_models() -> None:
    """Listen to the deletion of everything that has drafts."""
    for model in apps.get_models():
        if issubclass(model, Publishable):
            pre_delete.connect(keep_a_copy, sender=model)


def keep_a_copy(instance, **kwargs):
    """The signal comes before anything is taken away, and inside the transaction of the deletion."""
    above = list(instance.get_ancestors().filter(depth__gt=1)) if isinstance(instance, Page) else []
    newest = instance.latest_revision
    Deleted.objects.create(
        kind=ContentType.objects.get_for_model(instance),
        object_id=str(instance.pk),
        title=(newest.object_str if newest else str(instance))[:255],
        content=newest.content if newest else instance.serializable_data(),
        live_content=instance.serializable_data() if newest and instance.live else None,
        above=[page.pk for page in above],
        place=" › ".join(page.draft_title for page in above[1:])[:1000],
        owner_id=getattr(instance, "owner_id", None),
        deleted_by=get_active_log_context().user,
    )
