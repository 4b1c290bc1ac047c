"""Every address of the site. The first segments are reserved in home.models.HomePage."""

from django.conf import settings
from django.contrib.sitemaps.views import sitemap
from django.urls import include, path, re_path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.urls import serve_pattern

from blog import views as blog
from home import views as home
from home.sitemaps import SITEMAPS

from . import views
from .media import views as media

urlpatterns = [
    path("admin/", include("site_core.accounts.urls")),
    path("admin/", include("site_core.saving.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/<int:document_id>/<path:document_filename>", media.document, name="wagtaildocs_serve"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    path("review/", include("site_core.review.urls")),
    path("search/", home.search, name="search"),
    path("authors/", blog.authors, name="authors"),
    path("authors/<slug:slug>/", blog.author, name="author"),
    path("articles/tag/", blog.tags, name="tags"),
    path("articles/tag/<slug:slug>/", blog.tag, name="tag"),
    path("shop/product/", home.products, name="products"),
    path("shop/product/<slug:slug>/", home.product, name="product"),
    path(f"{settings.MEDIA_URL.strip('/')}/<path:path>", media.media, name="media"),
    re_path(serve_pattern, views.page, name="wagtail_serve"),
]
