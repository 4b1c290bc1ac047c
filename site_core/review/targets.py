"""What a comment may be about: the fields of a draft that have something in them, and each block of its text."""

from django.db import models
from django.utils.html import strip_tags
from django.utils.text import Truncator, capfirst
from django.utils.translation import gettext
from wagtail.fields import StreamField

from site_core.models import SiteImage

# What a guest does not see, or not as words.
UNSEEN = {"slug", "seo_title", "search_description", "draft_title", "url_path", "path", "translation_key"}
WORDS = (models.CharField, models.TextField, models.DecimalField)


def targets_of(draft: models.Model) -> list[tuple[str, str]]:
    """(content path, as Wagtail writes it in forms; what it is called), beginning with the whole."""
    found = [("", gettext("All of it"))]
    for field in draft._meta.get_fields():
        if isinstance(field, StreamField):
            found += _blocks(field.name, getattr(draft, field.name))
        elif _is_seen(field) and field.value_from_object(draft) not in (None, ""):
            found.append((field.name, capfirst(str(field.verbose_name))))
    return found


def _is_seen(field):
    if not isinstance(field, models.Field) or not field.editable or field.name in UNSEEN or field.choices:
        return False
    if isinstance(field, models.ForeignKey):
        return field.related_model is SiteImage and field.name != "social_image"
    is_technical = isinstance(field, models.SlugField | models.URLField) or field.name.endswith("_alt")
    return isinstance(field, WORDS) and not is_technical


def _blocks(name, stream):
    for block in stream:
        words = " ".join(strip_tags(str(text)) for text in block.block.get_searchable_content(block.value))
        said = Truncator(" ".join(words.split())).chars(50)
        label = str(block.block.label)
        yield f"{name}.{block.id}", f"{label}: {said}" if said else label
