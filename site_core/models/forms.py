"""Forms of what is published: they say beside its field what is only wrong then."""

from itertools import count

from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.utils.text import slugify
from django.utils.translation import gettext
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.admin.forms.pages import CopyForm
from wagtail.models import COMMENTS_RELATION_NAME, Page

from .publishing import problems_of

MOST = 200  # signs; room for a number is left


class SaysWhatIsWrong:
    """While a draft is saved, nothing is in its way."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            # Wagtail's panels draw no hidden initial: without it a reckoned default, such as today, is always a change,
            # and an approval that changes something asks for the next approval.
            field.show_hidden_initial = False

    def is_valid(self):
        valid = super().is_valid()
        formsets = {name: rows for name, rows in self.formsets.items() if name != COMMENTS_RELATION_NAME}
        if self.is_deferred_validation or not all(rows.is_valid() for rows in formsets.values()):
            return valid
        for rows in formsets.values():
            rows.save(commit=False)  # so that the object has them, and what they lack is seen
        for name, sentences in problems_of(self.instance).items():
            if name in formsets:
                formsets[name].non_form_errors().extend(sentences)  # said above the rows
                valid = False
            elif not self.has_error(name):
                self.add_error(name if name in self.fields else None, sentences)
        return valid and not self.errors


class PublishablePageForm(SaysWhatIsWrong, WagtailAdminPageForm):
    """The form of any page. Its address is nobody's work: it is made from the title, and from a number if taken."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self):
        slug = self.cleaned_data["slug"] or self._made_slug()
        if not slug or self._is_free(slug):
            return slug
        if self.instance.first_published_at:
            raise ValidationError(gettext("Another page has this address already. Please choose a different one."))
        # It is not written back into the form, whose title may have grown meanwhile.
        return next(filter(self._is_free, (f"{slug}-{number}" for number in count(2))))

    def _made_slug(self):
        """That of the title as it is now: while nobody chose another, only readers hold an address fast."""
        made = slugify(self.cleaned_data.get("title", ""), allow_unicode=True)[:MOST].strip("-")
        return self.instance.slug if self.instance.first_published_at else made

    def _is_free(self, slug):
        reserved = getattr(self.parent_page.specific_class, "reserved_slugs", frozenset()) if self.parent_page else ()
        return slug not in reserved and Page._slug_is_available(slug, self.parent_page, self.instance)


class PublishableForm(SaysWhatIsWrong, WagtailAdminModelForm):
    """The form of any snippet with drafts."""


class PageCopyForm(CopyForm):
    """Takes no more of a title or address than a page can hold."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("title", "slug"):
            limit = Page._meta.get_field(name).max_length
            self.fields[f"new_{name}"].validators.append(MaxLengthValidator(limit))
            self.fields[f"new_{name}"].widget.attrs["maxlength"] = limit
