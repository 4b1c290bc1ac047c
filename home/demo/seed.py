"""Makes the demo, all of it or nothing."""

from collections.abc import Callable

from django.db import transaction

from home.models import HomePage

from .bodies import Bodies
from .files import read
from .house import fill_home, make_home, make_menus, make_standard_pages
from .library import Library
from .magazine import make_articles, make_authors, make_index
from .shop import make_products, make_shop


def seed(tell: Callable[[str], None]) -> bool:
    """Make the demo if the site has no front page yet. Returns whether it did.

    A site that has one is somebody's work: nothing in it is changed, and nothing that an editor has
    deleted comes back.
    """
    if HomePage.objects.exists():
        return False
    with transaction.atomic():
        _make(tell)
    return True


def _make(tell):
    site, library = read("site"), Library()
    home = make_home(site)
    tell("authors and categories")
    authors = make_authors(library)
    index, categories = make_index(home, site, library)
    shelves = make_shop(home, site, library)
    tell("products")
    products = make_products(shelves, library)
    bodies = Bodies(library, products, {slug: page.pk for slug, page in shelves.items()})
    tell("articles")
    articles = make_articles(index, categories, authors, bodies)
    tell("the front page, standard pages and menus")
    pages = make_standard_pages(home, bodies)
    ids = {"articles": _ids(articles), "categories": _ids(categories), "products": products}
    fill_home(home, site["home"]["sections"], ids)
    tops = {
        "articles": index,
        "category": index.get_children().get(slug="category"),
        "shop": home.get_children().get(slug="shop"),
    }
    make_menus(site, {**tops, **categories, **pages})


def _ids(pages):
    return {slug: page.pk for slug, page in pages.items()}
