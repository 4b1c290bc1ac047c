"""A draft under a review link: whom it lets in, what it shows, and what becomes of the answer."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageLogEntry, Revision, Task, TaskState, Workflow, WorkflowTask
from wagtail.rich_text import RichText

from site_core import door, policies
from site_core.models import SiteImage, User
from site_core.review import links
from site_core.review.models import GuestComment, ReviewLink, ReviewLinkTask
from site_core.workflow.models import WorkflowSettings
from tests.factories import ArticlePageFactory, ProductFactory, SiteImageFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def issuer():
    return User.objects.create_superuser("issuer", "issuer@example.com", "a long walk by the sea")


@pytest.fixture
def article():
    made = ArticlePageFactory(title="As it is published", body=[("section", RichText("<p>Old words.</p>"))])
    made.title = "As it will be"
    made.body = [("section", RichText("<h2>The kettle</h2><p>New words.</p>"))]
    made.save_revision()
    return made


@pytest.fixture
def guest():
    return Client(raise_request_exception=False)


def shared(obj, issuer, **options):
    link, token = links.share(obj, issuer, options.pop("days", 7), **options)
    return link, f"/review/{token}/"


def sends(guest, address, what, **fields):
    version = re.search(r'name="version" value="([0-9a-f]{64})"', guest.get(address).content.decode())[1]
    return guest.post(address, {"what": what, "version": version, "guest_name": "Anna", **fields})


class TestDoor:
    def test_the_newest_draft_is_shown_and_the_published_page_is_not_changed(self, article, issuer, guest):
        _link, address = shared(article, issuer)
        answer = guest.get(address)
        assert answer.status_code == 200
        assert "As it will be" in answer.content.decode()
        assert "New words." in answer.content.decode()
        article.title = "As it will be in the end"
        article.save_revision()
        assert "As it will be in the end" in guest.get(address).content.decode()
        assert "As it is published" in guest.get(article.url).content.decode()

    def test_a_product_that_was_never_published(self, issuer, guest):
        product = ProductFactory(name="A bowl to come", draft=True)
        _link, address = shared(product, issuer)
        assert "A bowl to come" in guest.get(address).content.decode()
        assert guest.get(product.address).status_code == 404

    def test_only_a_hash_of_the_token_is_kept(self, article, issuer, guest):
        link, address = shared(article, issuer, phrase="the sea, the sea")
        token = address.split("/")[2]
        assert len(token) >= 43
        with connection.cursor() as cursor:
            cursor.execute("SELECT t::text FROM review_reviewlink t")
            row = cursor.fetchone()[0]
        assert token not in row and "the sea" not in row
        assert link.token_hash == links.hashed(token)

    def test_headers(self, article, issuer, guest):
        _link, address = shared(article, issuer)
        for url, status in ((address, 200), ("/review/guessed/", 404), (f"{address}media/none.jpg", 404)):
            answer = guest.get(url)
            assert answer.status_code == status
            assert answer["Cache-Control"] == "private, no-store"
            assert answer["Referrer-Policy"] == "no-referrer"
            assert "noindex" in answer["X-Robots-Tag"]
            assert not answer.cookies
        page = guest.get(address).content.decode()
        assert '<meta name="robots" content="noindex">' in page
        assert 'rel="canonical"' not in page and "og:title" not in page

    def test_every_closed_door_looks_the_same_and_takes_the_same_work(self, article, issuer, guest):
        expired, old = shared(article, issuer)
        revoked, withdrawn = shared(article, issuer)
        ReviewLink.objects.filter(pk=expired.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
        links.revoke(revoked, issuer)
        guest.get("/review/first/")  # what is read once in a process is read
        seen = set()
        for address in (old, withdrawn, f"/review/{'x' * 43}/", "/review/x/", f"/review/{'x' * 300}/"):
            with CaptureQueriesContext(connection) as queries:
                answer = guest.get(address)
            statements = tuple(re.sub(r"'[^']*'", "?", query["sql"]) for query in queries)
            seen.add((answer.status_code, answer.content, tuple(answer.items()), statements))
        assert len(seen) == 1
        assert next(iter(seen))[0] == 404

    def test_the_link_dies_with_the_rights_of_who_made_it(self, article, issuer, guest):
        _link, address = shared(article, issuer)
        User.objects.filter(pk=issuer.pk).update(is_active=False)
        assert guest.get(address).status_code == 404
        User.objects.filter(pk=issuer.pk).update(is_active=True, is_superuser=False)
        assert guest.get(address).status_code == 404
        group = Group.objects.create(name="Writers")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        right = Permission.objects.get(codename="change_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=Page.objects.get(pk=article.pk), permission=right)
        issuer.groups.add(group)
        assert guest.get(address).status_code == 200
        issuer.delete()
        assert guest.get(address).status_code == 404

    def test_nothing_of_it_is_in_the_readers_reach(self):
        tables = {model._meta.label for model in policies.readable_models()}
        assert not any(label.startswith("review.") for label in tables)

    def test_what_the_draft_chose_is_shown_only_if_public(self, issuer, guest):
        hidden = ProductFactory(name="Not to be told", draft=True)
        block = {"products": [hidden], "heading": "On the sill", "category": None, "count": 3}
        made = ArticlePageFactory(body=[("products", block)], draft=True)
        _link, address = shared(made, issuer)
        page = guest.get(address).content.decode()
        assert "On the sill" in page or made.title in page
        assert "Not to be told" not in page


class TestPassPhrase:
    def test_is_asked_for_and_remembered_for_this_link_alone(self, article, issuer, guest):
        _link, address = shared(article, issuer, phrase="the sea, the sea")
        _other, another = shared(article, issuer, phrase="the sea, the sea")
        assert "As it will be" not in guest.get(address).content.decode()
        wrong = guest.post(address, {"pass_phrase": "the sand"})
        assert wrong.status_code == 400 and "That is not the pass phrase" in wrong.content.decode()
        right = guest.post(address, {"pass_phrase": "the sea, the sea"})
        cookie = right.cookies["review"]
        assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == (address, "Strict", True)
        assert "As it will be" in guest.get(address).content.decode()
        stolen = Client()
        stolen.cookies["review"] = cookie.value
        assert "As it will be" not in stolen.get(another).content.decode()

    def test_no_answer_and_no_picture_without_it(self, issuer, guest):
        image = SiteImageFactory()
        name = image.get_rendition(image.fallback_spec).file.name.rpartition("/")[2]
        made = ArticlePageFactory(hero=image, draft=True)
        link, address = shared(made, issuer, phrase="the sea, the sea")
        guest.post(address, {"what": "approved", "guest_name": "Anna", "version": "x"})
        link.refresh_from_db()
        assert link.answer == ""
        assert guest.get(f"{address}media/{name}").status_code == 404

    def test_tries_are_counted(self, article, issuer, guest):
        _link, address = shared(article, issuer, phrase="the sea, the sea")
        found = [guest.post(address, {"pass_phrase": f"try {n}"}).status_code for n in range(6)]
        assert found == [400] * 5 + [429]
        assert guest.post(address, {"pass_phrase": "the sea, the sea"}).status_code == 429
        assert guest.post(address, {"pass_phrase": "x"}, REMOTE_ADDR="192.0.2.7").status_code == 400


class TestPictures:
    def test_the_draft_s_own_are_for_the_guest_alone(self, issuer, guest):
        image = SiteImageFactory(title="Only in the draft")
        for spec in image.specs:
            image.get_rendition(spec)
        block = {"image": image, "caption": "", "credit": "", "width": "normal"}
        made = ArticlePageFactory(hero=image, body=[("image", block)], draft=True)
        _link, address = shared(made, issuer)
        page = guest.get(address).content.decode()
        found = set(re.findall(rf"{address}media/[\w.]+", page))
        assert len(found) >= 3
        for url in found:
            answer = guest.get(url)
            assert answer.status_code == 200 and answer["Content-Type"].startswith("image/")
            assert answer["Cache-Control"] == "private, no-store"
            name = url.rpartition("/")[2]
            assert guest.get(f"/media/images/{name}").status_code == 404
            assert guest.get(f"/review/{'x' * 43}/media/{name}").status_code == 404

    def test_a_link_lends_no_other_picture(self, issuer, guest, article):
        other = SiteImageFactory()
        name = other.get_rendition(other.fallback_spec).file.name.rpartition("/")[2]
        _link, address = shared(article, issuer)
        assert guest.get(f"{address}media/{name}").status_code == 404
        assert guest.get(f"{address}media/{other.file.name.rpartition('/')[2]}").status_code == 404
        assert SiteImage.objects.count() == 1
        with door.as_reader():
            assert SiteImage.objects.count() == 0


class TestAnswer:
    def test_a_comment_is_kept_with_what_it_is_about(self, article, issuer, guest):
        link, address = shared(article, issuer, guest="Anna")
        assert 'value="Anna"' in guest.get(address).content.decode()
        block = article.body[0].id
        sent = sends(guest, address, "comment", text="Which kettle?", contentpath=f"body.{block}")
        assert sent.status_code == 302 and sent["Location"] == f"{address}#answer"
        kept = link.comments.get()
        assert (kept.text, kept.guest_name, kept.contentpath) == ("Which kettle?", "Anna", f"body.{block}")
        assert kept.about == "Text: The kettle New words."
        assert "Which kettle?" in guest.get(address).content.decode()
        _other, another = shared(article, issuer)
        assert "Which kettle?" not in guest.get(another).content.decode()

    def test_a_comment_without_words_or_about_nothing_there_is_refused(self, article, issuer, guest):
        link, address = shared(article, issuer)
        assert sends(guest, address, "comment", text="").status_code == 400
        assert sends(guest, address, "comment", text="x", contentpath="body.none").status_code == 400
        assert not link.comments.exists()

    def test_approval_enters_the_history_and_knows_its_version(self, article, issuer, guest):
        link, address = shared(article, issuer)
        sends(guest, address, "approved")
        link.refresh_from_db()
        assert (link.answer, link.answered_by) == ("approved", "Anna")
        entry = PageLogEntry.objects.get(action="review.approve")
        assert entry.page_id == article.pk and "by Anna" in entry.message
        assert "older version" not in guest.get(address).content.decode()
        article.title = "Changed since"
        article.save_revision()
        assert "That was an older version" in guest.get(address).content.decode()

    def test_what_was_changed_while_reading_is_not_approved_unseen(self, article, issuer, guest):
        link, address = shared(article, issuer)
        answer = guest.post(address, {"what": "approved", "guest_name": "Anna", "version": "0" * 64})
        assert answer.status_code == 400 and "changed while you were reading" in answer.content.decode()
        link.refresh_from_db()
        assert link.answer == ""

    def test_changes_are_asked_for_in_words(self, article, issuer, guest):
        link, address = shared(article, issuer)
        assert sends(guest, address, "changes", text="").status_code == 400
        sends(guest, address, "changes", text="More about the dog.")
        link.refresh_from_db()
        assert link.answer == "changes"
        assert GuestComment.objects.get().text == "More about the dog."

    def test_many_answers_have_to_wait(self, article, issuer, guest):
        _link, address = shared(article, issuer)
        version = re.search(r'value="([0-9a-f]{64})"', guest.get(address).content.decode())[1]
        sent = {"what": "comment", "version": version, "guest_name": "Anna", "text": "Again."}
        found = {guest.post(address, sent).status_code for _n in range(62)}
        assert found == {302, 429}


class TestDesk:
    def share_address(self, article):
        return f"/admin/review/of/blog/articlepage/{article.pk}/"

    def test_a_link_is_made_shown_once_listed_and_withdrawn(self, article, issuer, guest):
        desk = Client()
        desk.force_login(issuer)
        edit = desk.get(f"/admin/pages/{article.pk}/edit/").content.decode()
        assert self.share_address(article) in edit
        made = desk.post(self.share_address(article), {"days": "3", "guest_name": "Anna", "pass_phrase": ""})
        token = re.search(r"/review/([\w-]{43})/", made.content.decode())[1]
        link = ReviewLink.objects.get()
        assert link.expires_at - timezone.now() < timedelta(days=3)
        assert guest.get(f"/review/{token}/").status_code == 200
        listed = desk.get(self.share_address(article)).content.decode()
        assert "Anna" in listed and token not in listed and "Not yet" not in listed
        desk.post(f"/admin/review/links/{link.pk}/withdraw/")
        assert guest.get(f"/review/{token}/").status_code == 404
        actions = list(PageLogEntry.objects.filter(page=article.pk, action__startswith="review").order_by("pk"))
        assert [entry.message for entry in actions] == ["Draft shared with Anna", "Link for Anna withdrawn"]
        assert desk.get(f"/admin/pages/{article.pk}/history/").status_code == 200

    def test_a_product_is_shared_from_its_screen(self, issuer, guest):
        product = ProductFactory()
        desk = Client()
        desk.force_login(issuer)
        address = f"/admin/review/of/catalogue/product/{product.pk}/"
        assert address in desk.get(f"/admin/snippets/catalogue/product/edit/{product.pk}/").content.decode()
        assert "Make a link" in desk.get(address).content.decode()

    def test_only_whoever_may_edit_shares(self, article):
        group = Group.objects.create(name="Nobody")
        group.permissions.add(Permission.objects.get(codename="access_admin"))
        other = User.objects.create_user("other", "other@example.com", "a long walk by the sea")
        other.groups.add(group)
        desk = Client()
        desk.force_login(other)
        assert desk.post(self.share_address(article), {"days": "7"}).status_code == 302
        assert not ReviewLink.objects.exists()

    def test_what_is_no_number_is_not_found(self, admin_client):
        assert admin_client.get("/admin/review/of/blog/articlepage/x/").status_code == 404

    def test_comments_stand_in_the_form_until_they_are_resolved(self, article, issuer, guest):
        link, address = shared(article, issuer)
        sends(guest, address, "comment", text="Too short?", contentpath="title")
        desk = Client()
        desk.force_login(issuer)
        edit = f"/admin/pages/{article.pk}/edit/"
        assert 'data-for="title"' in desk.get(edit).content.decode()
        desk.post(f"/admin/review/comments/{link.comments.get().pk}/resolve/")
        assert "Too short?" not in desk.get(edit).content.decode()
        assert link.comments.get().resolved_by == issuer
        assert "Too short?" in desk.get(self.share_address(article)).content.decode()


class TestWorkflow:
    @pytest.fixture
    def waiting(self, article, issuer):
        workflow = Workflow.objects.create(name="Experts")
        task = ReviewLinkTask.objects.create(name="The expert reads it")
        WorkflowTask.objects.create(workflow=workflow, task=Task.objects.get(pk=task.pk), sort_order=0)
        workflow.start(article, issuer)
        return article

    def test_approval_is_the_reviewer_s_answer(self, waiting, issuer, guest):
        _link, address = shared(waiting, issuer)
        sends(guest, address, "approved")
        state = waiting.workflow_states.get()
        assert state.status == "approved"
        assert "Anna" in state.task_states.get().comment
        waiting.refresh_from_db()
        assert waiting.title == "As it will be" and not waiting.has_unpublished_changes

    def test_it_waits_for_who_may_answer_in_their_stead_and_nobody_else(self, waiting, issuer):
        desk = Client()
        desk.force_login(issuer)
        said = desk.get("/admin/queue/waiting/").content.decode()
        assert "As it will be" in said and "for whom you may answer" in said
        reviewer = User.objects.create_user("rita", "r@example.com", "a long walk by the sea")
        reviewer.groups.add(Group.objects.get(name="Reviewer"))
        assert TaskState.objects.reviewable_by(issuer).count() == 1
        assert not TaskState.objects.reviewable_by(reviewer).exists()

    def test_a_writer_does_not_publish_by_a_link_of_their_own(self, waiting, guest):
        writers = Group.objects.create(name="Writers")
        writers.permissions.add(Permission.objects.get(codename="access_admin"))
        add = Permission.objects.get(codename="add_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=writers, page=waiting.get_parent(), permission=add)
        waiting.owner = User.objects.create_user("writer", "writer@example.com", "a long walk by the sea")
        waiting.owner.groups.add(writers)
        waiting.save(update_fields=["owner"])
        self.is_approved_and_not_published(waiting, waiting.owner, guest)

    def test_nor_does_who_wrote_it_where_a_second_person_is_asked_for(self, waiting, issuer, guest):
        WorkflowSettings.objects.create(eyes=WorkflowSettings.Eyes.TWO)
        waiting.title = "As it will be, says its writer"
        waiting.save_revision(user=issuer)
        self.is_approved_and_not_published(waiting, issuer, guest)

    def is_approved_and_not_published(self, article, maker, guest):
        link, address = shared(article, maker)
        sends(guest, address, "approved")
        link.refresh_from_db()
        article.refresh_from_db()
        assert (link.answer, article.title) == ("approved", "As it is published")
        assert article.workflow_states.get().status == "in_progress"

    def test_changes_are_the_reviewer_s_answer(self, waiting, issuer, guest):
        _link, address = shared(waiting, issuer)
        sends(guest, address, "changes", text="More about the dog.")
        state = waiting.workflow_states.get()
        assert state.status == "needs_changes"
        assert "More about the dog." in state.task_states.get().comment

    def test_an_incomplete_draft_is_approved_and_not_published(self, waiting, issuer, guest):
        waiting.category = None
        waiting.save_revision(clean=False)
        _link, address = shared(waiting, issuer)
        assert sends(guest, address, "approved").status_code == 302
        assert waiting.workflow_states.get().status == "in_progress"
        assert PageLogEntry.objects.filter(action="review.hindered").exists()
        waiting.refresh_from_db()
        assert waiting.title == "As it is published"
        assert Revision.objects.for_instance(waiting).count() == 3
