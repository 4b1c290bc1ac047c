"""What guests said, on the edit screen: "Share draft" in the menu of actions, and with it all to be shown there.

The menu of actions is the one place that Wagtail lets us add to on the screens of pages and snippets alike.
"""

from django.forms import Script
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem as PageItem
from wagtail.snippets.action_menu import ActionMenuItem as SnippetItem

from .drafts import version_of
from .links import may_share
from .models import ReviewLink
from .views.desk import address_of, is_shareable


class _Notes:
    name = "action-share"
    label = _("Share draft")
    icon_name = "link"
    template_name = "review/share_item.html"

    class Media:
        js = [Script("js/admin/guest-notes.js", type="module")]
        css = {"all": ["css-admin/guest-notes.css"]}

    def is_shown(self, context):
        obj = self.shared(context)
        return bool(
            context["view"] == "edit" and obj and is_shareable(type(obj)) and may_share(context["request"].user, obj)
        )

    def get_url(self, parent_context):
        return address_of(self.shared(parent_context))

    def get_context_data(self, parent_context):
        obj = self.shared(parent_context)
        found = list(ReviewLink.objects.to(obj).prefetch_related("comments"))
        answered = sorted((link for link in found if link.answer), key=lambda link: link.answered_at)
        latest = answered[-1] if answered else None
        is_older = bool(latest) and latest.answered_version != version_of(obj.get_latest_revision())
        waiting = [one for link in found for one in link.comments.all() if not one.resolved_at]
        return {
            **super().get_context_data(parent_context),
            "review": {"link": latest, "is_older": is_older},
            "waiting": waiting,
            "open_links": sum(link.is_open for link in found),
        }


class NotesForPages(_Notes, PageItem):
    """On the edit screen of a page."""

    def shared(self, context):
        return context.get("page")


class NotesForSnippets(_Notes, SnippetItem):
    """On the edit screen of a product."""

    def shared(self, context):
        return context.get("instance")
