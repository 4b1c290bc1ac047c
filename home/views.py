"""Pages that show more than one app's things: search, and a product with the articles about it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe
from wagtail.models import ReferenceIndex

from blog.cards import load_cards
from blog.models import ArticlePage
from catalogue.models import Product, ShopPage
from catalogue.shelves import load_products, product_context
from site_core.models.images import load_renditions
from site_core.pagination import Window, page_of

LONGEST_QUERY = 200
MENTIONS = 4
FOUND_PRODUCTS = 6


@require_safe
def search(request):
    """Articles and products that hold all the words of `?q=`, the best first."""
    query = request.GET.get("q", "").replace("\x00", "").strip()[:LONGEST_QUERY]
    articles, products = _found(query, request) if query else (Window([]), [])
    load_renditions([*load_cards(articles.items), *load_products(products)])
    context = {"query": query, "articles": articles.items, "products": products}
    return render(
        request, "home/search.html", {**context, "newer_url": articles.newer_url, "older_url": articles.older_url}
    )


def _found(query, request):
    articles = page_of(ArticlePage.objects.public().matching(query), request)
    products = Product.objects.public().matching(query)[:FOUND_PRODUCTS]
    return articles, list(products) if not articles.newer_url else []


@require_safe
def product(request, slug):
    found = get_object_or_404(Product.objects.public().select_related("merchant", "category"), slug=slug)
    mentions, pictures = mentions_of(found)
    context = product_context(found, request, pictures)
    return render(request, "catalogue/product.html", {**context, "mentions": mentions})


def mentions_of(product: Product) -> tuple[list[ArticlePage], list]:
    """Public articles that pick this product or hold it in their text, newest first; and the pictures they show."""
    references = ReferenceIndex.get_references_to(product).filter(
        content_type=ContentType.objects.get_for_model(ArticlePage)
    )
    ids = references.order_by().values(pk=Cast("object_id", BigIntegerField()))
    found = list(ArticlePage.objects.public().filter(pk__in=ids).with_card_data().latest_first()[:MENTIONS])
    return found, load_cards(found)


@require_safe
def products(request):
    """A product's address cut off after `product/` leads to the shelves."""
    shop = ShopPage.objects.public().first()
    if not shop:
        raise Http404
    return redirect(shop.get_url(request))
