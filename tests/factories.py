"""Makes content for tests: complete, published the way editors publish, and small."""

from io import BytesIO

import factory
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Page, Site

from blog.models import ArticleAuthor, ArticleIndexPage, ArticlePage, Author, CategoryIndexPage, CategoryPage
from catalogue.models import Merchant, Product, ProductCategoryPage, ProductImage, ShopPage
from home.models import HomePage, StandardPage
from site_core.models import Menu, SiteImage


class SiteImageFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = SiteImage

    title = factory.Sequence(lambda n: f"Picture {n}")
    description = "A dog asleep on a rug"
    file = factory.LazyFunction(lambda: ContentFile(_jpeg(), name="picture.jpg"))


def _jpeg(size=(64, 48)):
    stream = BytesIO()
    Image.new("RGB", size, "#8a6d56").save(stream, "JPEG")
    return stream.getvalue()


class DraftFactory(factory.django.DjangoModelFactory):
    """Publishes what it makes, unless `draft=True`; `expire_at` and other fields of the state are passed on."""

    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, draft=False, fill=None, **fields):
        instance = model_class(live=False, **fields)
        cls._place(instance)
        if fill:
            fill(instance)
        revision = instance.save_revision(clean=not draft)
        if not draft:
            revision.publish()
            instance.refresh_from_db()
        return instance

    @classmethod
    def _place(cls, instance):
        instance.save()


class PageFactory(DraftFactory):
    class Meta:
        abstract = True

    @classmethod
    def _create(cls, model_class, *args, parent=None, **fields):
        cls._parent = parent or cls.default_parent()
        return super()._create(model_class, *args, **fields)

    @classmethod
    def _place(cls, instance):
        cls._parent.add_child(instance=instance)


class HomePageFactory(PageFactory):
    class Meta:
        model = HomePage

    title = "Spencer Vibes"
    slug = "front"

    @classmethod
    def default_parent(cls):
        return Page.get_first_root_node()

    @classmethod
    def _create(cls, model_class, *args, **fields):
        home = super()._create(model_class, *args, **fields)
        Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
        return home


def first_or_make(factory_class):
    """The page of this type that there can be only one of."""
    return factory_class._meta.model.objects.first() or factory_class()


class ArticleIndexPageFactory(PageFactory):
    class Meta:
        model = ArticleIndexPage

    title = "Articles"
    slug = "articles"
    show_in_menus = True

    @classmethod
    def default_parent(cls):
        return first_or_make(HomePageFactory)


class CategoryIndexPageFactory(PageFactory):
    class Meta:
        model = CategoryIndexPage

    title = "Categories"
    slug = "category"
    show_in_menus = True

    @classmethod
    def default_parent(cls):
        return first_or_make(ArticleIndexPageFactory)


class CategoryPageFactory(PageFactory):
    class Meta:
        model = CategoryPage

    title = factory.Sequence(lambda n: f"Category {n}")
    show_in_menus = True

    @classmethod
    def default_parent(cls):
        return first_or_make(CategoryIndexPageFactory)


class AuthorFactory(DraftFactory):
    class Meta:
        model = Author

    name = factory.Sequence(lambda n: f"Author {n}")


class ArticlePageFactory(PageFactory):
    """`authors` become its byline; `body` may be a list of (block name, value)."""

    class Meta:
        model = ArticlePage

    title = factory.Sequence(lambda n: f"Article {n}")
    standfirst = "What it is about."
    published_on = factory.LazyFunction(timezone.localdate)
    category = factory.LazyFunction(lambda: first_or_make(CategoryPageFactory))

    @classmethod
    def default_parent(cls):
        return first_or_make(ArticleIndexPageFactory)

    @classmethod
    def _create(cls, model_class, *args, authors=(), tags=(), also_in=(), fill=None, **fields):
        def fill_all(article):
            for author in authors:
                article.article_authors.add(ArticleAuthor(author=author))
            article.categories.add(*also_in)
            article.tags.add(*tags)
            if fill:
                fill(article)

        return super()._create(model_class, *args, fill=fill_all, **fields)


class ShopPageFactory(PageFactory):
    class Meta:
        model = ShopPage

    title = "Products"
    slug = "shop"
    show_in_menus = True

    @classmethod
    def default_parent(cls):
        return first_or_make(HomePageFactory)


class ProductCategoryPageFactory(PageFactory):
    class Meta:
        model = ProductCategoryPage

    title = factory.Sequence(lambda n: f"Shelf {n}")
    show_in_menus = True

    @classmethod
    def default_parent(cls):
        return first_or_make(ShopPageFactory)


class StandardPageFactory(PageFactory):
    class Meta:
        model = StandardPage

    title = factory.Sequence(lambda n: f"Standard page {n}")

    @classmethod
    def default_parent(cls):
        return first_or_make(HomePageFactory)


class MerchantFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Merchant

    name = factory.Sequence(lambda n: f"Merchant {n}")
    url = "https://example.com/"


class ProductFactory(DraftFactory):
    """`pictures` are SiteImages for its gallery."""

    class Meta:
        model = Product

    name = factory.Sequence(lambda n: f"Product {n}")
    summary = "One low note."
    price = "14.00"
    price_checked_on = factory.LazyFunction(timezone.localdate)
    merchant = factory.SubFactory(MerchantFactory)
    outbound_url = "https://example.com/thing"
    category = factory.LazyFunction(lambda: first_or_make(ProductCategoryPageFactory))

    @classmethod
    def _create(cls, model_class, *args, pictures=(), **fields):
        def fill(product):
            for image in pictures:
                product.gallery.add(ProductImage(image=image))

        return super()._create(model_class, *args, fill=fill, **fields)


class MenuFactory(DraftFactory):
    """`entries` are dicts as the block stores them."""

    class Meta:
        model = Menu

    name = factory.Sequence(lambda n: f"Menu {n}")

    @classmethod
    def _create(cls, model_class, *args, entries=(), **fields):
        block = Menu.entries.field.stream_block
        stream = block.to_python([{"type": "entry", "value": entry} for entry in entries])
        return super()._create(model_class, *args, entries=stream, **fields)
