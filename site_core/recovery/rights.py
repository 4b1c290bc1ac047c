"""Who may bring back what: whoever might have made it, there where it stood."""

from django.db.models import QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from .models import Deleted


def restorable_by(user) -> QuerySet:
    """What was deleted and this user may bring back. Their names are shown to nobody else."""
    rows = list(Deleted.objects.recent().select_related("kind").defer("content", "live_content"))
    pages = _PageRights(user, rows)
    return Deleted.objects.filter(pk__in=[row.pk for row in rows if _may_restore(user, row, pages)])


def places_for(user, model: type[Page]) -> list[Page]:
    """The pages beneath which this user may put a page of this type."""
    parents = Page.objects.type(*model.allowed_parent_page_models()).order_by("path")
    return [page for page in parents if may_put(user, model, page)]


def may_put(user, model: type[Page], parent: Page) -> bool:
    parent = parent.specific
    return model.can_create_at(parent) and parent.permissions_for_user(user).can_add_subpage()


def _may_restore(user, row, pages):
    if row.model is None:
        return False
    if issubclass(row.model, Page):
        return pages.may_restore(row)
    return policy_registry.get_by_type(row.model).user_has_permission(user, "add")


class _PageRights:
    """Rights run down the tree, so those for a parent that is gone are those for what is left above it."""

    def __init__(self, user, rows):
        self.user = user
        policy = policy_registry.get_by_type(Page)
        there = Page.objects.filter(pk__in={pk for row in rows for pk in row.above})
        self.there = set(there.values_list("pk", flat=True))
        self.changeable, self.extensible = (
            set(
                policy.instances_user_has_permission_for(user, right)
                .filter(pk__in=self.there)
                .values_list("pk", flat=True)
            )
            for right in ("change", "add")
        )

    def may_restore(self, row):
        nearest = next((pk for pk in reversed(row.above) if pk in self.there), None)
        own = self.user.pk in (row.owner_id, row.deleted_by_id)
        return nearest in self.extensible and (own or nearest in self.changeable)
