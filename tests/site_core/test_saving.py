"""What the server does so that nothing is lost: autosave, copies confirmed, nobody's words replaced unseen."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Author
from catalogue.models import Product
from site_core.models import Menu, SiteImage, SiteRendition
from tests.factories import (
    ArticleIndexPageFactory,
    ArticlePageFactory,
    CategoryPageFactory,
    SiteImageFactory,
    first_or_make,
)
from tests.site_core.test_drafts import ARTICLE, SNIPPETS

pytestmark = pytest.mark.django_db

SESSION = reverse("saving_session")
JSON = {"accept": "application/json"}


@pytest.fixture
def add():
    return reverse("wagtailadmin_pages:add", args=["blog", "articlepage", first_or_make(ArticleIndexPageFactory).pk])


def edit(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form(title, **more):
    return nested_form_data({"title": title, "slug": "", **ARTICLE, **more})


def loaded(page):
    """What a form that was opened now says of the draft it shows."""
    newest = ArticlePage.objects.get(pk=page.pk).latest_revision
    return {"loaded_revision_id": str(newest.pk), "loaded_revision_created_at": newest.created_at.isoformat()}


def draft_title(page):
    return ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().title


def confirmed(client):
    return client.get(SESSION).json()["confirmed"]


def test_an_autosave_takes_a_title_alone(admin_client, add):
    answer = admin_client.post(add, form("Only a title"), headers=JSON).json()
    assert answer["success"]
    page = ArticlePage.objects.get(pk=answer["pk"])
    assert (page.title, page.live, page.article_authors.count()) == ("Only a title", False, 0)
    assert admin_client.post(edit(page), form("Another title"), headers=JSON).json()["success"]


def test_an_address_that_is_taken_gets_a_number_and_stops_no_draft(admin_client, add):
    ArticlePageFactory(slug="tea", parent=first_or_make(ArticleIndexPageFactory))
    for taken, free in (("tea", "tea-2"), ("tea", "tea-3"), ("tag", "tag-2")):
        answer = admin_client.post(add, form("Tea", slug=taken), headers=JSON).json()
        assert answer["success"] and "slug" not in answer["field_updates"]  # where somebody may still be typing
        assert ArticlePage.objects.get(pk=answer["pk"]).slug == free


def test_an_address_that_a_quick_writer_left_empty_follows_the_title(admin_client, add):
    answer = admin_client.post(add, form("Tea at sev"), headers=JSON).json()
    page = ArticlePage.objects.get(pk=answer["pk"])
    assert page.slug == "tea-at-sev"
    admin_client.post(edit(page), form("Tea at seven"))
    assert ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().slug == "tea-at-seven"


def test_an_address_left_empty_is_that_of_the_published_page(admin_client):
    page = ArticlePageFactory(slug="tea")
    admin_client.post(edit(page), form("Coffee at eight"))
    assert ArticlePage.objects.get(pk=page.pk).get_latest_revision_as_object().slug == "tea"


def test_a_published_page_keeps_its_address_till_another_is_chosen(admin_client):
    page, other = ArticlePageFactory(), ArticlePageFactory(slug="tea")
    answer = admin_client.post(edit(page), form("Tea", slug=other.slug), headers=JSON).json()
    assert answer["error_code"] == "validation_error"
    assert "Another page has this address already" in admin_client.post(edit(page), form("Tea", slug="tea")).text


@pytest.mark.parametrize(("model", "rest"), SNIPPETS)
def test_an_autosave_takes_a_name_alone(admin_client, model, rest):
    fields = nested_form_data({"name": "Only a name", **rest})
    answer = admin_client.post(reverse(model.snippet_viewset.get_url_name("add")), fields, headers=JSON).json()
    assert answer["success"]
    assert not model.objects.get(pk=answer["pk"]).live
    assert admin_client.post(answer["url"], fields, headers=JSON).json()["success"]


def test_who_hears_of_a_save_forgets_the_copy(admin_client, add):
    admin_client.post(add, form("By hand", kept_copy="one"))
    page = ArticlePage.objects.get(title="By hand")
    assert confirmed(admin_client) == {"one": edit(page)}
    admin_client.post(edit(page), form("By hand, again", kept_copy="two", **loaded(page)))
    assert confirmed(admin_client) == {"one": edit(page), "two": edit(page)}


def test_a_new_page_is_told_of_though_it_was_saved_by_itself(admin_client, add):
    """So that a tab closed at that moment does not make it a second time."""
    page = ArticlePage.objects.get(
        pk=admin_client.post(add, form("By itself", kept_copy="one"), headers=JSON).json()["pk"]
    )
    assert confirmed(admin_client) == {"one": edit(page)}
    admin_client.post(edit(page), form("By itself, again", kept_copy="two"), headers=JSON)
    assert "two" not in confirmed(admin_client)


def test_what_is_refused_is_not_told_of(admin_client, add):
    admin_client.post(add, form("", kept_copy="one"))
    admin_client.post(add, form("Not complete", kept_copy="two", **{"action-publish": "1"}))
    assert confirmed(admin_client) == {}


def test_a_save_over_what_another_saved_is_asked_about_first(admin_client, admin_user, django_user_model):
    curls = django_user_model.objects.create_superuser("curls", "curls@example.com", "a long walk")
    page = ArticlePageFactory(title="Before", draft=True)
    page.save_revision(user=admin_user)
    opened = loaded(page)
    page.title = "By curls"
    page.save_revision(user=curls)
    answer = admin_client.post(edit(page), form("By admin <b>", **opened, **{"action-publish": "1"}))
    html = answer.content.decode()
    assert answer.status_code == 409
    assert "curls saved" in html and 'name="title" value="By admin &lt;b&gt;"' in html
    assert 'name="action-publish" value="1"' in html
    assert draft_title(page) == "By curls"
    assert admin_client.post(edit(page), form("By admin", **opened, save_over="1")).status_code == 302
    assert draft_title(page) == "By admin"
    assert admin_client.post(edit(page), form("By admin, again", **loaded(page))).status_code == 302


def test_a_snippet_is_asked_about_too(admin_client):
    product = Product.objects.create(name="Bowl", live=False)
    first, _second = product.save_revision(clean=False), product.save_revision(clean=False)
    fields = {"specification": streamfield([]), "description": rich_text(""), **dict(SNIPPETS[0][1])}
    opened = {"loaded_revision_id": str(first.pk), "loaded_revision_created_at": first.created_at.isoformat()}
    url = reverse(Product.snippet_viewset.get_url_name("edit"), args=[product.pk])
    assert admin_client.post(url, nested_form_data({"name": "Cup", **fields, **opened})).status_code == 409


def test_a_copy_of_ones_own_may_follow_what_a_closed_tab_has_saved(admin_client, admin_user):
    page = ArticlePageFactory(title="Before", draft=True)
    page.save_revision(user=admin_user)
    opened = loaded(page)
    page.save_revision(user=admin_user)
    assert admin_client.post(edit(page), form("Kept", **opened)).status_code == 409
    assert admin_client.post(edit(page), form("Kept", **opened, restored="1")).status_code == 302
    assert draft_title(page) == "Kept"


def test_forms_tell_the_script_whose_they_are(admin_client, admin_user, add):
    pages = [add, *(reverse(model.snippet_viewset.get_url_name("add")) for model in (Product, Author, Menu))]
    for url in pages:
        html = admin_client.get(url).content.decode()
        assert f'data-saving data-user="{admin_user.pk}"' in html
        assert "Autosave is paused" not in html


def in_body(image):
    picture = {"image": image.pk, "decorative": "", "alt_text": "A dog"}
    return streamfield([("image", {"image": picture, "caption": "", "credit": "", "width": "normal"})])


@pytest.fixture
def drawn(monkeypatch):
    """The sizes that are made from now on, by picture."""
    made = []
    create = SiteImage.create_rendition
    monkeypatch.setattr(
        SiteImage, "create_rendition", lambda image, size: made.append((image.pk, size.spec)) or create(image, size)
    )
    return made


def test_sizes_are_made_while_one_writes(admin_client, client, add, drawn):
    """Of every picture that an autosave names; publication, and whoever looks first, find them there."""
    hero, inside = SiteImageFactory(), SiteImageFactory()
    SiteRendition.objects.all().delete()
    drawn.clear()
    fields = form(
        "With pictures",
        hero=hero.pk,
        body=in_body(inside),
        category=CategoryPageFactory().pk,
        published_on="2026-01-01",
    )
    page = ArticlePage.objects.get(pk=admin_client.post(add, fields, headers=JSON).json()["pk"])
    assert sorted(drawn) == sorted((image.pk, spec) for image in (hero, inside) for spec in image.specs)
    drawn.clear()
    admin_client.post(edit(page), fields, headers=JSON)
    page.refresh_from_db()
    page.get_latest_revision().publish()
    html = client.get(ArticlePage.objects.get(pk=page.pk).url).content.decode()
    assert html.count("/media/pub/") > 4
    assert drawn == []


def test_a_picture_on_its_way_is_asked_for_once(admin_client, add, monkeypatch):
    asked = []
    image = SiteImageFactory()
    SiteRendition.objects.all().delete()
    monkeypatch.setattr("site_core.saving.pictures.make_renditions", SimpleNamespace(enqueue=asked.append))
    fields = form("With a picture", hero=image.pk)
    answer = admin_client.post(add, fields, headers=JSON).json()
    admin_client.post(answer["url"], fields, headers=JSON)
    assert asked == [image.pk]
