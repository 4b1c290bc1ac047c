"""What is no picture, or too much of one, is refused in words; what a picture tells besides itself is not kept."""

import json
import subprocess
import sys
from contextlib import suppress
from io import BytesIO
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.html import escape
from PIL import Image, ImageOps
from wagtail.images.forms import get_image_form
from wagtail.models import UploadedFile
from wagtail.utils.file import hash_filelike

from site_core.media.metadata import BrokenPicture, strip
from site_core.media.metadata.orientation import orientation
from site_core.models import SiteDocument, SiteImage
from tests.bad_pictures import REFUSED, SECRET, TAKEN, picture, png_of_one_colour, telling

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_renditions(monkeypatch):
    monkeypatch.setattr("site_core.media.receivers.make_renditions", SimpleNamespace(enqueue=lambda key: None))


def upload(content, name):
    return SimpleUploadedFile(name, content)


def fields(file, prefix=""):
    return {f"{prefix}title": "A picture", f"{prefix}file": file, f"{prefix}collection": 1, f"{prefix}tags": ""}


def refusals(name, content, user):
    form = get_image_form(SiteImage)(fields(None), {"file": upload(content, name)}, user=user)
    return form.errors.get("file", [])


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_words(admin_user, case):
    name, content = REFUSED[case]
    said = refusals(name, content(), admin_user)
    assert len(said) == 1 and len(said[0].split()) >= 4, said


@pytest.mark.parametrize("case", TAKEN)
def test_taken(admin_user, case):
    name, content = TAKEN[case]
    assert refusals(name, content(), admin_user) == []


def test_every_door_refuses_in_words(admin_client):
    """The page for one, the page for many, the chooser, and the replacement of a file."""
    kept = SiteImage.objects.create(title="Kept", file=ContentFile(picture(), "kept.jpg"))
    for case in ("gif, cut", "svg as jpg", "100 million pixels", "jpeg, cut"):
        name, content = REFUSED[case][0], REFUSED[case][1]()
        said = refusals(name, content, None)[0]
        one = admin_client.post("/admin/images/add/", fields(upload(content, name)))
        many = admin_client.post("/admin/images/multiple/add/", {"title": "A", "files[]": upload(content, name)})
        chooser = admin_client.post(
            "/admin/images/chooser/create/", fields(upload(content, name), "image-chooser-upload-")
        )
        replaced = admin_client.post(f"/admin/images/{kept.pk}/", fields(upload(content, name)))
        assert {answer.status_code for answer in (one, many, chooser, replaced)} == {200}
        assert json.loads(many.content) == {"success": False, "error_message": said}
        for answer in (one, replaced):
            assert escape(said) in answer.content.decode()
        assert escape(said) in json.loads(chooser.content)["htmlFragment"]
    assert list(SiteImage.objects.all()) == [kept]


@pytest.mark.parametrize("case", [case for case in TAKEN if "name" in case] + ["film", "heic", "png of a palette"])
def test_every_door_takes_names_and_kinds(admin_client, case):
    name, content = TAKEN[case][0], TAKEN[case][1]()
    assert admin_client.post("/admin/images/add/", fields(upload(content, name))).status_code == 302
    many = admin_client.post("/admin/images/multiple/add/", {"title": "x" * 300, "files[]": upload(content, name)})
    assert json.loads(many.content)["success"], "a title that is too long waits for a better one"
    waiting = UploadedFile.objects.get()
    finished = admin_client.post(
        f"/admin/images/multiple/create_from_uploaded_image/{waiting.pk}/",
        {f"uploaded-image-{waiting.pk}-title": "Short", f"uploaded-image-{waiting.pk}-tags": ""},
    )
    assert json.loads(finished.content)["success"]
    chooser = admin_client.post("/admin/images/chooser/create/", fields(upload(content, name), "image-chooser-upload-"))
    assert json.loads(chooser.content)["step"] == "duplicate_found"
    assert SiteImage.objects.count() == 3 and len(set(SiteImage.objects.values_list("file_hash", flat=True))) == 1


def test_the_list_of_pictures_outlives_a_lost_or_broken_file(admin_client):
    lost, broken = (SiteImage.objects.create(title="A", file=ContentFile(picture(), "a.jpg")) for _ in range(2))
    for image, content in ((lost, None), (broken, b"\xff\xd8\xff")):
        image.renditions.all().delete()
        image.file.storage.delete(image.file.name)
        if content:
            image.file.storage.save(image.file.name, ContentFile(content))
    for url in ("/admin/images/", f"/admin/images/{lost.pk}/"):
        assert admin_client.get(url).status_code == 200


@pytest.mark.parametrize("name", ["note.exe", "x" * 300 + ".pdf", "𝔘" * 200 + ".pdf", "../../a.pdf"])
@pytest.mark.parametrize("content", [b"", b"words", bytes(21 * 1024**2)], ids=["empty", "words", "21 MB"])
def test_documents_are_taken_or_refused_in_words(admin_client, name, content):
    form = {"title": "A", "collection": 1, "tags": "", "file": upload(content, name)}
    answer = admin_client.post("/admin/documents/add/", form)
    many = admin_client.post("/admin/documents/multiple/add/", {"title": "A", "files[]": upload(content, name)})
    taken = content == b"words" and name.endswith(".pdf")
    assert answer.status_code == (302 if taken else 200)
    assert json.loads(many.content)["success"] == taken
    assert SiteDocument.objects.count() == (2 if taken else 0)


# What pictures tell


@pytest.mark.parametrize("kind", telling())
def test_nothing_but_the_picture_is_kept(kind):
    before = telling()[kind]
    assert SECRET.encode() in before or SECRET in str(Image.open(BytesIO(before)).info)
    image = SiteImage.objects.create(title="A", file=ContentFile(before, f"a.{kind}"))
    with image.file.open() as file:
        after = file.read()
    told = Image.open(BytesIO(after))
    assert SECRET.encode() not in after and SECRET not in str(told.info) and SECRET not in str(told.getexif())
    assert not told.getexif().get_ifd(0x8825), "where it was taken"
    assert ImageOps.exif_transpose(told).tobytes() == ImageOps.exif_transpose(Image.open(BytesIO(before))).tobytes()
    assert (image.file_size, image.file_hash) == (len(after), hash_filelike(BytesIO(after)))


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "avif"])
def test_a_picture_that_lies_on_its_side_stands_up(kind):
    image = SiteImage.objects.create(title="A", file=ContentFile(telling()[kind], f"a.{kind}"))
    rendition = image.get_rendition("width-48|format-jpeg")
    assert (image.width, image.height) == (rendition.width, rendition.height) == (48, 64)
    assert orientation(Image.open(rendition.file).info.get("exif")) == 1


def test_stripping_twice_is_stripping_once():
    for content in telling().values():
        assert strip(strip(content)) == strip(content)


@pytest.mark.parametrize("kind", telling())
def test_a_file_that_ends_anywhere_is_whole_or_broken(kind):
    content = telling()[kind]
    for end in range(0, len(content), max(1, len(content) // 200)):
        with suppress(BrokenPicture):
            strip(content[:end])


def test_colours_stay_as_they_are_meant():
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
        assert Image.open(BytesIO(strip(picture(kind, icc_profile=profile)))).info["icc_profile"] == profile


def test_pixels_of_a_film_stay():
    film = picture("GIF", mode="P", save_all=True, append_images=[Image.new("P", (64, 48), 3)], loop=0, duration=90)
    assert strip(film) == film


# Memory

MEASURE = """
import resource, sys
import django
django.setup()
from django.core.files.uploadedfile import SimpleUploadedFile
from site_core.media.forms import PictureUploadField
field, content = PictureUploadField(), open(sys.argv[1], "rb").read()
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    field.clean(SimpleUploadedFile("a.png", content))
    said = ""
except Exception as error:
    said = " ".join(error.messages)
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024, said)
"""


@pytest.mark.parametrize(("size", "most"), [((11_000, 11_000), 25), ((7_300, 5_400), 400)])
def test_memory_is_bounded(tmp_path, size, most):
    """Refused by its head: nothing is decoded. Just small enough: decoded once."""
    (tmp_path / "a.png").write_bytes(png_of_one_colour(*size))
    run = [sys.executable, "-c", MEASURE, str(tmp_path / "a.png")]
    out = subprocess.run(run, check=True, capture_output=True, text=True, cwd=settings.BASE_DIR).stdout
    megabytes, _, said = out.strip().partition(" ")
    assert int(megabytes) < most
    assert ("121 million pixels" in said) == (size[0] * size[1] > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
