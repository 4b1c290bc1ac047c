"""A small site with one of everything that has an address, for tests that go everywhere."""

from dataclasses import dataclass, field

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Page
from wagtail.rich_text import RichText

from blog.blocks import ArticleBody
from blog.models import ArticlePage
from catalogue.models import Product
from home.blocks import StandardBody
from site_core.models import Menu, SiteImage
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    HomePageFactory,
    MenuFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
    StandardPageFactory,
)

VIDEO = {"title": "A minute by the sea", "url": "https://vimeo.com/1", "length": "One minute."}


@dataclass
class WholeSite:
    """What there is, and `pages`: what readers can open, by name -> path."""

    image: SiteImage
    document: object
    product: Product
    article: ArticlePage
    film: ArticlePage
    menu: Menu
    pages: dict[str, str] = field(default_factory=dict)


def build() -> WholeSite:
    """Publish it all."""
    image = SiteImageFactory()
    document = get_document_model().objects.create(title="A note", file=ContentFile(b"OggS", name="note.ogg"))
    author, category = AuthorFactory(portrait=image), CategoryPageFactory(image=image, introduction="<p>Calm.</p>")
    shelf = ProductCategoryPageFactory()
    product = ProductFactory(pictures=[image], category=shelf)
    article = ArticlePageFactory(
        body=_every_block(ArticleBody(), without=["video"], audio={"title": "A note", "file": document}),
        hero=image, authors=[author], category=category, tags=["calm"],
    )  # fmt: skip
    film = ArticlePageFactory(body=[("video", VIDEO)], category=category)
    front = HomePageFactory._meta.model.objects.get()
    front.sections = [
        ("lead", {"article": article}),
        ("latest", {"heading": "Lately", "count": 7}),
        ("diary", {"heading": "His week", "days": [{"day": "Monday", "text": "Slept."}]}),
        ("category", {"page": category, "count": 4}),
        ("shelf", {"heading": "Things", "disclosure": "We may earn a little.", "products": [product]}),
        ("text", {"text": RichText("<p>And so on.</p>")}),
    ]
    front.save_revision().publish()
    standard = StandardPageFactory(body=_every_block(StandardBody()), image=image)
    menu = MenuFactory()
    site = WholeSite(image, document, product, article, film, menu)
    below = Page.objects.live().descendant_of(front, inclusive=True)
    site.pages = {page.specific_class.__name__: page.get_url() for page in below}
    site.pages |= {
        "ArticlePage": article.get_url(),
        "an article with a video": film.get_url(),
        "StandardPage": standard.get_url(),
        "a product": product.get_absolute_url(),
        "an author": author.get_absolute_url(),
        "authors": "/authors/",
        "tags": "/articles/tag/",
        "a tag": "/articles/tag/calm/",
        "search": "/search/",
        "a search": "/search/?q=article",
    }
    return site


def _every_block(stream, without=(), **values):
    names = [name for name in stream.child_blocks if name not in without]
    return [(name, values.get(name) or stream.child_blocks[name].get_preview_value()) for name in names]
