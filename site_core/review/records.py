"""Review links among the records: all there are, whoever made them."""

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail_modeladmin.helpers import ButtonHelper

from site_core.records import Record, record

from .links import may_revoke
from .models import ReviewLink


class LinkButtons(ButtonHelper):
    def get_buttons_for_obj(self, obj, exclude=None, classnames_add=None, classnames_exclude=None):
        buttons = super().get_buttons_for_obj(obj, exclude, classnames_add, classnames_exclude)
        if obj.is_open and may_revoke(self.request.user, obj):
            buttons.append(
                {
                    "url": reverse("review_revoke", args=[obj.pk]),
                    "label": gettext("Withdraw"),
                    "classname": self.finalise_classname(["no", *(classnames_add or [])]),
                    "title": gettext("Withdraw this review link"),
                }
            )
        return buttons


@record
class ReviewLinkRecords(Record):
    model = ReviewLink
    menu_label = _("Review links")
    menu_icon = "link"
    base_url_path = "records/review-links"
    button_helper_class = LinkButtons
    list_display = ["title", "guest_name", "expires_at", "last_opened_at", "answer", "state"]
    list_filter = ["answer", "created_at"]
    list_select_related = ["created_by"]
    search_fields = ["title", "guest_name", "answered_by", "created_by__username", "comments__text"]
    ordering = ["-created_at"]
    list_export = [
        "title", "guest_name", "created_by", "created_at", "expires_at", "revoked_at", "last_opened_at", "answer_label",
        "answered_by", "answered_at", "said",
    ]  # fmt: skip
    inspect_view_fields = list_export
    export_filename = "review-links"
    empty = _(
        "Nobody has shared a draft yet. Each link that is made with “Share draft” will be listed here: for whom it "
        "is, when it was last opened, and what was answered."
    )
