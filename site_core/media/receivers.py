"""Looks again at pictures and documents whenever what uses them changes.

Twice, and the second time has nothing to do: as soon as the change is committed, so that nobody waits for the worker,
and by a task of the same transaction, in case the process does not live that long. What a branch of pages uses is the
worker's alone.
"""

from functools import partial
from secrets import token_hex

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models.signals import post_delete, post_save, pre_save
from django.dispatch import receiver
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    DraftStateMixin,
    Page,
    PageViewRestriction,
    ReferenceIndex,
    UploadedFile,
)
from wagtail.signals import page_published, page_unpublished, post_page_move, published, unpublished

from site_core.models import SiteDocument, SiteImage
from site_core.models.images import extension
from site_core.tasks import make_renditions, refresh_media, refresh_media_below

from .states import refresh
from .usage import MEDIA, index, is_indexed, used_by


def look_again(model: type[models.Model], keys: list[int]) -> None:
    """Bring these pictures or documents into the state that their use asks for, once this transaction is committed."""
    if keys:
        refresh_media.enqueue(model._meta.label_lower, keys)
        transaction.on_commit(partial(refresh, model, keys), robust=True)


def look_again_at_uses_of(obj: models.Model) -> None:
    """The same for all that this object uses now, and that what is below it uses if it is a page."""
    index(obj)
    for model, keys in used_by(obj).items():
        look_again(model, keys)
    if isinstance(obj, Page) and obj.numchild:
        refresh_media_below.enqueue(obj.pk)


@receiver([page_published, page_unpublished, post_page_move])
def on_page(instance, **kwargs):
    look_again_at_uses_of(instance)


@receiver([published, unpublished])
def on_snippet(instance, **kwargs):
    if not isinstance(instance, Page):
        look_again_at_uses_of(instance)


@receiver(post_save)
def on_what_has_no_drafts(sender, instance, raw=False, **kwargs):
    """It is public as soon as it is saved."""
    if not raw and not issubclass(sender, DraftStateMixin) and is_indexed(sender):
        look_again_at_uses_of(instance)


@receiver(post_delete, sender=ReferenceIndex)
def on_end_of_use(instance, **kwargs):
    """By an edit, or because what used it was deleted."""
    kinds = {ContentType.objects.get_for_model(model).pk: model for model in MEDIA}
    if instance.to_content_type_id in kinds:
        look_again(kinds[instance.to_content_type_id], [int(instance.to_object_id)])


@receiver([post_save, post_delete], sender=PageViewRestriction)
def on_privacy_of_page(instance, **kwargs):
    look_again_at_uses_of(instance.page)


@receiver([post_save, post_delete], sender=CollectionViewRestriction)
def on_privacy_of_collection(instance, **kwargs):
    on_collection(instance.collection)


@receiver(post_save, sender=Collection)
def on_collection(instance, **kwargs):
    """Also when it is moved, which the admin does in the same transaction."""
    inside = instance.get_descendants(inclusive=True)
    for model in MEDIA:
        look_again(model, list(model.objects.filter(collection__in=inside).values_list("pk", flat=True)))


@receiver(post_save, sender=SiteImage)
def on_picture(instance, raw=False, **kwargs):
    """The task also looks whether the picture may be public still: its collection may be another one."""
    if not raw:
        make_renditions.enqueue(instance.pk)


@receiver(post_save, sender=SiteDocument)
def on_document(instance, raw=False, **kwargs):
    if not raw:
        look_again(SiteDocument, [instance.pk])


@receiver(pre_save, sender=UploadedFile)
def name_unfinished_upload(instance, **kwargs):
    """What waits for the rest of its form gets a name that nobody can guess and no file system finds too long."""
    if instance.file and not instance.file._committed:
        instance.file.name = token_hex(16) + extension(instance.file.name)
