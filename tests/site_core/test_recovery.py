"""What was deleted comes back as a draft, for thirty days, to those whose it is."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import GroupPagePermission, Page
from wagtail.rich_text import RichText

from blog.models import ArticlePage, CategoryPage
from catalogue.models import Product
from site_core import policies
from site_core.models import User
from site_core.recovery.models import Deleted
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


def bring_back(client, row, **fields):
    return client.post(reverse("recovery:bring_back", args=[row.pk]), fields)


def writer_in(page, *rights):
    group = Group.objects.create(name=f"Of {page.pk}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user = User.objects.create_user(f"writer{page.pk}", password="a long walk by the sea")
    user.groups.add(group)
    return user


def test_an_article_deleted_in_the_admin_comes_back_whole(admin_client, admin_user):
    author, image = AuthorFactory(), SiteImageFactory()
    body = [("section", RichText("<h2>The kettle</h2><p>Three minutes.</p>"))]
    article = ArticlePageFactory(title="Six breaths", slug="six", body=body, authors=[author], tags=["tea"], hero=image)
    category = article.category
    article.title = "Seven breaths"
    article.save_revision()
    answer = admin_client.post(reverse("wagtailadmin_pages:delete", args=[article.pk]), follow=True)
    row = Deleted.objects.get()
    assert reverse("recovery:bring_back", args=[row.pk]) in answer.content.decode()
    assert (row.title, row.deleted_by, row.place) == ("Seven breaths", admin_user, "Articles")
    ArticlePageFactory(title="In its place", slug="six")

    assert "Seven breaths" in admin_client.get(reverse("recovery:index")).content.decode()
    assert "Articles" in admin_client.get(reverse("recovery:bring_back", args=[row.pk])).content.decode()
    bring_back(admin_client, row)

    back = ArticlePage.objects.get(pk=article.pk)
    assert (back.live, back.slug, back.title, back.draft_title) == (False, "six-1", "Six breaths", "Seven breaths")
    assert [credit.author for credit in back.article_authors.all()] == [author]
    assert (back.hero, back.category, list(back.categories.all())) == (image, category, [category])
    draft = back.get_latest_revision_as_object()
    assert (draft.title, list(draft.tags.names()), draft.slug) == ("Seven breaths", ["tea"], "six-1")
    assert "Three minutes." in str(draft.body)
    assert back.revisions.count() == 2
    assert not Deleted.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])
    back.latest_revision.publish()
    assert admin_client.get("/articles/six-1/").status_code == 200


def test_what_it_showed_may_be_gone(admin_client):
    author, image, category = AuthorFactory(), SiteImageFactory(), CategoryPageFactory()
    picture = ("image", {"image": image, "caption": "", "credit": "", "width": "normal"})
    image.contextual_alt_text, image.decorative = "A dog", False
    article = ArticlePageFactory(authors=[author], hero=image, category=category, body=[picture])
    article.delete()
    for gone in (author, image, category):
        gone.delete()
    bring_back(admin_client, Deleted.objects.get(object_id=article.pk, kind__model="articlepage"))
    back = ArticlePage.objects.get(pk=article.pk)
    assert (back.hero, back.category, list(back.categories.all())) == (None, None, [])
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[back.pk])).status_code == 200


def test_a_product_comes_back_with_its_pictures(admin_client):
    product = ProductFactory(name="Bowl", slug="bowl", pictures=[SiteImageFactory()])
    product.tags.add("calm")
    product.save()
    product.save_revision()
    url = reverse(Product.snippet_viewset.get_url_name("delete"), args=[product.pk])
    answer = admin_client.post(url, follow=True)
    row = Deleted.objects.get()
    assert reverse("recovery:bring_back", args=[row.pk]) in answer.content.decode()
    ProductFactory(slug="bowl")
    bring_back(admin_client, row)
    back = Product.objects.get(pk=product.pk)
    assert (back.live, back.gallery.count(), list(back.tags.names())) == (False, 1, ["calm"])
    assert back.slug != "bowl"


def test_a_branch_comes_back_from_the_top(admin_client):
    top = CategoryPageFactory(title="Top", slug="top")
    below = CategoryPageFactory(title="Below", slug="below", parent=top)
    top.delete()
    rows = {row.title: row for row in Deleted.objects.all()}
    place = CategoryPageFactory(title="Another place")
    asked = admin_client.get(reverse("recovery:bring_back", args=[rows["Below"].pk])).content.decode()
    assert "Another place" in asked
    bring_back(admin_client, rows["Below"])
    assert not CategoryPage.objects.filter(pk=below.pk).exists(), "it was not said where"
    bring_back(admin_client, rows["Top"])
    bring_back(admin_client, rows["Below"])
    assert CategoryPage.objects.get(pk=below.pk).get_parent().pk == top.pk
    below = CategoryPage.objects.get(pk=below.pk)
    below.delete()
    top.delete()
    bring_back(admin_client, Deleted.objects.get(title="Below"), parent=place.pk)
    assert CategoryPage.objects.get(pk=below.pk).get_parent().pk == place.pk


def test_it_is_offered_to_those_whose_it_is(client):
    index = first_or_make(ArticleIndexPageFactory)
    ours = CategoryPageFactory(title="Ours")
    section, writer = writer_in(ours, "add", "change"), writer_in(index, "add")
    CategoryPageFactory(title="In ours", parent=ours).delete()
    ArticlePageFactory(title="Somebody's article").delete()
    ArticlePageFactory(title="The writer's own", owner=writer).delete()
    ProductFactory(name="A bowl").delete()
    for user, theirs in ((section, {"In ours"}), (writer, {"The writer's own"})):
        client.force_login(user)
        listed = client.get(reverse("recovery:index")).content.decode()
        for row in Deleted.objects.exclude(title="Category"):
            assert (row.title.replace("'", "&#x27;") in listed) == (row.title in theirs)
            status = client.get(reverse("recovery:bring_back", args=[row.pk])).status_code
            assert status == (200 if row.title in theirs else 404)


def test_it_is_forgotten_after_thirty_days(admin_client):
    for days in (29, 31):
        ProductFactory(name=f"Deleted {days} days ago").delete()
        Deleted.objects.filter(title__contains=days).update(deleted_at=timezone.now() - timedelta(days=days))
    late = Deleted.objects.get(title__contains="31")
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert date_format(tomorrow) in admin_client.get(reverse("recovery:index")).content.decode()
    assert admin_client.get(reverse("recovery:bring_back", args=[late.pk])).status_code == 404
    call_command("purge_deleted", verbosity=0)
    assert [row.title for row in Deleted.objects.all()] == ["Deleted 29 days ago"]


def test_whoever_comes_second_is_told(admin_client):
    ProductFactory(name="Bowl").delete()
    row = Deleted.objects.get()
    bring_back(admin_client, row)
    answer = admin_client.post(reverse("recovery:bring_back", args=[row.pk]), follow=True)
    assert "Somebody has just brought it back" in answer.content.decode()
    assert Product.objects.count() == 1


def test_readers_cannot_read_it():
    assert Deleted not in policies.readable_models()
