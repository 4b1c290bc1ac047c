"""Pictures, and the ladder of sizes and formats in which pages show them."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image

WIDTHS = (400, 800, 1200, 1600)
FORMATS = ("avif", "webp")
SHARE_SPEC = "fill-1200x630|format-jpeg"


class SiteImage(AbstractImage):
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Who made the picture. Shown beside it.")
    )
    licence = models.CharField(
        _("licence"), max_length=200, blank=True, help_text=_("What allows us to use it, for our own records.")
    )
    shows_spencer = models.BooleanField(
        _("Spencer is in this picture"),
        default=False,
        help_text=_("Pages that open with it leave him out of the footer: he is in one place at a time."),
    )

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence", "shows_spencer")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """The description, never the title: a title is often a file name."""
        return self.description

    @property
    def ladder(self) -> list[str]:
        """Filter specs of all renditions a page may show; none is wider than the picture itself."""
        widths = [width for width in WIDTHS if width <= self.width] or [self.width]
        modern = [f"width-{width}|format-{kind}" for kind in FORMATS for width in widths]
        return [*modern, self.fallback_spec]

    @property
    def fallback_spec(self) -> str:
        """The one JPEG, for browsers that know neither AVIF nor WebP and for mails and feeds."""
        return f"width-{min(self.width, 800)}|format-jpeg"

    def made(self, spec: str):
        """The rendition of this filter spec if it has been made, else None. Nothing is made."""
        prefetched = getattr(self, "prefetched_renditions", None)
        renditions = self.renditions.filter(filter_spec=spec) if prefetched is None else prefetched
        return next((rendition for rendition in renditions if rendition.filter_spec == spec), None)

    @property
    def focus(self) -> str:
        """By thirds, where the subject is: "", "left", "bottom right" and so on."""
        if not self.has_focal_point():
            return ""
        x, y = self.focal_point_x / self.width, self.focal_point_y / self.height
        vertical = "top" if y < 1 / 3 else "bottom" if y > 2 / 3 else ""
        horizontal = "left" if x < 1 / 3 else "right" if x > 2 / 3 else ""
        return f"{vertical} {horizontal}".strip()


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_site_rendition"),
        ]


def load_renditions(images: Iterable[SiteImage | None]) -> None:
    """Give all these pictures their renditions in one query."""
    lookup = Prefetch("renditions", queryset=SiteRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects([image for image in images if image], lookup)
