"""What can be changed at many articles at once."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import PageBulkAction

from site_core.bulk.actions import ChangeManyMixin
from site_core.bulk.changes import SetCategory, SetDate, SetOne, offer, tag_changes

from .models import ArticleAuthor, ArticlePage, Author, CategoryPage


class SetAuthor(SetOne):
    def differs(self, content, meant):
        return [row["author"] for row in content or []] != [meant.pk]

    def apply(self, obj, meant):
        obj.article_authors = [ArticleAuthor(author=meant)]


offer(
    ArticlePage,
    [
        SetCategory("category", "category", _("Main category"), model=CategoryPage),
        *tag_changes(),
        SetAuthor("author", "article_authors", _("Written by"), _("Takes the place of all who are named now."), Author),
        SetDate("review_by", "review_by", _("Review again by")),
    ],
)


class ChangeArticles(ChangeManyMixin, PageBulkAction):
    target = ArticlePage
