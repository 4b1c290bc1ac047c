"""The file of a picture: stored without what it says about who took it and where, under a name that says nothing."""

from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile
from wagtail.utils.file import hash_filelike

from .metadata import strip
from .metadata.orientation import orientation

LYING = range(5, 9)  # orientations in which the stored picture lies on its side


class PictureFile(WagtailImageFieldFile):
    def save(self, name, content, save=True):
        """Store the content without its metadata. Raises BrokenPicture if it is not a whole picture."""
        content.seek(0)
        kept = strip(content.read())
        super().save(name, ContentFile(kept, name), save=False)
        self.instance.file_size, self.instance.file_hash = len(kept), hash_filelike(BytesIO(kept))
        if save:
            self.instance.save()

    def get_image_dimensions(self):
        """Width and height as it is seen, from the head of the file: no pixel is decoded."""
        close = self.closed
        self.open()
        try:
            picture = Image.open(self)
            lies = orientation(picture.info.get("exif")) in LYING
            return picture.size[::-1] if lies else picture.size
        finally:
            if close:
                self.close()
            else:
                self.seek(0)


class PictureField(WagtailImageField):
    attr_class = PictureFile
