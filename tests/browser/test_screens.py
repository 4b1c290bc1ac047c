"""axe looks at the screens of the desk that no story of the other tests leads to."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from wagtail.rich_text import RichText

from site_core.bundles.models import Bundle, BundleArticle
from site_core.models import User
from site_core.recovery.models import Deleted
from site_core.review import links
from tests.factories import ArticlePageFactory, AuthorFactory, CategoryPageFactory, MenuFactory, ProductFactory


def faults(tab, within="main"):
    """What axe finds there. A message of Wagtail's fades in."""
    context = {"include": [[within]], "exclude": [[".messages"]]}
    found = Axe().run(tab, context=context).response["violations"]
    return [f"{tab.url} {fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]


@pytest.fixture
def article(editor, site):
    body = [("section", RichText("<h2>The kettle</h2><p>It takes three minutes.</p>"))]
    return ArticlePageFactory(title="Six slow breaths", body=body)


@pytest.fixture
def screens(article):
    """Their addresses, each with the part of it that is ours."""
    admin = User.objects.get(username="admin")
    leaver = User.objects.create_user("wren", "wren@example.com", "correct horse battery", first_name="Wren")
    ArticlePageFactory(draft=True, title="Half a thought", owner=leaver)
    ArticlePageFactory(title="Deleted by mistake").delete()
    link, _token = links.share(article, admin, 7, guest="Anna")
    bundle = Bundle(name="Spring issue")
    bundle.articles = [BundleArticle(article=article)]
    bundle.save()
    return {
        "/admin/deleted/": "main",
        f"/admin/deleted/{Deleted.objects.get().pk}/": "main",
        f"/admin/hand-over/{leaver.pk}/": "main",
        "/admin/records/review-links/": ".listing",
        f"/admin/records/review-links/inspect/{link.pk}/": "main",
        f"/admin/review/of/blog/articlepage/{article.pk}/": "main",
        f"/admin/snippets/bundles/bundle/edit/{bundle.pk}/": ".standing",
        "/admin/settings/gate/gatesettings/": "main form",
    }


@pytest.mark.parametrize("width", [1280, 768])
def test_axe_finds_nothing_on_the_other_screens(editor, screens, width):
    editor.set_viewport_size({"width": width, "height": 900})
    found = []
    for address, within in screens.items():
        editor.goto(address, wait_until="networkidle")
        found += faults(editor, within)
    assert found == []


def test_axe_finds_nothing_in_previews(editor, article):
    editor.set_viewport_size({"width": 1600, "height": 900})  # there the preview is open
    shown = {
        f"/admin/pages/{article.pk}/edit/": 3,
        f"/admin/pages/{CategoryPageFactory().pk}/edit/": 2,
        f"/admin/snippets/catalogue/product/edit/{ProductFactory(name='Bell').pk}/": 4,
        f"/admin/snippets/site_core/menu/edit/{MenuFactory(entries=[{'label': 'Find', 'url': '/search/'}]).pk}/": 2,
        f"/admin/snippets/blog/author/edit/{AuthorFactory().pk}/": 1,
    }
    found = []
    for address, count in shown.items():
        editor.goto(address)
        editor.frame_locator("#w-preview-iframe").get_by_role("heading", level=1).first.wait_for()
        modes = editor.locator("#id_preview_mode option").evaluate_all("all => all.map((one) => one.value)") or [""]
        assert len(modes) == count
        preview = editor.locator("[data-w-preview-url-value]").get_attribute("data-w-preview-url-value")
        for mode in modes[1:] or modes:  # the first is the page as readers see it, which test_reader looks at
            editor.goto(f"{preview}?in_preview_panel=true&mode={mode}")
            found += faults(editor, "body")
    assert found == []
