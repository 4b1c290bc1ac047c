"""No word of what is not published reaches somebody who is not logged in, by any channel."""

import pytest
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.rich_text import RichText

from blog.models import ArticlePage
from tests import canaries, sweep
from tests.factories import (
    ArticlePageFactory,
    MenuFactory,
    ProductFactory,
    ShopPageFactory,
    StandardPageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def words():
    return canaries.Words()


@pytest.fixture
def planted(words):
    """The secret objects, and public ones that point at them in every way there is."""
    first_or_make(ShopPageFactory)
    planted = canaries.plant(words)
    _point_at(planted)
    return planted


def _point_at(planted):
    products = [thing for thing in planted if isinstance(thing, canaries.Product)]
    authors = [thing for thing in planted if isinstance(thing, canaries.Author)]
    pages = [thing for thing in planted if isinstance(thing, Page)]
    links = "".join(f'<p><a linktype="page" id="{page.pk}">there</a></p>' for page in pages)
    block = {"products": products, "heading": "", "category": None, "count": 3}
    article = ArticlePageFactory(
        title="In the open", slug="in-the-open", authors=authors, reviewer=authors[0],
        body=[("section", RichText(links)), ("products", block)],
        fill=lambda made: _relate(made, planted),
    )  # fmt: skip
    StandardPageFactory(title="Also open", body=[("section", RichText(links))])
    ProductFactory(name="On the shelf")
    for n, page in enumerate(pages):
        Redirect.objects.create(old_path=f"/old-{n}", redirect_page=page)
    entries = [{"page": page.pk} for page in pages]
    brand = canaries_brand()
    brand.header_menu = MenuFactory(entries=[*entries, {"page": article.pk}])
    brand.footer_menu = next(thing for thing in planted if isinstance(thing, canaries.Menu))
    brand.save()


def _relate(article, planted):
    from blog.models import ArticleProduct, RelatedArticle

    for thing in planted:
        if isinstance(thing, ArticlePage):
            article.related_articles.add(RelatedArticle(article=thing))
        elif isinstance(thing, canaries.Product):
            article.product_picks.add(ArticleProduct(product=thing))
        elif isinstance(thing, canaries.CategoryPage):
            article.categories.add(thing)


def canaries_brand():
    from wagtail.models import Site

    from site_core.models import BrandSettings

    return BrandSettings.for_site(Site.objects.get(is_default_site=True))


def leaks(planted, words) -> dict[str, str]:
    """What was asked -> whose word came back."""
    found = {}
    for asked, answer in sweep.answers(planted, words.of):
        for word, whose in words.of.items():
            if word.encode() in answer and word not in asked:
                found.setdefault(asked, whose)
    return found


def test_no_canary_anywhere(planted, words):
    assert leaks(planted, words) == {}
