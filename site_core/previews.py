"""Previews of snippets whose form is not filled in yet."""

from django.utils.translation import gettext
from wagtail.snippets.views.snippets import PreviewOnCreateView, PreviewOnEditView


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


class WithPreviews:
    """A viewset of snippets with a `name`, previewed from the first key on."""

    preview_on_add_view_class = PreviewOnAdd
    preview_on_edit_view_class = PreviewOnEdit
