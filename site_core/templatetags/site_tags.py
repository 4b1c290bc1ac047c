"""The tags that every template may use; a template builtin, see settings."""

from django import template
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import mark_safe

from site_core.door import is_reader
from site_core.integrity import integrity_of
from site_core.marks import mark, marked
from site_core.models.images import FORMATS, SiteImage
from site_core.navigation import navigation_of

register = template.Library()


@register.inclusion_tag("components/picture.html")
def responsive(image: SiteImage | None, alt: str = "", sizes: str = "100vw", first: bool = False) -> dict:
    """A picture in every size and format there is of it. Renditions not made yet are simply not offered.

    For a reader none is made: where there is none at all, an empty picture keeps its place.
    """
    if not image:
        return {}
    made = image.made
    fallback = made.get(image.fallback_spec) or (None if is_reader() else image.get_rendition(image.fallback_spec))
    return {
        "src": fallback.url if fallback else static("pictures/empty.svg"),
        "width": image.width,
        "height": image.height,
        "sources": [source for kind in FORMATS if (source := _source(made, image.ladder, kind))],
        "alt": alt,
        "sizes": sizes,
        "first": first,
        "focus": image.focus,
    }


def _source(made, ladder, kind):
    found = [made[spec] for spec in ladder if spec.endswith(kind) and spec in made]
    return (kind, ", ".join(f"{rendition.url} {rendition.width}w" for rendition in found)) if found else None


@register.simple_tag
def icon(name: str) -> str:
    """The drawing `templates/icons/NAME.svg`, inline."""
    return mark_safe(render_to_string(f"icons/{name}.svg").strip())


@register.simple_tag
def script(name: str, module: bool = True) -> str:
    """A script of our own; without `module` it runs where it stands, before the page is shown."""
    kind = mark_safe(' type="module"') if module else ""
    return format_html('<script{} src="{}"{}></script>', kind, static(name), _integrity(name))


@register.simple_tag
def stylesheet(name: str) -> str:
    """A stylesheet of our own."""
    return format_html('<link rel="stylesheet" href="{}"{}>', static(name), _integrity(name))


def _integrity(name):
    value = integrity_of(name)
    return format_html(' integrity="{}"', value) if value else ""


@register.simple_tag(takes_context=True)
def navigation(context):
    """The menus and the brand of the site: `.header`, `.footer`, `.brand`."""
    return navigation_of(context["request"])


@register.simple_tag(takes_context=True)
def absolute(context, path: str) -> str:
    """A path of the site with scheme and host in front."""
    return context["request"].build_absolute_uri(path) if path else ""


@register.simple_tag(takes_context=True)
def edits(context, field: str) -> str:
    """In a preview an attribute that leads from here to this field of the form; for readers nothing."""
    return mark(field) if _is_preview(context) else ""


@register.simple_block_tag(takes_context=True)
def editable(context, content: str, field: str, block_id: str | None) -> str:
    """The same for a block of a stream: in a preview, what it draws leads to it."""
    return marked(content, f"{field}.{block_id}") if block_id and _is_preview(context) else content


def _is_preview(context):
    return getattr(getattr(context, "request", None), "is_preview", False)
