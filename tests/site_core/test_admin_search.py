"""What can be searched in the admin is found there, by whoever may look."""

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.snippets.models import get_snippet_models

from site_core import roles
from site_core.models import User
from tests.factories import ArticlePageFactory, AuthorFactory, MerchantFactory, ProductFactory, SiteImageFactory

pytestmark = pytest.mark.django_db

WORD = "Marigold"
ADDRESSES = [
    *(f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}:list" for model in get_snippet_models()),
    *(
        f"wagtailsnippetchoosers_{model._meta.app_label}_{model._meta.model_name}:choose_results"
        for model in get_snippet_models()
    ),
    "wagtailadmin_api:documents:listing",
    "wagtailadmin_api:images:listing",
    "wagtailadmin_api:pages:listing",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_pages:search",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose_results",
    "wagtailimages:index",
    "wagtailimages_chooser:choose_results",
    "recovery:index",
    "wagtailredirects:index",
    "wagtailusers_users:index",
]
FINDS = {
    "wagtailsnippets_catalogue_product:list",
    "wagtailsnippets_catalogue_merchant:list",
    "wagtailsnippetchoosers_catalogue_product:choose_results",
    "wagtailsnippetchoosers_catalogue_merchant:choose_results",
    "wagtailsnippetchoosers_blog_author:choose_results",
    "wagtailadmin_choose_page_search",
    "wagtailimages_chooser:choose_results",
}


@pytest.fixture
def flowers():
    MerchantFactory(name=WORD)
    ProductFactory(name=WORD)
    AuthorFactory(name=WORD)
    ArticlePageFactory(title=WORD)
    SiteImageFactory(title=WORD)


@pytest.mark.parametrize("role", [None, *(role.name for role in roles.ROLES)])
def test_every_search_answers(client, flowers, role):
    user = User.objects.create_user("wren", "wren@example.com", "a long walk by the sea", is_superuser=role is None)
    user.groups.set(Group.objects.filter(name=role))
    client.force_login(user)
    for name in ADDRESSES:
        answer = client.get(reverse(name), {"search" if "_api" in name else "q": "Marig"})
        assert answer.status_code in (200, 302, 403), name
        if answer.status_code == 200 and name in FINDS:
            assert WORD in answer.content.decode(), (role, name)


LISTS = {
    "wagtailsnippets_catalogue_product:list": {
        "merchant": 1,
        "availability": "sold_out",
        "featured": "true",
        "live": "false",
    },
    "wagtailsnippets_catalogue_merchant:list": {},
    "wagtailsnippets_blog_author:list": {},
    "wagtailadmin_explore_root": {"has_child_pages": "true", "ordering": "content_type__model", "locked": "false"},
    "wagtailimages:index": {"usage_count_min": 1, "tag": "calm", "ordering": "-file_size", "collection_id": 1},
    "wagtailimages_chooser:choose_results": {"tag": "calm", "collection_id": 1},
    "wagtaildocs:index": {"usage_count_max": 1, "tag": "calm"},
    "wagtaildocs_chooser:choose_results": {"tag": "calm"},
}


@pytest.mark.parametrize("name", LISTS)
def test_what_is_found_can_be_sorted_and_filtered(admin_client, flowers, name):
    address = reverse(name)
    page = BeautifulSoup(admin_client.get(address).content, "html.parser")
    links = [parse_qs(urlsplit(link["href"]).query) for link in page.select('a[href*="ordering="]')]
    for asked in [
        *({"ordering": link["ordering"]} for link in links),
        *({key: value} for key, value in LISTS[name].items()),
    ]:
        assert admin_client.get(address, {"q": "Marig"} | asked).status_code == 200


def test_what_is_found_is_sorted(admin_client):
    for name in ("Marigold A", "Marigold C", "Marigold B"):
        ProductFactory(name=name)
    answer = admin_client.get(reverse("wagtailsnippets_catalogue_product:list"), {"q": "Marig", "ordering": "-name"})
    titles = BeautifulSoup(answer.content, "html.parser").select("tbody td.title a")
    shown = [title.get_text(strip=True) for title in titles]
    assert [name for name in shown if WORD in name] == ["Marigold C", "Marigold B", "Marigold A"]


def test_a_chooser_of_merchants_shows_only_what_is_looked_for(admin_client):
    MerchantFactory(name="Marigold & Sons")
    MerchantFactory(name="Wick Lane", town="Whitby")
    shown = admin_client.get(reverse("wagtailsnippetchoosers_catalogue_merchant:choose_results"), {"q": "whit"})
    assert "Wick Lane" in shown.content.decode()
    assert WORD not in shown.content.decode()
