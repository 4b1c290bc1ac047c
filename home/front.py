"""The front page: its sections in the editor's order, each with what it shows, read for all together."""

from dataclasses import dataclass, field
from functools import reduce
from operator import or_

from django.db.models import BooleanField, ExpressionWrapper, Q
from wagtail.rich_text import RichText

from blog.cards import load_categories, load_credits
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
    block_id: str = ""
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
    parts = [Part(block["type"], dict(block["value"]), block["id"]) for block in page.sections.raw_data]
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
    for part in parts:
        if part.kind == "shelf":
            part.products = fill_shelf([item["value"] for item in part.value.get("products") or []], SHELF)
        elif part.kind == "text":
            part.value["text"] = RichText(part.value.get("text") or "")
    _load_pictures(parts)


def _fill_articles(parts):
    """The lead, the newest besides it and those of the spreads, in one query however many there are."""
    chosen = [part.value.get("article") for part in parts if part.kind == "lead"]
    count = sum(part.value.get("count") or 7 for part in parts if part.kind == "latest")
    spreads = [part for part in parts if part.kind == "category"]
    found = list(_wanted(chosen, count, spreads))
    leads = {article.pk: article for article in found if article.pk in chosen}
    newest = [article for article in found if article.is_newest and article.pk not in leads]
    for part in parts:
        if part.kind == "lead":
            part.article = leads.get(part.value.get("article"))
        elif part.kind == "latest":
            part.articles = newest[:count]
    for n, part in enumerate(spreads):
        part.articles = [article for article in found if getattr(article, f"is_in_spread_{n}")]


def _wanted(chosen, count, spreads):
    """Public articles, the newest first, each marked with the lists it stands in."""
    public = ArticlePage.objects.public().latest_first()
    lists = {"is_newest": public.values("pk")[: count + len(chosen)]}
    for n, part in enumerate(spreads):
        within = public.in_branch_of(CategoryPage.objects.public().filter(pk=part.value.get("page")))
        lists[f"is_in_spread_{n}"] = within.values("pk")[: part.value.get("count") or 4]
    marks = {name: ExpressionWrapper(Q(pk__in=ids), BooleanField()) for name, ids in lists.items()}
    anywhere = reduce(or_, (Q(pk__in=ids) for ids in lists.values()), Q(pk__in=chosen))
    return public.filter(anywhere).annotate(**marks).with_card_data()


def _load_pictures(parts):
    articles = [article for part in parts for article in [part.article, *part.articles] if article]
    products = [product for part in parts for product in part.products]
    spreads = [part for part in parts if part.kind == "category"]
    categories = load_categories(articles, [part.value.get("page") for part in spreads])
    load_credits(articles)
    for part in spreads:
        part.category = categories.get(part.value.get("page"))
    banners = [part.category.image for part in spreads if part.category]
    heroes = [article.hero for article in articles]
    load_renditions([*heroes, *load_products(products), *banners])


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
