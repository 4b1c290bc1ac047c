from django.utils.translation import gettext_lazy as _

from site_core.models.forms import PublishablePageForm

HOW_TO_WRITE = _("Type, or begin an empty line with / to add a quote, a picture, figures or products.")


class ArticleForm(PublishablePageForm):
    """Opens with the cursor in the title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "body" in self.fields:
            # A form that is sent is mostly saved or previewed, not drawn: it need not read what its blocks choose.
            self.fields["body"].help_text = HOW_TO_WRITE if self.is_bound else self.how_to_write()
        if not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True

    def is_valid(self):
        valid = super().is_valid()
        if "body" in self.fields and not valid:
            self["body"].help_text = self.how_to_write()  # it is drawn again
        return valid

    def how_to_write(self) -> str:
        """The hint of the layout while something in it is blank, else what may be done in any text."""
        from .desk.layouts import hint_for  # which knows the model that this is the form of

        return str(hint_for(self.instance.body) or HOW_TO_WRITE)
