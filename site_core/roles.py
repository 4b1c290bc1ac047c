"""The five roles of the magazine and their rights. `keep()` makes them, and gives back what they have lost.

What an administrator has added to a role by hand stays. The table of `docs/editors.md` says the same in words.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail import hooks
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission, Page

EVERYWHERE = "wagtailcore.Page"
# The steps of the workflow that migrations make: a text is read, then published.
REVIEW, PUBLICATION = "Review", "Publication"
MEDIA = (("wagtailimages", "image"), ("wagtaildocs", "document"))  # whose rights Wagtail asks for, whatever the model
PUBLISHES = ("add", "change", "publish", "lock", "unlock")
EDITS = ("add", "change", "delete")
EVERYTHING = (*EDITS, "publish", "lock", "unlock")


@dataclass(frozen=True)
class Role:
    """`pages`: type of the page at the top of a branch -> rights in it; `models`: label -> rights; `steps` of work."""

    name: str
    pages: dict[str, tuple[str, ...]] = field(default_factory=dict)
    media: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    models: dict[str, tuple[str, ...]] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    whatever_can_be_given: bool = False


WRITER = Role("Writer", pages={"blog.ArticleIndexPage": ("add",)}, media=("add", "choose"))
EDITOR = Role(
    "Editor",
    pages={EVERYWHERE: PUBLISHES},
    media=("add", "change", "choose"),
    models={"blog.Author": EVERYTHING, "site_core.Menu": EVERYTHING, "bundles.Bundle": EDITS},
    steps=(REVIEW, PUBLICATION),
)
SHOP_MANAGER = Role(
    "Shop manager",
    pages={"catalogue.ShopPage": PUBLISHES},
    media=("add", "change", "choose"),
    models={"catalogue.Product": EVERYTHING, "catalogue.Merchant": EDITS},
)
REVIEWER = Role("Reviewer", media=("choose",), steps=(REVIEW,))
ADMINISTRATOR = Role(
    "Administrator",
    pages={EVERYWHERE: (*PUBLISHES, "bulk_delete")},
    media=("add", "change", "choose"),
    folders=EDITS,
    models={
        "review.ReviewLink": ("view",),
        "gate.LinkCheck": ("view",),
        "site_core.User": EDITS,
        "auth.Group": EDITS,
        "wagtailcore.Site": EDITS,
    },
    steps=(REVIEW, PUBLICATION),
    whatever_can_be_given=True,
)
ROLES = (WRITER, EDITOR, SHOP_MANAGER, REVIEWER, ADMINISTRATOR)
BRANCHES = {label for role in ROLES for label in role.pages}


def keep() -> list[str]:
    """Make every role and give it what it lacks. Returns a line for each thing given."""
    return [line for role in ROLES for line in _keep(role)]


def keep_branch(top: Page) -> None:
    """Give the roles their rights in a branch whose top page has just been made."""
    for role in ROLES:
        if rights := role.pages.get(top._meta.label):
            group, _created = Group.objects.get_or_create(name=role.name)
            list(_give_pages(group, top, rights))


def _keep(role) -> Iterator[str]:
    group, created = Group.objects.get_or_create(name=role.name)
    if created:
        yield role.name
    given = set(group.permissions.values_list("pk", flat=True))
    lacking = [permission for permission in _permissions(role) if permission.pk not in given]
    group.permissions.add(*lacking)
    yield from (f"{role.name}: {permission.name}" for permission in lacking)
    for label, rights in role.pages.items():
        for top in _tops(label):
            yield from _give_pages(group, top, rights)
    for app, name, rights in [*((*kind, role.media) for kind in MEDIA), ("wagtailcore", "collection", role.folders)]:
        yield from _give_collections(group, _of(app, name, rights))
    for task in GroupApprovalTask.objects.filter(name__in=role.steps).exclude(groups=group):
        task.groups.add(group)
        yield f"{role.name}: {task.name}"


def _permissions(role) -> list[Permission]:
    wanted = {("wagtailadmin", "access_admin")}
    for label, rights in role.models.items():
        app, name = label.lower().split(".")
        wanted |= {(app, f"{right}_{name}") for right in rights}
    named = Permission.objects.filter(codename__in={codename for _app, codename in wanted})
    found = [
        one for one in named.select_related("content_type") if (one.content_type.app_label, one.codename) in wanted
    ]
    if role.whatever_can_be_given:
        found += [permission for fn in hooks.get_hooks("register_permissions") for permission in fn()]
    return found


def _tops(label):
    return [Page.get_first_root_node()] if label == EVERYWHERE else apps.get_model(label).objects.all()


def _give_pages(group, top, rights):
    for permission in _of("wagtailcore", "page", rights):
        _row, new = GroupPagePermission.objects.get_or_create(group=group, page_id=top.pk, permission=permission)
        if new:
            yield f"{group.name}: {permission.name}, {top}"


def _give_collections(group, permissions):
    root = Collection.get_first_root_node()
    for permission in permissions:
        _row, new = GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
        if new:
            yield f"{group.name}: {permission.name}"


def _of(app, name, rights):
    codenames = [f"{right}_{name}" for right in rights]
    return Permission.objects.filter(codename__in=codenames, content_type__app_label=app)
