from django.shortcuts import redirect
from django.utils.translation import gettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_latest_str
from wagtail.models import WorkflowState

from site_core.models import Publishable
from site_core.models.publishing import require_publisher

from .answers import changes_wanted
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


@hooks.register("before_edit_page")
@hooks.register("before_edit_snippet")
def say_what_to_change(request, obj):
    """Above the form; Wagtail keeps it two clicks away, under Status."""
    state = getattr(obj, "current_workflow_state", None) if request.method == "GET" else None
    if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        said = changes_wanted(state.current_task_state)
        how = gettext("When you have mended it, choose “Resubmit to …” at the foot of the page.")
        messages.warning(request, f"{said} {how}")


@hooks.register("after_edit_page")
@hooks.register("after_edit_snippet")
def lead_back_to_the_desk(request, obj):
    """Who has answered may often not open it any more, and perhaps somebody else is waiting."""
    if "action-workflow-action" not in request.POST or not request.accepts("text/html"):
        return None
    title = {"title": get_latest_str(obj)}
    buttons = []
    if request.POST.get("workflow-action-name") == "reject":
        said = gettext("You asked for changes in “%(title)s”. Whoever sent it gets your words by mail.") % title
    elif type(obj)._base_manager.filter(pk=obj.pk, live=True, has_unpublished_changes=False).exists():
        said = gettext("You approved “%(title)s”, and readers see it now.") % title
        buttons = [messages.button(address, gettext("View live"))] if (address := getattr(obj, "address", "")) else []
    else:
        said = gettext("You approved “%(title)s”. An editor publishes it.") % title
    messages.success(request, said, buttons=buttons)
    return redirect("wagtailadmin_home")
