"""Branches of categories are moved step by step or to a place, by those whose they are."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Page

from blog.models import ArticleProduct, CategoryPage
from catalogue.models import Product
from site_core.models import User
from tests.factories import (
    ArticlePageFactory,
    CategoryIndexPageFactory,
    CategoryPageFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db
ADDRESS = reverse("branches")


@pytest.fixture
def tree():
    """One > (Inner), Two, Three."""
    one = CategoryPageFactory(title="One", slug="one")
    CategoryPageFactory(title="Inner", slug="inner", parent=one)
    for title in ("Two", "Three"):
        CategoryPageFactory(title=title, slug=title.lower())


def key(title):
    return CategoryPage.objects.get(title=title).pk


def shape():
    """Titles with how far in they stand."""
    pages = CategoryPage.objects.order_by("path")
    return " ".join("-" * (page.depth - pages[0].depth) + page.title for page in pages)


def send(client, title, **fields):
    answer = client.post(ADDRESS, {"page": key(title), **fields}, follow=True)
    assert Page.find_problems() == ([], [], [], [], [])
    return answer.content.decode()


@pytest.mark.parametrize(
    ("title", "step", "expected"),
    [
        ("Two", "up", "Two One -Inner Three"),
        ("One", "down", "Two One -Inner Three"),
        ("Two", "in", "One -Inner -Two Three"),
        ("Inner", "out", "One Inner Two Three"),
    ],
)
def test_a_step(admin_client, tree, title, step, expected):
    said = send(admin_client, title, step=step)
    assert shape() == expected
    assert "was moved, with all beneath it" in said


@pytest.mark.parametrize(
    ("title", "target", "where", "expected"),
    [
        ("One", "Three", "under", "Two Three -One --Inner"),
        ("Three", "Inner", "before", "One -Three -Inner Two"),
        ("One", "Three", "after", "Two Three One -Inner"),
    ],
)
def test_to_a_place(admin_client, client, tree, title, target, where, expected):
    send(admin_client, title, target=key(target), where=where)
    assert shape() == expected


@pytest.mark.parametrize(
    ("title", "fields", "reason"),
    [
        ("One", {"step": "up"}, "cannot go further"),
        ("One", {"step": "in"}, "cannot go further"),
        ("One", {"step": "out"}, "cannot stand under"),
        ("One", {"target": "Inner", "where": "under"}, "cannot stand beneath itself"),
        ("One", {"target": "One", "where": "before"}, "cannot stand beneath itself"),
        ("One", {"target": "Shelf", "where": "under"}, "cannot stand under"),
    ],
)
def test_what_cannot_be_is_said(admin_client, tree, title, fields, reason):
    shelf, before = ProductCategoryPageFactory(title="Shelf"), shape()
    if "target" in fields:
        fields = {**fields, "target": shelf.pk if fields["target"] == "Shelf" else key(fields["target"])}
    assert reason in send(admin_client, title, **fields)
    assert shape() == before


def test_an_address_that_is_taken_is_said(admin_client, tree):
    CategoryPageFactory(title="Another", slug="two", parent=CategoryPage.objects.get(title="One"))
    before = shape()
    assert "address of “Two” already" in send(admin_client, "Two", target=key("One"), where="under")
    assert shape() == before


def test_only_in_ones_own_section(client, tree):
    group = Group.objects.create(name="Of One")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in ("add", "change", "publish"):
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page_id=key("One"), permission=permission)
    user = User.objects.create_user("editor", password="a long walk by the sea")
    user.groups.add(group)
    CategoryPageFactory(title="Second", parent=CategoryPage.objects.get(title="One"))
    client.force_login(user)
    seen, before = client.get(ADDRESS).content.decode(), shape()
    assert "Inner" in seen and "Two" not in seen
    send(client, "Inner", step="out")
    send(client, "Two", step="up")
    send(client, "Inner", target=key("Two"), where="under")
    send(client, "Inner", target=first_or_make(CategoryIndexPageFactory).pk, where="under")
    assert shape() == before
    send(client, "Second", step="up")
    assert shape() == "One -Second -Inner Two Three"


def test_before_it_is_deleted_a_category_says_what_it_holds(admin_client, tree):
    inner = CategoryPage.objects.get(title="Inner")
    ArticlePageFactory(category=inner, also_in=[CategoryPage.objects.get(title="Two")])
    ArticlePageFactory(category=inner, draft=True)
    for title, count in (("One", "2 articles"), ("Two", "1 article")):
        said = admin_client.get(reverse("wagtailadmin_pages:delete", args=[key(title)])).content.decode()
        assert f"beneath it: {count}." in said
        assert reverse("wagtailadmin_pages:usage", args=[key(title)]) in said
    said = admin_client.get(reverse("wagtailadmin_pages:delete", args=[key("Three")])).content.decode()
    assert "Listed in this category" not in said and "is not used anywhere else" in said


@pytest.mark.parametrize("kind", ["picture", "product"])
def test_before_they_are_deleted_pictures_and_products_say_where_they_are_used(admin_client, kind):
    picture, product = SiteImageFactory(), ProductFactory()
    ArticlePageFactory(hero=picture, fill=lambda page: page.product_picks.add(ArticleProduct(product=product)))
    if kind == "picture":
        address, usage = (reverse(f"wagtailimages:{name}", args=[picture.pk]) for name in ("delete", "image_usage"))
    else:
        names = map(Product.snippet_viewset.get_url_name, ("delete", "usage"))
        address, usage = (reverse(name, args=[product.pk]) for name in names)
    said = admin_client.get(address, follow=True).content.decode()
    assert "is used in 1 place" in said and usage in said
    # A product is kept as long as it is used, so nobody is asked whether to delete it.
    assert ("Yes, delete" in said) == (kind == "picture")
    assert "Article" in admin_client.get(usage).content.decode()
