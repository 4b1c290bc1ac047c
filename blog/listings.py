"""Lists of articles: all, by category, by tag, by author."""

from itertools import groupby

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext
from taggit.models import Tag

from site_core.models.images import load_renditions
from site_core.models.pages import Share
from site_core.navigation import Node, navigation_of
from site_core.pagination import page_of

from .cards import load_cards
from .models import ArticlePage, Author, CategoryPage

COLLEAGUES = 4
TAGS = 300


def list_context(articles: QuerySet, request, images=()) -> dict:
    window = page_of(articles.with_card_data().latest_first(), request)
    load_renditions([*load_cards(window.items), *images])
    return {
        "articles": window.items,
        "newer_url": window.newer_url,
        "older_url": window.older_url,
        "category_menu": navigation_of(request).tree(CategoryPage),
    }


def index_context(page, request) -> dict:
    context = list_context(ArticlePage.objects.public(), request)
    dated = groupby(
        context["articles"], key=lambda article: article.published_on and article.published_on.replace(day=1)
    )
    return {**context, "months": [(month, list(articles)) for month, articles in dated]}


def category_index_context(page, request) -> dict:
    nodes = navigation_of(request).tree(CategoryPage)
    tints = dict(CategoryPage.objects.public().child_of(page).values_list("pk", "tint"))
    for node in nodes:
        node.tint = tints.get(node.page_id, "")
    return {"nodes": nodes}


def category_context(page, request) -> dict:
    children = list(CategoryPage.objects.public().child_of(page).order_by("path"))
    return {**list_context(ArticlePage.objects.public().in_branch(page), request, [page.image]), "children": children}


def tag_node(name: str, slug: str) -> Node:
    return Node(name, reverse("tag", args=[slug]))


def tag_context(tag, request) -> dict:
    share = Share(tag.name, gettext("Articles about %(tag)s.") % {"tag": tag.name}, request.path)
    return {**list_context(ArticlePage.objects.public().tagged(tag), request), "tag": tag, "share": share}


def author_context(author: Author, request) -> dict:
    others = list(
        Author.objects.public().select_related("portrait").exclude(pk=author.pk).exclude(portrait=None)[:COLLEAGUES]
    )
    articles = ArticlePage.objects.public().by(author)
    share = Share(author.name, author.about[:155], author.address, author.portrait, "profile")
    images = [author.portrait, *(other.portrait for other in others)]
    return {**list_context(articles, request, images), "author": author, "others": others, "share": share}


def authors_context(request) -> dict:
    authors = list(Author.objects.public().select_related("portrait")[:200])
    load_renditions(author.portrait for author in authors)
    return {"authors": authors, "share": Share(gettext("Our writers"), "", request.path)}


def tags_context(request) -> dict:
    """The tags that public articles carry, in alphabetical order."""
    used = ArticlePage.tags.through.objects.filter(content_object__in=ArticlePage.objects.public())
    tags = Tag.objects.filter(pk__in=used.values("tag")).order_by("name")[:TAGS]
    return {"tags": [tag_node(tag.name, tag.slug) for tag in tags], "share": Share(gettext("Tags"), "", request.path)}
