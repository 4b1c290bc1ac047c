"""What the house promises its editors, from the first to the last step, through the admin as people use it."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Site

from site_core.models import BrandSettings, User
from tests.browser.actions import act
from tests.factories import ArticlePageFactory, CategoryPageFactory, MenuFactory, ProductFactory, first_or_make
from tests.schedules import let_pass

HOUR = timedelta(hours=1)


def colleague(name, role):
    user = User.objects.create_user(name.lower(), f"{name.lower()}@example.com", first_name=name)
    user.groups.add(Group.objects.get(name=role))
    return user


def test_written_sent_back_mended_approved_published_and_read(page, desks):
    wren, robin, edith = colleague("Wren", "Writer"), colleague("Robin", "Reviewer"), colleague("Edith", "Editor")
    category = first_or_make(CategoryPageFactory)
    with desks(wren) as writing, desks(robin) as reading, desks(edith) as editing:
        writing.goto("/admin/")
        writing.locator(".desk-new").get_by_role("link", name="New article").click()
        writing.locator("#id_title").fill("Six slow breaths")
        writing.locator("#id_standfirst").fill("What a kettle can do.")
        writing.locator("#id_category-chooser [data-chooser-action-choose]").last.click()
        writing.locator(".modal-body").get_by_role("link", name=category.title).first.click()
        act(writing, "Submit to Review")
        expect(writing.get_by_text("is with its readers now")).to_be_visible()

        reading.goto("/admin/")
        reading.get_by_label("Waiting for you").get_by_role("link", name="Six slow breaths").click()
        act(reading, "Request changes")
        reading.get_by_label("Comment", exact=True).fill("A minute, not a kettle.")
        reading.locator(".modal").get_by_role("button", name="Request changes").click()
        expect(reading.get_by_text("You asked for changes in “Six slow breaths”")).to_be_visible()

        writing.goto("/admin/")
        in_review = writing.get_by_label("Being read by others")
        expect(in_review).to_contain_text("Robin asks for changes: “A minute, not a kettle.”")
        in_review.get_by_role("link", name="Six slow breaths").click()
        expect(
            writing.get_by_role("status").get_by_text("Robin asks for changes: “A minute, not a ket")
        ).to_be_visible()
        expect(writing.get_by_text("was never saved")).to_have_count(0)
        writing.locator("#id_standfirst").fill("What a minute can do.")
        act(writing, "Resubmit to Review")
        expect(writing.get_by_text("is with its readers now")).to_be_visible()

        reading.goto("/admin/")
        reading.get_by_label("Waiting for you").get_by_role("link", name="Six slow breaths").click()
        act(reading, "Approve")
        expect(reading.get_by_text("You approved “Six slow breaths”. An editor publishes it.")).to_be_visible()

        editing.goto("/admin/")
        editing.get_by_label("Waiting for you").get_by_role("link", name="Six slow breaths").click()
        act(editing, "Approve")
        expect(editing.get_by_text("You approved “Six slow breaths”, and readers see it now.")).to_be_visible()
        leads_to = editing.get_by_role("link", name="View live").get_attribute("href")
    page.goto(leads_to)
    expect(page.locator(".standfirst")).to_have_text("What a minute can do.")
    asked = "Wren asks you to look at “Six slow breaths”"
    assert sorted((message.to[0], message.subject) for message in mail.outbox) == [
        *[("edith@example.com", asked)] * 3,
        *[("robin@example.com", asked)] * 2,
        ("wren@example.com", "“Six slow breaths” needs something more"),
        ("wren@example.com", "“Six slow breaths” was approved"),
    ]


def test_goes_live_and_expires_by_itself(page, desks):
    article = ArticlePageFactory(draft=True, title="Spring")
    now = timezone.localtime().replace(second=0, microsecond=0)
    with desks(colleague("Robin", "Editor")) as tab:
        tab.goto(f"/admin/pages/{article.pk}/edit/")
        tab.get_by_role("button", name="Toggle status").click()
        tab.get_by_role("button", name="Set schedule").click()
        for label, at in (("Go live date/time", now + HOUR), ("Expiry date/time", now + 3 * HOUR)):
            tab.get_by_label(label).fill(f"{at:%Y-%m-%d %H:%M}")
            expect(tab.locator(".xdsoft_datetimepicker:visible")).to_have_count(1)
            tab.keyboard.press("Tab")  # and the calendar is closed
        tab.get_by_role("button", name="Save schedule").click()
        act(tab, "Schedule to publish")
        expect(tab.get_by_text("has been scheduled for publishing")).to_be_visible()
    statuses = []
    for _visit in range(3):
        statuses.append(page.goto(article.get_url()).status)
        let_pass(article, 2 * HOUR)
        call_command("publish_scheduled", verbosity=0)
    assert statuses == [404, 200, 404]


def test_an_older_version_comes_back(page, desks):
    article = ArticlePageFactory(title="Six slow breaths")
    for title in ("Seven slow breaths", "Eight slow breaths"):
        article.title = title
        article.save_revision(log_action=True).publish()
    with desks(colleague("Robin", "Editor")) as tab:
        tab.goto(f"/admin/pages/{article.pk}/edit/")
        tab.get_by_role("link", name="History").click()
        tab.get_by_role("button", name="Actions").last.click()
        tab.get_by_role("link", name="Review this version").click()
        expect(tab.locator("#id_title")).to_have_value("Seven slow breaths")
        act(tab, "Publish this version")
        expect(tab.get_by_text("has been published")).to_be_visible()
    page.goto(article.url)
    expect(page.get_by_role("heading", level=1)).to_have_text("Seven slow breaths")


def test_a_bundle_goes_out_at_one_moment(page, desks):
    articles = [ArticlePageFactory(draft=True, title=title) for title in ("The bee", "The bud")]
    product = ProductFactory(draft=True, name="Singing bowl")
    menu = MenuFactory(draft=True, name="Spring menu", entries=[{"label": "Spring", "url": "/search/"}])
    with desks(colleague("Robin", "Administrator")) as tab:
        tab.goto("/admin/snippets/bundles/bundle/")
        tab.get_by_role("link", name="Add bundle").first.click()
        tab.locator("#id_name").fill("Spring issue")
        members = {"article": articles, "product": [product], "menu": [menu]}
        for kind, chosen in members.items():
            tab.get_by_role("button", name=f"Add {kind}").click()
            for one in chosen:
                tab.locator(".modal-body").get_by_role("checkbox", name=str(one)).check()
            tab.locator(".modal-body").get_by_role("button", name="Confirm selection").click()
            expect(tab.locator(".modal")).to_have_count(0)
        act(tab, "Publish all now")
        expect(tab.get_by_text("All of “Spring issue” is published.")).to_be_visible()
    for one in (*articles, product):
        assert page.goto(one.get_absolute_url() if one is product else one.url).status == 200
    menu.refresh_from_db()
    assert menu.live


def test_the_footer_is_changed_and_readers_see_it(page, desks):
    menu = MenuFactory(name="Footer", entries=[{"label": "As it was", "url": "/search/"}])
    BrandSettings.objects.create(site=Site.objects.get(), footer_menu=menu)
    page.goto("/")
    expect(page.locator(".footer")).to_contain_text("As it was")
    with desks(colleague("Robin", "Editor")) as tab:
        tab.goto("/admin/")
        tab.get_by_role("link", name="Menus").click()
        tab.get_by_role("link", name="Footer").click()
        tab.locator('[name="entries-0-value-label"]').fill("As it is")
        act(tab, "Publish")
        expect(tab.get_by_text("Readers see it").or_(tab.get_by_text("published")).first).to_be_visible()
    page.reload()
    expect(page.locator(".footer")).to_contain_text("As it is")
