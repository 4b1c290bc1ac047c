"""What the tests of the scheduler share: an editor who plans ahead, and a witness of what was published."""

from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from unittest import mock

from django.db.models import F
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django_tasks_db.models import DBTaskResult
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision
from wagtail.signals import published, unpublished

from blog.models import ArticlePage, Author
from catalogue.models import Product

MINUTE = timedelta(minutes=1)


@contextmanager
def app_clock(ahead):
    """Let the app's clock go wrong by so much; the database keeps its own."""
    with mock.patch.object(timezone, "now", side_effect=lambda: datetime.now(UTC) + ahead):
        yield


def plan(obj, *, live_in=None, over_in=None, **changes):
    """Approve a revision of `obj`, as an editor did two hours ago. Offsets are from now: those behind were missed."""
    now = timezone.now()
    draft = type(obj).objects.get(pk=obj.pk)
    draft.go_live_at = live_in and now + live_in
    draft.expire_at = over_in and now + over_in
    for name, value in changes.items():
        setattr(draft, name, value)
    with app_clock(-120 * MINUTE):
        draft.save_revision().publish()
    return type(obj).objects.get(pk=obj.pk)


def is_scheduled(obj):
    return obj.revisions.filter(approved_go_live_at__isnull=False).exists()


def state(obj):
    """What a reader and an editor can tell of it: "live", "expired", "draft", each perhaps with "scheduled"."""
    obj = type(obj).objects.get(pk=obj.pk)
    words = ["live" if obj.live else "expired" if obj.expired else "draft"]
    return " ".join([*words, "scheduled"] if is_scheduled(obj) else words)


def log_rows():
    """How often the scheduler's actions stand in the history, by object id and action."""
    entries = [*PageLogEntry.objects.filter(action__endswith=".scheduled").values_list("page_id", "action")]
    entries += ModelLogEntry.objects.filter(action__endswith=".scheduled").values_list("object_id", "action")
    return sorted((str(pk), action.split(".")[1]) for pk, action in entries)


@contextmanager
def witness():
    """Collect (word, id) of everything that is published or taken down meanwhile, in order."""
    seen = []

    def note_published(instance, **kwargs):
        seen.append(("published", instance.pk))

    def note_unpublished(instance, **kwargs):
        seen.append(("unpublished", instance.pk))

    published.connect(note_published)
    unpublished.connect(note_unpublished)
    try:
        yield seen
    finally:
        published.disconnect(note_published)
        unpublished.disconnect(note_unpublished)


def rows():
    """Everything that publication writes, by table: equal before and after means that nothing was done."""
    tables = [Page, ArticlePage, Author, Product, Revision, PageLogEntry, ModelLogEntry, DBTaskResult, Redirect]
    return {table: sorted(map(str, table.objects.values_list())) for table in tables}


def let_pass(obj, time):
    """Bring what is planned for `obj` nearer by so much, as if the database's clock had gone on."""
    kind = type(obj)
    for revision in obj.revisions.filter(approved_go_live_at__isnull=False):
        revision.approved_go_live_at -= time
        for name in ("go_live_at", "expire_at"):
            if at := revision.content[name]:
                revision.content[name] = (parse_datetime(at) - time).isoformat()
        revision.save(update_fields=["approved_go_live_at", "content"])
    for name in ("go_live_at", "expire_at"):
        kind.objects.filter(pk=obj.pk, **{f"{name}__isnull": False}).update(**{name: F(name) - time})
