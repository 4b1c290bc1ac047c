"""From a writer to readers: who is asked, who is told what, and that no mail server stands in the way."""

import re
from unittest import mock

import pytest
from django.contrib.auth.models import Group, Permission
from django.core import mail
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Comment, GroupApprovalTask, GroupPagePermission, Page, Workflow, WorkflowTask

from site_core.models import User
from tests.factories import ArticlePageFactory

pytestmark = pytest.mark.django_db

QUEUED = {
    "EMAIL_BACKEND": "site_core.workflow.mail.QueuedNotices",
    "TASKS": {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}},
}
REFUSED = mock.patch("django.core.mail.backends.locmem.EmailBackend.send_messages", side_effect=ConnectionRefusedError)


def _person(name, *rights):
    """Somebody with these rights on every page, and their browser."""
    user = User.objects.create_user(name.lower(), f"{name.lower()}@example.com", first_name=name)
    group = Group.objects.create(name=f"The like of {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for right in rights:
        permission = Permission.objects.get(codename=f"{right}_page", content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=Page.get_first_root_node(), permission=permission)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return user, client


@pytest.fixture
def house():
    """A writer, a reviewer, an article of the writer's, and the workflow that leads from the one to the other."""
    writer, at_desk = _person("Wren", "add", "change")
    reviewer, reading = _person("Robin", "change", "publish")
    article = ArticlePageFactory(draft=True, title="Six slow <breaths>", owner=writer)
    article.save_revision(user=writer)
    task = GroupApprovalTask.objects.create(name="Review")
    task.groups.set(reviewer.groups.all())
    workflow = Workflow.objects.create(name="Review")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    Workflow.objects.exclude(pk=workflow.pk).delete()
    workflow.workflow_pages.create(page=article.get_parent())
    return article, writer, at_desk, reviewer, reading


def _submit(article, writer):
    article.get_workflow().start(article, writer)


def _answer(article, client, action, comment=""):
    url = reverse(
        "wagtailadmin_pages:workflow_action", args=(article.pk, action, article.current_workflow_task_state.pk)
    )
    return client.post(url, {"comment": comment}, follow=True)


def _letter(message):
    """The text and the HTML of a mail, after looking that both say the same and nothing is left open in them."""
    [(html, kind)] = message.alternatives
    assert kind == "text/html"
    assert "None" not in message.body + html and "{" not in message.body + html
    assert "<breaths>" not in html
    return message.body, html


def test_the_first_button_answers_and_never_cancels(house, admin_client):
    article, writer, at_desk, *_ = house
    _submit(article, writer)
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    asked, asks = (client.get(edit).context["action_menu"].default_item for client in (admin_client, at_desk))
    assert asked.name == "approve"
    assert asks.name != "action-cancel-workflow"


def test_a_reviewer_sees_the_preview_of_what_waits_for_them():
    """With the right to approve, and none to change pages."""
    reviewer = User.objects.create_user("robin", "robin@example.com", "a long walk by the sea")
    reviewer.groups.add(Group.objects.get(name="Reviewer"))
    reading = Client()
    reading.force_login(reviewer)
    article = ArticlePageFactory(draft=True)
    article.save_revision()
    preview = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    assert reading.get(preview).url == "/admin/"
    article.get_workflow().start(article, None)
    assert reading.get(preview).status_code == 200


def test_the_reviewer_is_asked(house):
    article, writer, _at_desk, _reviewer, _reading = house
    _submit(article, writer)
    [message] = mail.outbox
    assert message.to == ["robin@example.com"]
    assert message.subject == "Wren asks you to look at “Six slow <breaths>”"
    text, html = _letter(message)
    assert text.startswith("Dear Robin,\n")
    assert "choose “Request changes” and say what" in text
    for body in (text, html):
        assert f"http://localhost/admin/pages/{article.pk}/edit/" in body
        assert f"http://localhost/admin/pages/workflow/preview/{article.pk}/" in body
        assert "/admin/account/#tab-notifications" in body


def test_an_administrator_gets_one_mail_of_it(house):
    User.objects.create_superuser("root", "root@example.com")
    article, writer, *_ = house
    _submit(article, writer)
    assert sorted(message.to[0] for message in mail.outbox) == ["robin@example.com", "root@example.com"]


def test_the_writer_hears_what_to_change_and_where(house):
    article, writer, _at_desk, reviewer, reading = house
    _submit(article, writer)
    note = Comment.objects.create(page=article.page_ptr, user=reviewer, text="Which kettle?", contentpath="standfirst")
    mail.outbox.clear()
    assert _answer(article, reading, "reject", "It needs & wants a kettle.").status_code == 200
    [message] = mail.outbox
    assert message.to == ["wren@example.com"]
    assert message.subject == "“Six slow <breaths>” needs something more"
    text, html = _letter(message)
    assert "Robin has read “Six slow <breaths>” and asks for changes" in text
    assert "“It needs & wants a kettle.”" in text and "It needs &amp; wants a kettle." in html
    for body in (text, html):
        assert "Which kettle?" in body and f"/edit/?comment={note.pk}" in body
        assert "“Resubmit to …”" in body


def test_the_writer_hears_that_it_is_out(house):
    article, writer, _at_desk, _reviewer, reading = house
    _submit(article, writer)
    mail.outbox.clear()
    _answer(article, reading, "approve", "Lovely.")
    article.refresh_from_db()
    assert article.live
    [message] = mail.outbox
    assert message.to == ["wren@example.com"]
    assert message.subject == "“Six slow <breaths>” was approved"
    text, html = _letter(message)
    for body in (text, html):
        assert "Robin has read" in body and article.full_url in body
        assert "Lovely." in body


def test_notes_are_told_with_their_place(house):
    from wagtail.admin.mail import send_notification

    article, writer, _at_desk, reviewer, _reading = house
    note = Comment.objects.create(page=article.page_ptr, user=reviewer, text="Which <kettle>?", contentpath="title")
    reply = note.replies.create(user=writer, text="The blue one.")
    send_notification(
        [writer],
        "updated_comments",
        {
            "page": article,
            "editor": reviewer,
            "new_comments": [note],
            "resolved_comments": [],
            "deleted_comments": [],
            "replied_comments": [{"comment": note, "replies": [reply]}],
        },
    )
    [message] = mail.outbox
    assert message.subject == "Robin has left notes on “Six slow <breaths>”"
    text, html = _letter(message)
    assert "New: “Which <kettle>?”" in text and "Answer: “The blue one.”" in text
    assert "Which &lt;kettle&gt;?" in html and f"?comment={note.pk}" in html


def test_mail_waits_in_the_queue_and_a_broken_server_stops_nobody(house):
    article, writer, _at_desk, _reviewer, reading = house
    with override_settings(**QUEUED), REFUSED as server:
        _submit(article, writer)
        _answer(article, reading, "reject", "More, please.")
        assert not server.called
        assert article.current_workflow_state.status == "needs_changes"
        waiting = DBTaskResult.objects.filter(task_path="site_core.workflow.mail.deliver")
        assert waiting.count() == 2
        _work_off(waiting)
    assert mail.outbox == []
    with override_settings(**QUEUED):
        later = DBTaskResult.objects.filter(task_path="site_core.workflow.mail.deliver", args_kwargs__args__1=1)
        assert all(result.run_after > timezone.now() for result in later)
        _work_off(later)
    assert sorted(message.to[0] for message in mail.outbox) == ["robin@example.com", "wren@example.com"]
    assert all(message.alternatives for message in mail.outbox)


def test_mail_that_no_server_takes_is_given_up_and_kept_as_failed(house):
    from site_core.workflow import mail as queue

    article, writer, *_ = house
    with override_settings(**QUEUED):
        _submit(article, writer)
        message = DBTaskResult.objects.get(task_path="site_core.workflow.mail.deliver").args_kwargs["args"][0]
        with REFUSED, pytest.raises(ConnectionRefusedError):
            queue.deliver.call(message, len(queue.WAITS))


def test_what_was_rolled_back_was_never_said(house):
    from django.db import transaction

    article, writer, *_ = house
    with override_settings(**QUEUED):
        with transaction.atomic():
            _submit(article, writer)
            transaction.set_rollback(True)
        assert not DBTaskResult.objects.exists()


def test_a_link_to_a_new_password_is_stored_nowhere():
    from site_core.accounts.tasks import send_password_reset

    User.objects.create_user("wren", "wren@example.com", "correct horse battery")
    with override_settings(**QUEUED):
        send_password_reset.call("wren@example.com")
        assert not DBTaskResult.objects.exists()
    assert re.search(r"/password_reset/confirm/\S+", mail.outbox[0].body)


def _work_off(results):
    """Carry out queued tasks as the worker does, whatever the hour they wait for."""
    from site_core.workflow import mail as queue

    for result in list(results):
        queue.deliver.call(*result.args_kwargs["args"])
