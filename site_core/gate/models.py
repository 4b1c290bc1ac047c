from django.contrib.contenttypes.models import ContentType
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from .findings import REGISTERED
from .forms import GateSettingsForm
from .panels import LevelsPanel

CLAIMS = "cure\ncures\ncured\nguarantee\nguaranteed\nguarantees\nmiracle\nclinically proven\ndetox\ninstant relief"


@register_setting(icon="circle-check")
class GateSettings(BaseGenericSetting):
    """What an administrator has set the checks to."""

    levels = models.JSONField(default=dict, blank=True, editable=False)
    claims = models.TextField(
        _("words that promise too much"),
        blank=True,
        default=CLAIMS,
        help_text=_("One word or phrase a line. Capital letters make no difference."),
    )
    reading_age = models.PositiveSmallIntegerField(
        _("age to write for"),
        default=16,
        validators=[MinValueValidator(8), MaxValueValidator(30)],
        help_text=_("Longer sentences and words than somebody of this age reads with ease are named."),
    )

    base_form_class = GateSettingsForm
    panels = [FieldPanel("claims"), FieldPanel("reading_age"), LevelsPanel(heading=_("What the checks do"))]

    class Meta:
        verbose_name = _("checks before publishing")

    def level_of(self, check) -> str:
        return self.levels.get(check.name, check.default)

    @property
    def claim_words(self) -> list[str]:
        """The phrases of the list, the longest first, so that it is the one found."""
        return sorted({line.strip() for line in self.claims.splitlines() if line.strip()}, key=len, reverse=True)

    def set_level(self, name: str, level: str) -> None:
        if name in REGISTERED:
            self.levels[name] = level


class LinkCheckQuerySet(models.QuerySet):
    def dead(self):
        """Addresses at which nobody answered, twice running."""
        return self.filter(failures__gte=2)


class LinkCheck(models.Model):
    """What came of asking an address outside the site."""

    url = models.URLField(_("address"), max_length=2000, unique=True)
    checked_at = models.DateTimeField(_("asked at"), null=True)
    status = models.PositiveSmallIntegerField(_("answer"), null=True, help_text=_("Empty if there was none."))
    failures = models.PositiveSmallIntegerField(_("failures running"), default=0)

    objects = LinkCheckQuerySet.as_manager()

    class Meta:
        verbose_name = _("link check")
        verbose_name_plural = _("link checks")
        ordering = ["-checked_at"]

    def __str__(self):
        return self.url

    @property
    def outcome(self) -> str:
        """In a few words for lists."""
        if not self.checked_at:
            return gettext("Not asked yet")
        if not self.failures:
            return gettext("Somebody answers")
        return gettext("Nobody answers") if self.failures > 1 else gettext("Nobody answered the last time")

    @property
    def where(self) -> str:
        """What leads there, one title to a line."""
        return "\n".join(dict.fromkeys(place.title for place in self.places.all()))


class LinkPlace(models.Model):
    """Where something that is published leads to an address: which object, and the content path in its form."""

    link_check = models.ForeignKey(LinkCheck, on_delete=models.CASCADE, related_name="places")
    base_content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.CharField(max_length=255)
    content_path = models.CharField(max_length=255)
    title = models.CharField(max_length=255)

    class Meta:
        default_permissions = ()
        ordering = ["title", "pk"]
        indexes = [models.Index(fields=["base_content_type", "object_id"], name="gate_place_of_object")]

    def __str__(self):
        return self.title
