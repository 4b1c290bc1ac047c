from django import forms
from wagtail.admin.forms import WagtailAdminModelForm

from .findings import REGISTERED
from .levels import Level

PREFIX = "level_"


class GateSettingsForm(WagtailAdminModelForm):
    """Has a choice for each check there is, besides the fields of the model."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for check in REGISTERED.values():
            self.fields[PREFIX + check.name] = forms.ChoiceField(
                choices=Level.choices, label=check.label, initial=self.instance.level_of(check)
            )

    def save(self, commit=True):
        for name in REGISTERED:
            self.instance.set_level(name, self.cleaned_data[PREFIX + name])
        return super().save(commit)
