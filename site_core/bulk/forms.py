from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext

from .changes import offered


class ChangesForm(forms.Form):
    """A field for each change that is offered; what is left empty is left as it is."""

    def __init__(self, *args, model, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.changes = offered[model]
        for change in self.changes:
            self.fields[change.name] = change.field(user)

    def clean(self):
        super().clean()
        if not self.errors and not self.values:
            raise ValidationError(gettext("Fill in at least one of these. What you leave empty stays as it is."))

    @property
    def values(self) -> dict:
        given = {change.name: change.stored(self.cleaned_data.get(change.name)) for change in self.changes}
        return {name: value for name, value in given.items() if value}

    @property
    def sentences(self) -> list[str]:
        return [change.described(self.values[change.name]) for change in self.changes if change.name in self.values]
