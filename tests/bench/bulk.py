"""A change at five hundred articles and products, and its undoing, as an editor orders it; rolled back."""

import resource
import time
from itertools import count

from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product, ProductCategoryPage
from site_core.bulk.carrying import carry_out
from site_core.bulk.models import BulkChange, BulkRow
from tests.bench.inside import Row
from tests.factories import ProductFactory

MANY = 500
DRAFTS = 5  # every fifth has a draft on top of what is live
TURNS = 15  # s in which the worker goes on
PATIENCE = 30  # s, after which gunicorn ends a request
MEGABYTE = 1024  # as the kernel counts resident memory, in KB


def measure() -> list[Row]:
    """Rows of what, figure, limit, for articles and for products."""
    client = Client(SERVER_NAME="127.0.0.1")
    articles = {
        "category": CategoryPage.objects.live().last().pk, "add_tags": "measured, many",
        "author": Author.objects.first().pk, "review_by": "2031-05-01",
    }  # fmt: skip
    products = {"category": ProductCategoryPage.objects.live().last().pk, "add_tags": "measured, many"}
    found = []
    for username, model, path, values in (
        ("editor", ArticlePage, ("wagtailcore", "page"), articles),
        ("shop", Product, ("catalogue", "product"), products),
    ):
        with transaction.atomic():
            client.force_login(get_user_model().objects.get(username=username))
            address = reverse("wagtail_bulk_action", args=[*path, "change_many"])
            found += _change(client, f"{address}?" + "&".join(f"id={pk}" for pk in _many(model)), values, model)
            transaction.set_rollback(True)
    return found


def _change(client, address, values, model):
    name, before = model._meta.verbose_name_plural, _memory()
    queries, seconds = _taken(lambda: client.post(address, values))
    yield f"queries of the count of {MANY} {name}", queries, None
    yield f"seconds of the count of {MANY} {name}", seconds, PATIENCE
    yield from _carried_out(f"change {MANY} {name}", lambda: client.post(address, {**values, "confirmed": 1}))
    change = BulkChange.objects.first()
    carry_out(change, TURNS)
    done = change.rows.filter(state=BulkRow.State.CHANGED).count()
    undoing = reverse("bulk:change", args=[change.pk])
    yield from _carried_out(f"undo {done} {name}", lambda: client.post(undoing))
    change.refresh_from_db()
    carry_out(change, TURNS)
    assert change.rows.filter(state=BulkRow.State.UNDONE).exists()
    yield "memory that this took, MB", _memory() - before, 100


def _carried_out(what, ask):
    """How long the answer takes, how much is done by then, and what one of these costs."""
    queries, seconds = _taken(ask)
    change = BulkChange.objects.first()
    done = change.rows.filter(state=BulkRow.State.UNDONE if change.undone_at else BulkRow.State.CHANGED).count()
    yield f"seconds of the answer to: {what}", seconds, PATIENCE
    yield "of these done when the answer comes", done, None
    yield "queries for one of them", round(queries / done), None
    yield "seconds for one of them", round(seconds / done, 2), None


def _taken(what):
    """Queries and seconds."""
    before = time.perf_counter()
    counted = count()

    def counting(execute, *asked):
        next(counted)
        return execute(*asked)

    with connection.execute_wrapper(counting):  # Django's own list of queries ends at 9,000
        what()
    return next(counted), round(time.perf_counter() - before, 2)


def _memory():
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE)


def _many(model):
    """The keys of so many that are live, some with a draft on top."""
    for number in range(MANY):
        made = _copy(number) if model is ArticlePage else ProductFactory(name=f"Measured {number}")
        if number % DRAFTS == 0:
            made.save_revision(clean=False)
        yield made.pk


def _copy(number):
    pattern = ArticlePage.objects.live().first()
    return pattern.copy(update_attrs={"slug": f"measured-{number}"}, copy_revisions=False, keep_live=True)
