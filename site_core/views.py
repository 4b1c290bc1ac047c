"""The public address of every page, and what machines ask of the site."""

from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from .models import BasePage, PublicPageQuerySet
from .private import private_page


@require_safe
def page(request, path=""):
    """Serve the public page at this path. One query finds it and one reads it, however deep it lies."""
    site = Site.find_for_request(request)
    if not site:
        raise Http404
    at = f"{site.root_page.url_path}{path}"
    found = PublicPageQuerySet(Page).public().filter(url_path=at).only("pk", "content_type_id").first()
    if not found:
        return private_page(request, at)
    return get_object_or_404(_page_type(found).to_serve(), pk=found.pk).serve(request)


def _page_type(found):
    page_type = ContentType.objects.get_for_id(found.content_type_id).model_class()
    if not issubclass(page_type, BasePage):
        raise Http404
    return page_type


@require_safe
def robots(request):
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
def healthz(request):
    """The process answers."""
    return HttpResponse("ok\n", content_type="text/plain")


@require_safe
def readyz(request):
    """The database answers, and every migration has been run."""
    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError:
        return HttpResponse("the database does not answer\n", content_type="text/plain", status=503)
    if waiting:
        return HttpResponse("migrations are waiting: run manage.py migrate\n", content_type="text/plain", status=503)
    return HttpResponse("ok\n", content_type="text/plain")
