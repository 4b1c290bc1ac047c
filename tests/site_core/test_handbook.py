"""The handbook's pictures: all there, all shown, and shown to those who work here."""

import re

import pytest
from django.conf import settings

FOLDER = settings.BASE_DIR / "docs/pictures/desk"
MOST = 150_000  # bytes


def named():
    text = (settings.BASE_DIR / "docs/editors.md").read_text()
    assert "![](" not in text
    return set(re.findall(r"!\[[^\]]+\]\(pictures/desk/([\w-]+)\.png\)", text))


def test_every_picture_is_there_and_every_one_is_shown():
    sizes = {file.stem: file.stat().st_size for file in FOLDER.glob("*")}
    assert named() == set(sizes)
    assert max(sizes.values()) <= MOST


@pytest.mark.django_db
def test_the_admin_shows_them_to_who_works_there(admin_client, client):
    page = admin_client.get("/admin/handbook/").content.decode()
    for name in named():
        assert f'src="pictures/desk/{name}.png"' in page
        answer = admin_client.get(f"/admin/handbook/pictures/desk/{name}.png")
        assert answer["Content-Type"] == "image/png"
        assert b"".join(answer.streaming_content).startswith(b"\x89PNG")
    assert admin_client.get("/admin/handbook/pictures/desk/nothing.png").status_code == 404
    assert client.get("/admin/handbook/pictures/desk/share.png").status_code == 302
