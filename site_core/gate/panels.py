from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from .findings import REGISTERED
from .forms import PREFIX


class LevelPanel(FieldPanel):
    """A field that only the form has."""

    def get_form_options(self):
        return {}


class LevelsPanel(MultiFieldPanel):
    """One choice for each check. Which there are is known only when all apps are there."""

    def __init__(self, children=(), **kwargs):
        super().__init__(children, **kwargs)

    def on_model_bound(self):
        self.children = [LevelPanel(PREFIX + name) for name in REGISTERED]
        super().on_model_bound()
