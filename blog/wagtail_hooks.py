from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from site_core.choosers import LimitedChooserViewSet
from site_core.previews import WithPreviews

from .bulk import ChangeArticles
from .desk import hooks as desk  # noqa: F401 (puts "New article" and the first steps into the admin)
from .importers import history  # noqa: F401 (registers what a page's history says of imports)
from .models import Author
from .paste import pasted


class AuthorViewSet(WithPreviews, SnippetViewSet):
    model = Author
    chooser_viewset_class = LimitedChooserViewSet
    icon = "user"
    menu_label = _("Authors")
    menu_order = 230
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", "role", UpdatedAtColumn()]


register_snippet(AuthorViewSet)

hooks.register("register_bulk_action", ChangeArticles)


@hooks.register("register_admin_urls")
def address_of_pastes():
    return [path("writing/paste/", pasted, name="writing_paste")]


@hooks.register("insert_editor_js")
def script_of_pastes():
    return format_html(
        '<script type="module" src="{}"></script>'
        '<script type="module" src="{}" data-paste-url="{}" data-paste-failed="{}"></script>',
        static("js/admin/writing/take_in.js"),
        static("js/admin/writing/paste.js"),
        reverse("writing_paste"),
        gettext("This could not be pasted as it is. Please paste it as plain text (Ctrl+Shift+V)."),
    )
