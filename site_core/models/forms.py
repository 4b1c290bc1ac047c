"""Forms of what is published: they say beside its field what is only wrong then."""

from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import COMMENTS_RELATION_NAME

from .publishing import problems_of


class SaysWhatIsWrong:
    """While a draft is saved, nothing is in its way."""

    def is_valid(self):
        valid = super().is_valid()
        formsets = {name: rows for name, rows in self.formsets.items() if name != COMMENTS_RELATION_NAME}
        if self.is_deferred_validation or not all(rows.is_valid() for rows in formsets.values()):
            return valid
        for rows in formsets.values():
            rows.save(commit=False)  # so that the object has them, and what they lack is seen
        for name, sentences in problems_of(self.instance).items():
            if not self.has_error(name):
                self.add_error(name if name in self.fields else None, sentences)
        return valid and not self.errors


class PublishablePageForm(SaysWhatIsWrong, WagtailAdminPageForm):
    """The form of any page."""


class PublishableForm(SaysWhatIsWrong, WagtailAdminModelForm):
    """The form of any snippet with drafts."""
