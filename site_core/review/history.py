"""What the history of an article or product says of its guests."""

from dataclasses import dataclass

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

SHARED, REVOKED, COMMENTED, RESOLVED = "review.share", "review.revoke", "review.comment", "review.resolve"
APPROVED, CHANGES, HINDERED = "review.approve", "review.changes", "review.hindered"


@dataclass
class Line(LogFormatter):
    """Names the guest, who has no account by which Wagtail could name them."""

    label: str
    message: str

    def format_message(self, log_entry):
        return self.message % {"guest": log_entry.data.get("guest") or gettext("a guest")}

    def format_comment(self, log_entry):
        return log_entry.data.get("comment", "")


LINES = {
    SHARED: Line(_("Share draft"), _("Draft shared with %(guest)s")),
    REVOKED: Line(_("Withdraw link"), _("Link for %(guest)s withdrawn")),
    APPROVED: Line(_("Approval by a guest"), _("Approved under a review link by %(guest)s")),
    CHANGES: Line(_("Changes asked for by a guest"), _("Changes asked for under a review link by %(guest)s")),
    COMMENTED: Line(_("Comment by a guest"), _("Comment under a review link by %(guest)s")),
    RESOLVED: Line(_("Comment by a guest resolved"), _("Comment by %(guest)s resolved")),
    HINDERED: Line(_("Approval could not publish"), _("Approved, but not published yet")),
}
