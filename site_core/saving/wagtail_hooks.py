from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .confirmed import note_saved


@hooks.register("insert_editor_js")
def never_stop_saving():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/saving/editor.js"))


@hooks.register("insert_global_admin_css")
def style_what_is_said():
    return format_html('<link rel="stylesheet" href="{}">', static("css-admin/saving.css"))


@hooks.register("after_create_page")
@hooks.register("after_create_snippet")
def confirm_new(request, obj):
    """By an autosave too: a tab closed at that moment has not heard where its form goes on."""
    note_saved(request, obj)


@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def confirm(request, obj):
    if request.accepts("text/html"):
        note_saved(request, obj)
