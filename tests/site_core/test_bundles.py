"""A bundle is published at one moment: all of it or nothing."""

import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from wagtail.models import GroupPagePermission, ModelLogEntry
from wagtail.rich_text import RichText

from blog.models import ArticlePage
from site_core.bundles import publishing
from site_core.bundles.models import Bundle, BundleArticle, BundleMenu, BundleProduct, State
from site_core.gate.levels import Level
from site_core.gate.models import GateSettings
from site_core.models import User
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, MenuFactory, ProductFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss():
    return User.objects.create_superuser("boss", "boss@example.com", "a long walk by the sea")


def bundle_of(*members, **fields):
    bundle = Bundle.objects.create(name="Spring issue", **fields)
    for member in members:
        kind = member._meta.model_name.removesuffix("page")
        row = {"article": BundleArticle, "product": BundleProduct, "menu": BundleMenu}[kind]
        row.objects.create(bundle=bundle, **{kind: member})
    return bundle


def three(**fields):
    return ArticlePageFactory(draft=True, **fields), ProductFactory(draft=True), MenuFactory(draft=True)


def live(*members):
    return [type(member)._base_manager.get(pk=member.pk).live for member in members]


def tick():
    call_command("publish_scheduled", verbosity=0, stdout=StringIO())


def later(bundle, minutes=1):
    """The planned time has come."""
    Bundle.objects.filter(pk=bundle.pk).update(publish_at=timezone.now() - timedelta(minutes=minutes))


def test_all_at_once(boss):
    members = three()
    bundle = bundle_of(*members)
    assert live(*members) == [False, False, False]
    assert publishing.publish(bundle.pk, boss)
    assert live(*members) == [True, True, True]
    bundle.refresh_from_db()
    assert bundle.state == State.PUBLISHED and bundle.published_at
    assert ModelLogEntry.objects.filter(action="bundles.publish", user=boss).count() == 1
    assert not publishing.publish(bundle.pk, boss)


def test_nothing_if_one_is_refused(boss):
    article, _product, menu = three()
    product = ProductFactory(draft=True, name="Bowl", price=None)
    bundle = bundle_of(article, menu, product)
    with pytest.raises(publishing.Refused) as caught:
        publishing.publish(bundle.pk, boss)
    assert caught.value.reasons == ["“Bowl”: Price: This field cannot be blank."]
    assert live(article, product, menu) == [False, False, False]


def test_the_gate_holds_a_bundle_and_knows_what_goes_with_it(boss):
    settings = GateSettings.load()
    settings.levels = {"dead_link": Level.MUST_FIX}
    settings.save()
    second = ArticlePageFactory(draft=True, title="Second")
    link = RichText(f'<p><a linktype="page" id="{second.pk}">x</a></p>')
    first = ArticlePageFactory(draft=True, title="First", body=[("section", link)])
    with pytest.raises(publishing.Refused, match=r"“First”.*never published"):
        publishing.publish(bundle_of(first).pk, boss)
    assert publishing.publish(bundle_of(first, second).pk, boss)
    assert live(first, second) == [True, True]


def test_an_empty_bundle_is_refused(boss):
    with pytest.raises(publishing.Refused):
        publishing.publish(bundle_of().pk, boss)


def test_a_time_of_its_own_does_not_keep_a_member_back(boss):
    article = ArticlePageFactory(draft=True, go_live_at=timezone.now() + timedelta(days=9))
    publishing.publish(bundle_of(article).pk, boss)
    assert live(article) == [True]


def test_planned_for_a_time(boss):
    members = three()
    bundle = bundle_of(*members, publish_at=timezone.now() + timedelta(hours=1))
    publishing.plan(bundle.pk, boss)
    tick()
    assert live(*members) == [False, False, False]
    later(bundle, minutes=180)
    tick()
    assert live(*members) == [True, True, True]
    tick()
    assert Bundle.objects.get().state == State.PUBLISHED


def test_what_is_written_after_planning_does_not_slip_in(boss):
    article = ArticlePageFactory(draft=True, title="As planned")
    bundle = bundle_of(article, publish_at=timezone.now() + timedelta(hours=1))
    publishing.plan(bundle.pk, boss)
    article.title = "Second thoughts"
    article.save_revision(overwrite_revision=article.latest_revision)
    later(bundle)
    tick()
    assert ArticlePage.objects.public().get().title == "As planned"


def test_a_time_in_the_past_is_not_planned(boss):
    for when in (None, timezone.now() - timedelta(minutes=1)):
        with pytest.raises(publishing.Refused):
            publishing.plan(bundle_of(*three(), publish_at=when).pk, boss)


def test_refused_when_due_says_why(boss):
    members = three()
    bundle = bundle_of(*members, publish_at=timezone.now() + timedelta(hours=1))
    publishing.plan(bundle.pk, boss)
    boss.is_active = False
    boss.save()
    later(bundle)
    tick()
    bundle.refresh_from_db()
    assert bundle.state == State.FAILED
    assert len(bundle.reasons) == 3 and "boss may not publish it" in bundle.reasons[0]
    assert live(*members) == [False, False, False]


def section_editor(page):
    """May publish below this page, and use bundles, and nothing else."""
    user = User.objects.create_user("ed", "ed@example.com", "a long walk by the sea")
    group = Group.objects.create(name="Section")
    rights = Permission.objects.filter(codename__in=["add_bundle", "change_bundle", "view_bundle", "access_admin"])
    group.permissions.add(*rights)
    for codename in ("add_page", "change_page", "publish_page"):
        permission = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=page, permission=permission)
    user.groups.add(group)
    return user


def test_one_needs_the_right_to_publish_every_member():
    article, product, _menu = three()
    user = section_editor(article.get_parent())
    with pytest.raises(publishing.Refused, match="ed may not publish it"):
        publishing.publish(bundle_of(article, product).pk, user)
    assert live(article, product) == [False, False]
    assert publishing.publish(bundle_of(article).pk, user)


def test_the_form_takes_no_member_that_its_choosers_do_not_offer(client):
    own, product, menu = three()
    elsewhere = ArticlePageFactory(draft=True, title="Of others", parent=ArticleIndexPageFactory(slug="elsewhere"))
    live_product = ProductFactory()
    client.force_login(section_editor(own.get_parent()))
    for member in (elsewhere, product, menu):
        assert str(member) not in add(client, member)
    assert not Bundle.objects.exists()
    add(client, own)
    add(client, live_product)
    assert [row.member for bundle in Bundle.objects.order_by("pk") for row in bundle.rows()] == [own, live_product]


def test_a_member_that_is_deleted_leaves_the_bundle(boss):
    article, product, _menu = three()
    bundle = bundle_of(article, product, publish_at=timezone.now() + timedelta(hours=1))
    publishing.plan(bundle.pk, boss)
    product.delete()
    later(bundle)
    tick()
    assert live(article) == [True]


def no_rows():
    return {
        f"{name}-{field}": value
        for name in ("articles", "products", "menus")
        for field, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}.items()
    }


def add(client, member):
    """Send the form of a new bundle with this member, and return the page that follows."""
    kind = member._meta.model_name.removesuffix("page")
    row = {f"{kind}s-TOTAL_FORMS": 1, f"{kind}s-0-{kind}": member.pk, f"{kind}s-0-ORDER": 1}
    sent = no_rows() | {"name": "Spring issue", "publish_at": ""} | row
    return client.post("/admin/snippets/bundles/bundle/add/", sent, follow=True).content.decode()


def edit(client, bundle, **buttons):
    rows = no_rows()
    when = bundle.publish_at and timezone.localtime(bundle.publish_at).strftime("%Y-%m-%d %H:%M")
    rows |= {"name": bundle.name, "publish_at": when or "", **buttons}
    return client.post(f"/admin/snippets/bundles/bundle/edit/{bundle.pk}/", rows, follow=True).content.decode()


def test_in_the_admin(admin_client):
    members = three()
    bundle = bundle_of(*members, publish_at=timezone.now() + timedelta(hours=1))
    assert "is planned." in edit(admin_client, bundle, **{"action-plan-bundle": "1"})
    assert "not planned any more" in edit(admin_client, bundle)
    assert Bundle.objects.get().state == State.OPEN
    html = edit(admin_client, bundle, **{"action-publish-bundle": "1"})
    assert "is published." in html and "Publish all now" not in html
    assert live(*members) == [True, True, True]


def test_the_form_says_how_each_member_stands(admin_client):
    bundle = bundle_of(ProductFactory(draft=True, name="Bowl", price=None), MenuFactory(draft=True, name="Foot"))
    html = admin_client.get(f"/admin/snippets/bundles/bundle/edit/{bundle.pk}/").content.decode()
    assert "Price: This field cannot be blank." in html
    assert "Nothing was published or planned." in edit(admin_client, bundle, **{"action-publish-bundle": "1"})


def test_readers_see_nothing_of_it():
    from site_core import policies

    assert not [model for model in policies.readable_models() if model._meta.app_label in ("bundles", "gate")]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_at_once():
    """Two workers, or a worker and an editor: one publishes, the other finds it done."""
    boss = User.objects.create_superuser("boss", "boss@example.com", "a long walk by the sea")
    members = three()
    bundle = bundle_of(*members)
    done, start = [], threading.Barrier(2)

    def run():
        start.wait()
        try:
            done.append(publishing.publish(bundle.pk, boss))
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False, True]
    assert live(*members) == [True, True, True]
    assert ModelLogEntry.objects.filter(action="bundles.publish").count() == 1
