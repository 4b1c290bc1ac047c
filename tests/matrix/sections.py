"""Section A with its editor, and section B: one of everything the admin can show, each text a word of its own."""

from datetime import timedelta

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents import get_document_model
from wagtail.models import (
    Collection,
    Comment,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    ModelLogEntry,
    Site,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from blog.models import Author
from catalogue.models import Merchant
from home.models import StandardPage
from site_core.models import BrandSettings, SiteImage, User
from site_core.review import links
from site_core.review.models import GuestComment
from tests import canaries
from tests.factories import (
    ArticleIndexPageFactory,
    CategoryPageFactory,
    ShopPageFactory,
    StandardPageFactory,
    first_or_make,
)

FIRST, AFTER = 7_000_000, 8_000_000  # B's rows have the ids between these, whatever their table
COMMON = "kestrel"  # a word in every title of B: one search finds them all
PAGE_RIGHTS = ("add", "change", "publish", "lock", "unlock", "bulk_delete")


def make_a():
    """The page of section A, and its editor, who may do all there and nothing elsewhere."""
    page = CategoryPageFactory(title="Ours")
    CategoryPageFactory(title="Below ours", parent=page)
    collection = Collection.get_first_root_node().add_child(name="Ours")
    SiteImage.objects.create(title="Ours", file=canaries.SiteImageFactory.build().file, collection=collection)
    group = Group.objects.create(name="Editors of ours")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in PAGE_RIGHTS:
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    for right in ("add", "change", "choose"):
        for kind, model in (("image", SiteImage), ("document", get_document_model())):
            permission = Permission.objects.get(
                codename=f"{right}_{model._meta.model_name}" if right != "choose" else f"choose_{kind}",
                content_type__app_label="site_core",
            )
            GroupCollectionPermission.objects.create(group=group, collection=collection, permission=permission)
    editor = User.objects.create_user("editor", "editor@example.com", "a long walk by the sea")
    editor.groups.add(group)
    return page, editor


def make_b(words) -> list:
    """All of section B, its rows numbered from FIRST on, and every later row from AFTER on."""
    for factory in (ShopPageFactory, ArticleIndexPageFactory):
        first_or_make(factory)
    _number_from(FIRST)
    made = [*_with_drafts(words), *_media(words), *_plain(words)]
    _work_on(made[0], words)
    _delete_one(words)
    _number_from(AFTER)
    return made


def _number_from(number):
    """Every table counts on from here: an id alone tells whose a row is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT quote_ident(schemaname) || '.' || quote_ident(sequencename) FROM pg_sequences")
        for (sequence,) in cursor.fetchall():
            cursor.execute(f"ALTER SEQUENCE {sequence} RESTART WITH {number}")


def _with_drafts(words):
    """Of each model that has drafts: a live object with a draft of other words, due to be published, and a new one."""
    for factory in canaries.FACTORIES.values():
        made = factory()
        _write(made, words, "live").publish()
        made.refresh_from_db()
        _write(made, words, "draft")
        made.go_live_at = timezone.now() + timedelta(days=1)
        made.save_revision(clean=False, approved_go_live_at=made.go_live_at).publish()
        yield made
        new = factory(draft=True)
        _write(new, words, "new")
        new.save()
        yield new


def _write(made, words, state):
    canaries.fill(made, words, f"{type(made).__name__}, {state}")
    title = "name" if hasattr(made, "name") else "title"
    setattr(made, title, f"{getattr(made, title)} {COMMON}")
    return made.save_revision(clean=False)


def _media(words):
    collection = Collection.get_first_root_node().add_child(name=f"{words.new('collection')} {COMMON}")
    image = canaries.picture(words, "picture")
    image.title += f" {COMMON}"
    image.collection = collection
    image.tags.add(words.new("tag of picture"))
    image.save()
    SiteImage.objects.filter(pk__gte=FIRST).update(collection=collection)
    document = get_document_model().objects.create(
        title=f"{words.new('document')} {COMMON}",
        file=ContentFile(b"private", name=f"{words.new('file of document')}.pdf"),
        collection=collection,
    )
    return [image, document, collection]


def _plain(words):
    user = User.objects.create_user(
        words.new("user"), f"{words.new('mail')}@example.com", first_name=words.new("first name"), last_name=COMMON
    )
    group = Group.objects.create(name=f"{words.new('group')} {COMMON}")
    merchant = Merchant.objects.create(
        name=f"{words.new('merchant')} {COMMON}", url=f"https://{words.new('merchant address')}.example"
    )
    site = Site.objects.create(
        hostname=f"{words.new('host')}.example", site_name=words.new("site"), root_page=Site.objects.get().root_page
    )
    redirect = Redirect.objects.create(
        old_path=f"/{words.new('redirect')}", redirect_link=f"https://{words.new('target')}.example"
    )
    brand = BrandSettings.objects.create(site=site, name=words.new("brand"), tagline=words.new("tagline"))
    task = GroupApprovalTask.objects.create(name=f"{words.new('task')} {COMMON}")
    task.groups.add(group)
    workflow = Workflow.objects.create(name=f"{words.new('workflow')} {COMMON}")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return [user, group, merchant, site, redirect, brand, task, workflow]


def _work_on(page, words):
    """A comment, a lock, a workflow under way and a line of history."""
    other = User.objects.get(pk__gte=FIRST)
    workflow = Workflow.objects.get(pk__gte=FIRST)
    WorkflowPage.objects.create(page=page, workflow=workflow)
    Comment.objects.create(page=page.page_ptr, user=other, text=words.new("comment"), contentpath="title")
    workflow.start(page, other)
    locked = StandardPage.objects.filter(pk__gte=FIRST).first()
    type(locked).objects.filter(pk=locked.pk).update(locked=True, locked_by=other, locked_at=timezone.now())
    author = Author.objects.filter(pk__gte=FIRST).first()
    link, _token = links.share(page, other, 7, guest=words.new("guest"))
    GuestComment.objects.create(link=link, text=words.new("comment of a guest"), guest_name=words.new("guest"))
    ModelLogEntry.objects.log_action(author, "wagtail.edit", user=other, title=words.new("title in the log"))


def _delete_one(words):
    """A page that can be brought back."""
    page = StandardPageFactory(draft=True)
    _write(page, words, "deleted")
    page.delete()


def ids(model) -> list[int]:
    """The numbers of B's rows of this model."""
    return list(model.objects.filter(pk__gte=FIRST, pk__lt=AFTER).order_by("pk").values_list("pk", flat=True))


def models():
    """Every model with a table whose rows are numbered."""
    for model in apps.get_models(include_auto_created=True):
        if model._meta.managed and not model._meta.proxy and "Integer" in _kind(model._meta.pk):
            yield model


def _kind(field):
    while field.remote_field:
        field = field.target_field
    return field.db_type(connection).replace("bigint", "Integer").replace("integer", "Integer")
