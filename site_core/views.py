"""The public address of every page, and what machines ask of the site."""

from pathlib import Path

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from django.views.static import serve as serve_file
from wagtail.models import Page, Site

from .door import as_staff
from .models import BasePage, PublicPageQuerySet


@require_safe
def page(request, path=""):
    """Serve the public page at this path. One query finds it and one reads it, however deep it lies."""
    site = Site.find_for_request(request)
    if not site:
        raise Http404
    at = f"{site.root_page.url_path}{path}"
    found = PublicPageQuerySet(Page).public().filter(url_path=at).only("pk", "content_type_id").first()
    if not found:
        return _private_page(request, at)
    return get_object_or_404(_page_type(found).to_serve(), pk=found.pk).serve(request)


def _page_type(found):
    page_type = ContentType.objects.get_for_id(found.content_type_id).model_class()
    if not issubclass(page_type, BasePage):
        raise Http404
    return page_type


def _private_page(request, at):
    """A live page of a private branch, for those who work in the admin. For everybody else it is not there."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        raise Http404
    with as_staff():
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        found = get_object_or_404(Page.objects.live().not_public(), url_path=at)
        response = found.specific.serve(request)
        patch_cache_control(response, private=True, no_store=True)
        return response.render()


@require_safe
def media(request, path):
    """Uploaded files and renditions, where no other server stands in front."""
    response = serve_file(request, path, document_root=Path(settings.MEDIA_ROOT))
    response["Cache-Control"] = "public, max-age=3600"
    return response


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
