"""Scripts and styles of the editors' forms and of the admin's first page."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from wagtail import hooks

IN_FORMS = ("counter", "enter_keeps_writing", "search_preview")


@hooks.register("insert_editor_js")
def scripts_of_forms():
    return format_html_join(
        "\n", '<script type="module" src="{}"></script>', ((static(f"js/admin/{name}.js"),) for name in IN_FORMS)
    )


@hooks.register("insert_global_admin_css")
def style_of_the_desk():
    return format_html('<link rel="stylesheet" href="{}">', static("css-admin/desk.css"))
