"""The demo's authors, article categories and articles."""

from blog.models import (
    ArticleAuthor,
    ArticleIndexPage,
    ArticlePage,
    ArticleProduct,
    Author,
    CategoryIndexPage,
    CategoryPage,
    RelatedArticle,
)

from .bodies import Bodies
from .files import read, read_all
from .library import Library
from .publishing import publish_page, publish_tree, stream

PLAIN = (
    "title",
    "slug",
    "standfirst",
    "search_description",
    "hero_alt",
    "hero_caption",
    "featured",
    "published_on",
    "reviewed_on",
    "review_by",
)


def make_authors(library: Library) -> dict[str, Author]:
    """Every author, published, by slug."""
    return {row["slug"]: _author(row, library) for row in read("authors")["authors"]}


def make_index(home, site: dict, library: Library) -> tuple[ArticleIndexPage, dict[str, CategoryPage]]:
    """The page of all articles, and the tree of categories beneath it, by slug."""
    index = publish_page(home, ArticleIndexPage(**site["articles"], slug="articles", show_in_menus=True))
    root = publish_page(index, CategoryIndexPage(**site["categories"], slug="category", show_in_menus=True))
    return index, publish_tree(root, CategoryPage, read("categories")["articles"], library)


def make_articles(index, categories: dict, authors: dict, bodies: Bodies) -> dict[str, ArticlePage]:
    """Every article, published, oldest first; by slug."""
    rows = sorted(read_all("articles"), key=lambda row: row["published_on"])
    articles = {row["slug"]: _article(index, row, categories, authors, bodies) for row in rows}
    for row in rows:
        _publish(articles[row["slug"]], [articles[slug] for slug in row.get("related", []) if slug in articles])
    return articles


def _author(row, library):
    plain = {name: row.get(name, "") for name in ("name", "slug", "role", "about")}
    author = Author(**plain, portrait=library.picture(row.get("portrait", "")), live=False)
    author.links = [("link", link) for link in row.get("links", [])]
    author.save()
    author.save_revision().publish()
    return author


def _article(index, row, categories, authors, bodies):
    article = ArticlePage(**{name: row[name] for name in PLAIN if name in row}, live=False)
    article.hero = bodies.library.picture(row.get("hero", ""))
    article.category = categories[row["category"]]
    article.reviewer = authors.get(row.get("reviewer"))
    article.body = stream(ArticlePage.body.field, bodies.raw(row["body"]))
    article.sources = stream(ArticlePage.sources.field, bodies.sources(row.get("sources", [])))
    index.add_child(instance=article)
    article.categories.add(*(categories[slug] for slug in row.get("categories", [])))
    article.tags.add(*row.get("tags", []))
    for n, slug in enumerate(row["authors"]):
        article.article_authors.add(ArticleAuthor(author=authors[slug], sort_order=n))
    for n, slug in enumerate(row.get("products", [])):
        article.product_picks.add(ArticleProduct(product_id=bodies.products[slug], sort_order=n))
    return article


def _publish(article, related):
    for n, other in enumerate(related):
        article.related_articles.add(RelatedArticle(article=other, sort_order=n))
    article.save_revision().publish()
