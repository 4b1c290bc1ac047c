"""The database itself refuses: what the reader's role sees, whatever the code asks for."""

import pytest
from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.db import ProgrammingError, connection, models, transaction
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, PageViewRestriction, Revision

from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product, ProductImage
from site_core import door, policies
from site_core.gate.models import LinkCheck
from site_core.models import Menu, User
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    MenuFactory,
    ProductFactory,
    SiteImageFactory,
)

pytestmark = pytest.mark.django_db


def past():
    return timezone.now() - timezone.timedelta(minutes=1)


@pytest.mark.parametrize(
    "factory", [ArticlePageFactory, CategoryPageFactory, ProductFactory, AuthorFactory, MenuFactory]
)
def test_drafts_and_what_has_expired_are_not_there(factory):
    live, draft, expired = factory(), factory(draft=True), factory()
    model = type(live)
    model.objects.filter(pk=expired.pk).update(expire_at=past())
    with door.as_reader():
        assert set(model.objects.values_list("pk", flat=True)) & {live.pk, draft.pk, expired.pk} == {live.pk}


@pytest.mark.parametrize("hide", ["unpublish", "expire", "private"])
def test_what_is_below_a_hidden_page_is_not_there(hide):
    top = CategoryPageFactory()
    below = CategoryPageFactory(parent=CategoryPageFactory(parent=top))
    page = Page.objects.filter(pk=top.pk)
    if hide == "private":
        PageViewRestriction.objects.create(page=top, restriction_type=PageViewRestriction.LOGIN)
    else:
        page.update(**({"live": False} if hide == "unpublish" else {"expire_at": past()}))
    with door.as_reader():
        assert not Page.objects.filter(pk=below.pk).exists()
        assert list(CategoryPage.objects.filter(pk=below.pk).values("introduction")) == []


def test_the_words_of_a_child_row_go_with_its_parent():
    product = ProductFactory(pictures=[SiteImageFactory()])
    with door.as_reader():
        assert ProductImage.objects.filter(product_id=product.pk).exists()
    Product.objects.update(live=False)
    with door.as_reader():
        assert not ProductImage.objects.filter(product_id=product.pk).exists()


def test_a_child_table_is_closed_without_its_parent():
    draft = ArticlePageFactory(draft=True)
    with door.as_reader(), connection.cursor() as cursor:
        cursor.execute("SELECT standfirst FROM blog_articlepage WHERE page_ptr_id = %s", [draft.pk])
        assert cursor.fetchall() == []


@pytest.mark.parametrize("model", [Revision, User])
def test_secrets_cannot_be_read_at_all(model):
    with door.as_reader(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        model.objects.exists()


def test_the_reader_writes_nothing():
    article = ArticlePageFactory()
    with door.as_reader(), pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        ArticlePage.objects.filter(pk=article.pk).update(featured=True)


def test_a_new_table_is_closed_until_it_is_listed():
    """All that the reader may read is on the list of policies.py; all with drafts is behind a policy."""
    with connection.cursor() as cursor:
        role = door.reader_of(connection.settings_dict["NAME"])
        cursor.execute("SELECT table_name FROM information_schema.role_table_grants WHERE grantee = %s", [role])
        granted = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT tablename FROM pg_policies WHERE policyname = 'reader'")
        guarded = {name for (name,) in cursor.fetchall()}
    assert granted == {model._meta.db_table for model in policies.readable_models()} | {"django_migrations"}
    drafted = {m._meta.db_table for m in apps.get_models() if issubclass(m, DraftStateMixin)}
    assert drafted & granted <= guarded


def test_no_key_from_a_public_row_to_a_hideable_one_is_required():
    """An inner join would drop the public row together with the hidden one."""
    wrong = [
        f"{model._meta.label}.{field.name}"
        for model in policies.readable_models()
        for field in model._meta.local_fields
        if isinstance(field, models.ForeignKey) and policies.rule(field.related_model) and not field.null
        and not field.primary_key and not model._meta.auto_created and not policies.rule(model)
        and field.related_model is not model and type(field).__name__ != "ParentalKey"
        and model._meta.app_label in policies.OWN_APPS
    ]  # fmt: skip
    assert wrong == []


def test_the_role_is_put_back_after_an_error():
    with pytest.raises(ZeroDivisionError), door.as_reader():
        1 / 0  # noqa: B018
    assert User.objects.count() == 0


def test_an_export_is_read_as_staff_while_it_is_sent(admin_client):
    """As on a server: the process is the reader, and sends the answer when the middleware is left."""
    LinkCheck.objects.create(url="https://gone.example/")
    with door.as_reader():
        answer = admin_client.get("/admin/records/link-checks/?export=csv")
        assert b"gone.example" in b"".join(answer.streaming_content)
        assert door.is_reader()


def test_applying_the_policies_again_changes_nothing():
    assert policies.apply(connection) is False


def test_a_process_that_is_not_the_reader_does_not_serve():
    with pytest.raises(ImproperlyConfigured, match="CREATE ROLE"):
        door.require_reader()


def test_a_private_page_is_for_the_admin_alone(client, admin_client):
    page = CategoryPageFactory(title="For colleagues")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(page.get_url()).status_code == 404
    response = admin_client.get(page.get_url())
    assert "For colleagues" in response.content.decode()
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]


def test_an_author_that_is_hidden_does_not_take_the_article_along(client):
    author = AuthorFactory(name="Nobody Yet")
    article = ArticlePageFactory(authors=[author], reviewer=author)
    Author.objects.update(live=False)
    Menu.objects.update(live=False)
    assert client.get(article.get_url()).status_code == 200
