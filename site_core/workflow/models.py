from django.db import models
from django.forms import RadioSelect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="view")
class WorkflowSettings(BaseGenericSetting):
    """How many people look at a text before readers do."""

    class Eyes(models.IntegerChoices):
        ONE = 1, _("One person may publish")
        TWO = 2, _("A second person must approve")

    eyes = models.PositiveSmallIntegerField(
        _("before something is published"),
        choices=Eyes.choices,
        default=Eyes.ONE,
        help_text=_("With a second person nobody, administrators included, publishes the version that they wrote."),
    )

    panels = [FieldPanel("eyes", widget=RadioSelect)]

    class Meta:
        verbose_name = _("one or two people")

    @classmethod
    def two_people(cls) -> bool:
        """Whether a second person is asked for. Unlike `load()` it never writes."""
        return cls.objects.filter(eyes=cls.Eyes.TWO).exists()
