"""One change at many articles or products: what readers see and what is being written stay two things."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import GroupPagePermission, Revision

from blog.models import ArticlePage
from catalogue.models import Product
from site_core import scheduling
from site_core.bulk import actions, carrying, tasks
from site_core.bulk.models import BulkChange, BulkRow
from site_core.models import User
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db

PAGES = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_many"])
AT_MOST = 360  # queries for one that is live with a draft on top, nearly all of them Wagtail's as it saves
PRODUCTS = reverse("wagtail_bulk_action", args=["catalogue", "product", "change_many"])


def address(objects, path=PAGES, **query):
    chosen = [f"id={getattr(obj, 'pk', obj)}" for obj in objects]
    return f"{path}?" + "&".join([*chosen, *(f"{name}={value}" for name, value in query.items())])


def order(client, objects, path=PAGES, **values):
    client.post(address(objects, path), {**values, "confirmed": "1"})
    return BulkChange.objects.first()


def undo(client, change):
    client.post(reverse("bulk:change", args=[change.pk]))


def states(change):
    return {row.title: row.state for row in change.rows.all()}


def queries(what):
    with CaptureQueriesContext(connection) as found:
        what()
    return len(found)


def draft_of(article):
    return ArticlePage.objects.get(pk=article.pk).get_latest_revision_as_object()


def fresh(article):
    return ArticlePage.objects.get(pk=article.pk)


def writer(*rights):
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(
            group=group, page=first_or_make(ArticleIndexPageFactory), permission=permission
        )
    user = User.objects.create_user("writer", password="a long walk by the sea")
    user.groups.add(group)
    return user


def test_a_live_page_and_its_draft_change_each_by_itself(admin_client):
    old, new, author = CategoryPageFactory(title="Old"), CategoryPageFactory(title="New"), AuthorFactory(name="Ann")
    article = ArticlePageFactory(title="Published", category=old, tags=["tea"], authors=[AuthorFactory()])
    article.title = "Not published"
    article.save_revision()
    change = order(
        admin_client, [article],
        category=new.pk, add_tags="sleep, two words", remove_tags="Tea", author=author.pk, review_by="2031-05-01",
    )  # fmt: skip
    for version, title in ((fresh(article), "Published"), (draft_of(article), "Not published")):
        assert (version.title, version.category, list(version.categories.all())) == (title, new, [new])
        assert set(version.tags.names()) == {"sleep", "two words"}
        assert [credit.author for credit in version.article_authors.all()] == [author]
        assert version.review_by == date(2031, 5, 1)
    assert fresh(article).live and fresh(article).has_unpublished_changes
    assert states(change) == {"Not published": "changed"}

    undo(admin_client, change)
    for version, title in ((fresh(article), "Published"), (draft_of(article), "Not published")):
        assert (version.title, version.category, list(version.tags.names())) == (title, old, ["tea"])
        assert (version.review_by, version.article_authors.count()) == (None, 1)
    assert states(change) == {"Not published": "undone"}
    assert fresh(article).live and fresh(article).has_unpublished_changes


def test_the_confirmation_counts_and_changes_nothing(admin_client):
    calm, other = CategoryPageFactory(), CategoryPageFactory()
    both, draft = ArticlePageFactory(category=other), ArticlePageFactory(category=other, draft=True)
    both.title = "In work"
    both.save_revision()
    so_already, locked = ArticlePageFactory(category=calm), ArticlePageFactory(category=other, locked=True)
    revisions = Revision.objects.count()
    answer = admin_client.post(address([both, draft, so_already, locked]), {"category": calm.pk, "add_tags": ""})
    counted = answer.context_data["counted"]
    assert (counted["live"], counted["pending"], counted["unchanged"], counted["refused"]) == (1, 2, 1, 1)
    assert "Yes, change them" in answer.content.decode()
    assert (Revision.objects.count(), BulkChange.objects.count(), Tag.objects.count()) == (revisions, 0, 0)
    assert "Fill in at least one" in admin_client.post(address([both]), {}).content.decode()


def test_a_tag_that_is_too_long_is_said_so(admin_client):
    answer = admin_client.post(address([ArticlePageFactory()]), {"add_tags": f"calm, {'m' * 101}", "confirmed": "1"})
    assert "are over 100 characters." in answer.content.decode()
    assert not BulkChange.objects.exists()


def test_no_object_costs_more_because_there_are_many(admin_client):
    calm, author = CategoryPageFactory(), AuthorFactory()
    articles = [ArticlePageFactory(category=CategoryPageFactory(), tags=["tea"]) for _n in range(5)]
    for article in articles:
        article.save_revision()
    values = {"category": calm.pk, "add_tags": "sleep", "author": author.pk, "review_by": "2031-05-01"}
    admin_client.post(address(articles), values)  # what a process learns once
    assert queries(lambda: admin_client.post(address(articles[:1]), values)) == queries(
        lambda: admin_client.post(address(articles), values)
    )
    one = queries(lambda: order(admin_client, articles[:1], **values))
    four = queries(lambda: order(admin_client, articles[1:], **values))
    assert set(states(BulkChange.objects.first()).values()) == {"changed"}
    assert one <= AT_MOST and four <= 4 * one
    first, second = BulkChange.objects.order_by("pk")
    one, four = queries(lambda: undo(admin_client, first)), queries(lambda: undo(admin_client, second))
    assert set(states(second).values()) == {"undone"}
    assert one <= AT_MOST and four <= 4 * one


def test_what_is_scheduled_keeps_its_day(admin_client):
    article = ArticlePageFactory(title="Now")
    calm = CategoryPageFactory()
    when = timezone.now() + timedelta(days=3)
    article.title, article.go_live_at = "On the day", when
    article.save_revision().publish()
    change = order(admin_client, [article], category=calm.pk)
    assert (fresh(article).title, fresh(article).category) == ("Now", calm)
    [scheduled] = article.revisions.filter(approved_go_live_at__isnull=False)
    assert (scheduled.approved_go_live_at, scheduled.as_object().category) == (when, calm)
    undo(admin_client, change)
    [scheduled] = article.revisions.filter(approved_go_live_at__isnull=False)
    assert (scheduled.approved_go_live_at, fresh(article).category != calm) == (when, True)
    Revision.objects.filter(pk=scheduled.pk).update(approved_go_live_at=timezone.now())
    list(scheduling.work_off(timezone.now()))
    assert fresh(article).title == "On the day"


def test_no_draft_is_published(admin_client, client):
    draft = ArticlePageFactory(slug="secret", draft=True)
    order(admin_client, [draft], add_tags="sleep")
    assert (fresh(draft).live, list(draft_of(draft).tags.names())) == (False, ["sleep"])
    client.logout()
    assert client.get("/articles/secret/").status_code == 404


def test_one_that_is_not_complete_stops_no_other(admin_client):
    whole, broken = ArticlePageFactory(title="Whole"), ArticlePageFactory(title="Broken")
    ArticlePage.objects.filter(pk=broken.pk).update(reviewed_on=date(2026, 5, 1), review_by=date(2026, 4, 1))
    change = order(admin_client, [whole, broken], add_tags="sleep")
    assert states(change) == {"Whole": "changed", "Broken": "incomplete"}
    assert "must come after" in change.rows.get(title="Broken").note
    assert (list(fresh(whole).tags.names()), list(fresh(broken).tags.names())) == (["sleep"], [])
    said = admin_client.get(reverse("bulk:change", args=[change.pk])).content.decode()
    assert "Broken: not complete enough" in said and "must come after" in said


def test_what_was_edited_since_is_not_undone(admin_client):
    kept, back = ArticlePageFactory(title="Edited"), ArticlePageFactory(title="Left alone")
    change = order(admin_client, [kept, back], add_tags="sleep")
    fresh(kept).save_revision()
    undo(admin_client, change)
    assert states(change) == {"Edited": "kept", "Left alone": "undone"}
    assert (list(fresh(kept).tags.names()), list(fresh(back).tags.names())) == (["sleep"], [])
    assert not fresh(back).has_unpublished_changes
    said = admin_client.get(reverse("bulk:index")).content.decode()
    assert "Tags to add: sleep" in said


def test_who_may_not_publish_changes_the_draft(client):
    live = ArticlePageFactory(title="Published")
    user = writer("add", "change")
    client.force_login(user)
    counted = client.post(address([live]), {"add_tags": "sleep"}).context_data["counted"]
    assert dict(counted) == {"draft_only": 1}
    change = order(client, [live], add_tags="sleep")
    assert states(change) == {"Published": "draft"}
    assert (list(fresh(live).tags.names()), list(draft_of(live).tags.names())) == ([], ["sleep"])
    undo(client, change)
    assert list(draft_of(live).tags.names()) == []
    assert not fresh(live).has_unpublished_changes


def test_what_is_not_theirs_is_left_alone(client, admin_client):
    elsewhere = ArticlePageFactory(title="Somebody's", draft=True)
    user = writer("add")
    own = ArticlePageFactory(title="Own", owner=user, draft=True)
    theirs = order(admin_client, [elsewhere], add_tags="earlier")
    client.force_login(user)
    change = order(client, [own, elsewhere], add_tags="sleep")
    assert states(change)["Own"] == "changed"
    assert states(change).get("Somebody's", "refused") == "refused"
    assert list(draft_of(elsewhere).tags.names()) == ["earlier"]
    assert client.get(reverse("bulk:change", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("bulk:change", args=[theirs.pk])).status_code == 404
    assert "earlier" not in client.get(reverse("bulk:index")).content.decode()


def test_products_too(admin_client):
    shelf, name = ProductCategoryPageFactory(), "Bowl"
    product = ProductFactory(name=name)
    old = product.category
    product.name = "Better bowl"
    product.save_revision()
    change = order(admin_client, [product], PRODUCTS, category=shelf.pk, add_tags="calm")
    product = Product.objects.get()
    draft = product.get_latest_revision_as_object()
    assert (product.name, product.category, list(product.tags.names())) == (name, shelf, ["calm"])
    assert (draft.name, draft.category, list(draft.tags.names())) == ("Better bowl", shelf, ["calm"])
    undo(admin_client, change)
    product = Product.objects.get()
    assert (product.category, product.get_latest_revision_as_object().name) == (old, "Better bowl")


@pytest.mark.parametrize("kind", ["products", "flat list", "explorer"])
def test_all_in_a_list_means_what_the_list_shows(admin_client, kind):
    shelf, calm = ProductCategoryPageFactory(), CategoryPageFactory()
    ProductFactory(name="Bowl", category=shelf), ProductFactory(name="Blanket", category=ProductCategoryPageFactory())
    for title in ("Kettle one", "Kettle two", "Pillow"):
        ArticlePageFactory(title=title, category=calm)
    index = first_or_make(ArticleIndexPageFactory)
    listing, path, query, wanted = {
        "products": (
            reverse(Product.snippet_viewset.get_url_name("list")), PRODUCTS, {"category": shelf.pk}, {"Bowl"},
        ),
        "flat list": (
            reverse("wagtailadmin_pages:type_use", args=["blog", "articlepage"]), PAGES, {"q": "kettle"},
            {"Kettle one", "Kettle two"},
        ),
        "explorer": (
            reverse("wagtailadmin_explore", args=[index.pk]), PAGES, {"childOf": index.pk},
            {"Kettle one", "Kettle two", "Pillow"},
        ),
    }[kind]  # fmt: skip
    query = "&".join(f"{name}={value}" for name, value in query.items())
    admin_client.post(address(["all"], path, next=listing) + f"&{query}", {"add_tags": "sleep", "confirmed": "1"})
    assert set(states(BulkChange.objects.get())) == wanted


def test_the_worker_goes_on_where_the_request_stopped(admin_client, monkeypatch):
    articles = [ArticlePageFactory() for _n in range(3)]
    queued = []
    monkeypatch.setattr(actions, "PATIENCE", -1)
    monkeypatch.setattr(actions, "go_on", SimpleNamespace(enqueue=queued.append))
    change = order(admin_client, articles, add_tags="sleep")
    assert queued == [change.pk]
    assert set(states(change).values()) == {BulkRow.State.WAITING}
    assert "Look again" in admin_client.get(reverse("bulk:change", args=[change.pk])).content.decode()
    tasks.go_on.call(change.pk)
    assert set(states(change).values()) == {BulkRow.State.CHANGED}
    carrying.ask_to_undo(change, change.user)
    tasks.go_on.call(change.pk)
    assert set(states(change).values()) == {BulkRow.State.UNDONE}
