from django.utils.translation import gettext_lazy as _

from site_core.models.forms import PublishablePageForm

HOW_TO_WRITE = _("Type, or begin an empty line with / to add a quote, a picture, figures or products.")


class ArticleForm(PublishablePageForm):
    """Opens with the cursor in the title."""

    def __init__(self, *args, **kwargs):
        from .desk.layouts import hint_for  # which knows the model that this is the form of

        super().__init__(*args, **kwargs)
        if "body" in self.fields:
            # A form that is sent is mostly saved or previewed, not drawn: it need not read what its blocks choose.
            hint = "" if self.is_bound else hint_for(self.instance.body)
            self.fields["body"].help_text = hint or HOW_TO_WRITE
        if not self.instance.pk:
            self.fields["title"].widget.attrs["autofocus"] = True
