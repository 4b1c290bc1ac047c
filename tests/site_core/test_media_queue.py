"""Private media with the real queue: what is done at once, what the worker does, and what a killed process leaves."""

from io import StringIO

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import override_settings

from catalogue.models import Product
from home.management.commands.worker import run_one_task
from site_core.media import states
from site_core.models import SiteImage, SiteRendition
from tests.bad_pictures import picture
from tests.factories import CategoryPageFactory, ProductFactory, SiteImageFactory

DATABASE_QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

with_queue = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def queue():
    with override_settings(TASKS=DATABASE_QUEUE):
        yield


def work_off():
    while run_one_task():
        pass


def upload(size=(64, 48)):
    return SiteImageFactory(file=ContentFile(picture(size=size), "a.jpg"))


def addresses():
    return [rendition.url for rendition in SiteRendition.objects.public()]


@with_queue
def test_nobody_waits_for_renditions(client, queue):
    """Uploading makes none; publishing needs none to be made; unpublishing waits for no worker."""
    images = [upload((900, 600)) for _ in range(5)]
    assert not SiteRendition.objects.exists()
    work_off()
    product = ProductFactory(pictures=images, draft=True)
    work_off()
    assert addresses() == []
    drawn = set(SiteRendition.objects.values_list("pk", flat=True))
    product.get_latest_revision().publish()
    assert set(SiteRendition.objects.values_list("pk", flat=True)) == drawn
    urls = addresses()
    assert len(urls) == 5 * len(images[0].specs)
    assert {client.get(url).status_code for url in urls} == {200}
    Product.objects.get().unpublish()
    assert {client.get(url).status_code for url in urls} == {404}


@with_queue
def test_published_before_the_worker_has_come_to_it(client, queue):
    """The page is there, the picture's place is kept, and the worker draws it before what nobody waits for."""
    others, image = [upload() for _ in range(2)], upload()
    product = ProductFactory(pictures=[image])
    assert "pictures/empty.svg" in client.get(product.get_absolute_url()).content.decode()
    for _ in range(2):
        run_one_task()
    assert image.fallback_spec in SiteImage.objects.get(pk=image.pk).made
    assert not any(other.made for other in others)
    work_off()
    html = client.get(product.get_absolute_url()).content.decode()
    assert "empty.svg" not in html and {client.get(url).status_code for url in addresses()} == {200}


@with_queue
def test_a_process_that_dies_after_its_transaction(client, queue, monkeypatch):
    """What it would have done at once, the worker does."""
    image = upload()
    work_off()
    monkeypatch.setattr("site_core.media.receivers.transaction.on_commit", lambda *args, **options: None)
    product = ProductFactory(pictures=[image])
    assert addresses() == []
    work_off()
    urls = addresses()
    assert {client.get(url).status_code for url in urls} == {200}
    product.unpublish()
    work_off()
    assert {client.get(url).status_code for url in urls} == {404}


@with_queue
def test_a_branch_is_the_workers(client, queue):
    parent = CategoryPageFactory()
    image = upload()
    CategoryPageFactory(parent=CategoryPageFactory(parent=parent), image=image)
    work_off()
    urls = addresses()
    assert urls
    type(parent).objects.get(pk=parent.pk).unpublish()
    for _ in range(2):
        run_one_task()
    assert {client.get(url).status_code for url in urls} == {404}


@pytest.mark.django_db
@pytest.mark.parametrize("to", ["public", "private"])
def test_killed_at_any_statement_it_is_one_or_the_other(client, to):
    image, statement = upload(), 0
    product = ProductFactory(pictures=[image])
    if to == "public":
        Product.objects.filter(pk=product.pk).update(live=False)
        states.settle(SiteImage, image.pk)
    Product.objects.filter(pk=product.pk).update(live=to == "public")
    before = addresses()
    while True:
        statement += 1
        killer = _Killer(statement)
        try:
            with connection.execute_wrapper(killer):
                states.settle(SiteImage, image.pk)
        except DatabaseError:
            assert addresses() == before
            assert {client.get(url).status_code for url in before} <= {200}
        else:
            break
    assert statement > 10
    old = before if to == "private" else []
    assert {client.get(url).status_code for url in old} <= {404}
    assert {client.get(url).status_code for url in addresses()} == ({200} if to == "public" else set())
    call_command("refresh_media", "--files", stdout=(said := StringIO()))
    assert said.getvalue() == ""


class _Killer:
    """Lets so many statements pass, and fails the next one."""

    def __init__(self, number):
        self.left = number

    def __call__(self, execute, sql, params, many, context):
        self.left -= 1
        if self.left == 0:
            raise DatabaseError("killed")
        return execute(sql, params, many, context)
