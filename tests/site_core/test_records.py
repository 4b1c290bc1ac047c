"""Records: to be looked at, searched and taken away in a spreadsheet, and by nobody to be written."""

import csv
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.rich_text import RichText

from site_core.bulk.models import BulkChange
from site_core.gate.models import LinkCheck
from site_core.models import User
from site_core.records import RECORDS, ReadOnly, plain
from site_core.review import links
from site_core.review.models import GuestComment
from tests.factories import ArticlePageFactory, ProductFactory

pytestmark = pytest.mark.django_db
INDEX = "/admin/records/review-links/"


@pytest.fixture
def link(admin_user):
    made, _token = links.share(ArticlePageFactory(title="Six slow breaths"), admin_user, 7, guest="=cmd|'/c calc'!A1")
    GuestComment.objects.create(link=made, text="Whose kettle?", guest_name="Anna")
    return made


@pytest.fixture
def colleague(client):
    """Somebody who may enter the admin, and what else a test gives them."""
    user = User.objects.create_user("colleague", "colleague@example.com", "a long walk by the sea")
    group = Group.objects.create(name="Colleagues")
    user.groups.add(group)
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    return group


def test_every_kind_of_record_is_read_only_and_says_what_will_appear(rf, admin_user):
    for kind in RECORDS:
        assert issubclass(kind.permission_helper_class, ReadOnly)
        assert kind.empty and kind.list_export and kind.search_fields and kind.inspect_view_fields
        helper = kind().permission_helper
        assert not helper.user_can_create(admin_user)
        assert not helper.user_can_edit_obj(admin_user, None)
        assert not helper.user_can_delete_obj(admin_user, None)


@pytest.mark.parametrize("asked", ["colour=red", "checked_at=yesterday"])
def test_a_filter_that_there_is_not_leads_to_the_whole_list(admin_client, asked):
    answer = admin_client.get(f"/admin/records/link-checks/?{asked}", follow=True)
    assert "This is all of it." in answer.content.decode()


def test_an_empty_list_says_what_will_appear(admin_client):
    assert "Nobody has shared a draft yet" in admin_client.get(INDEX).content.decode()


def test_links_are_listed_searched_filtered_and_inspected(admin_client, link):
    assert "Six slow breaths" in admin_client.get(INDEX).content.decode()
    assert "Six slow breaths" in admin_client.get(f"{INDEX}?q=kettle").content.decode()
    assert "/inspect/" not in admin_client.get(f"{INDEX}?q=nowhere").content.decode()
    assert "/inspect/" not in admin_client.get(f"{INDEX}?answer__exact=approved").content.decode()
    shown = admin_client.get(f"{INDEX}inspect/{link.pk}/").content.decode()
    assert "Whose kettle?" in shown
    assert link.token_hash not in shown
    for action in ("create/", f"edit/{link.pk}/", f"delete/{link.pk}/"):
        assert admin_client.get(INDEX + action).status_code == 302


def test_addresses_outside_are_listed_with_what_leads_there(admin_client):
    index = "/admin/records/link-checks/"
    assert "No address was asked yet." in admin_client.get(index).content.decode()
    html = '<p><a href="https://gone.example/">x</a></p>'
    ArticlePageFactory(title="Six slow breaths", body=[("section", RichText(html))])
    LinkCheck.objects.update(failures=2, status=404, checked_at=timezone.now())
    for query in ("", "?q=breaths", "?status__exact=404"):
        listed = admin_client.get(index + query).content.decode()
        assert "https://gone.example/" in listed and "Nobody answers" in listed
    assert "gone.example" not in admin_client.get(f"{index}?q=nowhere").content.decode()
    [check] = LinkCheck.objects.all()
    assert "Six slow breaths" in admin_client.get(f"{index}inspect/{check.pk}/").content.decode()
    answer = b"".join(admin_client.get(f"{index}?export=csv").streaming_content).decode()
    assert "Six slow breaths" in answer and "404" in answer


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_text_is_a_formula(text):
    assert plain(text) == f"'{text}"
    assert plain(-1) == -1 and plain("a=b") == "a=b"


def test_the_spreadsheet_runs_nothing(admin_client, link):
    answer = b"".join(admin_client.get(f"{INDEX}?export=csv").streaming_content).decode()
    [row] = csv.DictReader(StringIO(answer))
    assert "'=cmd|'/c calc'!A1" in row.values()
    assert link.token_hash not in answer
    assert admin_client.get(f"{INDEX}?export=xlsx").status_code == 200


@pytest.mark.parametrize("url", ["/admin/snippets/catalogue/product/", "/admin/deleted/", "/admin/changes-to-many/"])
def test_nor_does_that_of_any_other_list(admin_client, admin_user, url):
    article = ArticlePageFactory(title="=1+1")
    ProductFactory(name="=1+1", merchant__name="@SUM(A1)")
    kind = ContentType.objects.get_for_model(article)
    BulkChange.objects.create(user=admin_user, kind=kind, summary="=1+1")
    article.delete()
    answer = b"".join(admin_client.get(f"{url}?export=csv").streaming_content).decode()
    [row] = csv.DictReader(StringIO(answer))
    assert "'=1+1" in row.values()
    assert not [value for value in row.values() if value.startswith(("=", "@"))]


def test_the_menu_and_the_list_are_for_whom_has_the_right(client, colleague, link):
    assert INDEX not in client.get("/admin/").content.decode()
    assert client.get(INDEX).status_code == 302
    assert client.get(f"{INDEX}?export=csv").status_code == 302
    assert client.get(f"{INDEX}inspect/{link.pk}/").status_code == 302
    colleague.permissions.add(Permission.objects.get(codename="view_reviewlink"))
    assert INDEX in client.get("/admin/").content.decode()
    assert "Six slow breaths" in client.get(INDEX).content.decode()
    assert client.post(f"/admin/review/links/{link.pk}/withdraw/").status_code == 302
    link.refresh_from_db()
    assert not link.revoked_at


def test_a_link_is_withdrawn_from_the_list(client, colleague, link):
    for codename in ("view_reviewlink", "change_reviewlink"):
        colleague.permissions.add(Permission.objects.get(codename=codename))
    address = f"/admin/review/links/{link.pk}/withdraw/"
    assert address in client.get(INDEX).content.decode()
    assert "Leave it open" in client.get(address).content.decode()
    assert client.post(address, {"next": INDEX})["Location"] == INDEX
    link.refresh_from_db()
    assert link.revoked_at
    assert client.post(address, {"next": "https://elsewhere.example/"})["Location"].startswith("/admin/")
