"""Scripts and styles of the editors' forms and of the admin's first page."""

from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks

EVERYWHERE = ("house", "desk")
BEFORE_THE_FORM = ("enter_keeps_writing", "writing/tab_path")
IN_FORMS = ("counter", "search_preview")


@hooks.register("insert_editor_js")
def scripts_of_forms():
    """Those that must hear the first key are no modules: a module waits for the end of the page."""
    return _tags('<script src="{}"></script>', BEFORE_THE_FORM) + _tags(
        '<script type="module" src="{}"></script>', IN_FORMS
    )


def _tags(tag, names):
    return format_html_join("\n", tag, ((static(f"js/admin/{name}.js"),) for name in names))


@hooks.register("insert_global_admin_css")
def styles_of_the_house():
    sheets = ((static(f"css-admin/{name}.css"),) for name in EVERYWHERE)
    return format_html_join("\n", '<link rel="stylesheet" href="{}">', sheets)
