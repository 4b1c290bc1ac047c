"""Links in rich text, of which one that leads to what readers may not see keeps its words and loses its address;
and links for editors, to a field of a form."""

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


def to_field(edit_url: str, content_path: str) -> str:
    """The address of a field ("standfirst") or block ("body.<its id>") in the form at `edit_url`.

    `static/js/admin/focus_field.js` opens it there and puts the cursor in.
    """
    return f"{edit_url}#:w:contentpath={content_path}"
