from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import PagePermissionTester

from site_core.models import BasePage, CategoryBase
from site_core.panels import page_form, title_panel


class ArticleIndexPage(BasePage):
    """All articles, newest first."""

    introduction = models.CharField(_("line below the title"), max_length=250, blank=True)

    max_count = 1
    parent_page_types = ["home.HomePage"]
    subpage_types = ["blog.ArticlePage", "blog.CategoryIndexPage"]
    reserved_slugs = frozenset({"tag", "feed", "page"})
    tint = "wins"

    edit_handler = page_form([title_panel(), FieldPanel("introduction")], text="introduction")

    class Meta:
        verbose_name = _("articles")

    @property
    def summary_text(self) -> str:
        return self.introduction

    def get_context(self, request, *args, **kwargs):
        from blog.listings import index_context

        return {**super().get_context(request, *args, **kwargs), **index_context(self, request)}


class PlaceForCategories(PagePermissionTester):
    """Who publishes adds categories. A writer, who adds articles to the same branch, does not."""

    def can_add_subpage(self):
        return super().can_add_subpage() and self.can_publish_subpage()


class CategoryIndexPage(BasePage):
    """The list of all categories, and the place in the tree beneath which they stand."""

    introduction = models.CharField(_("line below the title"), max_length=250, blank=True)

    max_count = 1
    parent_page_types = ["blog.ArticleIndexPage"]
    subpage_types = ["blog.CategoryPage"]
    reserved_slugs = frozenset({"feed", "page"})
    tint = "wins"

    edit_handler = page_form([title_panel(), FieldPanel("introduction")], text="introduction")

    class Meta:
        verbose_name = _("article categories")

    def permissions_for_user(self, user):
        return PlaceForCategories(user, self)

    @property
    def summary_text(self) -> str:
        return self.introduction

    def get_context(self, request, *args, **kwargs):
        from blog.listings import category_index_context

        return {**super().get_context(request, *args, **kwargs), **category_index_context(self, request)}


class CategoryPage(CategoryBase):
    parent_page_types = ["blog.CategoryIndexPage", "blog.CategoryPage"]
    subpage_types = ["blog.CategoryPage"]
    reserved_slugs = frozenset({"feed", "page"})

    class Meta:
        verbose_name = _("article category")
        verbose_name_plural = _("article categories")

    def permissions_for_user(self, user):
        return PlaceForCategories(user, self)

    def get_context(self, request, *args, **kwargs):
        from blog.listings import category_context

        return {**super().get_context(request, *args, **kwargs), **category_context(self, request)}
