"""Refuses, in words next to the field, what is not a picture or is too big to be worked with."""

from io import BytesIO

import filetype
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import FileField
from django.utils.translation import gettext_lazy as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm
from willow import Image as Picture
from willow.plugins.pillow import PillowImage

from .metadata import strip

MILLION = 1_000_000
BOMBS = (Image.DecompressionBombError, Image.DecompressionBombWarning)
SAMPLE = (32, 32)


class PictureUploadField(WagtailImageField):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.error_messages |= {
            "invalid_image": _("This file is damaged, or it is not a picture."),
            "unusual_colours": _(
                "The colours of this picture are stored in a way that browsers do not know. Please save it as an "
                "ordinary JPEG or PNG, with 8 bits for each colour."
            ),
            "too_many_pixels": _(
                "This picture has %(found)s million pixels, and at most %(most)s million can be worked with. Please "
                "make it smaller first: no page shows it wider than 1,600 pixels."
            ),
            "far_too_many_pixels": _(
                "This picture has more than %(most)s million pixels. Please make it smaller first: no page shows it "
                "wider than 1,600 pixels."
            ),
        }

    def to_python(self, data):
        """The uploaded file, looked at from the outside in: what is refused for its size is never decoded."""
        file = FileField.to_python(self, data)
        if file is None:
            return None
        self.check_image_file_size(file)
        try:
            self._check_kind(file)
            self._check_pixels(file)
            self._check_content(file)
        except ValidationError:
            raise
        except Exception as error:  # decoders raise whatever they like
            raise self._refusal("invalid_image") from error
        file.seek(0)
        return file

    def _check_kind(self, file):
        if filetype.guess_extension(file) is None:  # what has no signature, Willow would read as XML
            raise self._refusal("invalid_image")
        file.seek(0)
        file.image = Picture.open(file)
        file.content_type = file.image.mime_type
        self.check_image_file_format(file)

    def _check_pixels(self, file):
        most = self.max_image_pixels / MILLION
        try:
            with Image.open(file) as picture:
                width, height = picture.size
        except BOMBS:
            raise self._refusal("far_too_many_pixels", most=f"{most:g}") from None
        if width * height > self.max_image_pixels:
            raise self._refusal("too_many_pixels", found=f"{width * height / MILLION:.0f}", most=f"{most:g}")

    def _check_content(self, file):
        """Decode what will be kept of it, to the last pixel, and try every format that pages ask for."""
        file.seek(0)
        with Image.open(BytesIO(strip(file.read()))) as picture:
            picture.load()
            sample = PillowImage(picture.resize(SAMPLE, Image.Resampling.NEAREST)).resize((16, 16))
        try:
            sample.save_as_avif(BytesIO())
            sample.save_as_webp(BytesIO())
            sample.set_background_color_rgb((255, 255, 255)).save_as_jpeg(BytesIO())
        except Exception as error:
            raise self._refusal("unusual_colours") from error

    def _refusal(self, code, **numbers):
        return ValidationError(self.error_messages[code], code=code, params=numbers or None)


class PictureForm(BaseImageForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if stock := self.fields.get("file"):
            self.fields["file"] = PictureUploadField(label=stock.label, widget=stock.widget, required=stock.required)

    def save(self, commit=True):
        from site_core.tasks import make_renditions

        with transaction.atomic():
            picture = super().save(commit)
            if commit and "file" in self.changed_data:
                # Once more: when the new file was saved, those of the old one were still there.
                make_renditions.enqueue(picture.pk)
        return picture
