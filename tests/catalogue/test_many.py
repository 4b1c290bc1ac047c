"""Five thousand products in one category."""

import pytest

from catalogue.models import Product
from site_core.door import as_reader
from tests.factories import MerchantFactory, ProductCategoryPageFactory

pytestmark = pytest.mark.django_db


def test_five_thousand_products_in_one_category(client, django_assert_max_num_queries):
    category, merchant = ProductCategoryPageFactory(), MerchantFactory()
    names = [f"Thing {n:04}" for n in range(5000)]
    rows = [
        Product(name=name, slug=name.lower().replace(" ", "-"), price=1, category=category, merchant=merchant)
        for name in names
    ]
    products = Product.objects.bulk_create(rows)
    through = Product.categories.through
    through.objects.bulk_create(through(product=p, productcategorypage=category) for p in products)
    client.get(category.get_url())
    for page in ("", "?page=2", "?page=200"):
        with as_reader(), django_assert_max_num_queries(12):
            response = client.get(category.get_url() + page)
        assert response.status_code == 200
        assert response.content.decode().count('href="/shop/product/') >= 24
        assert len(response.content) < 120_000
