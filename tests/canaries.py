"""Objects in every secret state, each word of them one that stands nowhere else."""

import re
import secrets
from datetime import UTC, datetime, timedelta

from django.core.files.base import ContentFile
from django.db import models
from django.utils import timezone
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page, PageViewRestriction
from wagtail.rich_text import RichText

from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product, ProductCategoryPage, ProductImage
from home.models import StandardPage
from site_core.models import Menu, SiteDocument, SiteImage
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    MenuFactory,
    ProductCategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
    StandardPageFactory,
)

FACTORIES = {
    ArticlePage: ArticlePageFactory,
    CategoryPage: CategoryPageFactory,
    ProductCategoryPage: ProductCategoryPageFactory,
    StandardPage: StandardPageFactory,
    Product: ProductFactory,
    Author: AuthorFactory,
    Menu: MenuFactory,
}
END = datetime(2999, 12, 31, tzinfo=UTC)
STATES = ["never published", "draft edit", "scheduled", "expired", "unpublished", "private", "child"]
KEPT = {
    "draft_title",
    "url_path",
    "path",
    "hue",
    "tint",
    "currency",
    "availability",
    "kind",
    "import_key",
    "content_type",
}


WORD = re.compile(r"zq[0-9a-f]{14}")


class Words:
    """Draws words and remembers whose they are."""

    def __init__(self):
        self.of: dict[str, str] = {}

    def new(self, whose: str) -> str:
        word = f"zq{secrets.token_hex(7)}"
        self.of[word] = whose
        return word


def plant(words: Words, look=lambda made: None) -> list:
    """One object per model and secret state, each field filled with a word of its own.

    `look(made)` is called while what is hidden afterwards is still public.
    """
    return [_plant(model, state, words, look) for model in FACTORIES for state in STATES if applies(model, state)]


def applies(model, state) -> bool:
    if state == "child":
        return model in (CategoryPage, ProductCategoryPage)
    return state != "private" or issubclass(model, Page)


def _plant(model, state, words, look):
    whose = f"{model.__name__}, {state}"
    if state in ("never published", "scheduled"):
        made = FACTORIES[model](draft=True)
    elif state == "child":
        parent = FACTORIES[model]()
        made = FACTORIES[model](parent=parent)
        model.objects.filter(pk=parent.pk).update(live=False)
    else:
        made = FACTORIES[model]()
    fill(made, words, whose)
    if state == "scheduled":
        made.go_live_at = timezone.now() + timedelta(days=1)
    elif state == "expired":
        made.expire_at = END
    revision = made.save_revision(clean=False)
    if state not in ("never published", "draft edit"):
        revision.publish()
    look(made)
    _hide(made, state)
    return made


def _hide(made, state):
    made.refresh_from_db()
    if state == "expired":
        # Nobody can move the database's clock, so the end is moved.
        now = timezone.now()
        type(made).objects.filter(pk=made.pk).update(expire_at=now)
        for model in (SiteImage, SiteDocument):
            model.objects.filter(public_until=END).update(public_until=now)
    elif state == "unpublished":
        made.unpublish()
    elif state == "private":
        PageViewRestriction.objects.create(page=made, restriction_type=PageViewRestriction.LOGIN)


def fill(made, words, whose):
    for field in made._meta.get_fields():
        if not isinstance(field, models.Field) or field.name in KEPT or not field.editable:
            continue
        word = words.new(f"{whose}: {field.name}")
        if isinstance(field, StreamField):
            _fill_stream(made, field.name, word, words, whose)
        elif isinstance(field, RichTextField):
            setattr(made, field.name, f"<p>{word}</p>")
        elif isinstance(field, models.URLField):
            setattr(made, field.name, f"https://example.com/{word}")
        elif isinstance(field, models.CharField | models.TextField) and not field.choices:
            setattr(made, field.name, word)
        elif isinstance(field, models.ForeignKey) and field.related_model.__name__ == "SiteImage":
            setattr(made, field.name, picture(words, f"{whose}: {field.name}"))
    if hasattr(made, "tags"):
        made.tags.add(words.new(f"{whose}: tag"))
    if isinstance(made, Product):
        made.gallery.add(ProductImage(image=picture(words, whose), alt=words.new(f"{whose}: alt")))


def _fill_stream(made, name, word, words, whose):
    body = [
        ("section", RichText(f"<h2>{word}</h2><p>{word}</p>")),
        ("image", {"image": picture(words, whose), "caption": word, "credit": word, "width": "normal"}),
    ]
    if isinstance(made, ArticlePage):
        body.append(("audio", {"title": word, "file": sound(words, whose), "length": word}))
    blocks = {
        "body": body,
        "sources": [("source", {"text": RichText(f"<p>{word}</p>"), "short": None, "url": ""})],
        "links": [("link", {"label": word, "url": f"https://example.com/{word}"})],
        "specification": [("row", {"term": word, "text": word})],
        "entries": [
            ("entry", {"label": word, "page": None, "url": f"/{word}/", "branch": None, "entries": [], "note": word})
        ],
    }
    setattr(made, name, blocks[name])


def picture(words, whose):
    image = SiteImageFactory.build(
        title=words.new(f"{whose}: title of picture"),
        description=words.new(f"{whose}: description of picture"),
        credit=words.new(f"{whose}: credit"),
    )
    image.file = ContentFile(image.file.read(), name=f"{words.new(f'{whose}: file name')}.jpg")
    image.save()
    image.contextual_alt_text, image.decorative = words.new(f"{whose}: what is to be seen"), False
    image.get_rendition(next(iter(image.specs)))
    return image


def sound(words, whose):
    content = ContentFile(words.new(f"{whose}: sound").encode(), name=f"{words.new(f'{whose}: name of sound')}.ogg")
    return SiteDocument.objects.create(title=words.new(f"{whose}: title of sound"), file=content)
