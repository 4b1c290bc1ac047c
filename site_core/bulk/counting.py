"""Counts beforehand what a change would do, from the contents of revisions, without making them into objects."""

from collections import Counter, defaultdict

from django.db.models import Q
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import Revision, WorkflowState

from site_core.rights import may_publish

from .carrying import may_change
from .changes import Wanted, content_of


def count(model, keys, wanted: Wanted, user) -> Counter:
    """How many objects have a `live` version that changes, a `pending` one, both counted; how many `unchanged`,
    `refused`, and `draft_only`, whose live version this user may not publish."""
    counted = Counter()
    objects = _objects(model, keys, wanted)
    revisions = _revisions(model, objects, wanted)
    for obj in objects:
        counted.update(_one(obj, revisions[str(obj.pk)], wanted, user))
    return counted


def _objects(model, keys, wanted):
    streams = [field.name for field in model._meta.get_fields() if isinstance(field, StreamField)]
    rows = {relation.get_accessor_name() for relation in get_all_child_relations(model)} & wanted.reads
    objects = list(model._base_manager.filter(pk__in=keys).defer(*streams).prefetch_related(*rows))
    in_review = defaultdict(list)
    base = model().get_base_content_type()
    for state in WorkflowState.objects.active().filter(base_content_type=base, object_id__in=_text(objects)):
        in_review[state.object_id].append(state)
    for obj in objects:
        obj._current_workflow_states = in_review[str(obj.pk)]  # where Wagtail looks before it asks for each
    return objects


def _text(objects):
    return [str(obj.pk) for obj in objects]


def _revisions(model, objects, wanted):
    """Those that are scheduled or the newest, by object."""
    latest = [obj.latest_revision_id for obj in objects if obj.latest_revision_id]
    parts = {f"content__{name}": name for name in wanted.reads}
    found = defaultdict(list)
    rows = Revision.objects.filter(
        Q(pk__in=latest) | Q(approved_go_live_at__isnull=False),
        base_content_type=model().get_base_content_type(),
        object_id__in=_text(objects),
    )
    for row in rows.values("pk", "object_id", "approved_go_live_at", *parts):
        content = {name: row[part] for part, name in parts.items()}
        found[row["object_id"]].append((row["pk"], row["approved_go_live_at"], content))
    return found


def _one(obj, revisions, wanted, user):
    if not may_change(user, obj):
        return ["refused"]
    newest = next((content for pk, _when, content in revisions if pk == obj.latest_revision_id), None)
    if not may_publish(user, obj):
        differs = wanted.differs(newest or content_of(obj, wanted.reads))
        return [("draft_only" if obj.live else "pending") if differs else "unchanged"]
    found = ["live"] if obj.live and wanted.differs(content_of(obj, wanted.reads)) else []
    written = not obj.live or (obj.has_unpublished_changes and obj.latest_revision_id != obj.live_revision_id)
    pending = [content for pk, when, content in revisions if when or (written and pk == obj.latest_revision_id)]
    if not obj.live and not revisions:
        pending = [content_of(obj, wanted.reads)]
    if any(wanted.differs(content) for content in pending):
        found.append("pending")
    return found or ["unchanged"]
