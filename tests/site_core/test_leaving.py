"""Somebody leaves: their author page and what is published stay, what they had in work goes to a colleague."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Comment, CommentReply, Page, PageLogEntry, Revision, Workflow

from blog.models import ArticlePage, Author
from site_core import scheduling
from site_core.bundles import publishing
from site_core.bundles.models import Bundle, BundleArticle
from site_core.models import SiteImage, User
from site_core.review import links
from tests.factories import ArticlePageFactory, AuthorFactory, ProductFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def leaver():
    return User.objects.create_user("ann", "ann@example.com", "a long walk by the sea")


@pytest.fixture
def heir():
    user = User.objects.create_user("ben", "ben@example.com", "a long walk by the sea", first_name="Ben")
    user.groups.add(Group.objects.get(name="Editor"))
    return user


def drafts(user):
    return set(Page.objects.filter(owner=user).values_list("draft_title", flat=True))


def test_the_author_page_and_the_byline_outlive_the_login(client, leaver):
    author = AuthorFactory(name="Ann", user=leaver)
    ArticlePageFactory(title="Hers", authors=[author], owner=leaver)
    leaver.delete()
    assert Author.objects.get().user is None
    said = client.get(author.get_absolute_url()).content.decode()
    assert "Ann" in said and "Hers" in said


def test_drafts_are_handed_over(admin_client, leaver, heir):
    ArticlePageFactory(title="In work", owner=leaver, draft=True)
    waiting = ArticlePageFactory(title="Waits", owner=leaver, draft=True)
    ArticlePageFactory(title="Published", owner=leaver)
    product = ProductFactory(locked=True, locked_by=leaver)
    state = Workflow.objects.first().start(waiting, leaver)
    ArticlePage.objects.filter(title="Waits").update(locked=True, locked_by=leaver)
    address = reverse("hand_over", args=[leaver.pk])
    assert "In work" in admin_client.get(address).content.decode()
    said = admin_client.post(address, {"heir": heir.pk}, follow=True).content.decode()
    assert "2 drafts are now Ben’s" in said
    assert (drafts(heir), drafts(leaver)) == ({"In work", "Waits"}, {"Published"})
    for row in (waiting, product, state):
        row.refresh_from_db()
    assert (waiting.locked_by, product.locked_by, state.requested_by) == (heir, heir, heir)
    assert PageLogEntry.objects.filter(action="leaving.hand_over").count() == 2


def test_deleting_a_login_asks_for_its_drafts_first(admin_client, leaver, heir):
    ArticlePageFactory(title="In work", owner=leaver, draft=True)
    delete, address = reverse("wagtailusers_users:delete", args=[leaver.pk]), reverse("hand_over", args=[leaver.pk])
    for method in ("get", "post"):
        assert getattr(admin_client, method)(delete).url == f"{address}?delete=1"
    many = reverse("wagtail_bulk_action", args=["site_core", "user", "delete"])
    assert admin_client.post(f"{many}?id={leaver.pk}").url == f"{address}?delete=1"
    assert User.objects.filter(pk=leaver.pk).exists()
    assert admin_client.post(f"{address}?delete=1", {"heir": heir.pk}).url == delete
    admin_client.post(delete)
    assert not User.objects.filter(pk=leaver.pk).exists()
    assert drafts(heir) == {"In work"}


def test_drafts_may_be_left_on_purpose(admin_client, leaver):
    ArticlePageFactory(title="In work", owner=leaver, draft=True)
    delete, address = reverse("wagtailusers_users:delete", args=[leaver.pk]), reverse("hand_over", args=[leaver.pk])
    assert admin_client.post(f"{address}?delete=1", {"leave": "1"}).url == delete
    admin_client.post(delete)
    assert drafts(None) >= {"In work"}


def test_deactivating_reminds_of_the_drafts(admin_client, leaver):
    ArticlePageFactory(owner=leaver, draft=True)
    edit = reverse("wagtailusers_users:edit", args=[leaver.pk])
    fields = {"username": "ann", "email": "ann@example.com", "first_name": "Ann", "last_name": "A"}
    said = admin_client.post(edit, fields, follow=True).content.decode()
    assert "can no longer log in, and still has 1 draft" in said
    assert reverse("hand_over", args=[leaver.pk]) in said


def test_only_for_administrators(client, leaver, heir):
    ArticlePageFactory(title="In work", owner=leaver, draft=True)
    group = Group.objects.create(name="Writers")
    group.permissions.add(
        Permission.objects.get(codename="access_admin"), Permission.objects.get(codename="change_user")
    )
    heir.groups.set([group])
    client.force_login(heir)
    address = reverse("hand_over", args=[leaver.pk])
    assert client.get(address).status_code == 302
    assert client.post(address, {"heir": heir.pk}).status_code == 302
    assert drafts(leaver) == {"In work"}


def leave_work_behind(leaver):
    """One of everything that hangs on a login, beside drafts."""
    article = ArticlePageFactory(title="Published", owner=leaver)
    note = Comment.objects.create(page=article, user=leaver, text="Slower?", contentpath="title", position="")
    CommentReply.objects.create(comment=note, user=User.objects.get(username="ben"), text="Yes.")
    ProductFactory(locked=True, locked_by=leaver)
    bundle = Bundle(name="Spring", publish_at=timezone.now() + timedelta(days=1))
    bundle.articles = [BundleArticle(article=article)]
    bundle.save()
    publishing.plan(bundle.pk, leaver)
    SiteImageFactory(title="Kettle", uploaded_by_user=leaver)
    ArticlePageFactory(title="On its day", owner=leaver, draft=True, go_live_at=timezone.now() + timedelta(days=1))
    ArticlePage.objects.get(title="On its day").save_revision(user=leaver).publish(user=leaver)
    return article, links.share(article, leaver, 7)[1]


def test_nothing_is_lost_with_the_login(admin_client, leaver, heir):
    leaver.groups.add(Group.objects.get(name="Editor"))
    article, token = leave_work_behind(leaver)
    article.save_revision(user=leaver)
    assert links.find(token)
    delete, address = reverse("wagtailusers_users:delete", args=[leaver.pk]), reverse("hand_over", args=[leaver.pk])
    assert admin_client.get(delete).url == f"{address}?delete=1"
    said = admin_client.get(f"{address}?delete=1").content.decode()
    assert "There are 2 drafts" in said and "1 lock, 1 open note, 1 planned bundle" in said
    assert admin_client.post(f"{address}?delete=1", {"heir": heir.pk}).url == delete
    admin_client.post(delete)
    assert not User.objects.filter(pk=leaver.pk).exists()
    assert drafts(heir) == {"Published", "On its day"}
    note = Comment.objects.get()
    assert (note.user, note.text, note.replies.get().text) == (heir, "ann: Slower?", "Yes.")
    assert SiteImage.objects.filter(title="Kettle").exists()
    assert links.find(token) is None
    Bundle.objects.update(publish_at=timezone.now())
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=timezone.now())
    list(publishing.work_off(timezone.now()))
    list(scheduling.work_off(timezone.now()))
    assert Bundle.objects.get().state == "published"
    assert ArticlePage.objects.get(title="On its day").live


def test_only_who_works_in_the_admin_takes_over(admin_client, leaver, heir):
    User.objects.create_user("reader", "reader@example.com", "a long walk by the sea")
    page = admin_client.get(reverse("hand_over", args=[leaver.pk]))
    assert [user.username for user in page.context_data["form"].fields["heir"].queryset] == ["admin", "ben"]
