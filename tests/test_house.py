"""The rules of the house, held: names, places, sizes."""

import ast
import re
from pathlib import Path

import pytest
from django.conf import settings

from blog.blocks import ArticleBody
from home.blocks import HomeSections, StandardBody

ROOT = Path(settings.BASE_DIR)
CSS = ROOT / "site_core/static/css"
APPS = ("site_core", "catalogue", "blog", "home")
STREAMS = [ArticleBody, HomeSections, StandardBody]
REFUSED = {"utils", "helpers", "common", "misc", "mixins"}
LINES = {"module": 300, "template": 100, "stylesheet": 120, "script": 50}
LONGEST_FUNCTION = 30
# Blocks that are drawn by a component of another name, or that need no rules of their own.
WITHOUT_STYLESHEET = {"category", "diary", "latest", "lead", "shelf", "specification", "text"}
# Stylesheets of what stands in includes/ or is a part of another component.
WITHOUT_TEMPLATE = {"footer", "masthead", "skip"}


def modules():
    return [p for app in APPS for p in (ROOT / app).rglob("*.py") if "migrations" not in p.parts]


def block_names():
    return sorted({name for stream in STREAMS for name in stream.base_blocks})


@pytest.mark.parametrize("name", block_names())
def test_block_has_template_and_stylesheet(name):
    assert (ROOT / f"templates/blocks/{name}.html").exists()
    assert name in WITHOUT_STYLESHEET or (CSS / f"blocks/{name}.css").exists()


@pytest.mark.parametrize("stream", STREAMS)
def test_block_class_is_named_after_its_stream_name(stream):
    wrong = {
        name: type(block).__name__
        for name, block in stream.base_blocks.items()
        if type(block).__name__ != f"{name.title().replace('_', '')}Block"
        or block.meta.template != f"blocks/{name}.html"
    }
    assert wrong == {}


def test_no_template_or_stylesheet_has_lost_its_partner():
    blocks = set(block_names())
    templates = {p.stem for p in (ROOT / "templates/blocks").glob("*.html")}
    styles = {p.stem for p in (CSS / "blocks").glob("*.css")} - {"beside", "body"}
    components = {p.stem for p in (ROOT / "templates/components").glob("*.html")} | WITHOUT_TEMPLATE
    component_styles = {p.stem for p in (CSS / "components").glob("*.css")}
    assert templates - blocks == set()
    assert styles - blocks == set()
    assert component_styles - components == set()


def test_every_stylesheet_is_listed_once():
    listed = re.findall(r'url\("([^"]+)"\)', (CSS / "site.css").read_text())
    there = {str(p.relative_to(CSS)) for p in CSS.rglob("*.css")} - {"site.css"}
    assert sorted(listed) == sorted(there)


def test_components_are_included_with_only():
    careless = [
        f"{path.relative_to(ROOT)}: {tag}"
        for path in (ROOT / "templates").rglob("*.html")
        for tag in re.findall(r'{% include "components/[^%]*%}', path.read_text())
        if not tag.rstrip(" %}").endswith("only")
    ]
    assert careless == []


def test_no_inline_script_or_style():
    found = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "templates").rglob("*.html")
        if path.name != "500.html" and re.search(r' style="| on[a-z]+="|<script>|<style', path.read_text())
    ]
    assert found == []


def test_sizes():
    sized = {
        "module": modules(),
        "template": (ROOT / "templates").rglob("*.html"),
        "stylesheet": CSS.rglob("*.css"),
        "script": (ROOT / "site_core/static/js").rglob("*.js"),
    }
    over = [
        f"{path.relative_to(ROOT)}: {lines}"
        for kind, paths in sized.items()
        for path in paths
        if path.name != "500.html" and (lines := len(path.read_text().splitlines())) > LINES[kind]
    ]
    assert over == []


def test_functions_are_short():
    long = []
    for path in modules():
        if "drawing" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno >= LONGEST_FUNCTION:
                long.append(f"{path.relative_to(ROOT)}: {node.name}")
    assert long == []


def test_refused_names():
    assert [
        str(path.relative_to(ROOT)) for path in modules() if path.stem in REFUSED or path.parent.name in REFUSED
    ] == []


def test_public_code_reads_through_public():
    """`.objects` of a model with drafts is followed by `.public()` in everything that answers a visitor."""
    public_code = ["blog/article.py", "blog/cards.py", "blog/listings.py", "blog/views.py", "catalogue/shelves.py",
                   "home/front.py", "home/sitemaps.py", "home/views.py", "site_core/views.py"]  # fmt: skip
    drafted = "ArticlePage|CategoryPage|ProductCategoryPage|ShopPage|Author|Product|Page"
    wrong = re.compile(
        rf"\b({drafted})\.objects(?!\s*\.public\()|get_children\(|get_ancestors\(|draft_title|latest_revision"
    )
    assert [name for name in public_code if wrong.search((ROOT / name).read_text())] == []
