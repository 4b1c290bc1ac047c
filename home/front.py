"""The front page: its sections in the editor's order, each with what it shows, read for all together."""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.rich_text import RichText

from blog.cards import load_cards
from blog.models import ArticlePage, CategoryPage
from catalogue.models import Product, ShopPage
from catalogue.shelves import fill_shelf, load_products
from site_core.models.images import load_renditions
from site_core.navigation import navigation_of

SHELF = 5


@dataclass
class Part:
    """One section. `value` is its block's value as stored: what it chooses is read here, and only if public."""

    kind: str
    value: dict
    article: ArticlePage | None = None
    articles: list[ArticlePage] = field(default_factory=list)
    category: CategoryPage | None = None
    products: list[Product] = field(default_factory=list)
    diary: dict | None = None

    @property
    def template(self) -> str:
        return f"blocks/{self.kind}.html"


def front_context(page, request) -> dict:
    """`parts` to draw; one whose article, category or products are hidden is not among them."""
    parts = [Part(block["type"], dict(block["value"])) for block in page.sections.raw_data]
    _fill(parts)
    parts = _place_diary([part for part in parts if _has_something(part)])
    first = parts[0] if parts else None
    lead = first.article if first and first.kind == "lead" else None
    shop = next(iter(navigation_of(request).tree(ShopPage)), None)
    return {"parts": parts, "tint": lead.tint if lead else "calm", "lead": lead, "shop_url": shop.url if shop else ""}


def alone(kind: str, value: dict) -> Part:
    """A section by itself, with what it would show: the preview of its block."""
    part = Part(kind, value)
    _fill([part])
    return part


def _fill(parts):
    _fill_articles(parts)
    _fill_spreads(parts)
    for part in parts:
        if part.kind == "shelf":
            part.products = fill_shelf([item["value"] for item in part.value.get("products") or []], SHELF)
        elif part.kind == "text":
            part.value["text"] = RichText(part.value.get("text") or "")
    _load_pictures(parts)


def _fill_articles(parts):
    """The lead and the newest besides it, in one query."""
    chosen = [part.value.get("article") for part in parts if part.kind == "lead"]
    count = sum(part.value.get("count") or 7 for part in parts if part.kind == "latest")
    public = ArticlePage.objects.public()
    newest = public.latest_first().values("pk")[: count + len(chosen)]
    found = list(public.filter(Q(pk__in=chosen) | Q(pk__in=newest)).with_card_data().latest_first())
    leads = {article.pk: article for article in found if article.pk in chosen}
    others = [article for article in found if article.pk not in leads]
    for part in parts:
        if part.kind == "lead":
            part.article = leads.get(part.value.get("article"))
        elif part.kind == "latest":
            part.articles = others[:count]


def _fill_spreads(parts):
    spreads = [part for part in parts if part.kind == "category"]
    wanted = [part.value.get("page") for part in spreads]
    categories = CategoryPage.objects.public().select_related("image").in_bulk(wanted) if any(wanted) else {}
    for part in spreads:
        part.category = categories.get(part.value.get("page"))
        if part.category:
            articles = ArticlePage.objects.public().in_branch(part.category)
            part.articles = list(articles.with_card_data().latest_first()[: part.value.get("count") or 4])


def _load_pictures(parts):
    articles = [article for part in parts for article in [part.article, *part.articles] if article]
    products = [product for part in parts for product in part.products]
    spreads = [part.category.image for part in parts if part.category]
    load_renditions([*load_cards(articles), *load_products(products), *spreads])


def _has_something(part):
    needed = {"lead": part.article, "latest": part.articles, "category": part.category, "shelf": part.products}
    return needed.get(part.kind, True)


def _place_diary(parts):
    """A diary directly below the latest articles takes the last place among them."""
    placed = []
    for part in parts:
        if part.kind == "diary" and placed and placed[-1].kind == "latest":
            placed[-1].diary = part.value
        else:
            placed.append(part)
    return placed
