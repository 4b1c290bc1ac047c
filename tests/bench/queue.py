"""The admin's first page of an editor in a house of ten thousand articles, written for it and rolled back."""

import time
from copy import copy
from datetime import timedelta
from statistics import median
from uuid import uuid4

from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from psycopg import sql
from wagtail.models import Page, ReferenceIndex, Revision

from blog.models import ArticleIndexPage, ArticlePage
from tests.bench.inside import Row

ARTICLES = 10_000
ROUNDS = 10
LIMIT = 22 + 12  # Wagtail's own page asks 21, and once more for the second step of the workflow; ours are the twelve
COPIES = sql.SQL(
    "INSERT INTO blog_articlepage (page_ptr_id, {names}) SELECT key, {names}"
    " FROM blog_articlepage, unnest(%s) AS key WHERE page_ptr_id = %s"
)


def measure() -> list[Row]:
    """Rows of what, figure, limit: queries, and seconds as the editor waits for the answer (median)."""
    client = Client(SERVER_NAME="127.0.0.1")
    editor = get_user_model().objects.get(username="editor")
    with transaction.atomic():
        client.force_login(editor)
        _write(editor)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        client.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/admin/").status_code == 200
        asked = len(queries)  # the next request forgets them
        taken = [_visit(client) for _ in range(ROUNDS)]
        transaction.set_rollback(True)
    return [
        ("queries of the first page, 10,000 articles", asked, LIMIT),
        ("seconds of the first page, 10,000 articles (median)", round(median(taken), 2), 0.5),
    ]


def _visit(client):
    before = time.perf_counter()
    client.get("/admin/")
    return time.perf_counter() - before


def _write(editor):
    """Copies of one article: every tenth a draft of the editor's, every third due, every third with a dead link."""
    index, pattern = ArticleIndexPage.objects.get(), ArticlePage.objects.live().first()
    used = index.get_children().count()
    pages = [_copy(pattern.page_ptr, index, used + 100 + number, editor) for number in range(ARTICLES)]
    Page.objects.bulk_create(pages, batch_size=1000)
    keys = [page.pk for page in pages]
    columns = [field.column for field in ArticlePage._meta.local_concrete_fields if not field.primary_key]
    names = sql.SQL(", ").join(map(sql.Identifier, columns))
    with connection.cursor() as cursor:
        cursor.execute(COPIES.format(names=names), [keys, pattern.pk])
    yesterday = timezone.localdate() - timedelta(days=1)
    ArticlePage.objects.filter(pk__in=keys[::3]).update(reviewed_on=yesterday - timedelta(days=9), review_by=yesterday)
    revisions = Revision.objects.bulk_create(_revision(page, editor) for page in pages)
    newest = dict(zip(keys, revisions, strict=True))
    for page in pages:
        page.latest_revision = newest[page.pk]
    Page.objects.bulk_update(pages, ["latest_revision"], batch_size=1000)
    ReferenceIndex.objects.bulk_create(_link(page, pages[0]) for page in pages[::3])


def _copy(pattern, parent, place, owner):
    page = copy(pattern)
    page._state = copy(pattern._state)
    page._state.adding, page.pk, page.latest_revision, page.live_revision = True, None, None, None
    page.path, page.slug = Page._get_path(parent.path, parent.depth + 1, place), f"copy-{place}"
    page.url_path, page.owner = f"{parent.url_path}{page.slug}/", owner
    page.translation_key, page.live = uuid4(), place % 10 != 0
    page.has_unpublished_changes = not page.live
    return page


def _revision(page, user):
    kind, base = (ContentType.objects.get_for_model(model) for model in (ArticlePage, Page))
    return Revision(
        content_type=kind, base_content_type=base, object_id=str(page.pk), object_str=page.title, user=user,
        created_at=timezone.now(), content={},
    )  # fmt: skip


def _link(page, to):
    kind, base = (ContentType.objects.get_for_model(model) for model in (ArticlePage, Page))
    return ReferenceIndex(
        content_type=kind, base_content_type=base, object_id=str(page.pk), to_content_type=base,
        to_object_id=str(to.pk), model_path="body.item.value", content_path="body.0.value",
        content_path_hash=uuid4(),
    )  # fmt: skip
