"""Old addresses: a page that was published leaves a redirect when it moves; none leads to what is hidden.

Wagtail makes one for every page, and so tells a draft's old and new address.
"""

from urllib.parse import urlsplit

from django.dispatch import receiver
from django.urls import is_valid_path, resolve
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.contrib.redirects.signal_handlers import create_redirects
from wagtail.models import Page, Site
from wagtail.signals import post_page_move

from .models import PublicPageQuerySet
from .models.pages import address_changed


class PublicRedirectMiddleware(RedirectMiddleware):
    """Wagtail's, but an address that leads to a hidden page stays what it was without the redirect: 404."""

    def process_response(self, request, response):
        try:
            answer = super().process_response(request, response)
        except Page.DoesNotExist:  # the reader's role cannot see the target
            return response
        return answer if answer is response or _is_open(answer.url) else response


def _is_open(url):
    """Whether readers may see what is at this address, if it is one of a page of ours."""
    parts = urlsplit(url)
    site = Site.objects.select_related("root_page").get(is_default_site=True)
    if parts.netloc and parts.hostname != site.hostname:
        return True
    match = resolve(parts.path) if is_valid_path(parts.path) else None
    if not match or match.url_name != "wagtail_serve":
        return True
    at = f"{site.root_page.url_path}{match.args[0]}"
    return PublicPageQuerySet(Page).public().filter(url_path=at).exists()


@receiver(address_changed)
def redirect_after_a_change(instance, url_path_before, **kwargs):
    """For the page and all that was published beneath it."""
    before = type(instance)()
    before.__dict__.update(instance.__dict__)
    before.url_path = url_path_before
    create_redirects(page=instance, page_old=before, sites=_sites_of(instance))


@receiver(post_page_move)
def redirect_after_a_move(instance, url_path_before, url_path_after, **kwargs):
    if url_path_before != url_path_after and instance.first_published_at:
        redirect_after_a_change(instance.specific, url_path_before)


def _sites_of(page):
    roots = page._get_relevant_site_root_paths(cache_object=page)
    return Site.objects.filter(pk__in=[root.site_id for root in roots]).exclude(root_page=page)
