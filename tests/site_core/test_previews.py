"""Previews: from what stands in the form, for whoever fills it in and nobody else, and nothing is changed by them."""

from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, PageLogEntry, Site
from wagtail.test.utils.form_data import streamfield

from blog.models import ArticleIndexPage, ArticlePage, Author, CategoryIndexPage, CategoryPage
from catalogue.models import Product, ProductCategoryPage, ShopPage
from home.models import HomePage, StandardPage
from site_core.models import BrandSettings, Menu
from site_core.models.images import SHARE_SPEC
from tests import previews, whole_site
from tests.factories import CategoryPageFactory, MenuFactory, SiteImageFactory, StandardPageFactory

pytestmark = pytest.mark.django_db

PARENTS = {
    ArticlePage: ArticleIndexPage, CategoryPage: CategoryIndexPage, ProductCategoryPage: ShopPage,
    StandardPage: HomePage,
}  # fmt: skip
WRITTEN = "Only written"


@pytest.fixture(scope="module")
def site(django_db_setup, django_db_blocker):
    """Built once for this module, with the sizes of its picture that previews show."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr("site_core.media.receivers.make_renditions", SimpleNamespace(enqueue=lambda pk: None))
        site = whole_site.build()
        site.image.get_renditions(site.image.fallback_spec, SHARE_SPEC)
        yield site
        transaction.set_rollback(True)


def first(model):
    return model.objects.first()


def written_in(model):
    """The words where readers will read them."""
    if model is Menu:
        return {"name": "A menu", "entries": streamfield([("entry", entry(WRITTEN))])}
    return {"title" if issubclass(model, Page) else "name": WRITTEN}


def entry(label):
    nothing = {"url": "", "page": "", "branch": "", "note": "", "entries": streamfield([])}
    return nothing | {"label": label, "url": "/search/"}


@pytest.mark.parametrize("model", previews.EMPTY)
def test_every_preview_shows_what_is_written_and_changes_nothing(admin_client, site, model):
    made, before = first(model), previews.rows()
    url = previews.address(made)
    previews.send(admin_client, url, model, **written_in(model))
    shown = {mode: previews.draw(admin_client, url, mode) for mode in previews.modes(model)}
    assert [mode for mode, html in shown.items() if WRITTEN not in html] == []
    assert previews.rows() == before
    assert WRITTEN not in Client().get(getattr(made, "address", "/")).text


@pytest.mark.parametrize("model", previews.EMPTY)
def test_every_preview_of_a_form_with_nothing_in_it(admin_client, site, model):
    url = previews.address(first(model))
    previews.send(admin_client, url, model)
    assert all(previews.draw(admin_client, url, mode) for mode in previews.modes(model))


@pytest.mark.parametrize("model", [model for model in previews.EMPTY if model is not HomePage])
def test_every_preview_of_what_was_never_saved(admin_client, site, model):
    parent = PARENTS[model].objects.first() if model in PARENTS else None
    url = previews.address_of_new(model, parent)
    before = previews.rows()
    previews.send(admin_client, url, model)
    assert all(previews.draw(admin_client, url, mode) for mode in previews.modes(model))
    assert previews.rows() == before


def test_every_preview_on_an_empty_site(admin_client, site):
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    for model in (Product, Author, Menu):
        url = previews.address_of_new(model)
        previews.send(admin_client, url, model)
        assert all(previews.draw(admin_client, url, mode) for mode in previews.modes(model))


@pytest.mark.parametrize("model", previews.EMPTY)
def test_nobody_else_sees_it(admin_client, site, model):
    url = previews.address(first(model))
    previews.send(admin_client, url, model, **written_in(model))
    colleague = get_user_model().objects.create_superuser("colleague", "c@example.com", "correct horse battery")
    guest, other = Client(), Client()
    other.force_login(colleague)
    for mode in previews.modes(model):
        assert guest.get(url, {"mode": mode}).status_code == 302
        assert WRITTEN not in other.get(url, {"mode": mode}).text


def test_whoever_may_not_edit_it_has_no_preview_of_it(site):
    editor = get_user_model().objects.create_user("editor", "e@example.com", "correct horse battery")
    editor.groups.add(Group.objects.create(name="Without rights"))
    client = Client()
    client.force_login(editor)
    for model in previews.EMPTY:
        assert client.get(previews.address(first(model))).status_code in (302, 403)


def test_a_preview_is_kept_by_nobody_and_sends_no_form(admin_client, site):
    for mode in previews.modes(ArticlePage):
        url = previews.address(site.article)
        previews.send(admin_client, url, ArticlePage, title=WRITTEN)
        answer = admin_client.get(url, {"mode": mode})
        assert answer["Cache-Control"] == "private, no-store"
        assert "form-action 'none'" in answer["Content-Security-Policy"]
        assert '<meta name="robots" content="noindex">' in answer.text


def test_a_picture_just_uploaded_gets_its_sizes_and_stays_private(admin_client, site):
    image = SiteImageFactory()
    image.renditions.all().delete()
    url = previews.address(site.article)
    previews.send(admin_client, url, ArticlePage, title=WRITTEN, hero=image.pk)
    for mode in previews.modes(ArticlePage):
        assert "/media/images/" in previews.draw(admin_client, url, mode)
    assert not any(made.is_public for made in image.renditions.all())


def test_a_preview_leaves_no_entry_in_the_history(admin_client, site):
    before = PageLogEntry.objects.count()
    url = previews.address(site.article)
    previews.send(admin_client, url, ArticlePage, title=WRITTEN)
    previews.draw(admin_client, url)
    assert PageLogEntry.objects.count() == before


def test_a_category_is_previewed_in_the_colour_just_chosen(admin_client, site):
    parent = CategoryPageFactory(hue="fit")
    made = CategoryPageFactory(parent=parent, hue="paws")
    url = previews.address(made)
    for hue, tint in (("well", "well"), ("", "fit")):
        previews.send(admin_client, url, CategoryPage, title=WRITTEN, hue=hue, banner_headline="Slowly")
        for mode in previews.modes(CategoryPage):
            html = previews.draw(admin_client, url, mode)
            assert f'data-tint="{tint}"' in html and "Slowly" in html
    made.refresh_from_db()
    assert made.tint == "paws"


def test_a_trail_leaves_out_what_is_hidden(admin_client, site):
    hidden = CategoryPageFactory(title="Not yet")
    made = CategoryPageFactory(parent=hidden)
    hidden.unpublish()
    url = previews.address(made)
    previews.send(admin_client, url, CategoryPage, title=WRITTEN)
    assert "Not yet" not in previews.draw(admin_client, url)


def test_a_preview_asks_no_more_of_a_full_site(admin_client, site):
    url = previews.address(site.article)
    previews.send(admin_client, url, ArticlePage, title=WRITTEN)
    counts = []
    for _ in range(2):
        previews.draw(admin_client, url)  # what is read once per process is read
        counts.append({mode: _queries(admin_client, url, mode) for mode in previews.modes(ArticlePage)})
        for _ in range(3):
            CategoryPageFactory()
            StandardPageFactory(show_in_menus=True)
    assert counts[0] == counts[1]
    assert max(counts[1].values()) <= 45


def _queries(client, url, mode):
    with CaptureQueriesContext(connection) as queries:
        previews.draw(client, url, mode)
    return len(queries)


@pytest.mark.parametrize("place", ["header", "footer"])
def test_a_menu_is_previewed_in_its_place_on_the_front_page(admin_client, site, place):
    stored = MenuFactory(entries=[{"label": "In the other place", "url": "/authors/"}])
    brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
    brand.header_menu = brand.footer_menu = stored
    brand.save()
    url = previews.address_of_new(Menu)
    hidden = entry("Not yet") | {"page": StandardPageFactory(draft=True).pk, "url": ""}
    rows = [("entry", entry("Just written")), ("entry", hidden)]
    previews.send(admin_client, url, Menu, name="New", entries=streamfield(rows))
    soup = BeautifulSoup(previews.draw(admin_client, url, place), "html.parser")
    head, foot = soup.select_one(".masthead").text, soup.select_one(".footer").text
    here, there = (head, foot) if place == "header" else (foot, head)
    assert "Just written" in here and "In the other place" not in here and "Not yet" not in here
    assert "In the other place" in there and "Just written" not in there
    assert soup.select(".lead") and "Just written" not in Client().get("/").text


def test_the_preview_of_a_menu_begins_where_it_stands(site):
    menu = MenuFactory()
    assert menu.default_preview_mode == "header"
    brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
    brand.footer_menu = menu
    brand.save()
    assert Menu.objects.get(pk=menu.pk).default_preview_mode == "footer"
