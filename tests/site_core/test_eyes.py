"""With two pairs of eyes nobody publishes their own words, by whatever path; another may, by all of them."""

from contextlib import suppress
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Workflow
from wagtail.test.utils.form_data import nested_form_data, streamfield

from site_core.bundles import publishing as bundles
from site_core.bundles.models import Bundle, BundleArticle
from site_core.models import NotPublishable, User
from site_core.workflow.eyes import wrote
from site_core.workflow.models import WorkflowSettings
from tests.factories import ArticlePageFactory, AuthorFactory, CategoryPageFactory
from tests.home.test_plans import change
from tests.site_core.test_gate_paths import article_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    """Two administrators, with the setting on: rights are not what keeps anybody."""
    WorkflowSettings.objects.create(eyes=WorkflowSettings.Eyes.TWO)
    return [User.objects.create_superuser(name, f"{name}@example.com") for name in ("wren", "robin")]


def _client(user):
    client = Client()
    client.force_login(user)
    return client


def _article(writer):
    article = ArticlePageFactory(draft=True, title="Breaths")
    article.title = "Six slow breaths"
    article.save_revision(user=writer)
    return article


def by_call(article, user):
    article.latest_revision.publish(user=user)


def by_bulk(article, user):
    url = f"/admin/bulk/wagtailcore/page/publish/?id={article.pk}"
    _client(user).post(url, {"include_descendants": ""})


def by_workflow(article, user):
    workflow = Workflow.objects.get()
    workflow.start(article, user)
    for _step in workflow.tasks:
        state = article.current_workflow_task_state
        _client(user).post(reverse("wagtailadmin_pages:workflow_action", args=(article.pk, "approve", state.pk)))


def by_api(article, user):
    _client(user).post(f"/admin/api/main/pages/{article.pk}/action/publish/")


def by_schedule(article, user):
    revision = article.latest_revision
    revision.content["go_live_at"] = (timezone.now() + timedelta(days=1)).isoformat()
    revision.save()
    revision.publish(user=user)


def by_bundle(article, user):
    bundle = Bundle.objects.create(name="Spring")
    BundleArticle.objects.create(bundle=bundle, article=article)
    bundles.publish(bundle.pk, user)


PATHS = [by_call, by_bulk, by_workflow, by_api, by_schedule, by_bundle]


def _is_out(article):
    article.refresh_from_db()
    return article.live or article.revisions.filter(approved_go_live_at__isnull=False).exists()


@pytest.mark.parametrize("path", PATHS)
def test_a_second_person_publishes_and_the_writer_does_not(two, path):
    wren, robin = two
    article = _article(wren)
    with suppress(NotPublishable, bundles.Refused):  # the others say it in their answer
        path(article, wren)
    assert not _is_out(article)
    article = _article(wren)
    path(article, robin)
    assert _is_out(article)


def test_one_person_publishes_where_one_is_enough():
    wren = User.objects.create_superuser("wren", "wren@example.com")
    article = _article(wren)
    by_call(article, wren)
    assert _is_out(article)


def test_the_clock_publishes_what_a_second_person_planned(two):
    wren, robin = two
    article = _article(wren)
    by_schedule(article, robin)
    article.scheduled_revision.publish()
    assert _is_out(article)


def test_a_change_to_many_leaves_what_is_planned_as_the_second_person_saw_it(two):
    wren, robin = two
    article, calm = _article(wren), CategoryPageFactory()
    by_schedule(article, robin)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "change_many"])
    _client(wren).post(f"{url}?id={article.pk}", {"category": calm.pk, "confirmed": "1"})
    [planned] = article.revisions.filter(approved_go_live_at__isnull=False)
    assert planned.as_object().category != calm


def test_who_saves_anothers_words_once_more_has_not_written_them(two):
    wren, robin = two
    article = _article(wren)
    article.go_live_at = timezone.now() + timedelta(days=1)
    again = article.save_revision(user=robin)
    assert not wrote(robin, again) and not wrote(wren, again)
    article.title = "Seven slow breaths"
    changed = article.save_revision(user=robin)
    assert wrote(robin, changed)
    with pytest.raises(NotPublishable):
        changed.publish(user=robin)


def test_the_forms_refuse_and_do_not_offer(two):
    wren, _robin = two
    client = _client(wren)
    author = AuthorFactory(draft=True, name="A. Heron")
    author.role = "Bird"
    author.save_revision(user=wren)
    article = _article(wren)
    for url in (f"/admin/snippets/blog/author/edit/{author.pk}/", f"/admin/pages/{article.pk}/edit/"):
        assert b'name="action-publish"' not in client.get(url).content
    plain = {"name": "A. Heron", "slug": "a-heron", "role": "Bird", "action-publish": "1"}
    sent = nested_form_data({**plain, "links": streamfield([])})
    said = client.post(f"/admin/snippets/blog/author/edit/{author.pk}/", sent, follow=True).content.decode()
    assert "You wrote this version, so somebody else has to publish it." in said
    author.refresh_from_db()
    assert not author.live
    sent = article_form(article, "<p>Breathe.</p>") | {"action-publish": "1"}
    said = client.post(f"/admin/pages/{article.pk}/edit/", sent, follow=True).content.decode()
    assert "You wrote this version, so somebody else has to publish it." in said
    assert not _is_out(article)


def test_the_dates_of_ones_own_words_are_for_a_second_person(two):
    wren, robin = two
    article, later = _article(wren), timezone.now() + timedelta(days=9)
    by_schedule(article, robin)
    for user, days in ((wren, 1), (robin, 9)):
        change(_client(user), article, go_live_at=later)
        [planned] = article.revisions.filter(approved_go_live_at__isnull=False)
        assert (planned.approved_go_live_at - timezone.now()).days in (days, days - 1)
