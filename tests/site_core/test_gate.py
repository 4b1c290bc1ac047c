"""The publishing gate: each check with what is good and what is bad, and every way to publish."""

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from site_core.gate import findings, readability
from site_core.gate.levels import Level
from site_core.gate.models import GateSettings, LinkCheck
from site_core.models import User
from tests.factories import (
    ArticlePageFactory,
    MenuFactory,
    MerchantFactory,
    ProductFactory,
    SiteImageFactory,
    StandardPageFactory,
)

pytestmark = pytest.mark.django_db

EASY = "The dog lies in the sun. He is warm. The day is long and he has no plans at all. " * 8
HARD = (
    "Notwithstanding considerable methodological heterogeneity, parasympathetic predominance consistently "
    "accompanies deliberately decelerated respiration throughout experimental populations internationally. " * 8
)


def article(html="<p>Good.</p>", **fields):
    body = [("section", RichText(html)), *fields.pop("more", [])]
    return ArticlePageFactory(draft=True, **{"body": body, **fields})


def found(obj, name):
    """The content paths at which this check finds something."""
    return [path for path, _sentence in findings.REGISTERED[name](obj, GateSettings.load()).find()]


def set_levels(**levels):
    settings = GateSettings.load()
    settings.levels |= levels
    settings.save()


def picture(alt="", decorative=False, **fields):
    return {"image": SiteImageFactory(**fields).pk, "alt_text": alt, "decorative": decorative}


def with_blocks(*raw, field="body"):
    made = article()
    made.body = made.body.stream_block.to_python([{"type": kind, "value": value} for kind, value in raw])
    made.save_revision(clean=False)
    return made.get_latest_revision_as_object()


def test_alt_text_of_the_main_picture():
    assert found(article(hero=SiteImageFactory(description="")), "alt_text") == ["hero_alt"]
    assert found(article(hero=SiteImageFactory(description=""), hero_alt="A dog"), "alt_text") == []
    assert found(article(hero=SiteImageFactory()), "alt_text") == []


def test_alt_text_of_blocks_and_galleries():
    bad = {"pictures": [{"type": "item", "value": {"image": picture()}, "id": "one"}]}
    made = with_blocks(("image", {"image": picture()}), ("gallery", bad), ("image", {"image": picture("A dog")}))
    first, second, _third = made.body
    assert found(made, "alt_text") == [f"body.{first.id}.image", f"body.{second.id}.pictures.one.image"]
    assert found(with_blocks(("image", {"image": picture(decorative=True)})), "alt_text") == []


def test_alt_text_of_products():
    assert found(ProductFactory(draft=True, pictures=[SiteImageFactory(description="")]), "alt_text") == ["gallery"]
    assert found(ProductFactory(draft=True, pictures=[SiteImageFactory()]), "alt_text") == []


def test_heading_levels():
    bad = article("<p>First</p><h3>Deep</h3>")
    assert found(bad, "heading_level") == [f"body.{bad.body[0].id}"]
    assert found(article("<h2>One</h2><h3>Two</h3><h2>Three</h2>"), "heading_level") == []
    assert found(article("<h2>One</h2>", more=[("section", RichText("<h3>Two</h3>"))]), "heading_level") == []


def test_claims_are_whole_words_in_any_case_and_from_the_list():
    made = article("<p>It Cures all. A manicures shop.</p>", standfirst="Guaranteed.", hero_caption="clinically proven")
    assert sorted(found(made, "claims")) == [f"body.{made.body[0].id}", "hero_caption", "standfirst"]
    assert found(article("<p>The curer is secured.</p>"), "claims") == []
    GateSettings.objects.update(claims="pebble")
    assert found(made, "claims") == []
    assert len(found(article("<p>A pebble</p>"), "claims")) == 1
    GateSettings.objects.update(claims=" \n")
    assert found(made, "claims") == []


def test_category():
    assert found(article(category=None), "category") == ["category"]
    assert found(article(), "category") == []
    assert found(ProductFactory(draft=True, category=None), "category") == ["category"]
    assert found(MenuFactory(draft=True), "category") == []


def test_links_to_pages():
    public, hidden = StandardPageFactory(), StandardPageFactory(draft=True, title="Secret")
    taken_down = StandardPageFactory(title="Known")
    taken_down.unpublish()
    gone = hidden.pk + 1000
    link = '<p><a linktype="page" id="{}">x</a></p>'
    assert found(article(link.format(public.pk)), "dead_link") == []
    expected = {hidden.pk: "that was never published", gone: "not there any more"}
    expected[taken_down.pk] = "“Known”, which is not published"
    for pk, said in expected.items():
        [finding] = findings.find(article(link.format(pk)), Level.ADVICE)
        assert said in finding.sentence
    menu = MenuFactory(draft=True, entries=[{"label": "x", "page": hidden.pk}])
    assert found(menu, "dead_link") == [f"entries.{menu.entries[0].id}.page"]
    assert found(article('<p><a linktype="document" id="77">x</a></p>'), "dead_link")


def test_dead_addresses_are_known_from_stored_checks():
    made = article('<p><a href="https://gone.example/">x</a></p>')
    assert found(made, "dead_link") == []
    LinkCheck.objects.create(url="https://gone.example/", failures=1)
    assert found(made, "dead_link") == []
    LinkCheck.objects.update(failures=2)
    assert found(made, "dead_link") == [f"body.{made.body[0].id}"]


def test_disclosure():
    MerchantFactory(url="https://www.potter.example/")
    html = '<p><a href="https://potter.example/cup">cup</a></p>'
    bad = article(html)
    assert found(bad, "disclosure") == [f"body.{bad.body[0].id}"]
    assert found(article(html.replace("potter", "library")), "disclosure") == []
    ProductFactory(outbound_url="https://library.example/lamp?of=reading")
    assert len(found(article(html.replace("potter", "library")), "disclosure")) == 1
    assert found(article(html, more=[("products", {"heading": "", "products": [], "count": 3})]), "disclosure") == []


def test_search_description():
    assert found(article(standfirst=""), "search_description") == ["search_description"]
    assert found(article(standfirst="", search_description="Words"), "search_description") == []
    assert found(article(), "search_description") == []


def test_reading_age():
    assert found(article(f"<p>{EASY}</p>"), "reading_age") == []
    assert found(article(f"<p>{HARD}</p>"), "reading_age") == ["body"]
    GateSettings.objects.update(reading_age=30)
    assert readability.reading_age(HARD) > 30
    assert readability.reading_age("Too short to tell.") is None


def test_a_line_of_dots_is_read_in_one_go():
    assert readability.reading_age(f"{HARD} {'.' * 200_000}x") > 30


def test_syllables():
    counted = {word: readability.syllables_of(word) for word in ("dog", "table", "breathe", "walked", "wanted", "idea")}
    assert counted == {"dog": 1, "table": 2, "breathe": 1, "walked": 1, "wanted": 2, "idea": 2}


def test_evidence_without_source():
    figures = [{"value": "6", "unit": "", "says": "x", "source": None, "origin": origin} for origin in ("BMJ", "")]
    raw = {"heading": "", "figures": [{"type": "item", "value": figure, "id": figure["origin"]} for figure in figures]}
    made = with_blocks(("evidence", raw))
    assert len(found(made, "evidence")) == 1


def test_findings_of_one_level_only():
    set_levels(alt_text=Level.OFF, claims=Level.MUST_FIX)
    made = article("<p>It cures.</p>", hero=SiteImageFactory(description=""))
    assert [(finding.field, finding.must_fix) for finding in findings.find(made)] == [("body", True)]
    assert findings.refusals(made) == {"body": ["“cures” promises more than we can know. Say it another way."]}


@pytest.fixture
def refused():
    """An article that is complete but for words that must be fixed."""
    set_levels(claims=Level.MUST_FIX)
    return article("<p>It cures.</p>", title="Bold")


# While one writes


def test_the_side_panel_tells_of_the_newest_draft(refused, admin_client):
    url = f"/admin/before-publishing/blog/articlepage/{refused.pk}/"
    html = admin_client.get(url).content.decode()
    assert f'<a href="#:w:contentpath=body.{refused.body[0].id}">“cures” promises more' in html
    assert "Must be fixed first" in html
    refused.body = []
    refused.save_revision(clean=False)
    assert "Nothing was found" in admin_client.get(url).content.decode()
    assert "data-before-publishing" in admin_client.get(f"/admin/pages/{refused.pk}/edit/").content.decode()


def test_the_side_panel_names_what_the_object_lacks(admin_client):
    product = ProductFactory(draft=True, price=None)
    html = admin_client.get(f"/admin/before-publishing/catalogue/product/{product.pk}/").content.decode()
    assert '<a href="#:w:contentpath=price">Price: This field cannot be blank.</a>' in html


@pytest.mark.parametrize("times", [1, 30])
def test_the_side_panel_asks_the_same_of_few_and_of_many(admin_client, times):
    """However many links and sentences there are. Of each picture Django's form field asks whether it is there."""
    hidden = StandardPageFactory(draft=True)
    html = f'<p>It cures. <a linktype="page" id="{hidden.pk}">x</a> <a href="https://SHOP.example/">y</a></p>'
    texts = [("section", html.replace("SHOP", f"shop-{n}")) for n in range(times)]
    made = with_blocks(*texts, *[("image", {"image": picture()})] * times)
    url = f"/admin/before-publishing/blog/articlepage/{made.pk}/"
    admin_client.get(url)
    with CaptureQueriesContext(connection) as queries:
        told = admin_client.get(url).content.decode()
    assert told.count("promises more") == times
    assert len(queries) <= 31 + times, "\n".join(query["sql"][:150] for query in queries)


@pytest.mark.parametrize("model", ["catalogue/merchant", "nowhere/nothing", "blog/articlepage"])
def test_the_side_panel_of_what_there_is_not(admin_client, model):
    assert admin_client.get(f"/admin/before-publishing/{model}/77/").status_code == 404


# Settings


def settings_url():
    return f"/admin/settings/gate/gatesettings/{GateSettings.load().pk}/"


def test_administrators_set_what_checks_do(admin_client):
    response = admin_client.get(settings_url())
    assert response.status_code == 200
    levels = {f"level_{name}": Level.OFF for name in findings.REGISTERED} | {"level_claims": Level.MUST_FIX}
    response = admin_client.post(settings_url(), levels | {"claims": "sorcery", "reading_age": "15"})
    assert response.status_code == 302
    settings = GateSettings.load()
    assert (settings.claim_words, settings.reading_age) == (["sorcery"], 15)
    assert [name for name, level in settings.levels.items() if level != Level.OFF] == ["claims"]


def test_others_do_not(client):
    user = User.objects.create_user("ed", "ed@example.com", "a long walk by the sea")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(*Group.objects.filter(name="Editor"))
    client.force_login(user)
    assert client.get(settings_url()).status_code == 302
    client.post(settings_url(), {"claims": "", "reading_age": "30"})
    assert GateSettings.load().claims
