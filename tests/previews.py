"""A form as it is being filled in, and what its preview shows of it."""

from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product, ProductCategoryPage
from home.models import HomePage, StandardPage
from site_core.models import Menu

NOTHING = inline_formset([])
WITH_COMMENTS = {"slug": "", "comments": NOTHING}
# What the form of each sends when nothing is filled in.
EMPTY = {
    ArticlePage: {
        "title": "", "body": streamfield([]), "sources": streamfield([]), "article_authors": NOTHING,
        "product_picks": NOTHING, "related_articles": NOTHING, **WITH_COMMENTS,
    },
    CategoryPage: {"title": "", "introduction": rich_text(""), **WITH_COMMENTS},
    ProductCategoryPage: {"title": "", "introduction": rich_text(""), **WITH_COMMENTS},
    StandardPage: {"title": "", "hue": "friends", "body": streamfield([]), **WITH_COMMENTS},
    HomePage: {"title": "", "sections": streamfield([]), **WITH_COMMENTS},
    Product: {
        "name": "", "currency": "GBP", "availability": "in_stock", "specification": streamfield([]),
        "gallery": NOTHING, "description": rich_text(""),
    },
    Author: {"name": "", "links": streamfield([])},
    Menu: {"name": "", "entries": streamfield([])},
}  # fmt: skip


def address(made) -> str:
    """Where the form of this page or snippet sends what is to be previewed."""
    if isinstance(made, Page):
        return reverse("wagtailadmin_pages:preview_on_edit", args=[made.pk])
    return reverse(made.snippet_viewset.get_url_name("preview_on_edit"), args=[made.pk])


def address_of_new(model, parent=None) -> str:
    if parent:
        return reverse("wagtailadmin_pages:preview_on_add", args=[*model._meta.label_lower.split("."), parent.pk])
    return reverse(model.snippet_viewset.get_url_name("preview_on_add"))


def send(client: Client, url: str, model, **written) -> None:
    """What the form does at every change, with these fields filled in."""
    answer = client.post(url, nested_form_data(EMPTY[model] | written))
    assert answer.json() == {"is_valid": True, "is_available": True}


def draw(client: Client, url: str, mode: str = "") -> str:
    """The preview, as HTML."""
    answer = client.get(url, {"mode": mode, "in_preview_panel": "true"})
    assert answer.status_code == 200
    return answer.content.decode()


def rows() -> dict[str, str]:
    """Table -> a fingerprint of all its rows. What previews and sessions keep for their own user is not among them."""
    own = {"wagtailadmin_formstate", "django_session", "wagtailusers_userprofile"}
    with connection.cursor() as cursor:
        tables = set(connection.introspection.table_names(cursor)) - own
        fingerprint = "SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) FROM {} t"
        return {table: _one(cursor, fingerprint.format(connection.ops.quote_name(table))) for table in sorted(tables)}


def _one(cursor, statement):
    cursor.execute(statement)
    return cursor.fetchone()[0]


def modes(model: type) -> list[str]:
    """The names of all modes that an editor may choose."""
    return [name for name, _label in model().preview_modes]
