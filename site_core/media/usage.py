"""Which pictures and documents something public uses, by Wagtail's index of references."""

from collections import defaultdict
from collections.abc import Collection as Several
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import CharField, Q
from django.db.models.functions import Cast
from modelcluster.models import get_all_child_relations
from wagtail.models import CollectionViewRestriction, DraftStateMixin, Page, ReferenceIndex

from site_core.models import PublicPageQuerySet, PublicQuerySet, SiteDocument, SiteImage

MEDIA = (SiteImage, SiteDocument)
NEVER = datetime.max.replace(tzinfo=UTC)


def used_in_public(model: type[models.Model], keys: Iterable[int]) -> dict[int, datetime | None]:
    """Those pictures or documents that a public object uses and that lie in no private collection, by key.

    With each the moment when the last of those objects expires, None if one never does.
    """
    kind = ContentType.objects.get_for_model(model)
    references = ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=[str(key) for key in keys])
    users = defaultdict(lambda: defaultdict(set))
    for user_kind, user, used in references.values_list("base_content_type", "object_id", "to_object_id").distinct():
        users[user_kind][user].add(int(used))
    until = {}
    for user_kind, uses in users.items():
        for user, end in _public(ContentType.objects.get_for_id(user_kind).model_class(), uses.keys()).items():
            until |= {key: max(end, until.get(key, end)) for key in uses[user]}
    private = _in_private_collections(model, until)
    return {key: None if end == NEVER else end for key, end in until.items() if key not in private}


def _public(model, keys: Several[str]) -> dict[str, datetime]:
    """Those of these objects that readers may see, and until when. Without drafts it is public when it is saved."""
    if model is None:
        return {}
    if issubclass(model, Page):
        return _public_pages(model, keys)
    if issubclass(model, DraftStateMixin):
        rows = PublicQuerySet(model).public().filter(pk__in=keys).order_by()
        return {str(key): end or NEVER for key, end in rows.values_list("pk", "expire_at")}
    rows = model._base_manager.filter(pk__in=keys).order_by()
    return {str(key): NEVER for key in rows.values_list("pk", flat=True)}


def _public_pages(model, keys):
    """A page ends with the first of its ancestors."""
    expiring = Page.objects.filter(live=True, expire_at__isnull=False).order_by()
    ends = list(expiring.values_list("path", "expire_at"))
    rows = PublicPageQuerySet(model).public().filter(pk__in=keys).order_by().values_list("pk", "path")
    return {str(key): min((end for at, end in ends if path.startswith(at)), default=NEVER) for key, path in rows}


def _in_private_collections(model, keys):
    branches = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
    private = Q(pk__in=[])
    for path in branches:
        private |= Q(collection__path__startswith=path)
    return set(model.objects.filter(private, pk__in=keys).values_list("pk", flat=True))


def index(obj: models.Model) -> None:
    """Bring the index up to date for this object at once; Wagtail leaves it to a task."""
    if is_indexed(type(obj)):
        with transaction.atomic():
            ReferenceIndex.create_or_update_for_object(obj)


def index_all_models() -> None:
    """Have Wagtail index every model that may use a picture or document. By itself it leaves out those of settings."""
    for model in apps.get_models():
        if _may_use_media(model):
            ReferenceIndex.register_model(model)


@cache
def is_indexed(model: type[models.Model]) -> bool:
    """Whether the index tells which pictures and documents a row of this model uses, with what hangs on it."""
    return ReferenceIndex.is_indexed(model) and _may_use_media(model)


def _may_use_media(model):
    return any(
        (field.many_to_one and field.related_model in MEDIA) or hasattr(field, "extract_references")
        for field in model._meta.get_fields()
    ) or any(_may_use_media(relation.related_model) for relation in get_all_child_relations(model))


def used_by(obj: models.Model) -> dict[type[models.Model], list[int]]:
    """The keys of all pictures and documents that this object uses, by model."""
    return _used(ReferenceIndex.get_references_for_object(obj))


def used_below(page: Page) -> dict[type[models.Model], list[int]]:
    """The keys of all pictures and documents that pages below this one use, by model."""
    pages = Page.objects.filter(path__startswith=page.path, depth__gt=page.depth).order_by()
    kind = ContentType.objects.get_for_model(Page)
    keys = pages.annotate(key=Cast("pk", CharField())).values("key")
    return _used(ReferenceIndex.objects.filter(base_content_type=kind, object_id__in=keys))


def _used(references):
    kinds = {ContentType.objects.get_for_model(model).pk: model for model in MEDIA}
    found = defaultdict(list)
    rows = references.filter(to_content_type__in=kinds).values_list("to_content_type", "to_object_id").distinct()
    for kind, key in rows:
        found[kinds[kind]].append(int(key))
    return found
