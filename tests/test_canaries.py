"""No word of what is not published reaches somebody who is not logged in, by any channel."""

from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test import Client
from psycopg.sql import SQL, Identifier
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site
from wagtail.rich_text import RichText

from blog.models import ArticleIndexPage, ArticlePage, ArticleProduct, CategoryIndexPage, CategoryPage, RelatedArticle
from catalogue.models import Product, ShopPage
from home.models import HomePage
from site_core import door, policies, redirects
from site_core.media import states, usage
from site_core.models import BrandSettings, Menu, PublicPageQuerySet, PublicQuerySet, SiteRendition
from site_core.models.media import MediaQuerySet
from site_core.models.publishing import Publishable
from site_core.review import links
from site_core.review.views.desk import is_shareable
from tests import canaries, sweep
from tests.factories import (
    ArticlePageFactory,
    MenuFactory,
    ProductFactory,
    ShopPageFactory,
    StandardPageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db

# Pages that there is one of, always in the open, and rows of keys and file names.
WITHOUT_WORDS = {HomePage, ArticleIndexPage, CategoryIndexPage, ShopPage, SiteRendition}
WITH_DRAFTS = [m for m in policies.readable_models() if policies.rule(m) in (policies.LIVE, policies.IN_THE_OPEN)]
WITH_A_RULE = [m for m in policies.readable_models() if policies.rule(m) and m not in WITHOUT_WORDS]


class Garden:
    """The secret objects, their words, and public ones that point at them in every way there is."""

    def __init__(self, look=lambda made: None):
        self.words = canaries.Words()
        first_or_make(ShopPageFactory)
        self.planted = canaries.plant(self.words, look)
        _point_at(self.planted)

    def leaks(self, thorough=True):
        """(what was asked, whose word or file came back)."""
        of = self.words.of
        secret = {url: of[title] for url, title in sweep.files().items() if title in of}
        client = Client(raise_request_exception=False)
        yield from ((url, whose) for url, whose in secret.items() if client.get(url).status_code == 200)
        for asked, answer in sweep.answers(self.planted, self._queries(), thorough):
            for word in set(canaries.WORD.findall(answer.decode(errors="replace"))) & of.keys():
                if word not in asked:
                    yield asked, of[word]

    def _queries(self):
        """Every word that an index may hold, and the first letters of all of them."""
        yield from ("z", "zq", *(f"zq{letter}" for letter in "0123456789abcdef"))
        indexed = {model.__name__: _indexed(model) for model in canaries.FACTORIES}
        for word, whose in self.words.of.items():
            if whose.rpartition(": ")[2] in indexed[whose.partition(",")[0]]:
                yield word


def _indexed(model):
    return {field.field_name for field in getattr(model, "get_search_fields", list)()} | {"tag"}


def _point_at(planted):
    pages = [thing for thing in planted if isinstance(thing, Page)]
    article = _article_about(planted, title="In the open", slug="in-the-open")
    StandardPageFactory(title="Also open", body=[("section", RichText(_links_to(pages)))])
    ProductFactory(name="On the shelf")
    for n, page in enumerate(pages):
        Redirect.objects.create(old_path=f"/old-{n}", redirect_page=page)
    brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
    brand.header_menu = MenuFactory(entries=[*({"page": page.pk} for page in pages), {"page": article.pk}])
    brand.footer_menu = [thing for thing in planted if isinstance(thing, Menu)][-1]  # unpublished: its row is full
    brand.save()


def _article_about(planted, **fields):
    authors = [thing for thing in planted if isinstance(thing, canaries.Author)]
    products = [thing for thing in planted if isinstance(thing, Product)]
    links = _links_to(thing for thing in planted if isinstance(thing, Page))
    block = {"products": products, "heading": "", "category": None, "count": 3}
    return ArticlePageFactory(
        authors=authors, reviewer=authors[0], body=[("section", RichText(links)), ("products", block)],
        fill=lambda made: _relate(made, planted), **fields,
    )  # fmt: skip


def _links_to(pages):
    return "".join(f'<p><a linktype="page" id="{page.pk}">there</a></p>' for page in pages)


def _relate(article, planted):
    for thing in planted:
        if isinstance(thing, ArticlePage):
            article.related_articles.add(RelatedArticle(article=thing))
        elif isinstance(thing, Product):
            article.product_picks.add(ArticleProduct(product=thing))
        elif isinstance(thing, CategoryPage):
            article.categories.add(thing)


def test_no_canary_after_readers_and_an_editor_have_looked(admin_client):
    """What is hidden now was read while it was public, and by an editor just before."""
    reader = Client(raise_request_exception=False)
    garden = Garden(look=lambda made: [reader.get(url) for url in sweep.addresses_of(made)])
    for url in {url for thing in garden.planted for url in sweep.addresses_of(thing)} | sweep.OPEN:
        admin_client.get(url)
    assert dict(garden.leaks(thorough=False)) == {}


@pytest.fixture(scope="module")
def garden(django_db_setup, django_db_blocker):
    """Planted once for this module."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr("site_core.media.receivers.make_renditions", SimpleNamespace(enqueue=lambda pk: None))
        yield Garden()
        transaction.set_rollback(True)


def test_no_canary_anywhere(garden):
    assert dict(garden.leaks()) == {}


def test_a_review_link_shows_its_own_draft_and_not_one_word_more(garden, admin_user):
    heard, foreign = {}, []
    for thing in [one for one in garden.planted if is_shareable(type(one))]:
        draft = thing.get_latest_revision_as_object()
        own = garden.words.of[getattr(draft, "title", "") or draft.name].rpartition(": ")[0]
        _link, token = links.share(thing, admin_user, 7)
        heard[own] = 0
        for asked, answer in sweep.answers_under(f"/review/{token}/"):
            for word in set(canaries.WORD.findall(answer.decode(errors="replace"))) & garden.words.of.keys():
                whose = garden.words.of[word]
                heard[own] += 1
                foreign += [] if whose.startswith(f"{own}: ") or whose == own else [(asked, whose)]
    assert foreign == []
    assert len(heard) > 20 and min(heard.values()) >= 1


def test_a_draft_under_review_tells_nothing_of_what_it_leads_to(garden, admin_user):
    """It names every secret there is; all of them are somebody else's."""
    hidden = next(thing for thing in garden.planted if isinstance(thing, CategoryPage))
    article = _article_about(garden.planted, title="In review", draft=True, category=hidden)
    _link, token = links.share(article, admin_user, 7)
    said = b"".join(answer for _asked, answer in sweep.answers_under(f"/review/{token}/")).decode(errors="replace")
    assert "In review" in said
    assert [garden.words.of[word] for word in set(canaries.WORD.findall(said)) & garden.words.of.keys()] == []


def test_no_canary_in_the_preview_of_something_else(garden):
    """Which is made as staff, who see everything, of things that point at what is hidden."""
    brand = BrandSettings.objects.get()
    open_to_all = [ArticlePage.objects.get(slug="in-the-open"), Product.objects.get(name="On the shelf")]
    open_to_all += [brand.header_menu, HomePage.objects.get(), CategoryPage.objects.public().first()]
    leaks = {
        (str(thing), mode): garden.words.of[word]
        for thing in open_to_all
        for mode, _label in thing.preview_modes
        for word in set(canaries.WORD.findall(thing.make_preview_request(None, mode).text)) & garden.words.of.keys()
    }
    assert leaks == {}


@pytest.mark.parametrize("model", WITH_A_RULE, ids=lambda model: model.__name__)
def test_the_reader_sees_no_canary_in_any_table(garden, model):
    """And the owner, who is under no policy, does. The title of a draft edit, which Wagtail keeps in the live row,
    stays to `test_house`, which knows who asks for `draft_title`.
    """
    secret = {word for word, whose in garden.words.of.items() if not whose.endswith("draft edit: title")}
    assert secret & set(_words_of(model))
    with door.as_reader():
        assert secret & set(_words_of(model)) == set()


def _words_of(model):
    with connection.cursor() as cursor:
        cursor.execute(SQL("SELECT t::text FROM {} t").format(Identifier(model._meta.db_table)).as_string())
        return canaries.WORD.findall(" ".join(text for (text,) in cursor.fetchall()))


@pytest.fixture
def no_door(monkeypatch):
    monkeypatch.setattr(door.DoorMiddleware, "__call__", lambda self, request: self.get_response(request))


@pytest.fixture
def no_public(monkeypatch):
    for queryset in (PublicPageQuerySet, PublicQuerySet, MediaQuerySet):
        monkeypatch.setattr(queryset, "public", lambda self: self.all())
    monkeypatch.setattr(Publishable, "is_public", True)


class TestTeeth:
    """Either lock holds by itself; without the other one, each guard that is taken away lets something out."""

    def test_public_holds_alone(self, no_door, garden):
        assert dict(garden.leaks(thorough=False)) == {}

    def test_the_database_holds_alone(self, no_public, garden):
        assert dict(garden.leaks(thorough=False)) == {}

    @pytest.mark.parametrize("queryset", [PublicPageQuerySet, PublicQuerySet])
    def test_without_public(self, no_door, garden, monkeypatch, queryset):
        monkeypatch.setattr(queryset, "public", lambda self: self.all())
        assert next(garden.leaks(), None)

    @pytest.mark.parametrize("model", WITH_DRAFTS, ids=lambda model: model.__name__)
    def test_without_a_policy(self, no_public, garden, model):
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            table = Identifier(model._meta.db_table)
            cursor.execute(SQL("ALTER TABLE {} DISABLE ROW LEVEL SECURITY").format(table).as_string())
        assert next(garden.leaks(), None)

    def test_without_the_rule_for_media(self, garden, monkeypatch):
        monkeypatch.setattr(usage, "_public", lambda model, keys: dict.fromkeys(keys, usage.NEVER))
        for model in usage.MEDIA:
            states.refresh(model, model.objects.values_list("pk", flat=True))
        assert next(garden.leaks(), None)

    def test_without_the_rule_for_redirects(self, no_door, garden, monkeypatch):
        monkeypatch.setattr(redirects.PublicRedirectMiddleware, "process_response", RedirectMiddleware.process_response)
        assert next(garden.leaks(), None)
