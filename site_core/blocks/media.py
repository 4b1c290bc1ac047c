from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model

from .at_hand import PictureBlock

MEDIA = _("Pictures and sound")


def any_picture():
    """A picture for block previews: the newest there is, described as in the library, or None."""
    picture = get_image_model().objects.order_by("-pk").first()
    if picture:
        picture.contextual_alt_text, picture.decorative = picture.description, False
    return picture


class ImageBlock(blocks.StructBlock):
    image = PictureBlock(label=_("Picture"))
    caption = blocks.CharBlock(required=False, max_length=300, label=_("Caption"))
    credit = blocks.CharBlock(
        required=False,
        max_length=200,
        label=_("Credit"),
        help_text=_("Leave empty to use the one in the picture library."),
    )
    width = blocks.ChoiceBlock(
        choices=[("normal", _("As wide as the text")), ("wide", _("Wider")), ("full", _("The whole window"))],
        default="normal",
        label=_("How wide"),
    )

    class Meta:
        icon = "image"
        label = _("Picture")
        group = MEDIA
        description = _("One picture with a caption and a credit.")
        template = "blocks/image.html"
        label_format = "{caption}"
        form_layout = blocks.BlockGroup(children=["image", "caption"], settings=["credit", "width"])

    def get_preview_value(self):
        return self.normalize({"image": any_picture(), "caption": gettext("What the caption says."), "width": "normal"})


class GalleryPictureBlock(blocks.StructBlock):
    image = PictureBlock(label=_("Picture"))

    class Meta:
        icon = "image"
        label = _("Picture")


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(GalleryPictureBlock(), min_num=2, max_num=12, label=_("Pictures"))
    caption = blocks.CharBlock(required=False, max_length=300, label=_("Caption"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        group = MEDIA
        description = _("Two to twelve pictures side by side.")
        template = "blocks/gallery.html"
        label_format = "{caption}"

    def get_preview_value(self):
        pictures = [{"image": any_picture()}, {"image": any_picture()}]
        return self.normalize({"pictures": pictures, "caption": gettext("What the caption says.")})


def player_address(url: str) -> str:
    """The address of the player for a YouTube or Vimeo page; "" for any other address."""
    parts = urlsplit(url or "")
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    if host == "youtube.com" and (video := parse_qs(parts.query).get("v", [""])[0]):
        return f"https://www.youtube-nocookie.com/embed/{video}"
    video = parts.path.strip("/").split("/")[0]
    if host == "youtu.be" and video:
        return f"https://www.youtube-nocookie.com/embed/{video}"
    if host == "vimeo.com" and video.isdigit():
        return f"https://player.vimeo.com/video/{video}?dnt=1"
    return ""


class VideoValue(blocks.StructValue):
    @property
    def player(self) -> str:
        return player_address(self.get("url"))

    @property
    def host(self) -> str:
        return "Vimeo" if "vimeo" in self.player else "YouTube"


class VideoBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=150, label=_("What the video shows"))
    url = blocks.URLBlock(
        label=_("Its address"),
        help_text=_("A page of YouTube or Vimeo. Nothing is loaded from there until a reader presses play."),
    )
    poster = PictureBlock(required=False, label=_("Picture before it plays"))
    length = blocks.CharBlock(
        required=False, max_length=60, label=_("How long it is"), help_text=_("Such as “Three minutes.”")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        group = MEDIA
        description = _("A video that is only loaded when the reader asks for it.")
        template = "blocks/video.html"
        label_format = "{title}"
        value_class = VideoValue

    def clean(self, value):
        value = super().clean(value)
        if value.get("url") and not value.player:
            error = ValidationError(gettext("This is not the address of a YouTube or Vimeo video."))
            raise StructBlockValidationError(block_errors={"url": error})
        return value

    def get_preview_value(self):
        return self.normalize(
            {
                "title": gettext("A minute by the sea"),
                "url": "https://vimeo.com/1",
                "poster": any_picture(),
                "length": gettext("One minute."),
            }
        )


class AudioBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=150, label=_("What is to be heard"))
    file = DocumentChooserBlock(label=_("Sound file"), help_text=_("MP3, OGG, WAV or M4A."))
    length = blocks.CharBlock(required=False, max_length=60, label=_("How long it is"))

    class Meta:
        icon = "media"
        label = _("Sound")
        group = MEDIA
        description = _("A recording with the browser's own player. It never plays by itself.")
        template = "blocks/audio.html"
        label_format = "{title}"
        preview_value = {"title": "One note of a sound bowl", "length": "Forty seconds."}
