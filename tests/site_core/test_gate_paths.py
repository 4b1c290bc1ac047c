"""Whatever path leads to publication: what must be fixed stops it, and the sentence is said."""

from datetime import timedelta
from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, PageLogEntry, Workflow, WorkflowTask
from wagtail.rich_text import RichText
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import ArticlePage
from catalogue.models import Product, ProductImage
from site_core.bulk.carrying import carry_out
from site_core.bulk.models import BulkChange, BulkRow
from site_core.bundles import publishing
from site_core.bundles.models import Bundle, BundleArticle, BundleProduct
from site_core.gate.levels import Level
from site_core.gate.models import GateSettings
from site_core.models import NotPublishable
from site_core.review import answers, drafts, links
from site_core.review.models import ReviewLink, ReviewLinkTask
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    CategoryPageFactory,
    ProductFactory,
    SiteImageFactory,
)

pytestmark = pytest.mark.django_db

SAID = "promises more than we can know"
NOTHING = inline_formset([])
DAY = timedelta(days=1)


def be_strict(**levels):
    settings = GateSettings.load()
    settings.levels |= levels or {"claims": Level.MUST_FIX}
    settings.save()


@pytest.fixture
def refused():
    """An article that is complete but for words that must be fixed."""
    be_strict()
    return ArticlePageFactory(draft=True, title="Bold", body=[("section", RichText("<p>It cures.</p>"))])


@pytest.fixture
def bowl():
    """A product of which the same is to be said."""
    be_strict()
    return ProductFactory(draft=True, pictures=[SiteImageFactory()], description="<p>It cures.</p>")


def is_live(obj):
    obj.refresh_from_db()
    return obj.live


def errors_of(act):
    """What `act` is refused with."""
    with pytest.raises((NotPublishable, publishing.Refused)) as caught:
        act()
    return str(caught.value)


def article_form(made, html, *blocks, **fields):
    streams = {"body": streamfield([("section", rich_text(html)), *blocks]), "sources": streamfield([])}
    rows = dict.fromkeys(("article_authors", "product_picks", "related_articles", "comments"), NOTHING)
    plain = {"title": made.title, "slug": made.slug, "category": made.category_id, "published_on": "2026-01-01"}
    return nested_form_data({**plain, **streams, **rows, **fields})


def product_form(made, **row):
    [picture] = made.gallery.all()
    rows = inline_formset([{"id": "", "image": picture.image_id, "kind": "cut-out", **row}])
    rest = {"specification": streamfield([]), "gallery": rows, "currency": "GBP"}
    names = ("name", "slug", "price", "category_id", "merchant_id", "outbound_url", "price_checked_on", "availability")
    plain = {name.removesuffix("_id"): getattr(made, name) for name in names}
    return nested_form_data({**plain, **rest, "description": rich_text(made.description), "action-publish": "1"})


# Each tries to publish, and gives what is said instead.


def the_form(obj, admin_client, **_):
    form = article_form(obj, "<p>It cures.</p>", **{"action-publish": "1"})
    response = admin_client.post(f"/admin/pages/{obj.pk}/edit/", form)
    assert response.context["form"].errors.keys() == {"body"}
    return response.content.decode()


def the_form_of_a_new_one(obj, admin_client, **_):
    form = article_form(obj, "<p>It cures.</p>", **{"action-publish": "1", "slug": "another"})
    return admin_client.post(f"/admin/pages/add/blog/articlepage/{obj.get_parent().pk}/", form).content.decode()


def the_form_of_a_product(obj, admin_client, **_):
    url = f"/admin/snippets/catalogue/product/edit/{obj.pk}/"
    return admin_client.post(url, product_form(obj, alt="A bowl")).content.decode()


def many_at_once(obj, admin_client, **_):
    url = f"/admin/bulk/wagtailcore/page/publish/?id={obj.pk}"
    return admin_client.post(url, {"include_descendants": ""}, follow=True).content.decode()


def a_branch_at_once(obj, admin_client, **_):
    url = f"/admin/bulk/wagtailcore/page/publish/?id={obj.get_parent().pk}"
    return admin_client.post(url, {"include_descendants": "on"}, follow=True).content.decode()


def a_version(obj, **_):
    return errors_of(obj.latest_revision.publish)


def a_schedule(obj, **_):
    obj.go_live_at = timezone.now() + DAY
    said = errors_of(obj.save_revision().publish)
    assert not obj.revisions.filter(approved_go_live_at__isnull=False).exists()
    return said


def step_of(task, obj, user):
    workflow = Workflow.objects.create(name="Second look")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow.start(obj, user)


def an_approval(obj, admin_client, admin_user, **_):
    task = GroupApprovalTask.objects.create(name="Second pair of eyes")
    task.groups.add(Group.objects.create(name="Readers"))
    state = step_of(task, obj, admin_user)
    url = f"/admin/pages/workflow/action/{obj.pk}/approve/{state.current_task_state.pk}/"
    said = admin_client.post(url, follow=True).content.decode()
    state.refresh_from_db()
    assert state.status == state.STATUS_IN_PROGRESS
    return said


def an_approval_for_a_guest(obj, admin_client, admin_user, **_):
    state = step_of(ReviewLinkTask.objects.create(name="A guest"), obj, admin_user)
    assert "Approve for the guest" in admin_client.get(f"/admin/pages/{obj.pk}/edit/").content.decode()
    url = f"/admin/pages/workflow/action/{obj.pk}/approve/{state.current_task_state.pk}/"
    return admin_client.post(url, follow=True).content.decode()


def a_guests_approval(obj, admin_user, **_):
    step_of(ReviewLinkTask.objects.create(name="A guest"), obj, admin_user)
    links.share(obj, admin_user, days=7)
    link = ReviewLink.objects.get()
    answers.approve(link, drafts.newest(link.target), answers.Said("Anna"))
    return PageLogEntry.objects.get(action="review.hindered").data["comment"]


def a_bundle(obj, admin_user, **_):
    bundle = Bundle.objects.create(name="Spring issue")
    row, kind = (BundleArticle, "article") if isinstance(obj, Page) else (BundleProduct, "product")
    row.objects.create(bundle=bundle, **{kind: obj})
    return errors_of(lambda: publishing.publish(bundle.pk, admin_user))


def the_api(obj, admin_client, **_):
    response = admin_client.post(f"/admin/api/main/pages/{obj.pk}/action/publish/", {}, content_type="application/json")
    assert response.status_code == 400
    return response.content.decode()


FOR_ARTICLES = [
    the_form, the_form_of_a_new_one, many_at_once, a_branch_at_once, a_version, a_schedule, an_approval,
    an_approval_for_a_guest, a_guests_approval, a_bundle, the_api,
]  # fmt: skip
FOR_PRODUCTS = [the_form_of_a_product, a_version, a_schedule, a_bundle]


@pytest.mark.parametrize("way", FOR_ARTICLES)
def test_an_article_is_refused(refused, admin_client, admin_user, way):
    assert SAID in way(refused, admin_client=admin_client, admin_user=admin_user)
    assert not is_live(refused)
    assert not ArticlePage.objects.filter(live=True).exists()


@pytest.mark.parametrize("way", FOR_PRODUCTS)
def test_a_product_is_refused(bowl, admin_client, admin_user, way):
    assert SAID in way(bowl, admin_client=admin_client, admin_user=admin_user)
    assert not is_live(bowl)


def test_the_command_that_imports_is_refused(tmp_path):
    be_strict()
    ArticleIndexPageFactory()
    CategoryPageFactory(slug="uncategorised")
    file = tmp_path / "bold.txt"
    file.write_text("Bold\n\nA word before.\n\nWhat it does\n\nIt cures.\n")
    with pytest.raises(CommandError, match=SAID):
        call_command("import_article", file, "--publish", stdout=StringIO())
    assert not ArticlePage.objects.filter(live=True).exists()
    call_command("import_article", file, stdout=StringIO())
    assert not ArticlePage.objects.get().live


def test_what_is_live_is_not_published_anew_by_a_change_to_many(admin_user):
    made = ArticlePageFactory(body=[("section", RichText("<p>It cures.</p>"))])
    be_strict()
    kind = ContentType.objects.get_for_model(ArticlePage)
    change = BulkChange.objects.create(user=admin_user, kind=kind, values={"review_by": "2030-01-01"})
    row = BulkRow.objects.create(change=change, object_id=made.pk, title=made.title)
    assert carry_out(change, seconds=60)
    row.refresh_from_db()
    assert row.state == BulkRow.State.INCOMPLETE and SAID in row.note
    assert ArticlePage.objects.get().review_by is None


def test_the_moment_of_a_schedule_asks_again():
    made = ArticlePageFactory(draft=True, body=[("section", RichText("<p>It cures.</p>"))])
    made.go_live_at = timezone.now() + DAY
    made.save_revision().publish()
    made.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    be_strict()
    with pytest.raises(CommandError):
        call_command("publish_scheduled", verbosity=0, stdout=StringIO())
    assert not is_live(made)
    be_strict(claims=Level.ADVICE)
    call_command("publish_scheduled", verbosity=0, stdout=StringIO())
    assert is_live(made)


@pytest.mark.parametrize("action", ["copy", "create_alias"])
def test_the_api_makes_no_public_copy(refused, admin_client, action):
    Page.objects.filter(pk=refused.pk).update(live=True)
    url = f"/admin/api/main/pages/{refused.pk}/action/{action}/"
    response = admin_client.post(url, {"recursive": False}, content_type="application/json")
    assert response.status_code == 400 and SAID in response.content.decode()
    assert ArticlePage.objects.count() == 1


def test_a_copy_is_refused(refused, admin_client):
    Page.objects.filter(pk=refused.pk).update(live=True)
    fields = {"new_title": "Copy", "new_slug": "copy", "new_parent_page": refused.get_parent().pk}
    admin_client.post(f"/admin/pages/{refused.pk}/copy/", fields | {"publish_copies": "on"})
    assert ArticlePage.objects.count() == 1
    admin_client.post(f"/admin/pages/{refused.pk}/copy/", fields)
    assert ArticlePage.objects.filter(live=True).count() == 1
    assert ArticlePage.objects.count() == 2


def test_a_draft_always_saves(refused, admin_client):
    """With what must be fixed, with a picture that nobody described, and a figure that lacks all but itself."""
    picture = {"image": {"image": SiteImageFactory(description="").pk, "alt_text": ""}, "width": "normal"}
    figure = {"value": "1 in 4", "unit": "", "says": "", "source": "", "origin": ""}
    figures = {"count": 1, "0": {"deleted": "", "order": 0, "id": "", "value": figure}}
    blocks = [("image", {**picture, "caption": "", "credit": ""}), ("evidence", {"heading": "", "figures": figures})]
    url = f"/admin/pages/{refused.pk}/edit/"
    assert admin_client.post(url, article_form(refused, "<p>It cures.</p>", *blocks)).status_code == 302
    refused.refresh_from_db()
    draft = refused.get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["section", "image", "evidence"]
    with pytest.raises(NotPublishable, match=r"(?s)Say what is to be seen.*Say where the figure “1 in 4” comes from"):
        draft.latest_revision.publish()


def test_a_product_form_sees_the_rows_that_are_sent(admin_client):
    """A row that lacks words is refused, and one that was given them is not."""
    product = ProductFactory(draft=True, pictures=[SiteImageFactory(description="")], description="")
    url = f"/admin/snippets/catalogue/product/edit/{product.pk}/"
    response = admin_client.post(url, product_form(product, alt=""))
    assert response.context["form"].formsets["gallery"].non_form_errors() == [
        "Say what is to be seen in the picture, for people who cannot see it."
    ]
    assert not response.context["form"].non_field_errors()
    assert not is_live(product)
    response = admin_client.post(url, product_form(product, alt="A cup"))
    assert response.status_code == 302
    assert Product.objects.public().exists()
    assert ProductImage.objects.get().alt == "A cup"
