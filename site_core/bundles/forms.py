from django.core.exceptions import PermissionDenied
from wagtail.admin.forms import WagtailAdminModelForm

from site_core.limits import choosable


class BundleForm(WagtailAdminModelForm):
    """Takes what its choosers offer. The form of a bundle names its members, so a number by hand would tell a title."""

    def is_valid(self):
        for row in (row for rows in self.formsets.values() for row in rows.forms):
            self._refuse_what_is_not_offered(row)
        return super().is_valid()

    def _refuse_what_is_not_offered(self, row):
        kind = row.instance.kind
        if kind not in row.changed_data:
            return
        member = getattr(row, "cleaned_data", {}).get(kind) if row.is_valid() else None
        if member and not choosable(self.for_user, type(member)).filter(pk=member.pk).exists():
            raise PermissionDenied
