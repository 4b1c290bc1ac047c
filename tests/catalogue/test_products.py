from decimal import Decimal

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from catalogue.models import Merchant, Product
from catalogue.models.pricing import money, saving
from catalogue.shelves import shop_rhythm
from site_core.door import as_reader
from tests.factories import (
    ArticlePageFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    ShopPageFactory,
    SiteImageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


def test_money():
    assert money(Decimal("14"), "GBP") == "£14.00"
    assert money(Decimal("1299.5"), "EUR") == "€1,299.50"
    assert money(None, "GBP") == ""


@pytest.mark.parametrize(
    ("price", "regular", "expected"),
    [
        ("48", "56", 14),
        ("56", "56", None),
        ("60", "56", None),
        ("48", None, None),
        (None, "56", None),
        ("55.99", "56", None),
    ],
)
def test_saving(price, regular, expected):
    assert saving(price and Decimal(price), regular and Decimal(regular)) == expected


def test_the_page_of_a_product(client):
    product = ProductFactory(
        name="Sound bowl", regular_price="56.00", price="48.00", chosen_by="Naomi",
        choice_note="The dog slept through it.",
        specification=[("row", {"term": "Weight", "text": "780 g"})], pictures=[SiteImageFactory()],
    )  # fmt: skip
    ArticlePageFactory(
        title="About bowls", body=[("products", {"products": [product], "heading": "", "category": None, "count": 3})]
    )
    html = client.get(product.get_absolute_url()).content.decode()
    for words in ("Sound bowl", "£48.00", "£56.00", "780 g", "The dog slept through it.", "About bowls"):
        assert words in html
    assert 'rel="sponsored nofollow' in html


def test_a_draft_without_a_price_can_be_looked_at(admin_client):
    product = ProductFactory(draft=True, price=None, merchant=None, category=None, price_checked_on=None)
    response = admin_client.get(f"/admin/snippets/catalogue/product/edit/{product.pk}/")
    assert response.status_code == 200
    assert product.money == ""


def test_shelves(client):
    tools = ProductCategoryPageFactory(title="Tools")
    bowls = ProductCategoryPageFactory(title="Bowls", parent=tools)
    ProductFactory(name="A bowl", category=bowls)
    ProductFactory(name="A mug", category=ProductCategoryPageFactory(title="Mugs"))
    shop = client.get("/shop/").content.decode()
    assert "A bowl" in shop and "A mug" in shop
    html = client.get(tools.url).content.decode()
    assert "A bowl" in html and "A mug" not in html and "Bowls" in html


@pytest.mark.parametrize("count", [0, 1, 6, 7, 9, 13, 24, 25, 48])
def test_every_product_stands_in_the_shop_once(count):
    products = [Product(pk=n + 1, name=str(n), choice_note="Mine." if n % 5 == 0 else "") for n in range(count)]
    runs = shop_rhythm(products)
    shown = [p for run in runs for p in [*run.products, *([run.pause["product"]] if run.pause else [])]]
    assert sorted(p.pk for p in shown) == [p.pk for p in products]
    assert not any(run.pause for run in runs[-1:])


def test_an_empty_shop(client):
    first_or_make(ShopPageFactory)
    assert client.get("/shop/").status_code == 200
    assert client.get("/shop/product/").url == "/shop/"


def test_the_card_shows_the_first_picture():
    first, second = SiteImageFactory(), SiteImageFactory()
    product = ProductFactory(pictures=[first, second])
    assert Product.objects.get(pk=product.pk).main_image.image == first


@pytest.mark.parametrize("count", [3, 40])
def test_queries(client, django_assert_max_num_queries, count):
    category = ProductCategoryPageFactory()
    for _ in range(count):
        ProductFactory(category=category, pictures=[SiteImageFactory()])
    product = Product.objects.first()
    for url in ("/shop/", category.url, product.get_absolute_url()):
        client.get(url)
        with as_reader(), django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200


def test_a_list_says_what_readers_see_and_pay(admin_client):
    ProductFactory(name="A bowl", price="48.00")
    ProductFactory(name="A mug", price="9.00", draft=True)
    answer = admin_client.get(reverse("wagtailsnippets_catalogue_product:list"), {"ordering": "price"})
    rows = [row.get_text(" ", strip=True) for row in BeautifulSoup(answer.content, "html.parser").select("tbody tr")]
    mug, bowl = (row for row in rows if "A mug" in row or "A bowl" in row)
    assert "£9.00" in mug
    assert "draft" in mug
    assert "£48.00" in bowl
    assert "live" in bowl


def test_a_new_merchant_is_made_where_one_is_chosen(admin_client):
    address = reverse("wagtailsnippetchoosers_catalogue_merchant:create")
    made = admin_client.post(address, {"merchant-name": "Wick Lane", "merchant-town": "Whitby"})
    assert made.json()["result"]["string"] == "Wick Lane"
    assert Merchant.objects.get().town == "Whitby"


def test_a_chooser_begins_with_the_newest_product(admin_client):
    for name in ("A mug", "A bowl"):
        ProductFactory(name=name)
    shown = admin_client.get(reverse("wagtailsnippetchoosers_catalogue_product:choose_results")).content.decode()
    assert shown.index("A bowl") < shown.index("A mug")
