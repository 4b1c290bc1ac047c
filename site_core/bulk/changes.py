"""What can be changed at many at once: one class for each, which knows its field and how to apply it."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.db import models
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.models import get_all_child_relations, get_field_value, get_serializable_data_for_fields
from taggit.models import Tag
from wagtail.admin.forms.tags import validate_tag_length
from wagtail.admin.widgets import AdminDateInput

from site_core.limits import choosable


@dataclass(frozen=True)
class Change(ABC):
    """`name` is its field in the form; `reads`, the part of a version's content by which one sees if it differs."""

    name: str
    reads: str
    label: str
    help_text: str = ""

    @abstractmethod
    def field(self, user) -> forms.Field:
        """What asks for it in the form."""

    def stored(self, cleaned):
        """What the form gave, as JSON. Falsy if nothing was asked for."""
        return cleaned

    def meaning(self, stored):
        """What `differs` and `apply` take: looked up once for all objects."""
        return stored

    def described(self, stored) -> str:
        return f"{self.label}: {stored}"

    @abstractmethod
    def differs(self, content, meant) -> bool:
        """Whether a version with this content would be changed."""

    @abstractmethod
    def apply(self, obj: models.Model, meant) -> None:
        """Change a version, without saving it."""


class Choice(forms.ModelChoiceField):
    """A page is shown as far in as it stands in its tree."""

    def label_from_instance(self, obj):
        return f"{'– ' * max(0, getattr(obj, 'depth', 0) - 5)}{obj}"


@dataclass(frozen=True)
class SetOne(Change):
    """One row of another model is chosen."""

    model: type[models.Model] | None = None

    def field(self, user):
        rows = choosable(user, self.model).order_by("path" if hasattr(self.model, "path") else "pk")
        empty = gettext("Leave as it is")
        return Choice(rows, label=self.label, help_text=self.help_text, required=False, empty_label=empty)

    def stored(self, cleaned):
        return cleaned.pk if cleaned else None

    def meaning(self, stored):
        """Raises ObjectDoesNotExist if it was deleted meanwhile."""
        return self.model._default_manager.get(pk=stored)

    def described(self, stored):
        try:
            return f"{self.label}: {self.meaning(stored)}"
        except ObjectDoesNotExist:
            return str(self.label)


class SetCategory(SetOne):
    """The former main category goes with it; the others it is listed under stay."""

    def differs(self, content, meant):
        return content != meant.pk

    def apply(self, obj, meant):
        others = [category for category in obj.categories.all() if category.pk not in (obj.category_id, meant.pk)]
        obj.category = meant
        obj.categories.set([meant, *others])


class TagChange(Change):
    def field(self, user):
        return forms.CharField(
            label=self.label,
            help_text=self.help_text,
            required=False,
            validators=[lambda text: validate_tag_length(_names(text))],
        )

    def stored(self, cleaned):
        return _names(cleaned or "")

    def meaning(self, stored):
        """Name -> keys of the tags that are called so, whatever their case."""
        return {name: set(Tag.objects.filter(name__iexact=name).values_list("pk", flat=True)) for name in stored}

    def described(self, stored):
        return f"{self.label}: {', '.join(stored)}"


class AddTags(TagChange):
    def differs(self, content, meant):
        return any(not keys & _tags(content) for keys in meant.values())

    def apply(self, obj, meant):
        obj.tags.add(*meant)


class RemoveTags(TagChange):
    def differs(self, content, meant):
        return any(keys & _tags(content) for keys in meant.values())

    def apply(self, obj, meant):
        gone = {name.casefold() for name in meant}
        obj.tags.remove(*(tag.name for tag in obj.tags.all() if tag.name.casefold() in gone))


class SetDate(Change):
    def field(self, user):
        return forms.DateField(label=self.label, help_text=self.help_text, required=False, widget=AdminDateInput())

    def stored(self, cleaned):
        return cleaned.isoformat() if cleaned else None

    def described(self, stored):
        return f"{self.label}: {date_format(date.fromisoformat(stored), 'j F Y')}"

    def differs(self, content, meant):
        return str(content) != meant

    def apply(self, obj, meant):
        setattr(obj, self.reads, date.fromisoformat(meant))


def tag_changes() -> list[Change]:
    return [
        AddTags("add_tags", "tagged_items", _("Tags to add"), _("Put a comma between two.")),
        RemoveTags("remove_tags", "tagged_items", _("Tags to take away"), _("Put a comma between two.")),
    ]


def content_of(obj: models.Model, names: set[str]) -> dict:
    """These parts of a live object, as a revision would hold them."""
    rows = {relation.get_accessor_name() for relation in get_all_child_relations(obj)}
    return {
        name: [get_serializable_data_for_fields(row) for row in getattr(obj, name).all()]
        if name in rows
        else get_field_value(obj._meta.get_field(name), obj)
        for name in names
    }


def _names(text):
    """The tags in what was typed, each once."""
    return list(dict.fromkeys(name for part in text.split(",") if (name := part.strip(' "'))))


def _tags(content):
    return {item["tag"] for item in content or []}


offered: dict[type[models.Model], list[Change]] = {}


def offer(model: type[models.Model], changes: list[Change]) -> None:
    """Let these be made at many objects of this model. Called when the app is ready, in the worker too."""
    offered[model] = changes


@dataclass
class Wanted:
    """The changes of one order, their values looked up."""

    entries: list[tuple[Change, object]]

    @classmethod
    def of(cls, model, values: dict):
        return cls(
            [(change, change.meaning(values[change.name])) for change in offered[model] if change.name in values]
        )

    @property
    def reads(self) -> set[str]:
        return {change.reads for change, _meant in self.entries}

    def differs(self, content: dict) -> bool:
        return any(change.differs(content.get(change.reads), meant) for change, meant in self.entries)

    def apply(self, obj) -> None:
        for change, meant in self.entries:
            change.apply(obj, meant)
