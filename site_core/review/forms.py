from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from .models import Answer

COMMENT = "comment"


class ShareForm(forms.Form):
    """How long a link lives, for whom it is, and what else it asks for."""

    days = forms.TypedChoiceField(
        label=_("Open for"),
        coerce=int,
        initial=7,
        choices=[(1, _("1 day")), (3, _("3 days")), (7, _("7 days")), (14, _("14 days")), (30, _("30 days"))],
    )
    guest_name = forms.CharField(
        label=_("For whom"), max_length=100, required=False, help_text=_("Their name stands ready when they answer.")
    )
    pass_phrase = forms.CharField(
        label=_("Pass phrase"),
        min_length=8,
        max_length=200,
        required=False,
        help_text=_("Asked for before the draft is shown. Tell it to your guest another way than the link."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class PassPhraseForm(forms.Form):
    pass_phrase = forms.CharField(
        label=_("Pass phrase"), max_length=200, widget=forms.PasswordInput(attrs={"autocomplete": "off"})
    )


class AnswerForm(forms.Form):
    """What a guest sends: a comment, an approval, or a wish for changes, of the version they have read."""

    what = forms.ChoiceField(choices=[(COMMENT, ""), *Answer.choices])
    version = forms.CharField(max_length=64)
    guest_name = forms.CharField(
        label=_("Your name"), max_length=100, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    contentpath = forms.ChoiceField(label=_("About"), required=False)
    text = forms.CharField(
        label=_("What would you like to say?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )

    def __init__(self, *args, targets: list[tuple[str, str]], version: str, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["contentpath"].choices = targets
        self.current = version

    def clean(self):
        cleaned = super().clean()
        what = cleaned.get("what")
        if what != Answer.APPROVED and not cleaned.get("text") and "text" not in self.errors:
            self.add_error("text", gettext("Please say in a sentence what it is about."))
        if what != COMMENT and cleaned.get("version") != self.current:
            said = gettext("The draft was changed while you were reading. Please look at it again, then answer.")
            self.add_error(None, said)
        return cleaned
