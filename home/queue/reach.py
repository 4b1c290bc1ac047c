"""What an editor may be shown here: what is theirs to change or to publish, and nothing else."""

from django.contrib.admin.utils import quote
from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from django.urls import reverse
from wagtail.models import Page, get_default_page_content_type
from wagtail.permissions import policy_registry

from site_core.scheduling import models_with_drafts

WORK = {"change", "publish"}


def works_with(user, model: type[Model]) -> bool:
    """Whether any row of this model may be this user's work."""
    return policy_registry.get_by_type(model).user_has_any_permission(user, WORK)


def within_reach(user, model: type[Model]) -> QuerySet:
    """The rows of a model that are this user's work."""
    if issubclass(model, Page) and model is not Page:
        return model.objects.filter(pk__in=within_reach(user, Page).order_by().values("pk"))
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, WORK)


def drafted_models(user) -> list[type[Model]]:
    """The models with drafts that this user works with: `Page` for all kinds of pages, and snippets."""
    return [model for model in models_with_drafts() if works_with(user, model)]


def keys_within_reach(user, prefix: str = "") -> Q:
    """The same for rows that name an object by `base_content_type` and `object_id`, such as revisions."""
    reach = Q(pk__in=[])
    for model in drafted_models(user):
        kind = Q(**{f"{prefix}base_content_type": base_type(model)})
        if issubclass(model, Page) and not user.is_superuser:
            kind &= Q(**{f"{prefix}object_id__in": keys_of(within_reach(user, model))})
        reach |= kind
    return reach


def keys_of(rows: QuerySet) -> QuerySet:
    """Their keys as text, as rows have them that may name an object of any model."""
    return rows.order_by().annotate(key=Cast("pk", CharField())).values("key")


def public_keys(user, model: type[Model]) -> QuerySet:
    """The same of what this user works with and readers see."""
    return keys_of(within_reach(user, model).filter(live=True))


def base_type(model: type[Model]) -> ContentType:
    """The content type under which revisions and workflows file the objects of this model."""
    return get_default_page_content_type() if issubclass(model, Page) else ContentType.objects.get_for_model(model)


def edit_url(kind: type[Model], key: str | int) -> str:
    """Where an object is edited; "" for a model that the admin has no form for."""
    if issubclass(kind, Page):
        return reverse("wagtailadmin_pages:edit", args=[key])
    viewset = getattr(kind, "snippet_viewset", None)
    return reverse(viewset.get_url_name("edit"), args=[quote(key)]) if viewset else ""


def kind_of(content_type_id: int) -> type[Model]:
    return ContentType.objects.get_for_id(content_type_id).model_class()
