from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from site_core.choosers import LimitedChooserViewSet
from site_core.previews import WithPreviews

from .bulk import ChangeArticles
from .importers import history  # noqa: F401 (registers what a page's history says of imports)
from .models import Author


class AuthorViewSet(WithPreviews, SnippetViewSet):
    model = Author
    chooser_viewset_class = LimitedChooserViewSet
    icon = "user"
    menu_label = _("Authors")
    menu_order = 230
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", "role", UpdatedAtColumn()]
    search_fields = ["name", "role"]


register_snippet(AuthorViewSet)

hooks.register("register_bulk_action", ChangeArticles)
