"""The demo's pictures and sounds, in the library."""

from django.core.files import File
from django.utils.functional import cached_property
from wagtail.documents import get_document_model

from site_core.models import SiteImage

from .files import HERE, read


class Library:
    """Adds a picture or sound to the library the first time that something asks for it by name."""

    def __init__(self):
        self._pictures: dict[str, SiteImage] = {}
        self._sounds = {}

    @cached_property
    def _about(self):
        return read("pictures")

    def picture(self, name: str) -> SiteImage | None:
        """The picture `pictures/NAME.jpg`; None for an empty name. Raises KeyError if it is not described."""
        if not name:
            return None
        if name not in self._pictures:
            self._pictures[name] = self._add_picture(name, self._about[name])
        return self._pictures[name]

    def sound(self, name: str, title: str):
        """The sound `sounds/NAME.*` as a document."""
        if name not in self._sounds:
            path = next(path for path in sorted((HERE / "sounds").glob(f"{name}.*")) if path.suffix != ".py")
            with path.open("rb") as file:
                self._sounds[name] = get_document_model().objects.create(title=title, file=File(file, path.name))
        return self._sounds[name]

    def _add_picture(self, name, about):
        fields = ("title", "credit", "licence", "shows_spencer")
        with (HERE / "pictures" / f"{name}.jpg").open("rb") as file:
            picture = SiteImage(file=File(file, f"{name}.jpg"), description=about["alt"])
            for field in fields:
                setattr(picture, field, about.get(field, getattr(picture, field)))
            if focus := about.get("focus"):
                _set_focus(picture, *focus)
            picture.save()
        return picture


def _set_focus(picture, x, y, width, height):
    """A box in fractions of the picture, from its upper left corner, becomes Wagtail's focal point in pixels."""
    picture.focal_point_x = round((x + width / 2) * picture.width)
    picture.focal_point_y = round((y + height / 2) * picture.height)
    picture.focal_point_width = round(width * picture.width)
    picture.focal_point_height = round(height * picture.height)
