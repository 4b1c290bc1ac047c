"""New article: the way in, the byline it opens with, the layouts, the first steps."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, PublishingPanel, get_edit_handler
from wagtail.rich_text import RichText

from blog.desk.authors import author_of
from blog.desk.layouts import LAYOUTS
from blog.models import ArticlePage, Author, CategoryPage
from catalogue.models import Product
from home.models import StandardPage
from site_core.gate.levels import Level
from site_core.gate.models import GateSettings
from site_core.models import User
from site_core.models.publishing import NotPublishable
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, AuthorFactory, first_or_make

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    first_or_make(ArticleIndexPageFactory)
    user = User.objects.create_user("wren", "w@example.com", "x", first_name="Wren", last_name="Ashdown")
    user.groups.add(Group.objects.get(name="Writer"))
    return user


@pytest.fixture
def desk(client, writer):
    client.force_login(writer)
    return client


def test_a_reviewer_is_not_offered_a_new_article(client):
    first_or_make(ArticleIndexPageFactory)
    reviewer = User.objects.create_user("rita", "r@example.com", "x")
    reviewer.groups.add(Group.objects.get(name="Reviewer"))
    client.force_login(reviewer)
    assert "New article" not in client.get("/admin/").content.decode()


def test_the_author_is_made_once_and_found_again(desk, writer):
    desk.get(reverse("new_article"))
    desk.get(reverse("new_article"))
    author = Author.objects.get()
    assert (author.name, author.user, author.live) == ("Wren Ashdown", writer, False)


def test_an_author_of_ones_own_is_found(writer):
    own = AuthorFactory(name="W. A.", user=writer)
    assert author_of(writer) == own


def test_an_author_becomes_public_with_the_first_article(writer):
    article = ArticlePageFactory(authors=[author_of(writer)])
    assert [author.name for author in ArticlePage.objects.get(pk=article.pk).byline] == ["Wren Ashdown"]


def test_an_author_who_is_not_complete_keeps_no_article_back(writer):
    settings = GateSettings.load()
    settings.levels = {"claims": Level.MUST_FIX}
    settings.save()
    author = author_of(writer)
    author.about = "It cures."
    author.save()
    article = ArticlePageFactory(authors=[author])
    author.refresh_from_db()
    assert article.live and not author.live


def test_an_author_taken_down_by_hand_stays_down(writer):
    author = author_of(writer)
    author.save_revision().publish()
    author.refresh_from_db()
    author.unpublish()
    ArticlePageFactory(authors=[author])
    author.refresh_from_db()
    assert not author.live


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_opens_with_its_blocks_and_its_hint(desk, name):
    answer = desk.get(reverse("new_article_from", args=[name]))
    form = answer.content.decode()
    assert answer.status_code == 200
    assert str(LAYOUTS[name].hint) in form
    assert [block.block_type for block in answer.context["form"].instance.body] == list(LAYOUTS[name].blocks)


def test_a_hint_stays_with_the_draft_until_all_of_it_is_filled(admin_client):
    layout = LAYOUTS["round-up"]
    article = ArticlePageFactory(draft=True, body=layout.body())
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert str(layout.hint) in admin_client.get(edit).content.decode()
    for block in article.body:
        if block.block_type == "products":
            block.value["heading"] = "For a quiet hour"
        else:
            block.value = RichText("<p>Breathe out.</p>")
    article.save_revision(clean=False)
    assert str(layout.hint) not in admin_client.get(edit).content.decode()


@pytest.mark.parametrize("name", LAYOUTS)
def test_what_stays_blank_is_not_published(name):
    def fill(article):
        article.body = LAYOUTS[name].body()
        article.body[0] = ("section", RichText("<p>Breathe out.</p>"))

    article = ArticlePageFactory(fill=fill)
    assert [block.block_type for block in ArticlePage.objects.get(pk=article.pk).body] == ["section"]


def test_what_is_half_filled_is_asked_for():
    def fill(article):
        article.body = LAYOUTS["evidence"].body()
        article.body[3].value["who"] = "Spencer"

    with pytest.raises(NotPublishable):
        ArticlePageFactory(fill=fill)


def test_the_first_steps_are_ticked_from_what_is_there(desk, writer):
    index = first_or_make(ArticleIndexPageFactory)
    assert "Done:" not in desk.get("/admin/").content.decode()
    draft = index.add_child(instance=ArticlePage(title="Six", standfirst="Slow.", owner=writer, live=False))
    assert "Go on with “Six”" in desk.get("/admin/").content.decode()
    draft.standfirst = ""
    draft.save_revision(clean=False)
    home = desk.get("/admin/").content.decode()
    assert home.count("Done:") == 1
    assert "Go on with “Six”" in home


def test_whoever_has_published_needs_no_first_steps(desk, writer):
    ArticlePageFactory(owner=writer)
    assert "Your first article" not in desk.get("/admin/").content.decode()


def test_the_handbook_is_in_the_help_menu(desk):
    assert "Who may what" in desk.get(reverse("handbook")).content.decode()
    assert reverse("handbook") in desk.get("/admin/").content.decode()


JARGON = ("slug", "promote", "collection", "revision", "snippet")


@pytest.mark.parametrize("model", [ArticlePage, CategoryPage, Product, StandardPage, Author])
def test_every_field_says_in_plain_words_what_it_is_for(model, rf, admin_user):
    request = rf.get("/")
    request.user = admin_user
    viewset = getattr(model, "snippet_viewset", None)
    handler = viewset.get_edit_handler() if viewset else get_edit_handler(model)
    form = handler.get_form_class()(for_user=admin_user)
    said = list(_fields(handler.get_bound_panel(instance=form.instance, request=request, form=form)))
    assert [name for name, label, advice in said if not label or not advice] == []
    words = " ".join(f"{label} {advice}" for _name, label, advice in said).lower()
    assert [word for word in JARGON if word in words] == []
    assert len(said) > 5


def _fields(panel):
    if isinstance(panel, PublishingPanel.BoundPanel):
        return  # Wagtail's dialogue of its own
    if isinstance(panel, FieldPanel.BoundPanel):
        yield panel.field_name, panel.heading, panel.help_text
    for child in getattr(panel, "children", []):
        yield from _fields(child)
