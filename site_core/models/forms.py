"""Forms of what is published: they say beside its field what is only wrong then."""

from itertools import count

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import COMMENTS_RELATION_NAME, Page

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
    """The form of any page. An address that another page has never stops a draft: it gets the next number."""

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if not slug or self._is_free(slug):
            return slug
        if self.instance.first_published_at:
            raise ValidationError(gettext("Another page has this address already. Please choose a different one."))
        return next(filter(self._is_free, (f"{slug}-{number}" for number in count(2))))

    def _is_free(self, slug):
        reserved = getattr(self.parent_page.specific_class, "reserved_slugs", frozenset()) if self.parent_page else ()
        return slug not in reserved and Page._slug_is_available(slug, self.parent_page, self.instance)

    def get_field_updates_for_resave(self):
        updates = super().get_field_updates_for_resave()
        slug = self.cleaned_data.get("slug")
        return (
            [*updates, (self.add_prefix("slug"), slug)] if slug != self.data.get(self.add_prefix("slug")) else updates
        )


class PublishableForm(SaysWhatIsWrong, WagtailAdminModelForm):
    """The form of any snippet with drafts."""
