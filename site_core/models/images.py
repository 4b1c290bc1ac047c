"""Pictures, and the ladder of sizes and formats in which pages show them."""

import re
from collections.abc import Iterable
from pathlib import PurePath
from secrets import token_hex

from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Image,
    ImageQuerySet,
    SourceImageIOError,
    get_upload_to,
)

from site_core.door import is_reader
from site_core.media.fields import PictureField

from .media import MediaQuerySet, PrivateMedia, still_public

WIDTHS = (400, 800, 1200, 1600)
FORMATS = ("avif", "webp")
SHARE_SPEC = "fill-1200x630|format-jpeg"
PUBLIC_FOLDER, PRIVATE_FOLDER, ORIGINALS = "pub", "images", "original_images"


class SiteImageQuerySet(MediaQuerySet, ImageQuerySet):
    pass


class SiteImage(PrivateMedia, AbstractImage):
    file = PictureField(_("file"), upload_to=get_upload_to, width_field="width", height_field="height")
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

    objects = SiteImageQuerySet.as_manager()

    admin_form_fields = (*Image.admin_form_fields, "credit", "licence", "shows_spencer")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    def save(self, *args, **kwargs):
        """Store a new file before its row is written, so that size and hash are those of what was kept of it."""
        if self.file and not self.file._committed:
            self.file.save(self.file.name, self.file.file, save=False)
        super().save(*args, **kwargs)

    def get_upload_to(self, filename: str) -> str:
        """A name that nobody can guess, and that does not tell what the picture is of."""
        return f"{ORIGINALS}/{token_hex(16)}{extension(filename)}"

    def generate_rendition_file(self, filter, *, source=None):
        """Raise SourceImageIOError if the original is lost or damaged: Wagtail then shows that there is none."""
        try:
            return super().generate_rendition_file(filter, source=source)
        except (OSError, SyntaxError) as error:
            raise SourceImageIOError(str(error)) from error

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

    @property
    def specs(self) -> list[str]:
        """Filter specs of all that readers may ever see of this picture, the one that a page needs most first."""
        return list(dict.fromkeys([self.fallback_spec, *self.ladder, SHARE_SPEC]))

    @property
    def made(self) -> dict[str, "SiteRendition"]:
        """By filter spec, the renditions there are for whoever asks: readers get those of public pictures."""
        prefetched = getattr(self, "prefetched_renditions", None)
        renditions = self.renditions.all() if prefetched is None else prefetched
        return {made.filter_spec: made for made in renditions if made.is_public or not is_reader()}

    @property
    def enlarged_url(self) -> str:
        """The address of the widest WebP, for whoever wants to look closely; "" if there is none."""
        made = self.made
        return next((made[spec].url for spec in reversed(self.ladder) if "webp" in spec and spec in made), "")

    @property
    def focus(self) -> str:
        """By thirds, where the subject is: "", "left", "bottom right" and so on."""
        if not self.has_focal_point():
            return ""
        x, y = self.focal_point_x / self.width, self.focal_point_y / self.height
        vertical = "top" if y < 1 / 3 else "bottom" if y > 2 / 3 else ""
        horizontal = "left" if x < 1 / 3 else "right" if x > 2 / 3 else ""
        return f"{vertical} {horizontal}".strip()


class RenditionQuerySet(models.QuerySet):
    def public(self):
        """Those that have an address for readers."""
        in_place = self.filter(file__startswith=f"{PUBLIC_FOLDER}/").exclude(image__public_token="")
        return in_place.filter(still_public("image__"))


class SiteRendition(AbstractRendition):
    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    objects = RenditionQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("image", "filter_spec", "focal_point_key"), name="unique_site_rendition"),
        ]

    @property
    def is_public(self) -> bool:
        return self.file.name.startswith(f"{PUBLIC_FOLDER}/")

    @property
    def folder(self) -> str:
        """Where its file belongs. What the admin alone shows is private even of a public picture."""
        if self.image.is_public and self.filter_spec in self.image.specs:
            return f"{PUBLIC_FOLDER}/{self.image.public_token}"
        return PRIVATE_FOLDER

    @property
    def is_in_place(self) -> bool:
        return str(PurePath(self.file.name).parent) == self.folder

    def get_upload_to(self, filename: str) -> str:
        """A new name each time, so that what an address has once shown stays what it shows."""
        folder = self.folder
        return f"{folder}/{token_hex(16 if folder == PRIVATE_FOLDER else 4)}{extension(filename)}"


def load_renditions(images: Iterable[SiteImage | None]) -> None:
    """Give all these pictures their renditions in one query."""
    lookup = Prefetch("renditions", queryset=SiteRendition.objects.all(), to_attr="prefetched_renditions")
    prefetch_related_objects([image for image in images if image], lookup)


def extension(filename):
    """The extension in lower case if it is an ordinary one, with its dot."""
    found = re.search(r"\.[a-z0-9]{1,5}$", filename.lower())
    return found[0] if found else ""
