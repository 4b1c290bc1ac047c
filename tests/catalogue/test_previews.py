"""How a product will look on a shelf, in an article and when it is sold out, while its form is being filled in."""

import pytest
from bs4 import BeautifulSoup
from wagtail.test.utils.form_data import inline_formset

from blog.models import ArticleProduct
from catalogue.models import Product
from tests import previews
from tests.factories import ArticlePageFactory, ProductFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def product():
    return ProductFactory(name="As it was", draft=True)


def drawn(client, url, mode="", **written):
    previews.send(client, url, Product, **written)
    return BeautifulSoup(previews.draw(client, url, mode), "html.parser")


def names(soup, within="body"):
    return [name.text for name in soup.select(f"{within} .shelf .name")]


def of(*products):
    return [("products", {"heading": "For the sill", "products": list(products), "category": None, "count": 3})]


def test_its_card_stands_on_a_shelf_of_real_products(admin_client, product):
    ProductFactory(name="A neighbour")
    ProductFactory(name="Nobody's business", draft=True)
    picture = SiteImageFactory()
    gallery = inline_formset([{"image": picture.pk, "kind": "cut-out", "alt": "", "ORDER": 1}])
    soup = drawn(admin_client, previews.address(product), "card", name="A bowl", price="12.50", gallery=gallery)
    assert names(soup) == ["A bowl", "A neighbour"]
    assert "£12.50" in soup.select_one(".shelf li").text
    assert soup.select_one(".shelf li img")["src"] == picture.get_rendition(picture.fallback_spec).url


def test_its_card_takes_its_place_in_the_article_that_shows_it(admin_client):
    product, other = ProductFactory(name="As it was"), ProductFactory(name="Another")
    ArticlePageFactory(title="The newest of all", body=of(other))
    article = ArticlePageFactory(title="For the morning", body=of(other, product), published_on="2026-01-01")
    ArticlePageFactory(title="Nobody's business", body=of(product), draft=True)
    soup = drawn(admin_client, previews.address(product), "article", name="As it will be")
    assert soup.h1.text == article.title
    assert names(soup, ".products") == ["Another", "As it will be"]
    assert soup.select_one("[data-previewed] .name").text == "As it will be"
    assert "As it was" not in names(soup, ".products")


def test_before_any_article_shows_it_it_stands_where_the_first_product_does(admin_client, product):
    ArticlePageFactory(title="Without", published_on="2026-11-01")
    ArticlePageFactory(title="With", body=of(ProductFactory(name="Another")), published_on="2026-01-01")
    soup = drawn(admin_client, previews.address_of_new(Product), "article", name="Just begun")
    assert soup.h1.text == "With" and names(soup, ".products") == ["Just begun"]


def test_in_an_article_that_picks_it_it_stands_on_the_shelf_below(admin_client):
    product = ProductFactory(name="As it was")
    ArticlePageFactory(title="Picks it", fill=lambda made: made.product_picks.add(ArticleProduct(product=product)))
    soup = drawn(admin_client, previews.address(product), "article", name="As it will be")
    assert names(soup, ".popular") == ["As it will be"]


def test_without_any_article_its_card_stands_alone(admin_client, product):
    assert names(drawn(admin_client, previews.address(product), "article", name="A bowl")) == ["A bowl"]


def test_sold_out_on_its_page_and_on_its_card(admin_client):
    product = ProductFactory()
    soup = drawn(admin_client, previews.address(product), "sold_out", name="A bowl", availability="in_stock")
    assert soup.select_one(".offer .availability").text == "Sold out at the moment"
    assert soup.select_one(".shelf li .availability").text == "Sold out at the moment"
    product.refresh_from_db()
    assert product.availability == "in_stock"


def test_its_page_names_the_articles_that_mention_it(admin_client):
    product = ProductFactory()
    article = ArticlePageFactory(title="For the morning", body=of(product))
    ArticlePageFactory(title="Nobody's business", body=of(product), draft=True)
    soup = drawn(admin_client, previews.address(product), name="A bowl")
    [mention] = [link for link in soup.select("section[aria-labelledby=mentions] a") if "For the morning" in link.text]
    assert mention["href"] == article.url
    assert "Nobody's business" not in soup.text
    assert not drawn(admin_client, previews.address_of_new(Product), name="New").select("#mentions")
