"""Makes a draft of what was deleted. It has its old number again, so what links to it finds it."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Page

from site_core.models import FreeSlug

from .models import Deleted

# State of what was, which a draft that is brought back begins without.
FORGOTTEN = (
    "latest_revision",
    "live_revision",
    "alias_of",
    "locked_by",
    "locked_at",
    "last_published_at",
    "go_live_at",
)


@transaction.atomic
def bring_back(row: Deleted, user, parent: Page | None = None) -> models.Model:
    """Make an unpublished draft of it, a page beneath `parent`, and forget the copy.

    Pictures and pages that it named and that are gone are left out, as for a draft that outlives them.
    """
    row = Deleted.objects.select_for_update().get(pk=row.pk)
    versions = [_unbound(content) for content in (row.live_content, row.content) if content]
    made = row.model.from_serializable_data(versions[0])
    made._state.adding = True
    if parent:
        _plant(made, parent.specific)
    else:
        _place(made)
    # Rows that hang on it are only taken from the copy now that there is something to hang on.
    made = _as_in(made, versions[0])
    made.save()
    for version in versions:
        made = _as_in(made, version)
        made.save_revision(user=user, clean=False)
    log(instance=made, action="recovery.bring_back", user=user)
    row.delete()
    return made


def _unbound(content):
    over = content.get("expire_at") and parse_datetime(content["expire_at"]) <= timezone.now()
    state = {"live": False, "locked": False, "expired": False, "has_unpublished_changes": True}
    return {**content, **dict.fromkeys(FORGOTTEN), **state, **({"expire_at": None} if over else {})}


def _as_in(made, version):
    return made.with_content_json({**version, "slug": getattr(made, "slug", None)})


def _plant(page, parent):
    page.numchild = 0
    page.slug = find_available_slug(parent, page.slug)
    page.draft_title = page.title
    # With a number, Wagtail looks for the page as it was; Django takes it from the pointer when it saves.
    page.id = None
    parent.add_child(instance=page)


def _place(snippet):
    if isinstance(snippet, FreeSlug) and type(snippet)._default_manager.filter(slug=snippet.slug).exists():
        snippet.slug = ""  # is filled with one that is free
    snippet.save()
