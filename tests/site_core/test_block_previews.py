"""Every block has an icon, a description and a preview that renders, with pictures and without."""

import pytest
from django.urls import reverse
from wagtail.admin.icons import get_icons

from blog.blocks import ArticleBody
from home.blocks import HomeSections, StandardBody
from tests.factories import ArticlePageFactory, CategoryPageFactory, ProductFactory, SiteImageFactory

pytestmark = pytest.mark.django_db

BLOCKS = {
    f"{stream.__name__}.{name}": block
    for stream in (ArticleBody, HomeSections, StandardBody)
    for name, block in stream.base_blocks.items()
}


@pytest.fixture(params=["an empty site", "a site with pictures"])
def library(request):
    if request.param == "a site with pictures":
        ProductFactory(pictures=[SiteImageFactory()])
        ArticlePageFactory(title="Six slow breaths", category=CategoryPageFactory(title="Calm"))


@pytest.mark.parametrize("block", BLOCKS.values(), ids=BLOCKS.keys())
def test_the_preview_renders(admin_client, library, block):
    response = admin_client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    html = response.content.decode()
    assert "css/site" in html
    assert (
        f'class="{block.meta.template.removeprefix("blocks/").removesuffix(".html")}' in html
        or str(block.meta.label) in html
    )


@pytest.mark.parametrize("stream", [ArticleBody, HomeSections, StandardBody])
def test_every_block_says_what_it_is_for(stream):
    for name, block in stream.base_blocks.items():
        assert f'id="icon-{block.meta.icon}"' in get_icons() and block.meta.icon != "placeholder", name
        assert str(block.meta.description), name
