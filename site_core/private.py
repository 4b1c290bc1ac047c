"""What is for those who work in the admin: live pages of private branches. For everybody else they are not there."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.cache import patch_cache_control
from wagtail.models import Page

from .door import as_staff


@contextmanager
def for_colleagues(request: HttpRequest) -> Iterator[None]:
    """Work as staff for the length of this block. Raises Http404 without a session that may use the admin."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        raise Http404
    with as_staff():
        if not request.user.has_perm("wagtailadmin.access_admin"):
            raise Http404
        yield


def private_page(request: HttpRequest, url_path: str) -> HttpResponse:
    """The private page at this path of the tree. Raises Http404 if it is not there, or not for who asks."""
    with for_colleagues(request):
        found = get_object_or_404(Page.objects.live().not_public(), url_path=url_path)
        response = found.specific.serve(request).render()
    patch_cache_control(response, private=True, no_store=True)
    return response
