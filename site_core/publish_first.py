"""The first button is what one came for: Approve where a step waits for one, else Publish, else Submit.

After publishing or submitting one stays in the editor.
"""

from django.shortcuts import redirect
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder

FIRST = ("approve", "action-publish", "action-submit")  # to publish past a step that waits for one cancels the review
LAST = "action-cancel-workflow"
LEAD_ON = ("action-publish", "action-submit")


@hooks.register("construct_page_action_menu")
@hooks.register("construct_snippet_action_menu")
def put_publish_first(items, request, context):
    """What most people open the form for. Ctrl+S and autosave keep the draft meanwhile."""
    rank = {**{name: number for number, name in enumerate(FIRST, -len(FIRST))}, LAST: 1}
    items.sort(key=lambda item: rank.get(item.name, 0))


@hooks.register("after_create_page", order=1000)
@hooks.register("after_edit_page", order=1000)
def stay_with_page(request, page):
    """Wagtail says that it is published, with a link to it, and would lead to the list of pages."""
    return redirect("wagtailadmin_pages:edit", page.pk) if _leads_on(request) else None


@hooks.register("after_create_snippet", order=1000)
@hooks.register("after_edit_snippet", order=1000)
def stay_with_snippet(request, instance):
    """The same for products, authors and menus, whose message knows no link to the public page."""
    url = AdminURLFinder(request.user).get_edit_url(instance)
    if not url or not _leads_on(request):
        return None
    instance.refresh_from_db()
    address = getattr(instance, "address", "")
    if address and instance.is_public:
        said = format_html(_("Readers see it at {}."), address)
        messages.info(request, said, buttons=[messages.button(address, _("View live"))])
    return redirect(url)


def _leads_on(request):
    asked_by_script = "json" in request.headers.get("Accept", "").split(",")[0]
    return not asked_by_script and any(name in request.POST for name in LEAD_ON)
