"""The admin's first page says what waits, to whom it is work, and in few queries."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Comment, GroupPagePermission, Page, PageLogEntry, TaskState, Workflow
from wagtail.rich_text import RichText

from blog.models import ArticlePage
from site_core.bundles.models import Bundle, State
from site_core.gate.models import LinkCheck
from site_core.models import User
from tests.factories import ArticlePageFactory, CategoryPageFactory, ProductFactory
from tests.schedules import plan

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def person(name, page=None, rights=("add", "change", "publish"), models=()):
    """Somebody with these rights below a page, and their browser."""
    user = User.objects.create_user(name.lower(), f"{name.lower()}@example.com", first_name=name)
    group = Group.objects.create(name=f"The like of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights if page else ():
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    group.permissions.add(*Permission.objects.filter(content_type__model__in=models))
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return user, client


def desk(client):
    """Section name -> [(title, note, address)] of the first page, and its quiet lines."""
    response = client.get("/admin/")
    assert response.status_code == 200
    [panel] = [panel for panel in response.context["panels"] if getattr(panel, "name", "") == "queue"]
    context = panel.get_context_data({})
    for said in [*context["busy"], *context["idle"]]:
        assert str(said.heading if said.first else said.quiet).replace("’", "’") in response.content.decode()
    return {
        section.name: [(row.title, row.note, row.url) for row in section.first]
        for section in [*context["busy"], *context["idle"]]
    }


@pytest.fixture
def editor():
    return person("Robin", Page.get_first_root_node(), models=["product", "bundle"])


@pytest.fixture
def moderated(editor):
    """The house's workflow, with the editor among those who answer."""
    user, client = editor
    workflow = Workflow.objects.get()
    for task in workflow.tasks:
        task.specific.groups.set(user.groups.all())
    return workflow, user, client


def test_an_empty_desk_is_warm_and_quiet(editor):
    _user, client = editor
    page = client.get("/admin/").content.decode()
    assert "Nobody is waiting for you." in page
    assert "Every link between your pages leads somewhere." in page
    assert '<ul class="queue__rows"' not in page


def test_it_stands_in_the_place_of_wagtails_lists(moderated):
    workflow, _user, client = moderated
    writer, _ = person("Wren", Page.get_first_root_node(), ["add"])
    article = ArticlePageFactory(draft=True, title="Six slow breaths", owner=writer)
    workflow.start(article, writer)
    page = client.get("/admin/").content.decode()
    assert page.count("Six slow breaths") == 1
    assert "Awaiting your review" not in page and "Your most recent edits" not in page


def test_what_waits_for_me_and_with_whom_mine_lies(moderated):
    workflow, robin, at_desk = moderated
    wren, at_home = person("Wren", Page.get_first_root_node(), ["add"])
    article = ArticlePageFactory(draft=True, title="Six slow breaths", owner=wren)
    article.save_revision(user=wren)
    edit = f"/admin/pages/{article.pk}/edit/"
    assert desk(at_home)["drafts"] == [("Six slow breaths", "Article, last saved on", edit)]
    workflow.start(article, wren)
    assert desk(at_desk)["waiting"] == [("Six slow breaths", "Wren asked you to look on", edit)]
    assert desk(at_desk)["drafts"] == []
    assert desk(at_home)["waiting"] == desk(at_home)["drafts"] == []
    assert desk(at_home)["review"] == [("Six slow breaths", "With The like of Robin since", edit)]

    note = Comment.objects.create(page=article.page_ptr, user=robin, text="Which?", contentpath="title")
    TaskState.objects.get().reject(user=robin, comment="It needs a kettle.")
    wanted = ("Six slow breaths", "Robin asks for changes: “It needs a kettle.”", f"{edit}?comment={note.pk}")
    assert desk(at_home)["review"] == [wanted]
    assert desk(at_desk)["waiting"] == []


def test_drafts_are_mine_and_unseen(editor):
    robin, client = editor
    ArticlePageFactory(title="Published").save_revision(user=robin).publish()
    ArticlePageFactory(draft=True, title="Another's")
    ArticlePageFactory(title="Public").save_revision(user=robin)
    ProductFactory(draft=True, name="Bowl").save_revision(user=robin)
    plan(ArticlePageFactory(draft=True, title="Planned", owner=robin), live_in=DAY)
    titles = [title for title, _note, _url in desk(client)["drafts"]]
    assert sorted(titles) == ["Another's", "Bowl", "Public"][1:]
    assert [title for title, _note, _url in desk(client)["scheduled"]] == ["Planned"]


def test_reviews_that_are_due_open_the_date(editor):
    _user, client = editor
    today = timezone.localdate()
    late, soon, later = [ArticlePageFactory(review_by=today + days * DAY) for days in (-1, 13, 20)]
    ArticlePageFactory(draft=True, review_by=today - DAY)
    found = desk(client)["due"]
    assert [title for title, _note, _url in found] == [late.title, soon.title]
    assert found[0][2] == f"/admin/pages/{late.pk}/edit/#:w:contentpath=review_by"
    assert later.title not in client.get("/admin/").content.decode()


def test_links_to_what_is_not_public_open_the_block(editor):
    _user, client = editor
    target = ArticlePageFactory(draft=True, title="Away")
    there = ArticlePageFactory(title="There")
    body = [("section", RichText(f'<p><a linktype="page" id="{page.pk}">on</a></p>')) for page in (there, target)]
    source = ArticlePageFactory(body=body)
    source.refresh_from_db()
    edit = f"/admin/pages/{source.pk}/edit/#:w:contentpath=body.{source.body[1].id}"
    assert desk(client)["links"] == [(source.title, "It leads to “Away”, which is not public", edit)]


def test_addresses_at_which_nobody_answers_open_the_block_until_it_is_mended(editor):
    _user, client = editor
    html = '<p><a href="https://gone.example/">x</a> <a href="https://here.example/">y</a></p>'
    source = ArticlePageFactory(body=[("section", RichText(html))])
    product = ProductFactory(outbound_url="https://gone.example/")
    ArticlePageFactory(draft=True, body=[("section", RichText(html))])
    LinkCheck.objects.filter(url="https://gone.example/").update(failures=2)
    source.refresh_from_db()
    said = "Nobody answers at https://gone.example/"
    in_text = (source.title, said, f"/admin/pages/{source.pk}/edit/#:w:contentpath=body.{source.body[0].id}")
    shop = f"/admin/snippets/catalogue/product/edit/{product.pk}/#:w:contentpath=outbound_url"
    assert sorted(desk(client)["addresses"]) == sorted([in_text, (product.name, said, shop)])
    source.body = [("section", RichText("<p>Without.</p>"))]
    source.save_revision().publish()
    assert desk(client)["addresses"] == [(product.name, said, shop)]


def test_what_was_refused_at_its_time_says_why_and_opens_the_field(editor):
    _user, client = editor
    article = plan(ArticlePageFactory(draft=True, title="Late"), live_in=DAY)
    ArticlePage.objects.update(category=None)
    revision = article.revisions.get(approved_go_live_at__isnull=False)
    revision.content["category"] = None
    revision.approved_go_live_at = timezone.now() - timedelta(minutes=2)
    revision.save()
    for _minute in range(2):
        with pytest.raises(CommandError):
            call_command("publish_scheduled", verbosity=0, stdout=StringIO())
    [(title, note, url)] = desk(client)["scheduled"]
    assert title == "Late" and "Choose a main category" in note
    assert url == f"/admin/pages/{article.pk}/edit/#:w:contentpath=category"
    assert PageLogEntry.objects.filter(action="schedule.refuse", page=article.pk).count() == 1
    history = client.get(f"/admin/pages/{article.pk}/history/").content.decode()
    assert "Could not be published at its time" in history and "Choose a main category" in history


def test_bundles_that_wait_and_those_that_failed():
    _user, client = person("Robin", Page.get_first_root_node(), models=["bundle"])
    soon = timezone.now() + DAY
    planned = Bundle.objects.create(name="Spring", state=State.PLANNED, publish_at=soon)
    failed = Bundle.objects.create(name="Winter", state=State.FAILED, publish_at=soon, reasons=["“Bowl”: No price."])
    Bundle.objects.create(name="Summer")
    [spring, winter] = desk(client)["bundles"]
    edit = "/admin/snippets/bundles/bundle/edit/"
    assert spring == ("Spring", "All of it goes live", f"{edit}{planned.pk}/#:w:contentpath=publish_at")
    assert winter[2] == f"{edit}{failed.pk}/" and "“Bowl”: No price." in winter[1]
    month = client.get(f"/admin/queue/calendar/?month={soon:%Y-%m}").content.decode()
    assert f'href="{edit}{planned.pk}/">Spring<' in month and "Winter" not in month


def test_stale_products_open_what_is_stale(editor):
    _user, client = editor
    long_ago = timezone.localdate() - timedelta(days=91)
    ProductFactory()
    stale = {
        "price_checked_on": ProductFactory(price_checked_on=long_ago),
        "availability": ProductFactory(availability="sold_out"),
        "outbound_url": ProductFactory(outbound_url=""),
    }
    found = {url.partition("=")[2]: title for title, _note, url in desk(client)["products"]}
    assert found == {name: product.name for name, product in stale.items()}


def test_many_are_cut_off_and_stand_in_a_list_of_their_own(editor):
    _user, client = editor
    yesterday = timezone.localdate() - DAY
    for _ in range(10):
        ArticlePageFactory(review_by=yesterday)
    page = client.get("/admin/").content.decode()
    assert page.count("Was to be reviewed by") == 8
    assert 'href="/admin/queue/due/">All 10<' in page
    assert client.get("/admin/queue/due/").content.decode().count("Was to be reviewed by") == 10
    assert client.get("/admin/queue/due/?page=x").status_code == 404


@pytest.mark.parametrize("times", [1, 12])
def test_queries_do_not_grow(moderated, times):
    workflow, robin, client = moderated
    wren, at_home = person("Wren", Page.get_first_root_node(), ["add"])
    target = ArticlePageFactory(draft=True)
    link = [("section", RichText(f'<p><a linktype="page" id="{target.pk}">on</a></p>'))]
    for _ in range(times):
        ArticlePageFactory(body=link, review_by=timezone.localdate())
        ProductFactory(availability="sold_out", outbound_url="https://gone.example/")
        Bundle.objects.create(name="Spring", state=State.PLANNED, publish_at=timezone.now())
        ArticlePageFactory(draft=True, owner=robin)
        plan(ArticlePageFactory(draft=True), live_in=DAY)
        for one in (wren, robin):
            article = ArticlePageFactory(draft=True, owner=one)
            workflow.start(article, one)
    LinkCheck.objects.update(failures=2)
    for browser in (client, at_home):
        browser.get("/admin/")
        with CaptureQueriesContext(connection) as queries:
            browser.get("/admin/")
        assert len(queries) <= 21 + 12, "\n".join(query["sql"][:200] for query in queries)


def test_an_editor_of_one_section_sees_that_section():
    theirs, ours = CategoryPageFactory(title="Theirs"), CategoryPageFactory(title="Ours")
    _user, client = person("Robin", ours)
    long_ago = timezone.localdate() - DAY
    secret = ArticlePageFactory(draft=True, title="Secret")
    link = [("section", RichText(f'<p><a linktype="page" id="{secret.pk}">on</a></p>'))]
    ArticlePageFactory(title="Not mine", review_by=long_ago, body=link)
    ProductFactory(name="Not mine either", availability="sold_out")
    plan(ArticlePageFactory(draft=True, title="Not mine, planned"), live_in=DAY)
    page = client.get("/admin/").content.decode()
    assert "Not mine" not in page and "Secret" not in page
    assert "products" not in desk(client)
    assert client.get("/admin/queue/products/").status_code == 302
    assert "Not mine" not in client.get("/admin/queue/scheduled/").content.decode()
    assert theirs.title not in page


def test_a_link_of_mine_to_a_strangers_draft_does_not_name_it(editor):
    section = CategoryPageFactory(title="Ours")
    _user, client = person("Wren", section)
    secret = ArticlePageFactory(draft=True, title="Secret")
    section.introduction = f'<p><a linktype="page" id="{secret.pk}">on</a></p>'
    section.save_revision().publish()
    assert [note for _title, note, _url in desk(client)["links"]] == ["It leads to a page that is not public"]


def test_nobody_else_sees_it(client):
    for name in ("", "queue/due/", "queue/drafts/"):
        response = client.get(f"/admin/{name}")
        assert response.status_code == 302 and "/admin/login/" in response.url
