"""Products as pages show them: which ones, in which order, with everything their cards need."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, prefetch_related_objects

from site_core.blocks.at_hand import at_hand
from site_core.models.images import load_renditions
from site_core.models.pages import Share, Step
from site_core.navigation import navigation_of
from site_core.pagination import page_of

from .models import Product, ProductCategoryPage, ProductImage

PAGE = 24
ALTERNATIVES = 4
BOARD = 3  # products that stand on one board of the shelf below an article


def load_products(products: Iterable[Product]) -> list:
    """Give these products their pictures and merchants, in a query each; return the pictures that their cards show."""
    products = list(products)
    saved = [product for product in products if product.pk]
    pictures = ProductImage.objects.select_related("image").order_by("sort_order")
    prefetch_related_objects(saved, Prefetch("gallery", queryset=pictures), "merchant")
    return [product.main_image.image for product in products if product.main_image]


def fill_shelf(chosen_ids: list[int], size: int = 4) -> list[Product]:
    """The public ones of these, in this order, then the most popular until there are `size`. One query."""
    return _fill(chosen_ids, size, _chosen_or_popular(chosen_ids, size))


def shelf_of(article) -> tuple[list[Product], list[Product]]:
    """The products of the shelf below an article, and the public ones that `products` blocks of its text name.

    `article` has `product_ids` and a `body`. One query.
    """
    chosen_ids = article.product_ids
    size = BOARD if len(chosen_ids) <= BOARD else 2 * BOARD
    places = [n for n, block in enumerate(article.body.raw_data) if block["type"] == "products"]
    ids = [pk for n in places for pk in _ids_in(article.body.raw_data[n]["value"])]
    found = _chosen_or_popular(chosen_ids, size, ids)
    with at_hand(Product, found):
        in_text = [product for n in places for product in _chosen(article.body[n].value)]
    return _fill(chosen_ids, size, found), in_text


def _chosen_or_popular(chosen_ids, size, besides=()):
    """The public ones of these, and as many of the most popular as could be wanted, the most popular first."""
    public = Product.objects.public()
    popular = public.popular_first().values("pk")[: size + len(chosen_ids)]
    wanted = Q(pk__in=[*chosen_ids, *besides]) | Q(pk__in=popular)
    return list(public.filter(wanted).with_card_data().popular_first())


def _fill(chosen_ids, size, found):
    chosen = sorted((p for p in found if p.pk in chosen_ids), key=lambda p: chosen_ids.index(p.pk))
    others = [product for product in found if product.pk not in chosen_ids]
    return [*chosen, *others[: max(0, size - len(chosen))]]


def _ids_in(raw_value):
    """Of a `products` block as it is stored."""
    return [item["value"] for item in raw_value.get("products") or [] if item["value"]]


def _chosen(value):
    return [product for product in value.get("products") or [] if product and product.is_public]


def chosen_products(value) -> list[Product]:
    """The products of a `products` block: those an editor chose, else the most popular of its category."""
    chosen = _chosen(value)
    if not chosen and value.get("category"):
        chosen = list(
            Product.objects.public()
            .in_branch(value["category"])
            .with_card_data()
            .popular_first()[: value.get("count") or 3]
        )
    load_products(chosen)
    return chosen


def shelf_context(products, request, images=()) -> dict:
    window = page_of(products.with_card_data(), request, PAGE)
    load_renditions([*load_products(window.items), *images])
    return {
        "goods": shop_rhythm(window.items),
        "newer_url": window.newer_url,
        "older_url": window.older_url,
        "product_menu": navigation_of(request).tree(ProductCategoryPage),
    }


@dataclass
class Run:
    """A board of products, and the pause after it: a product with a signed note, or None."""

    products: list[Product]
    pause: dict | None = None


def shop_rhythm(products: list[Product]) -> list[Run]:
    """Runs of six products, twelve above 24, with a pause between two as long as three things follow.

    A pause is one of the products themselves, told with the note of who chose it.
    """
    size = 6 if len(products) <= 24 else 12
    noted = [product for product in products[size:] if product.choice_note]
    pauses = noted[: max(0, (len(products) - 3) // size)]
    shelved = [product for product in products if product not in pauses]
    runs = [Run(list(shelved[start : start + size])) for start in range(0, len(shelved), size)]
    for run, product in zip(runs[:-1], pauses, strict=False):
        run.pause = {"product": product}
    left_over = pauses[len(runs) - 1 :]
    if left_over:
        runs[-1].products += left_over
    return runs


def shop_context(page, request) -> dict:
    context = shelf_context(Product.objects.public().popular_first(), request)
    return {**context, "children": context["product_menu"]}


def category_context(page, request) -> dict:
    products = Product.objects.public().in_branch(page).popular_first()
    children = ProductCategoryPage.objects.public().child_of(page)
    return {**shelf_context(products, request, [page.image]), "children": children}


def product_context(product: Product, request, images=()) -> dict:
    """What the page of a product shows besides the product itself. `images` are read with its own."""
    category = product.category if product.category and product.category.is_public else None
    alternatives = []
    if category:
        others = Product.objects.public().in_branch(category).exclude(pk=product.pk)
        alternatives = list(others.with_card_data().popular_first()[:ALTERNATIVES])
    pictures = load_products([product, *alternatives])
    load_renditions([*pictures, *(row.image for row in product.gallery.all()), *images])
    steps = [Step(step.title, step.url or category.address) for step in category.trail] if category else []
    picture = product.main_image.image if product.main_image else None
    share = Share(product.name, product.summary, product.address, picture, "product")
    tint = category.tint if category else "shop"
    return {"product": product, "alternatives": alternatives, "steps": steps, "tint": tint, "share": share}
