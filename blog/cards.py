"""What the cards of articles show, read for all lists of a page together."""

from collections.abc import Iterable

from django.db.models import Prefetch, prefetch_related_objects

from .models import ArticleAuthor, ArticlePage, CategoryPage


def load_cards(articles: Iterable[ArticlePage]) -> list:
    """Give these articles their categories and authors, in two queries; return the pictures they show."""
    articles = list(articles)
    load_categories(articles)
    load_credits(articles)
    return [article.hero for article in articles]


def load_categories(articles: Iterable[ArticlePage], besides: Iterable[int | None] = ()) -> dict[int, CategoryPage]:
    """Give these articles their categories, in one query; return those and these `besides`, as far as public."""
    wanted = {*besides, *(article.category_id for article in articles)} - {None}
    categories = CategoryPage.objects.public().select_related("image").in_bulk(wanted) if wanted else {}
    for article in articles:
        article.kicker = categories.get(article.category_id)
    return categories


def load_credits(articles: Iterable[ArticlePage]) -> None:
    """Give these articles their authors, in one query."""
    credits = ArticleAuthor.objects.select_related("author__portrait").order_by("sort_order")
    saved = [article for article in articles if article.pk]
    prefetch_related_objects(saved, Prefetch("article_authors", queryset=credits))
