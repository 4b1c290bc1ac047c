"""The versions there are of an object at one time, read and written so that none passes into another.

What readers see, what is to be published at a time, and what is being written are three texts. Each gets a
revision of its own, in this order, so that the newest stays the newest.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import models
from wagtail.models import Page, Revision

from site_core.models.publishing import NotPublishable, publication_errors, require_publisher


@dataclass
class Version:
    """`revision` is where it stands, if it does; `go_live_at` is set for what is scheduled."""

    obj: models.Model
    revision: Revision | None = None
    is_live: bool = False
    go_live_at: datetime | None = None


def locked(model: type[models.Model], key: int) -> models.Model | None:
    """The object, its row held until the transaction ends, or None if it is gone."""
    base = Page if issubclass(model, Page) else model
    obj = base._base_manager.select_for_update(no_key=True).filter(pk=key).first()
    return model._base_manager.filter(pk=key).first() if obj else None


def read(obj: models.Model) -> list[Version]:
    """All versions of an object read just now, the newest last."""
    latest, versions = obj.latest_revision, []
    if obj.live:
        versions.append(Version(obj, is_live=True))
    for revision in obj.revisions.filter(approved_go_live_at__isnull=False).order_by("created_at", "pk"):
        versions.append(Version(revision.as_object(), revision, go_live_at=revision.approved_go_live_at))
    written = not obj.live or (obj.has_unpublished_changes and latest and latest.pk != obj.live_revision_id)
    if written and not any(version.revision == latest for version in versions if version.revision):
        versions.append(Version(latest.as_object() if latest else obj, latest))
    return versions


def newest(obj: models.Model) -> Version:
    """What the editor would show."""
    latest = obj.latest_revision
    scheduled = latest.approved_go_live_at if latest else None
    return Version(latest.as_object() if latest else obj, latest, go_live_at=scheduled)


def remember(versions: list[Version], user) -> list[dict]:
    """Where to find each of them later. The published one is saved anew: its revision may not be what is live."""
    return [
        {
            "revision": (version.revision or version.obj.save_revision(user=user, clean=False)).pk,
            "is_live": version.is_live,
            "go_live_at": version.go_live_at.isoformat() if version.go_live_at else None,
        }
        for version in versions
    ]


def recall(remembered: list[dict]) -> list[Version]:
    """The versions that were remembered. Raises Revision.DoesNotExist if one has been cleared away."""
    versions = []
    for entry in remembered:
        revision = Revision.objects.get(pk=entry["revision"])
        when = datetime.fromisoformat(entry["go_live_at"]) if entry["go_live_at"] else None
        versions.append(Version(revision.as_object(), is_live=entry["is_live"], go_live_at=when))
    return versions


def write(versions: list[Version], user, log_action: str) -> None:
    """A revision for each; the live one is published. Raises NotPublishable if one to be published must not be."""
    for version in versions:
        if version.is_live:
            version.obj.save_revision(user=user, clean=False, log_action=log_action).publish(user=user)
        else:
            _write_unpublished(version, user, log_action)


def _write_unpublished(version, user, log_action):
    if version.go_live_at:
        if errors := publication_errors(version.obj):
            raise NotPublishable(version.obj, errors)
        version.obj.revisions.filter(approved_go_live_at=version.go_live_at).update(approved_go_live_at=None)
    made = version.obj.save_revision(
        user=user, clean=False, log_action=log_action, approved_go_live_at=version.go_live_at
    )
    if version.go_live_at:
        require_publisher(made, user)
