"""The word of an attacker stands in every field of every model, and Chromium opens it everywhere: it stays a word."""

from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from playwright.sync_api import expect
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, DraftStateMixin, Page, Site
from wagtail.snippets.models import get_snippet_models

from site_core.models import BrandSettings, User, publishing
from tests import whole_site
from tests.attacks import SHORT, WORD, attack
from tests.browser.test_policy import Watch, open_all, screens

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

RUN = """word => new Promise(done => {
  addEventListener("securitypolicyviolation", () => done(), {once: true});
  document.body.insertAdjacentHTML("beforeend", word);
})"""
FEWEST_SCREENS = 31
ENTRY = {"label": "Somewhere", "page": None, "url": "/shop/", "branch": None, "entries": [], "note": "A note"}


@pytest.fixture
def site(django_db_serialized_rollback, live_server, monkeypatch):
    site = whole_site.build()
    # Some of what the word makes of a field would not be published; what is stored may come by other ways.
    monkeypatch.setattr(publishing, "publication_errors", lambda obj: {})
    site.menu.entries = site.menu.entries.stream_block.to_python([{"type": "entry", "value": ENTRY}])
    brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
    brand.header_menu = brand.footer_menu = site.menu
    for instance in [*_published(site), brand, *get_document_model().objects.all(), *get_image_model().objects.all()]:
        attack(instance)
        _save(instance)
    site.article.refresh_from_db()
    site.article.tags.add(WORD)
    site.article.save_revision().publish()
    Collection.get_first_root_node().add_child(name=WORD)
    Group.objects.create(name=WORD)
    return site


def _published(site):
    yield site.menu
    yield from Page.objects.filter(depth__gt=1).specific()
    for model in get_snippet_models():
        yield from model.objects.exclude(pk=site.menu.pk if model is type(site.menu) else None)


def _save(instance):
    if isinstance(instance, DraftStateMixin):
        instance.save_revision(clean=False).publish(skip_permission_checks=True)
    else:
        instance.save()


class Alarm(Watch):
    """Hears dialogs too, and asks for the picture that the word would load."""

    def __init__(self, tab, host):
        super().__init__(tab, host)
        self.dialogs, self.errors = [], []
        tab.context.on("dialog", self._opened)
        tab.context.on("weberror", lambda error: self.errors.append(f"{error.page.url} {error.error}"))

    def _opened(self, dialog):
        self.dialogs.append(f"{dialog.page.url} {dialog.message}")
        dialog.dismiss()

    def _asked(self, request):
        super()._asked(request)
        if urlsplit(request.url).path.endswith("/x"):
            self.violations.append(f"the word was run: {request.url}")

    def assert_silent(self):
        assert (self.dialogs, self.errors) == ([], [])
        self.assert_clean()


@pytest.fixture
def alarm(page, live_server):
    return Alarm(page, urlsplit(live_server.url).netloc)


@pytest.fixture
def editor(page, alarm, let_in, site):
    user = User.objects.create_superuser("ida", "ida@example.com", "warm window seat", first_name=WORD, last_name=SHORT)
    let_in(page.context, user)
    return page


def test_the_alarm_rings(page, alarm, site, monkeypatch):
    """Without our policy, and with a template that trusts what it is given."""
    page.goto(site.pages["ArticlePage"])
    page.evaluate("alert(1)")
    page.evaluate(RUN, WORD)
    assert len(alarm.dialogs) == 1
    assert any("script-src-attr" in text for text in alarm.violations)
    assert any("the word was run" in text for text in alarm.violations)


def test_every_public_page(page, alarm, site):
    open_all(page, [*site.pages.values(), f"/search/?q={WORD}"])
    page.goto(site.pages["ArticlePage"])
    assert "onerror=alert(1)" in page.locator("h1").inner_text()
    alarm.assert_silent()


def test_every_screen_of_the_admin(editor, alarm, site, capsys):
    """Nothing is run, nothing breaks the policy, nothing is asked of another site."""
    addresses = list(screens(site))
    open_all(editor, addresses)
    editor.goto(reverse(type(site.product).snippet_viewset.get_url_name("delete"), args=[site.product.pk]))
    expect(editor.get_by_role("link", name="Show where it is used")).to_be_visible()
    with capsys.disabled():
        print(f"\n{len(addresses)} admin screens, leftovers: {sorted({text.split()[0] for text in alarm.violations})}")
    assert len(set(addresses)) >= FEWEST_SCREENS
    alarm.assert_silent()


def test_every_preview(editor, alarm, site):
    pages = Page.objects.filter(depth__gt=1)
    open_all(editor, [reverse("wagtailadmin_pages:view_draft", args=[page.pk]) for page in pages])
    alarm.assert_silent()
