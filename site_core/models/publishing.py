"""One gate for publication: whatever path leads to it, an incomplete object does not pass."""

from collections.abc import Callable

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils import timezone
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField

Problems = dict[str, list[str]]
_gates: list[Callable[[models.Model], Problems]] = []
_questions: list[Callable[..., list[str]]] = []


def add_gate(problems_of: Callable[[models.Model], Problems]) -> None:
    """Ask this too before anything is published. It returns field name -> sentences, empty if nothing is wrong."""
    if problems_of not in _gates:
        _gates.append(problems_of)


def add_question_to_publisher(refusals: Callable[..., list[str]]) -> None:
    """Ask this too, with the version and who publishes it; it returns sentences if it must not be they."""
    if refusals not in _questions:
        _questions.append(refusals)


class NotPublishable(ValidationError):
    """Raised by `publish()`; `.obj` is what could not be published, `.sentences` say why."""

    def __init__(self, obj: models.Model, errors: dict[str, list[str]]):
        super().__init__(errors)
        self.obj = obj
        self.sentences = [f"{label}: {text}" for label, texts in errors.items() for text in texts]


def _label(obj, name):
    if name == NON_FIELD_ERRORS:
        return capfirst(obj._meta.verbose_name)
    field = obj._meta.get_field(name)
    return capfirst(str(getattr(field, "verbose_name", None) or field.related_model._meta.verbose_name))


def _labelled(obj, errors):
    return {_label(obj, name): texts for name, texts in errors.items()}


def _model_errors(obj, exclude=()):
    try:
        obj.full_clean(exclude=exclude)
    except ValidationError as error:
        return error.message_dict
    return {}


def _stream_errors(obj):
    errors = {}
    for field in obj._meta.get_fields():
        if isinstance(field, StreamField):
            try:
                field.stream_block.clean(getattr(obj, field.name))
            except ValidationError:
                errors[field.name] = [gettext("A block here is not complete. Open it to see what it needs.")]
    return errors


def _row_errors(obj):
    errors = {}
    for relation in get_all_child_relations(obj):
        for row in getattr(obj, relation.get_accessor_name()).all():
            errors |= _labelled(row, _model_errors(row, exclude=[relation.field.name]))
    return errors


def _merged(*several):
    found: Problems = {}
    for problems in several:
        for name, sentences in problems.items():
            known = found.setdefault(name, [])
            known += [sentence for sentence in sentences if sentence not in known]
    return found


def missing_fields(obj: models.Model) -> Problems:
    """Field name -> sentences: what `obj` lacks to be complete, its rows aside, or says wrong by its own rules."""
    found = _merged(_model_errors(obj), _stream_errors(obj), obj.publication_problems())
    return {name: [f"{_label(obj, name)}: {text}" for text in texts] for name, texts in found.items()}


def problems_of(obj: models.Model) -> Problems:
    """Field name -> sentences: what is only wrong once `obj` is published, by its own word and by that of the gates."""
    return _merged(obj.publication_problems(), *(gate(obj) for gate in _gates))


def publication_errors(obj: models.Model) -> Problems:
    """What keeps `obj` from being published: label of the field -> sentences. Empty if nothing does."""
    problems = _merged(problems_of(obj), _model_errors(obj), _stream_errors(obj))
    return _row_errors(obj) | _labelled(obj, problems)


def field_to_mend(obj: models.Model) -> str:
    """The field of `obj` at which to begin so that it can be published; "" if none of its own is wrong."""
    return next(iter(_merged(problems_of(obj), missing_fields(obj))), "")


def publisher_errors(revision, user) -> list[str]:
    """What speaks against this user publishing this version. Nothing does where the clock does it: None."""
    return [sentence for refusals in _questions for sentence in refusals(revision, user)]


def require_publisher(revision, user) -> None:
    """Raise NotPublishable if this user must not publish this version."""
    if sentences := publisher_errors(revision, user):
        draft = revision.as_object()
        raise NotPublishable(draft, _labelled(draft, {NON_FIELD_ERRORS: sentences}))


class Publishable(models.Model):
    """A model with drafts. A draft may lack anything; what is published, or scheduled to be, is complete."""

    class Meta:
        abstract = True

    @property
    def is_public(self) -> bool:
        """Whether a row that was read without `.public()`, through a foreign key, may be shown."""
        return self.live and not (self.expire_at and self.expire_at <= timezone.now())

    def publication_problems(self) -> dict[str, list[str]]:
        """Field name -> sentences, for what is only wrong once it is published."""
        return {}

    def save_revision(self, *args, overwrite_revision=None, **options):
        """Save a new version, or over the given one, unless that is published or planned: it has been decided on."""
        if overwrite_revision and self._is_decided(overwrite_revision):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **options)

    def _is_decided(self, revision):
        is_live = type(self)._base_manager.filter(pk=self.pk, live_revision=revision).exists()
        return is_live or type(revision).objects.filter(pk=revision.pk, approved_go_live_at__isnull=False).exists()

    def publish(self, revision, user=None, **options):
        """Publish or schedule `revision`. Raises NotPublishable if it is not complete, or not by this user."""
        require_publisher(revision, user)
        draft = revision.as_object()
        if errors := publication_errors(draft):
            raise NotPublishable(draft, errors)
        return super().publish(revision, user=user, **options)


class FreeSlug(models.Model):
    """Fills an empty slug from `slug_source` with the first one that is free: `name`, `name-2`, `name-3`."""

    slug_source = "name"

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self._free_slug()
        super().save(*args, **kwargs)

    def _free_slug(self):
        wanted = slugify(getattr(self, self.slug_source))[:200] or self._meta.model_name
        taken = set(
            type(self)
            ._default_manager.filter(slug__startswith=wanted)
            .exclude(pk=self.pk)
            .values_list("slug", flat=True)
        )
        candidates = (wanted if n == 1 else f"{wanted}-{n}" for n in range(1, len(taken) + 2))
        return next(slug for slug in candidates if slug not in taken)
