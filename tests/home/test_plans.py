"""A month to look at, and a table in which dates are changed as the form would change them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, Workflow

from tests.factories import ArticlePageFactory, CategoryPageFactory, ProductFactory
from tests.home.test_queue import person
from tests.schedules import plan, state

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
SOON = 2 * DAY


@pytest.fixture
def editor():
    return person("Robin", Page.get_first_root_node(), models=["product"])


def fields(client):
    """The form of the table as a browser would send it back unchanged."""
    page = client.get("/admin/queue/dates/").content.decode()
    inputs = [dict(re.findall(r'([\w-]+)="([^"]*)"', tag)) for tag in re.findall(r"<input[^>]*date-[^>]*>", page)]
    return {one["name"]: one.get("value", "") for one in inputs}


def change(client, obj, **dates):
    """Change dates of the row of `obj`, and return the page that follows."""
    revision = obj.scheduled_revision or obj.live_revision
    sent = fields(client)
    for name, at in dates.items():
        field = f"date-{revision.pk}-{name}"
        assert field in sent
        sent[field] = f"{timezone.localtime(at):%Y-%m-%dT%H:%M}" if at else ""
    return client.post("/admin/queue/dates/", sent, follow=True).content.decode()


def fresh(obj):
    return type(obj).objects.get(pk=obj.pk)


def _minute(at):
    return at.replace(second=0, microsecond=0)


def test_a_month_shows_what_comes_and_goes(editor):
    _user, client = editor
    with time_machine.travel(datetime(2030, 5, 10, 12, tzinfo=UTC), tick=False):
        client.force_login(_user)
        ArticlePageFactory(title="Out today")
        ArticlePageFactory(title="Ends", expire_at=timezone.now() + 3 * DAY)
        plan(ArticlePageFactory(draft=True, title="Comes"), live_in=DAY)
        plan(ArticlePageFactory(draft=True, title="Comes anew"), live_in=40 * DAY)
        ProductFactory(name="A bowl", expire_at=timezone.now() + 4 * DAY)
        ArticlePageFactory(draft=True, title="Only a draft")
        may = client.get("/admin/queue/calendar/").content.decode()
        june = client.get("/admin/queue/calendar/?month=2030-06").content.decode()
    days = {match[1]: match[2] for match in re.finditer(r'datetime="(2030-05-\d\d)">?(.*?)</td>', may, re.DOTALL)}
    assert "Out today" in days["2030-05-10"] and "published, 13:00" in days["2030-05-10"]
    assert "Comes" in days["2030-05-11"] and "goes live, 13:00" in days["2030-05-11"]
    assert "Ends" in days["2030-05-13"] and "expires" in days["2030-05-13"]
    assert "A bowl" in days["2030-05-14"] and "/admin/snippets/catalogue/product/edit/" in days["2030-05-14"]
    assert "Only a draft" not in may and "Comes anew" not in may
    assert "Comes anew" in june
    assert client.get("/admin/queue/calendar/?month=never").status_code in (200, 302)


@pytest.mark.parametrize("times", [1, 9])
def test_the_calendar_costs_the_same_for_much(editor, times):
    _user, client = editor
    for _ in range(times):
        plan(ArticlePageFactory(draft=True), live_in=timedelta(minutes=5))
        ArticlePageFactory(expire_at=timezone.now() + timedelta(minutes=5))
    client.get("/admin/queue/calendar/")
    with CaptureQueriesContext(connection) as queries:
        page = client.get("/admin/queue/calendar/").content.decode()
    assert len(queries) <= 20
    assert bool(re.search(r"and \d+ more", page)) == (times == 9)


def test_another_day_for_what_is_planned(editor):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True, title="Spring"), live_in=DAY)
    later = _minute(timezone.now() + SOON)
    assert "The dates of one were changed." in change(client, article, go_live_at=later, expire_at=later + DAY)
    article = fresh(article)
    assert state(article) == "draft scheduled"
    assert article.scheduled_revision.approved_go_live_at == article.go_live_at == later
    assert article.scheduled_revision.as_object().go_live_at == later
    assert article.expire_at == later + DAY
    with time_machine.travel(later + timedelta(minutes=1)):
        page = client.get(f"/admin/pages/{article.pk}/edit/")
    assert page.status_code in (200, 302)


def test_the_worker_keeps_the_new_day(editor):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True), live_in=DAY)
    change(client, article, go_live_at=timezone.now() + SOON)
    article.revisions.update(approved_go_live_at=timezone.now() - DAY)
    call_command("publish_scheduled", verbosity=0)
    assert state(article) == "live"


def test_the_planned_version_stays_and_the_draft_after_it_too(editor):
    user, client = editor
    article = plan(ArticlePageFactory(title="Old words"), live_in=DAY, title="Planned words")
    draft = article.get_latest_revision_as_object()
    draft.title = "Newer words"
    draft.save_revision(user=user)
    later = _minute(timezone.now() + SOON)
    change(client, article, go_live_at=later)
    article = fresh(article)
    assert state(article) == "live scheduled" and article.title == "Old words"
    assert article.scheduled_revision.as_object().title == "Planned words"
    newest = article.get_latest_revision_as_object()
    assert newest.title == "Newer words" and newest.go_live_at == later


def test_another_end_for_what_is_public(editor):
    user, client = editor
    product = ProductFactory(name="Bowl", expire_at=timezone.now() + DAY)
    draft = product.get_latest_revision_as_object()
    draft.name = "Not yet"
    draft.save_revision(user=user)
    plan(product, live_in=9 * DAY)
    product = fresh(product)
    planned = product.scheduled_revision
    later = _minute(timezone.now() + SOON)
    sent = fields(client)
    sent[f"date-{product.live_revision.pk}-expire_at"] = f"{timezone.localtime(later):%Y-%m-%dT%H:%M}"
    client.post("/admin/queue/dates/", sent)
    product = fresh(product)
    assert (product.name, product.expire_at, state(product)) == ("Bowl", later, "live scheduled")
    assert product.scheduled_revision == planned


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"go_live_at": None}, "Say when it goes live."),
        ({"go_live_at": timedelta(hours=-3)}, "That moment has passed."),
        ({"go_live_at": SOON, "expire_at": DAY}, "It must expire later than it goes live"),
    ],
)
def test_what_makes_no_sense_is_said_and_changes_nothing(editor, dates, sentence):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True), live_in=DAY)
    page = change(client, article, **{name: gap and timezone.now() + gap for name, gap in dates.items()})
    assert sentence in page
    assert fresh(article).go_live_at == article.go_live_at
    assert fresh(article).scheduled_revision.content == article.scheduled_revision.content


def test_what_is_no_longer_complete_is_not_planned_anew(editor):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True), live_in=DAY)
    revision = article.scheduled_revision
    revision.content["category"] = None
    revision.save(update_fields=["content"])
    page = change(client, article, go_live_at=timezone.now() + SOON)
    assert re.search(r'dates__refusal">Main category: \S', page)
    assert fresh(article).scheduled_revision.approved_go_live_at == revision.approved_go_live_at
    assert fresh(article).scheduled_revision.content == revision.content


def test_two_at_one_date(editor):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True), live_in=DAY)
    sent = fields(client)
    change(client, article, go_live_at=timezone.now() + 5 * DAY)
    name = f"date-{article.scheduled_revision.pk}-go_live_at"
    sent[name] = f"{timezone.localtime(timezone.now() + SOON):%Y-%m-%dT%H:%M}"
    page = client.post("/admin/queue/dates/", sent, follow=True).content.decode()
    assert "Somebody has changed it meanwhile." in page
    assert fresh(article).go_live_at == _minute(fresh(article).go_live_at)
    assert fresh(article).go_live_at > timezone.now() + 4 * DAY


def test_only_who_may_publish_may_move_it():
    section, other = CategoryPageFactory(title="Ours"), CategoryPageFactory(title="Theirs")
    _wren, client = person("Wren", section, ["change"])
    planned = plan(section, live_in=DAY)
    plan(other, live_in=DAY)
    page = client.get("/admin/queue/dates/").content.decode()
    assert "Ours" in page and "Theirs" not in page
    assert '<input type="datetime-local"' not in page
    name = f"date-{planned.scheduled_revision.pk}-go_live_at"
    sent = {
        name: f"{timezone.now() + SOON:%Y-%m-%dT%H:%M}",
        f"initial-{name}": f"{timezone.localtime(planned.scheduled_revision.approved_go_live_at):%Y-%m-%d %H:%M}",
    }
    page = client.post("/admin/queue/dates/", sent, follow=True).content.decode()
    assert "Only those who may publish it can change its dates." in page
    assert fresh(planned).scheduled_revision.approved_go_live_at == planned.scheduled_revision.approved_go_live_at


def test_what_is_with_a_reader_or_locked_is_left_alone(editor):
    user, client = editor
    article = plan(ArticlePageFactory(draft=True), live_in=DAY)
    Workflow.objects.get().start(article, user)
    assert "with a reader" in change(client, article, go_live_at=timezone.now() + SOON)
    assert article.current_workflow_state.status == "in_progress"


def test_nobody_else_looks(client):
    ArticlePageFactory(title="Secret", draft=True)
    for name in ("calendar", "dates"):
        response = client.get(f"/admin/queue/{name}/")
        assert response.status_code == 302 and "/admin/login/" in response.url
        _user, stranger = person(f"Stranger to {name}")
        assert stranger.get(f"/admin/queue/{name}/").status_code == 302
