"""The demo's merchants, product categories and products."""

from decimal import Decimal

from blog.importers.markdown import to_rich_text
from catalogue.models import Merchant, Product, ProductCategoryPage, ProductImage, ShopPage

from .files import read
from .library import Library
from .publishing import publish_page, publish_tree

PLAIN = (
    "name",
    "slug",
    "summary",
    "outbound_url",
    "currency",
    "availability",
    "featured",
    "chosen_by",
    "choice_note",
    "badges",
)


def make_shop(home, site: dict, library: Library) -> dict[str, ProductCategoryPage]:
    """The shop page and the tree of categories beneath it, by slug."""
    shop = publish_page(home, ShopPage(**site["shop"], slug="shop", show_in_menus=True))
    return publish_tree(shop, ProductCategoryPage, read("categories")["products"], library)


def make_products(categories: dict, library: Library) -> dict[str, int]:
    """Every product, published; ids by slug."""
    merchants = {row["slug"]: _merchant(row) for row in read("merchants")["merchants"]}
    return {
        row["slug"]: _product(row, merchants, categories, library).pk for row in reversed(read("products")["products"])
    }


def _merchant(row):
    return Merchant.objects.create(name=row["name"], town=row.get("town", ""), url=row["url"])


def _product(row, merchants, categories, library):
    product = Product(**{name: row[name] for name in PLAIN if name in row}, live=False)
    product.description = to_rich_text(row["description"])
    product.category = categories[row["category"]]
    product.merchant = merchants[row["merchant"]]
    product.price = Decimal(row["price"])
    product.regular_price = Decimal(row["regular_price"]) if row.get("regular_price") else None
    product.price_checked_on = row["price_checked_on"]
    product.specification = [("row", item) for item in row.get("specification", [])]
    product.save()
    _fill(product, row, categories, library)
    product.save_revision().publish()
    return product


def _fill(product: Product, row, categories, library):
    """What can only be given to a product that has an id."""
    product.categories.add(*(categories[slug] for slug in row.get("categories", [])))
    product.tags.add(*row.get("tags", []))
    for n, picture in enumerate(row["pictures"]):
        image = library.picture(picture["picture"])
        product.gallery.add(ProductImage(image=image, kind=picture["kind"], alt=picture["alt"], sort_order=n))
