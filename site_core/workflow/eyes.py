"""With two pairs of eyes nobody publishes what they wrote, whatever path they take and whoever they are."""

from django.utils.translation import gettext
from wagtail.models import Revision

from .models import WorkflowSettings

# What a version says of its state, and not to its readers: publishing writes some of it into a version of its own.
STATE = {
    *("live", "has_unpublished_changes", "first_published_at", "last_published_at", "live_revision", "expired"),
    *("latest_revision", "latest_revision_created_at", "go_live_at", "expire_at", "wagtail_admin_comments"),
    *("locked", "locked_at", "locked_by", "draft_title", "path", "depth", "numchild", "url_path", "pk"),
}


def own_words(revision: Revision, user) -> list[str]:
    """A sentence if a second person is asked for and `user` wrote this version; nobody is asked of the clock."""
    if not user or not WorkflowSettings.two_people() or not wrote(user, revision):
        return []
    return [gettext("You wrote this version, so somebody else has to publish it. “Submit to …” asks them to.")]


def wrote(user, revision: Revision) -> bool:
    """Whether the words of this version are this user's. Saving those of another once more does not make them so."""
    if revision.user_id != user.pk:
        return False
    versions = Revision.objects.filter(base_content_type=revision.base_content_type, object_id=revision.object_id)
    words = _words(versions.get(pk=revision.pk).content)  # as stored: a version just made holds dates, not their words
    older = versions.filter(created_at__lte=revision.created_at).exclude(pk=revision.pk)
    for version in older.order_by("-created_at", "-pk").iterator(chunk_size=5):
        if _words(version.content) != words:
            return True
        if version.user_id != user.pk:
            return False
    return True


def _words(content):
    if isinstance(content, dict):
        return {name: _words(value) for name, value in content.items() if name not in STATE}
    return [_words(value) for value in content] if isinstance(content, list) else content
