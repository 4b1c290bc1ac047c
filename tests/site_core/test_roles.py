"""The five roles: made by migrate, kept, and as the handbook's table says at every address of the admin."""

import json
import re
from importlib import import_module

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.template.response import SimpleTemplateResponse
from django.test import Client
from wagtail.models import GroupApprovalTask, GroupPagePermission, Page, Workflow

from blog.models import ArticlePage
from site_core import roles
from site_core.models import User
from tests import canaries
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    CategoryIndexPageFactory,
    ShopPageFactory,
    first_or_make,
)
from tests.matrix import addresses, rooms, sections
from tests.matrix.asking import undone

pytestmark = pytest.mark.django_db

NAMES = [role.name for role in roles.ROLES]
NOT_ASKED = {"admin/logout/", "admin/failwhale/", "admin/login/"}
# These answer whoever sees the page in the list of pages, and say no more than the list does.
AS_THE_LIST = {  # they answer whoever sees this page in a list
    "admin/choose-page/<int:parent_page_id>/",
    "admin/pages/<int:page_to_move_id>/move/<int:destination_id>/confirm/",
    "admin/pages/workflow/confirm_cancellation/<int:page_id>/",
}
SAYS_NOTHING = {404, 405}  # no such thing, whoever asks


def person(name):
    user = User.objects.create_user(name.replace(" ", "."), f"{name[:3]}@example.com", "a long walk by the sea")
    user.groups.add(Group.objects.get(name=name))
    return user


def login(user):
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def is_let_in(response):
    """Wagtail refuses with 403, or sends one home with a message."""
    return response.status_code != 403 and response.get("Location", "").split("?")[0] != "/admin/"


def test_every_address_lets_in_whom_the_handbook_says(monkeypatch):
    first_or_make(ShopPageFactory)
    ours, _editor = sections.make_a()
    made = sections.make_b(canaries.Words())
    asked = one_address_a_route(ours, made)
    assert [route for route in asked if rooms.room_of(route) is None] == [], "say in tests/matrix/rooms.py whose it is"
    assert set(rooms.table()) == set(rooms.ROOMS)
    monkeypatch.setattr(SimpleTemplateResponse, "render", drawn_empty)  # who is let in is decided by then
    let_in = {name: ask_all(login(person(name)), asked) for name in NAMES}
    faults = []
    for route in asked:
        answers = {name: let_in[name][route] for name in NAMES if let_in[name][route] is not None}
        said = {name: rooms.table()[rooms.room_of(route)][name] == "yes" for name in answers}
        if answers != said and any(answers.values()):
            faults.append(f"{route}: {[name for name in answers if answers[name] != said[name]]}")
    assert not faults, "\n".join(faults)
    assert len(asked) > 250


def one_address_a_route(ours, made):
    """For each pattern one address, of something of somebody else's if it names a thing."""
    found = {}
    for address in addresses.addresses(ours, made):
        if address.route in NOT_ASKED or address.route in AS_THE_LIST:
            continue
        if address.about_b or address.route not in found:
            found[address.route] = address
    return found


def drawn_empty(response):
    response.content = ""
    return response


def ask_all(client, asked):
    """Route -> whether it let this client in; None where there is nothing to be let into."""
    answers = {}
    for route, address in asked.items():
        with undone():
            response = client.get(address.url)
        leads_on = response.status_code == 302 and is_let_in(response)
        answers[route] = None if leads_on or response.status_code in SAYS_NOTHING else is_let_in(response)
    return answers


@pytest.mark.parametrize("name", NAMES)
def test_every_entry_of_the_menu_opens(name):
    first_or_make(ArticleIndexPageFactory)
    first_or_make(ShopPageFactory)
    client = login(person(name))
    home = BeautifulSoup(client.get("/admin/").content, "html.parser")
    menu = home.find(id="wagtail-sidebar-props").string
    links = {link for link in re.findall(r'"(?:url|href)": "(/admin/[^"]*)"', menu) if "logout" not in link}
    assert json.loads(menu) and "/admin/account/" in links
    assert [link for link in sorted(links) if not is_let_in(client.get(link))] == []


def test_a_writer_works_on_own_drafts_only():
    index = first_or_make(ArticleIndexPageFactory)
    writer = person("Writer")
    own = index.add_child(instance=ArticlePage(title="Mine", owner=writer, live=False))
    other = index.add_child(instance=ArticlePage(title="Not mine", live=False))
    assert own.permissions_for_user(writer).can_edit()
    assert own.permissions_for_user(writer).can_delete()
    assert not own.permissions_for_user(writer).can_publish()
    assert not other.permissions_for_user(writer).can_edit()
    assert not first_or_make(ShopPageFactory).permissions_for_user(writer).can_add_subpage()


def test_a_reviewer_opens_what_is_in_review():
    article = ArticlePageFactory(draft=True)
    client = login(person("Reviewer"))
    assert not is_let_in(client.get(f"/admin/pages/{article.pk}/edit/"))
    article.get_workflow().start(article, User.objects.create_user("somebody"))
    answer = client.get(f"/admin/pages/{article.pk}/edit/")
    assert "Approve" in answer.content.decode()


def test_keep_gives_back_and_takes_nothing():
    editor = Group.objects.get(name="Editor")
    lost = GroupPagePermission.objects.filter(group=editor).first()
    lost.delete()
    kept = GroupPagePermission.objects.create(
        group=Group.objects.get(name="Reviewer"), page=Page.get_first_root_node(), permission=lost.permission
    )
    call_command("keep_roles", stdout=None)
    assert GroupPagePermission.objects.filter(group=editor, page=lost.page, permission=lost.permission).exists()
    assert GroupPagePermission.objects.filter(pk=kept.pk).exists()
    assert roles.keep() == []


def test_reviewers_answer_the_first_step_and_editors_the_last():
    [workflow] = Workflow.objects.filter(active=True)
    answered = [
        (task.name, sorted(GroupApprovalTask.objects.get(pk=task.pk).groups.values_list("name", flat=True)))
        for task in workflow.tasks
    ]
    assert workflow.name == "Review"
    assert answered == [
        ("Review", ["Administrator", "Editor", "Reviewer"]),
        ("Publication", ["Administrator", "Editor"]),
    ]


def test_no_group_of_wagtails_stands_beside_the_roles_unless_somebody_is_in_it():
    assert sorted(Group.objects.values_list("name", flat=True)) == sorted(NAMES)
    migration = import_module("site_core.workflow.migrations.0002_house_review")
    for name in migration.STOCK:
        Group.objects.create(name=name)
    User.objects.create_user("old").groups.add(Group.objects.get(name="Moderators"))
    migration.remove_stock_groups(apps, None)
    assert set(Group.objects.values_list("name", flat=True)) - set(NAMES) == {"Moderators"}


def test_a_category_is_begun_by_who_publishes():
    place = first_or_make(CategoryIndexPageFactory)
    add = f"/admin/pages/add/blog/categorypage/{place.pk}/"
    assert [is_let_in(login(person(name)).get(add)) for name in ("Writer", "Editor")] == [False, True]
