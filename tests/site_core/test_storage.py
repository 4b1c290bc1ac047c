"""One stylesheet is served, and it is the sum of the many that are written."""

import re
from pathlib import Path

import pytest
from django.core.files.storage import FileSystemStorage

from site_core.storage import STYLESHEET, JoinedManifestStaticFilesStorage, join

STATIC = Path(__file__).parents[2] / "site_core" / "static"


def test_imports_are_replaced_in_order_and_keep_their_layers():
    files = {
        "css/site.css": (
            '@layer one, two;\n@import url("first.css") layer(one);\n@import url("parts/second.css") layer(two);\n'
        ),
        "css/first.css": "a { color: red; }\n",
        "css/parts/second.css": "b { color: blue; }\n",
    }
    assert join("css/site.css", files.__getitem__) == (
        "@layer one, two;\n@layer one {\na { color: red; }\n}\n@layer two {\nb { color: blue; }\n}\n"
    )


def test_addresses_are_seen_from_the_joined_file():
    files = {
        "css/site.css": '@import url("parts/a.css") layer(x);',
        "css/parts/a.css": 'a { mask: url("../../pictures/light.svg") 0 0; background: url("data:,x"); }\n',
    }
    joined = join("css/site.css", files.__getitem__)
    assert 'url("../pictures/light.svg") 0 0' in joined
    assert 'url("data:,x")' in joined


@pytest.fixture
def collected(tmp_path):
    """The project's own static files, collected into a folder of their own."""
    source = FileSystemStorage(location=STATIC)
    names = [str(path.relative_to(STATIC)) for path in STATIC.rglob("*") if path.is_file()]
    storage = JoinedManifestStaticFilesStorage(location=tmp_path)
    for name in names:
        with source.open(name) as file:
            storage.save(name, file)
    for name, _hashed, processed in storage.post_process({name: (source, name) for name in names}):
        assert not isinstance(processed, Exception), f"{name}: {processed}"
    return storage


def test_the_served_stylesheet_holds_every_other_and_asks_for_none(collected, tmp_path):
    served = (tmp_path / collected.stored_name(STYLESHEET)).read_text()
    assert "@import" not in served
    for path in sorted((STATIC / "css").rglob("*.css")):
        if path != STATIC / STYLESHEET:
            rules = re.sub(r"url\(.*?\)", "", path.read_text()).strip()
            assert rules in re.sub(r"url\(.*?\)", "", served), f"{path.name} is missing from site.css"


def test_the_served_stylesheet_names_files_by_their_content(collected, tmp_path):
    served = (tmp_path / collected.stored_name(STYLESHEET)).read_text()
    addresses = re.findall(r'url\("([^"]+)"\)', served)
    assert addresses
    for address in addresses:
        assert re.search(r"\.[0-9a-f]{12}\.", address), address
        assert (tmp_path / "css" / address).resolve().is_file(), address


def test_a_missing_import_is_told_by_name(tmp_path):
    source = FileSystemStorage(location=tmp_path / "source")
    (tmp_path / "source" / "css").mkdir(parents=True)
    (tmp_path / "source" / STYLESHEET).write_text('@import url("gone.css") layer(base);')
    storage = JoinedManifestStaticFilesStorage(location=tmp_path / "out")
    with pytest.raises(ValueError, match=r"css/gone\.css"):
        list(storage.post_process({STYLESHEET: (source, STYLESHEET)}))


def test_the_plain_stylesheet_lists_each_file_once_in_the_layer_of_its_folder():
    listed = re.findall(r'@import url\("(.+?)"\) layer\((\w+)\);', (STATIC / STYLESHEET).read_text())
    layers = dict(listed)
    assert len(layers) == len(listed)
    for folder in ("components", "blocks"):
        written = {f"{folder}/{path.name}" for path in (STATIC / "css" / folder).glob("*.css")}
        assert {name for name, layer in layers.items() if layer == folder} == written
