"""Products as pages show them: which ones, in which order, with everything their cards need."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, Q, prefetch_related_objects

from site_core.models.images import load_renditions
from site_core.models.pages import Share, Step
from site_core.navigation import navigation_of
from site_core.pagination import page_of

from .models import Product, ProductCategoryPage, ProductImage

PAGE = 24
ALTERNATIVES = 4


def load_products(products: Iterable[Product]) -> list:
    """Give these products their pictures and merchants, in a query each; return the pictures that their cards show."""
    products = list(products)
    saved = [product for product in products if product.pk]
    pictures = ProductImage.objects.select_related("image").order_by("sort_order")
    prefetch_related_objects(saved, Prefetch("gallery", queryset=pictures), "merchant")
    return [product.main_image.image for product in products if product.main_image]


def fill_shelf(chosen_ids: list[int], size: int = 4) -> list[Product]:
    """The public ones of these, in this order, then the most popular until there are `size`. One query."""
    public = Product.objects.public()
    popular = public.popular_first().values("pk")[: size + len(chosen_ids)]
    found = list(public.filter(Q(pk__in=chosen_ids) | Q(pk__in=popular)).with_card_data().popular_first())
    chosen = sorted((p for p in found if p.pk in chosen_ids), key=lambda p: chosen_ids.index(p.pk))
    others = [product for product in found if product.pk not in chosen_ids]
    return [*chosen, *others[: max(0, size - len(chosen))]]


def products_in(body) -> list[Product]:
    """The public products that an editor chose in `products` blocks of a body."""
    blocks = [block.value for block in body if block.block_type == "products"]
    return [product for value in blocks for product in _chosen(value)]


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


def shelf_context(products, request) -> dict:
    window = page_of(products.with_card_data(), request, PAGE)
    load_renditions(load_products(window.items))
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
    return {**shelf_context(products, request), "children": children}


def product_context(product: Product, request) -> dict:
    """What the page of a product shows besides the product itself."""
    category = product.category if product.category and product.category.is_public else None
    alternatives = []
    if category:
        others = Product.objects.public().in_branch(category).exclude(pk=product.pk)
        alternatives = list(others.with_card_data().popular_first()[:ALTERNATIVES])
    pictures = load_products([product, *alternatives])
    load_renditions([*pictures, *(row.image for row in product.gallery.all())])
    steps = [Step(step.title, step.url or category.address) for step in category.trail] if category else []
    picture = product.main_image.image if product.main_image else None
    share = Share(product.name, product.summary, product.address, picture, "product")
    tint = category.tint if category else "shop"
    return {"product": product, "alternatives": alternatives, "steps": steps, "tint": tint, "share": share}
