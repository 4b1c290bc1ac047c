"""What an editor sees of a product before it is saved: its page, its card on a shelf and in an article, sold out."""

from collections.abc import Callable

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField
from django.db.models.functions import Cast
from wagtail.models import ReferenceIndex

from site_core.models.images import load_renditions

from .models import Product
from .models.products import Availability
from .shelves import load_products, product_context

NEIGHBOURS = 3
_mentions: list[Callable[[Product], tuple[list, list]]] = []


def add_mentions(mentions_of: Callable[[Product], tuple[list, list]]) -> None:
    """Ask this for the articles that a product's page names, and the pictures of their cards."""
    if mentions_of not in _mentions:
        _mentions.append(mentions_of)


def preview_of(product: Product, request, mode: str) -> tuple[str, dict]:
    """The template of the preview `mode` and its context. Besides the product there is only what is public."""
    article = _article_with_products(product) if mode == "article" else None
    if article:
        return article.get_template(request), _in_article(article, product, request)
    if mode == "sold_out":
        product.availability = Availability.SOLD_OUT
        template = "catalogue/product_sold_out_preview.html"
    else:
        template = "catalogue/product_card_preview.html" if mode else "catalogue/product.html"
    others = Product.objects.public().exclude(pk=product.pk)
    neighbours = list(others.with_card_data().popular_first()[:NEIGHBOURS]) if mode else []
    found = [mentions_of(product) for mentions_of in _mentions if product.pk and mode != "card"]
    pictures = [picture for _articles, shown in found for picture in shown]
    context = product_context(product, request, [*load_products(neighbours), *pictures])
    context["mentions"] = [article for articles, _shown in found for article in articles]
    return template, context | {"object": product, "request": request, "shelf": [product, *neighbours]}


def _article_with_products(product):
    """The newest public article that shows this product, or else any product, or else the newest."""
    articles = apps.get_model("blog", "ArticlePage")
    shown = ReferenceIndex.objects.filter(
        content_type=ContentType.objects.get_for_model(articles),
        to_content_type=ContentType.objects.get_for_model(Product),
    ).order_by()
    for references in (shown.filter(to_object_id=str(product.pk)), shown):
        ids = references.values(pk=Cast("object_id", BigIntegerField()))
        if found := articles.to_serve().filter(pk__in=ids).latest_first().first():
            return found
    return articles.to_serve().latest_first().first()


def _in_article(article, product, request):
    """The page of an article with this product where it stands, or else where the first product does."""
    load_renditions(load_products([product]))
    product.live, product.expire_at, product.is_previewed = True, None, True  # as if it were published
    context = article.get_context(request)
    if not _put_into_text(article.body, product):
        shelf = context["products"]
        context["products"] = [product, *(other for other in shelf if other.pk != product.pk)][: len(shelf) or 1]
    return context


def _put_into_text(body, product):
    lists = [block.value["products"] for block in body if block.block_type == "products" and block.value["products"]]
    places = [(chosen, n) for chosen in lists for n, other in enumerate(chosen) if other and other.is_public]
    own = [(chosen, n) for chosen, n in places if chosen[n].pk == product.pk]
    for chosen, n in own or places[:1]:
        chosen[n] = product
    return bool(places)
