"""New article: one click from anywhere in the admin to the form, under the right page, whoever writes."""

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.views.pages.create import CreateView
from wagtail.models import Page
from wagtail.permissions import policy_registry

from blog.models import ArticleIndexPage

from .layouts import LAYOUTS, PLAIN


def place_for(user) -> ArticleIndexPage | None:
    """The page under which this user may add an article. There is one at most: see `ArticleIndexPage.max_count`."""
    if not hasattr(user, "_place_for_articles"):  # the menu and the first page ask in the same request
        index = ArticleIndexPage.objects.first()
        policy = policy_registry.get_by_type(Page)
        may = index and policy.user_has_permission_for_instance(user, "add", index)
        user._place_for_articles = index if may else None
    return user._place_for_articles


class NewArticleView(CreateView):
    """Wagtail's form for a new page, filled with a layout."""

    def dispatch(self, request, layout=PLAIN):
        if not (place := place_for(request.user)):
            raise PermissionDenied
        self.layout = LAYOUTS.get(layout, LAYOUTS[PLAIN])
        return super().dispatch(request, "blog", "articlepage", place.pk)

    def get(self, request):
        self.page.body = self.layout.body()
        return super().get(request)


class NewArticleItem(MenuItem):
    def __init__(self):
        super().__init__(_("New article"), reverse("new_article"), name="new-article", icon_name="plus", order=90)

    def is_shown(self, request):
        return place_for(request.user) is not None


class NewArticlePanel(Component):
    """The button on the admin's first page, and beside it the other layouts."""

    order = 50
    template_name = "blog/desk/new_article.html"

    def get_context_data(self, parent_context):
        return {"layouts": [layout for layout in LAYOUTS.values() if layout.name != PLAIN]}
