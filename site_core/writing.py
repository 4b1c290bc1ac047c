"""What makes the edit forms of pages and snippets flow: their scripts, and a text that stands ready."""

from django.dispatch import receiver
from django.templatetags.static import static
from django.utils.html import format_html_join
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.signals import init_new_page

from .blocks import FlowingStreamBlock

SCRIPTS = [
    "chooser_focus",
    "chooser_memory",
    "chooser_ticks",
    "comment_buttons",
    "comments_kept",
    "leave_block",
    "picture_field",
    "picture_upload",
    "pointer_at_rest",
    "tags",
]


@hooks.register("insert_editor_js")
def scripts_of_the_edit_form():
    tags = [(static(f"js/admin/writing/{name}.js"),) for name in SCRIPTS]
    return format_html_join("\n", '<script type="module" src="{}"></script>', tags)


@receiver(init_new_page)
def open_with_a_text(sender, page, **kwargs):
    """The form of a new page shows one empty text in each stream that is written straight on."""
    for field in page._meta.get_fields():
        flows = isinstance(field, StreamField) and isinstance(field.stream_block, FlowingStreamBlock)
        if flows and not getattr(page, field.name):
            setattr(page, field.name, field.stream_block.opening())
