import pytest
from django.test import RequestFactory
from wagtail.models import Site

from blog.models import CategoryPage
from site_core.models import BrandSettings
from site_core.navigation import Navigation
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    CategoryIndexPageFactory,
    CategoryPageFactory,
    MenuFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


def outline(nodes):
    return [(node.title, outline(node.children)) if node.children else node.title for node in nodes]


@pytest.fixture
def header():
    """Makes a menu with these entries, puts it in the header, and returns what a visitor of `/` sees."""
    first_or_make(ArticleIndexPageFactory)

    def show(*entries, path="/", **state):
        brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
        brand.header_menu = MenuFactory(entries=entries, **state)
        brand.save()
        return Navigation(RequestFactory().get(path)).header

    return show


def test_entries_lead_to_pages_and_addresses(header):
    article = ArticlePageFactory(title="About tea")
    nodes = header({"page": article.pk}, {"label": "Search", "url": "/search/"})
    assert [(node.title, node.url) for node in nodes] == [("About tea", article.url), ("Search", "/search/")]


def test_three_levels(header):
    leaf = {"label": "Three", "url": "/c/"}
    nodes = header({"label": "One", "entries": [_entry({"label": "Two", "entries": [_entry(leaf)]})]})
    assert outline(nodes) == [("One", [("Two", ["Three"])])]


def test_a_branch_brings_its_pages_and_new_ones_by_themselves(header):
    calm = CategoryPageFactory(title="Calm")
    CategoryPageFactory(title="Sleep", parent=calm)
    CategoryPageFactory(title="Not in menus", show_in_menus=False)
    root = CategoryIndexPageFactory._meta.model.objects.get()
    assert outline(header({"label": "Articles", "branch": root.pk})) == [("Articles", [("Calm", ["Sleep"])])]


def test_what_is_hidden_disappears_with_its_children(header):
    calm = CategoryPageFactory(title="Calm")
    CategoryPageFactory(title="Sleep", parent=calm)
    root = CategoryIndexPageFactory._meta.model.objects.get()
    CategoryPage.objects.filter(pk=calm.pk).update(live=False)
    entry = {"page": calm.pk, "entries": [_entry({"label": "Beneath", "url": "/x/"})]}
    assert outline(header(entry, {"label": "Articles", "branch": root.pk, "url": "/articles/"})) == ["Articles"]


def test_an_entry_whose_page_was_deleted_is_gone(header):
    article = ArticlePageFactory()
    pk = article.pk
    article.delete()
    assert header({"page": pk, "label": "Gone"}) == []


def test_where_the_reader_is(header):
    calm = CategoryPageFactory(title="Calm")
    sleep = CategoryPageFactory(title="Sleep", parent=calm)
    root = CategoryIndexPageFactory._meta.model.objects.get()
    [door] = header({"label": "Articles", "branch": root.pk}, path=sleep.url)
    assert door.open and not door.current and door.children[0].children[0].current


def test_all_targets_in_one_query(header, django_assert_num_queries):
    pages = [CategoryPageFactory() for _ in range(5)]
    header(*({"page": page.pk} for page in pages))
    request = RequestFactory().get("/")
    Site.find_for_request(request)
    with django_assert_num_queries(2):
        navigation = Navigation(request)
        assert len(navigation.header) == 5
        assert len(navigation.tree(CategoryPage)) == 5


def _entry(value):
    return {"type": "entry", "value": value}
