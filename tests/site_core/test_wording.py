"""What Wagtail and Django say in our words: `site_core/locale`."""

from pathlib import Path

import django
import wagtail
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup
from django.conf import settings
from django.urls import reverse

WORDING = Path(settings.BASE_DIR) / "site_core/locale/en_GB/LC_MESSAGES/django.po"


def whole(words):
    """A sentence, or those for one and for many."""
    return words if isinstance(words, str) else tuple(words)


def sentences(catalog):
    return {whole(message.id): whole(message.string) for message in catalog if message.id}


def read(path):
    with path.open("rb") as file:
        return sentences(read_po(file))


def test_the_compiled_sentences_are_the_written_ones():
    with WORDING.with_suffix(".mo").open("rb") as file:
        assert sentences(read_mo(file)) == read(WORDING)


def test_what_is_replaced_is_still_said():
    said = set()
    for package in (wagtail, django):
        for catalog in Path(package.__file__).parent.rglob("locale/en/LC_MESSAGES/django.po"):
            said |= read(catalog).keys()
    assert read(WORDING).keys() <= said


def test_a_refused_form_says_what_to_do(admin_client):
    answer = admin_client.post(reverse("wagtailsnippets_catalogue_merchant:add"), {"name": ""})
    assert "This merchant is not right yet: what is in red below says why." in answer.content.decode()


def test_only_the_role_is_called_administrator(admin_client):
    said = BeautifulSoup(admin_client.get(reverse("wagtailusers_users:add")).content, "html.parser")
    labels = [label.get_text(strip=True) for label in said.select("main label")]
    assert labels.count("Administrator") == 1
    assert "Owner of the installation" in labels
