"""The editors' handbook in the admin: docs/editors.md, as a page of its own under Help."""

from itertools import pairwise

from django.conf import settings
from django.http import FileResponse, Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.safestring import mark_safe
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from markdown_it import MarkdownIt
from wagtail import hooks
from wagtail.admin.menu import MenuItem


def handbook(request):
    """The whole of it; every heading can be linked to by its words."""
    text = (settings.BASE_DIR / "docs/editors.md").read_text()
    return TemplateResponse(request, "site_core/handbook.html", {"body": _render(text), "page_title": _("Handbook")})


def picture(request, name):
    """One of its pictures. `make handbook` takes them from the demo."""
    file = settings.BASE_DIR / "docs/pictures/desk" / f"{name}.png"
    if not file.is_file():
        raise Http404
    return FileResponse(file.open("rb"))


def _render(text):
    parser = MarkdownIt().enable("table")
    tokens = parser.parse(text)[3:]  # the title of the page says it already
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open":
            opening.attrSet("id", slugify(inline.content))
    return mark_safe(parser.renderer.render(tokens, parser.options, {}))


@hooks.register("register_admin_urls")
def address():
    return [
        path("handbook/", handbook, name="handbook"),
        path("handbook/pictures/desk/<slug:name>.png", picture, name="handbook_picture"),
    ]


@hooks.register("register_help_menu_item")
def handbook_item():
    return MenuItem(_("Handbook"), reverse("handbook"), name="handbook", icon_name="help", order=10)
