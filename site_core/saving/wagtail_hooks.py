from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.ui.components import Component

from .confirmed import note_saved
from .conflict import refuse_to_replace
from .pictures import draw_chosen


@hooks.register("insert_editor_js")
def never_stop_saving():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/saving/editor.js"))


@hooks.register("insert_global_admin_css")
def style_what_is_said():
    return format_html('<link rel="stylesheet" href="{}">', static("css-admin/saving.css"))


class KeptPanel(Component):
    template_name = "saving/kept.html"
    order = 10

    def get_context_data(self, parent_context):
        return {"user": parent_context["request"].user}


@hooks.register("construct_homepage_panels")
def show_what_is_kept(request, panels):
    panels.append(KeptPanel())


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def ask_before_replacing(request, obj):
    return refuse_to_replace(request, obj)


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


@hooks.register("after_create_page")
@hooks.register("after_create_snippet")
@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def draw_pictures(request, obj):
    draw_chosen(obj)
