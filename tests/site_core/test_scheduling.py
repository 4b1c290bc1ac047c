"""What is due is published, what is over is taken down: in order, once, whatever else is broken."""

import logging
from contextlib import closing
from io import StringIO

import pytest
from django.core.management import CommandError, call_command, get_commands
from django.db import connection
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Revision
from wagtail.signals import published, unpublished

from blog.models import Author
from catalogue.models import Product
from home.management.commands import worker
from site_core import scheduling
from site_core.models import Menu
from tests.factories import ArticlePageFactory, AuthorFactory, MenuFactory, ProductFactory, StandardPageFactory
from tests.schedules import MINUTE, app_clock, is_scheduled, log_rows, plan, state, witness

pytestmark = pytest.mark.django_db


def run(**options):
    out = StringIO()
    call_command("publish_scheduled", stdout=out, **options)
    return out.getvalue()


def scheduled(factory, live_in, over_in=None, **fields):
    return plan(factory(draft=True, **fields), live_in=live_in, over_in=over_in)


def test_it_takes_the_place_of_wagtails_command():
    assert get_commands()["publish_scheduled"] == "site_core"


def test_the_worker_runs_it():
    author = scheduled(AuthorFactory, -MINUTE)
    worker.Duty("publish_scheduled", worker.MINUTE).do_if_due()
    assert state(author) == "live"


def test_it_knows_every_model_with_drafts():
    assert {Page, Product, Author, Menu} <= set(scheduling.models_with_drafts())


def test_after_an_hour_without_a_run_everything_is_done_in_its_order():
    late = scheduled(MenuFactory, -10 * MINUTE)
    over = plan(AuthorFactory(), over_in=-25 * MINUTE)
    early = scheduled(AuthorFactory, -60 * MINUTE)
    middle = scheduled(StandardPageFactory, -40 * MINUTE)
    later = scheduled(AuthorFactory, 10 * MINUTE)
    with witness() as seen:
        run()
    assert seen == [("published", early.pk), ("published", middle.pk), ("unpublished", over.pk), ("published", late.pk)]
    assert [state(obj) for obj in (early, middle, over, late)] == ["live", "live", "expired", "live"]
    assert state(later) == "draft scheduled"
    assert len(log_rows()) == 4
    with witness() as seen:
        assert run() == ""
    assert seen == []


@pytest.mark.parametrize(
    "factory", [StandardPageFactory, ArticlePageFactory, ProductFactory, AuthorFactory, MenuFactory]
)
def test_whatever_has_drafts_is_published_and_taken_down(factory):
    new, old = scheduled(factory, -MINUTE), plan(factory(), over_in=-MINUTE)
    run()
    assert (state(new), state(old)) == ("live", "expired")
    assert log_rows() == sorted([(str(new.pk), "publish"), (str(old.pk), "unpublish")])


def test_what_should_have_come_and_gone_is_never_seen():
    page = scheduled(StandardPageFactory, -40 * MINUTE, -20 * MINUTE)
    assert run() == f"wagtailcore.page {page.pk}: published, expired\n"
    assert state(page) == "expired"
    assert log_rows() == [(str(page.pk), "publish"), (str(page.pk), "unpublish")]


def test_the_live_version_stays_until_the_next_is_due():
    author = plan(AuthorFactory(name="Before"), live_in=30 * MINUTE, name="After")
    run()
    assert (Author.objects.public().get().name, state(author)) == ("Before", "live scheduled")
    with app_clock(30 * MINUTE):  # the editor changes the plan
        Revision.objects.filter(approved_go_live_at__isnull=False).update(
            approved_go_live_at=timezone.now() - 60 * MINUTE
        )
    run()
    assert (Author.objects.public().get().name, state(author)) == ("After", "live")


@pytest.mark.parametrize(("was_public", "left"), [(True, ["/before"]), (False, [])])
def test_a_new_address_leaves_a_redirect_if_the_old_was_public(was_public, left, django_capture_on_commit_callbacks):
    page = StandardPageFactory(slug="before", draft=not was_public)
    plan(page, live_in=-MINUTE, slug="after")
    with django_capture_on_commit_callbacks(execute=True):
        run()
    assert [*Redirect.objects.values_list("old_path", flat=True)] == left


@pytest.mark.parametrize(("next_in", "between"), [(20, "expired scheduled"), (-20, "live")])
def test_expiry_does_not_cancel_what_is_planned_after_it(next_in, between):
    author = plan(AuthorFactory(name="Before"), over_in=-40 * MINUTE)
    plan(author, live_in=next_in * MINUTE, over_in=None, name="After")
    run()
    assert state(author) == between
    assert Author.objects.get().name == ("After" if next_in < 0 else "Before")


def test_when_one_goes_as_the_next_comes_there_is_no_gap():
    author = plan(plan(AuthorFactory(), over_in=-MINUTE), live_in=-MINUTE)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(approved_go_live_at=author.expire_at)
    with witness() as seen:
        run()
    assert seen == [("published", author.pk)]


def test_the_clock_is_the_databases():
    due, later = scheduled(StandardPageFactory, -MINUTE), scheduled(AuthorFactory, 5 * MINUTE)
    over, stays = plan(AuthorFactory(), over_in=-MINUTE), plan(AuthorFactory(), over_in=5 * MINUTE)
    with app_clock(-120 * MINUTE), witness() as seen:
        run()
    assert sorted(seen) == [("published", due.pk), ("unpublished", over.pk)]
    with app_clock(120 * MINUTE):
        run()
    assert [state(obj) for obj in (due, later, over, stays)] == ["live", "draft scheduled", "expired", "live"]


def cancel(obj):
    obj.revisions.update(approved_go_live_at=None)


def put_off(obj):
    obj.revisions.update(approved_go_live_at=timezone.now() + MINUTE)
    type(obj).objects.filter(pk=obj.pk).update(expire_at=timezone.now() + MINUTE)


def publish_now(obj):
    obj.latest_revision.publish()


def take_down(obj):
    obj.unpublish()


@pytest.mark.parametrize("change", [cancel, put_off, publish_now, Author.delete])
def test_what_an_editor_changed_meanwhile_is_not_published(change):
    author = scheduled(AuthorFactory, -MINUTE)
    now = scheduling.database_now()
    [due] = scheduling.due_objects(now)
    change(author)
    with witness() as seen:
        assert scheduling.bring_up_to(now, due) == []
    assert seen == [] and log_rows() == []


@pytest.mark.parametrize("change", [put_off, take_down])
def test_what_an_editor_changed_meanwhile_is_not_taken_down(change):
    author = plan(AuthorFactory(), over_in=-MINUTE)
    now = scheduling.database_now()
    [due] = scheduling.due_objects(now)
    change(author)
    with witness() as seen:
        assert scheduling.bring_up_to(now, due) == []
    assert seen == [] and log_rows() == []


SECRET = "kingfisher"


def lacks_its_price(product):
    product.latest_revision.content["price"] = None
    product.latest_revision.save()


def has_lost_its_address(product):
    """Another took it meanwhile."""
    Product.objects.filter(pk=product.pk).update(slug="moved-away")
    ProductFactory(slug=product.slug)


def is_garbled(product):
    product.latest_revision.content = {"name": SECRET, "gallery": SECRET}
    product.latest_revision.save()


@pytest.mark.parametrize("harm", [lacks_its_price, has_lost_its_address, is_garbled])
def test_one_broken_object_stops_no_other(harm, caplog):
    before = [scheduled(AuthorFactory, -50 * MINUTE), plan(AuthorFactory(), over_in=-45 * MINUTE)]
    broken = scheduled(ProductFactory, -40 * MINUTE, name=SECRET)
    after = [scheduled(MenuFactory, -30 * MINUTE), scheduled(AuthorFactory, -20 * MINUTE)]
    good = broken.latest_revision.content.copy()
    harm(broken)
    with caplog.at_level(logging.ERROR, "site_core"), pytest.raises(CommandError) as caught, witness() as seen:
        run()
    assert len(seen) == 4
    assert [state(obj) for obj in (*before, *after)] == ["live", "expired", "live", "live"]
    assert is_scheduled(broken) and not Product.objects.get(pk=broken.pk).live
    assert f"catalogue.product {broken.pk}" in str(caught.value) and caught.value.returncode == 1
    assert f"catalogue.product {broken.pk}" in caplog.text
    assert SECRET not in caplog.text.lower() + str(caught.value).lower()
    Revision.objects.filter(pk=broken.latest_revision_id).update(content=good | {"slug": "of-its-own"})
    run()
    assert state(broken) == "live"


@pytest.mark.parametrize(("signal", "left"), [(published, "draft scheduled"), (unpublished, "live")])
def test_an_error_in_a_signal_handler_undoes_its_object_alone(signal, left, caplog):
    plans = {"live_in": -MINUTE} if signal is published else {"over_in": -MINUTE}
    broken, other = (plan(AuthorFactory(draft=signal is published), **plans) for _ in range(2))

    def fail(instance, **kwargs):
        if instance.pk == broken.pk:
            with connection.cursor() as cursor:
                cursor.execute("SELECT %s::int", [SECRET])

    signal.connect(fail)
    try:
        with pytest.raises(CommandError, match=f"blog.author {broken.pk}$"):
            run()
    finally:
        signal.disconnect(fail)
    assert (state(broken), state(other)) == (left, "live" if signal is published else "expired")
    assert [pk for pk, _ in log_rows()] == [str(other.pk)]
    assert "InvalidTextRepresentation" in caplog.text and SECRET not in caplog.text
    with closing(connection.copy()) as other, other.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [scheduling.RUN_LOCK])
        assert cursor.fetchone() == (True,), "the lock was not given back"
    run()
    assert len(log_rows()) == 2


def test_a_dry_run_changes_nothing_and_fails_when_the_worker_seems_dead():
    recent = scheduled(MenuFactory, -3 * MINUTE)
    assert f"site_core.menu {recent.pk}" in run(dryrun=True)
    assert state(recent) == "draft scheduled"
    old = scheduled(AuthorFactory, -6 * MINUTE)
    with pytest.raises(CommandError, match=f"blog.author {old.pk}$"):
        run(dryrun=True)
    assert state(old) == "draft scheduled"


def test_a_run_with_nothing_to_do_is_cheap(django_assert_max_num_queries):
    run()  # content types are read once a process
    with django_assert_max_num_queries(5 + 2 * len(scheduling.models_with_drafts())):
        assert run() == ""
