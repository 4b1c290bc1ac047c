"""Links in rich text. One that leads to what readers may not see keeps its words and loses its address."""

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from .models import PublicPageQuerySet


class PublicPageLinkHandler(PageLinkHandler):
    @classmethod
    def get_many(cls, attrs_list):
        ids = [attrs.get("id") for attrs in attrs_list]
        pages = {str(page.pk): page for page in PublicPageQuerySet(Page).public().filter(pk__in=ids)}
        return [pages.get(str(pk)) for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list):
        return [f'<a href="{escape(page.get_url())}">' if page else "<a>" for page in cls.get_many(attrs_list)]
