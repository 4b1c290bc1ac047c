"""The demo is made, and every page of it answers."""

import re
import tomllib
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Revision

from blog.blocks import ArticleBody
from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product, ProductCategoryPage
from home.demo.files import HERE
from home.models import HomePage, StandardPage
from site_core.door import as_reader
from site_core.models import SiteImage
from tests.bench.inside import PAGES

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The whole demo, made once for this module and taken away after it. Its pictures get their JPEGs alone."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(SiteImage, "ladder", [])
        call_command("seed_demo")
        yield
        transaction.set_rollback(True)


def crawl(start="/", limit=400):
    """Every internal address that a reader reaches by links, with the answer's status."""
    client, found, waiting = Client(), {}, [start]
    while waiting and len(found) < limit:
        url = waiting.pop()
        response = client.get(url)
        found[url] = response.status_code
        if response.status_code == 200 and response["Content-Type"].startswith("text/html"):
            links = re.findall(r'(?:href|action)="(/[^"#]*)', response.content.decode())
            waiting += {link for link in links if not link.startswith(("/static/", "/media/", "/documents/"))} - {
                *found,
                *waiting,
            }
    return found


@pytest.mark.parametrize("url", PAGES)
def test_every_kind_of_page_keeps_its_budget_of_queries(url, client):
    client.get(url)  # what a process learns once is not what a page costs
    cache.clear()
    with as_reader(), CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    assert len(queries) <= PAGES[url], "\n".join(query["sql"] for query in queries)


def test_there_is_enough_of_it():
    assert ArticlePage.objects.public().count() >= 12
    assert Product.objects.public().count() == 30
    assert Author.objects.public().count() >= 4
    assert StandardPage.objects.public().count() >= 4


def test_every_page_answers():
    answers = crawl()
    assert {url: status for url, status in answers.items() if status != 200} == {}
    pages = {page.get_url() for page in Page.objects.live().filter(depth__gt=1)}
    things = {thing.address for model in (Product, Author) for thing in model.objects.public()}
    alone = {page.get_url() for page in Page.objects.live() if page.slug == "category" and page.depth == 4}
    assert pages | things <= set(answers) | alone


def test_every_block_is_in_use():
    used = {block.block_type for article in ArticlePage.objects.all() for block in article.body}
    assert used == set(ArticleBody.base_blocks)


@pytest.mark.parametrize("path", sorted((HERE / "articles").glob("*.toml")), ids=lambda path: path.stem)
def test_articles_are_of_a_readable_length(path):
    article = ArticlePage.objects.get(slug=tomllib.loads(path.read_text())["slug"])
    assert 600 <= article.word_count <= 1300


def test_everything_was_published_through_a_revision():
    for model in (ArticlePage, CategoryPage, ProductCategoryPage, HomePage, StandardPage, Product, Author):
        assert not model.objects.filter(live_revision=None).exists()


def test_a_second_run_changes_nothing():
    article = ArticlePage.objects.first()
    article.title = "An editor's title"
    article.save_revision().publish()
    ArticlePage.objects.last().delete()
    before = Revision.objects.count(), Page.objects.count()
    call_command("seed_demo")
    assert (Revision.objects.count(), Page.objects.count()) == before
    assert ArticlePage.objects.get(pk=article.pk).title == "An editor's title"


def test_every_label_of_the_old_site_has_its_place():
    labels = {"Pendants and Charms", "Sleep Aid Devices", "Sound Bowls", "CES devices", "Dog Carriers", "Uncategorised"}
    titles = set(CategoryPage.objects.values_list("title", flat=True)) | set(
        ProductCategoryPage.objects.values_list("title", flat=True)
    )
    assert labels <= titles


def test_links_of_the_demo_lead_to_example_com_or_a_source():
    merchants = {urlsplit(product.outbound_url).hostname for product in Product.objects.all()}
    assert merchants == {"example.com"}
