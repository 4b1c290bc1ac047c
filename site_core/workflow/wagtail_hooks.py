from wagtail import hooks

from site_core.models import Publishable
from site_core.models.publishing import require_publisher

from .eyes import own_words


@hooks.register("before_publish_page")
def ask_for_a_second_person(request, page):
    """A page's form publishes without `Publishable.publish()`."""
    if isinstance(page, Publishable):
        require_publisher(page.get_latest_revision(), request.user)


@hooks.register("construct_page_action_menu", order=900)
@hooks.register("construct_snippet_action_menu", order=900)
def offer_to_submit_instead(menu_items, request, context):
    """Who wrote the newest version is not offered to publish it; whoever insists is refused as well."""
    obj = context.get("page") or context.get("instance")
    newest = obj.latest_revision if isinstance(obj, Publishable) and obj.pk else None
    if newest and own_words(newest, request.user):
        menu_items[:] = [item for item in menu_items if item.name != "action-publish"]
