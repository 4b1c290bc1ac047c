"""The sitemap: every public page, product and author."""

from django.contrib.sitemaps import Sitemap
from wagtail.models import Page

from blog.models import Author
from catalogue.models import Product
from site_core.models import PublicPageQuerySet


class PublicSitemap(Sitemap):
    limit = 5000

    def lastmod(self, item):
        return item.last_published_at


class PageSitemap(PublicSitemap):
    def items(self):
        return PublicPageQuerySet(Page).public().filter(depth__gt=1).order_by("path")

    def location(self, page):
        return page.get_url()


class ProductSitemap(PublicSitemap):
    def items(self):
        return Product.objects.public().order_by("pk")


class AuthorSitemap(PublicSitemap):
    def items(self):
        return Author.objects.public().order_by("pk")


SITEMAPS = {"pages": PageSitemap, "products": ProductSitemap, "authors": AuthorSitemap}
