"""Checks that need to know nothing of what an object is about."""

import re

from django.utils.html import strip_tags
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations
from wagtail import blocks
from wagtail.images.blocks import ImageBlock

from site_core.blocks.text import FigureBlock
from site_core.models import BasePage, Categorised, SiteImage

from .content import blocks_of, rich_texts_of, texts_of, words_of
from .findings import Check, register
from .levels import Level
from .readability import reading_age

HEADINGS = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.S)


@register
class AltText(Check):
    """A picture that is shown with words for who cannot see it has a field for them beside it: `hero`, `hero_alt`."""

    name = "alt_text"
    label = _("Pictures without words for people who cannot see them (those in a text must always have some)")
    default = Level.MUST_FIX

    def find(self):
        said = gettext("Say what is to be seen in the picture, for people who cannot see it.")
        for field in self.obj._meta.concrete_fields:
            words = f"{field.name}_alt"
            if field.related_model is SiteImage and hasattr(self.obj, words):
                picture = getattr(self.obj, field.name)
                if picture and not getattr(self.obj, words) and not picture.description:
                    yield words, said
        for relation in get_all_child_relations(self.obj):
            name = relation.get_accessor_name()
            yield from ((name, said) for row in getattr(self.obj, name).all() if _lacks_words(row))
        for place in blocks_of(self.obj):
            picture = place.value if isinstance(place.block, ImageBlock) else None
            if picture and not (picture.decorative or picture.contextual_alt_text):
                yield place.path, said


def _lacks_words(row):
    picture = getattr(row, "image", None)
    return bool(picture) and not getattr(row, "alt", "-") and not picture.description


@register
class HeadingLevel(Check):
    name = "heading_level"
    label = _("Headings that skip a level")

    def find(self):
        above = {}
        for path, html in rich_texts_of(self.obj):
            stream = path.split(".")[0]
            for number, inner in HEADINGS.findall(html) if path.count(".") == 1 else ():
                level, before = int(number), above.get(stream, 1)
                above[stream] = level
                if level > before + 1:
                    said = gettext("“%(heading)s” is a Heading %(level)s without a Heading %(missing)s above it.")
                    yield path, said % {"heading": strip_tags(inner), "level": level, "missing": level - 1}


@register
class Claims(Check):
    name = "claims"
    label = _("Words that promise too much (the list is above)")

    def find(self):
        claims = self.settings.claim_words
        if not claims:
            return
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, claims))})(?!\w)", re.IGNORECASE)
        for path, text in texts_of(self.obj):
            for word in dict.fromkeys(pattern.findall(text)):
                yield path, gettext("“%(word)s” promises more than we can know. Say it another way.") % {"word": word}


@register
class NoCategory(Check):
    name = "category"
    label = _("No main category")
    default = Level.MUST_FIX

    def find(self):
        if isinstance(self.obj, Categorised) and not self.obj.category_id:
            yield "category", gettext("Choose a main category, so that readers find it.")


@register
class SearchDescription(Check):
    name = "search_description"
    label = _("No description for search results")

    def find(self):
        if isinstance(self.obj, BasePage) and not (self.obj.search_description or self.obj.summary_text):
            yield "search_description", gettext("Write one or two sentences for search results.")


@register
class ReadingAge(Check):
    name = "reading_age"
    label = _("Text that is hard to read (the age is above)")

    def find(self):
        for name in self._streams():
            texts = [words_of(html) for path, html in rich_texts_of(self.obj) if path.startswith(f"{name}.")]
            age = reading_age("\n".join(texts))
            if age and age > self.settings.reading_age:
                said = gettext(
                    "This is easy to read from the age of %(age)s on; we write for %(wanted)s. "
                    "Shorter sentences and plainer words help."
                )
                yield name, said % {"age": age, "wanted": self.settings.reading_age}

    def _streams(self):
        texts = (place for place in blocks_of(self.obj) if isinstance(place.block, blocks.RichTextBlock))
        return dict.fromkeys(place.path.split(".")[0] for place in texts)


@register
class EvidenceWithoutSource(Check):
    """A figure says where it comes from: the number of a source, or words."""

    name = "evidence"
    label = _("Figures without a source (they are never published without one)")
    default = Level.MUST_FIX

    def find(self):
        for place in blocks_of(self.obj):
            figure = place.value if isinstance(place.block, FigureBlock) else {}
            if figure.get("value") and not figure.get("source") and not figure.get("origin"):
                said = gettext("Say where the figure “%(figure)s” comes from.") % {"figure": figure["value"]}
                yield f"{place.path}.origin", said
