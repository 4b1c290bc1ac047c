"""Saving over one's own version, as autosave does, leaves alone what others have published or planned of it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from site_core.models import User
from tests.factories import ArticlePageFactory, ProductFactory
from tests.home.test_plans import change, fresh

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return User.objects.create_user("wren", password="x")


def _saved(obj, writer, name, words, **options):
    draft = obj.get_latest_revision_as_object()
    setattr(draft, name, words)
    return draft.save_revision(user=writer, clean=False, **options)


@pytest.mark.parametrize(("factory", "name"), [(ArticlePageFactory, "title"), (ProductFactory, "name")])
def test_words_written_after_publication_do_not_slip_into_what_was_published(factory, name, writer, admin_client):
    obj = factory(expire_at=timezone.now() + timedelta(days=4), **{name: "Seen by an editor"})
    published = _saved(obj, writer, name, "Seen by an editor")
    published.publish(user=User.objects.get(username="admin"))

    newest = _saved(obj, writer, name, "Seen by nobody", overwrite_revision=published)

    assert newest.pk != published.pk
    change(admin_client, fresh(obj), expire_at=timezone.now() + timedelta(days=9))
    now = fresh(obj)
    assert getattr(now, name) == "Seen by an editor"


def test_nor_into_what_is_planned(writer):
    article = ArticlePageFactory(draft=True)
    planned = _saved(article, writer, "go_live_at", timezone.now() + timedelta(days=3))
    planned.publish()
    planned.refresh_from_db()

    newest = _saved(article, writer, "title", "Seen by nobody", overwrite_revision=planned)

    planned.refresh_from_db()
    assert newest.pk != planned.pk
    assert planned.approved_go_live_at


def test_ones_own_draft_is_saved_over(writer):
    article = ArticlePageFactory()
    draft = _saved(article, writer, "title", "Begun")

    assert _saved(article, writer, "title", "Done", overwrite_revision=draft).pk == draft.pk
