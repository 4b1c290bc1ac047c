"""Previews beside the form: their scripts, and those of snippets that have no name yet."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin.views.pages import preview as pages
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.snippets.views.snippets import PreviewOnCreateView, PreviewOnEditView

SCRIPTS = ["edit_places", "follow_choice", "open_at_first", "show_place"]


@hooks.register("insert_editor_js")
def scripts_of_the_preview():
    tags = [(static(f"js/admin/preview/{name}.js"),) for name in SCRIPTS]
    return format_html_join("\n", '<script type="module" src="{}"></script>', tags)


class _EvenWithoutAName:
    """As Wagtail does for pages without a title."""

    def get_form(self, query_dict):
        if query_dict and not query_dict.get("name"):
            query_dict = query_dict.copy()
            query_dict["name"] = gettext("No name yet")
        return super().get_form(query_dict)


class PreviewOnAdd(_EvenWithoutAName, PreviewOnCreateView):
    pass


class PreviewOnEdit(_EvenWithoutAName, PreviewOnEditView):
    pass


class PreviewOfPage(pages.PreviewOnEditView):
    """For whoever may open the form: a reviewer may while the page waits for them, and has no right to change pages."""

    permission_required = None  # get_object() asks the page


class HousePageViewSet(PageViewSet):
    preview_on_edit_view_class = PreviewOfPage


@hooks.register("register_admin_viewset", order=1)  # in the place of Wagtail's own
def register_pages():
    return HousePageViewSet()


class WithPreviews:
    """A viewset of snippets with a `name`, previewed from the first key on."""

    preview_on_add_view_class = PreviewOnAdd
    preview_on_edit_view_class = PreviewOnEdit
