"""Among the records: the addresses outside, and whether anybody answers there."""

from django.utils.translation import gettext_lazy as _

from site_core.records import Record, record

from .models import LinkCheck


@record
class LinkCheckRecords(Record):
    model = LinkCheck
    menu_label = _("Link checks")
    menu_icon = "link-external"
    base_url_path = "records/link-checks"
    list_display = ["url", "outcome", "status", "checked_at"]
    list_filter = ["status", "checked_at"]
    search_fields = ["url", "places__title"]
    ordering = ["-failures", "-checked_at"]
    list_export = ["url", "outcome", "status", "failures", "checked_at", "where"]
    inspect_view_fields = list_export
    export_filename = "link-checks"
    empty = _(
        "No address was asked yet. Each address outside that something published leads to will be listed here, "
        "with whether anybody answers there. Each is asked once a week."
    )
