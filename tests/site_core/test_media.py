"""A picture or document is private until something public uses it, and private again when nothing does."""

from datetime import timedelta
from io import StringIO
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction, Site
from wagtail.rich_text import RichText

from blog.models import ArticlePage
from catalogue.models import Product, ProductImage
from site_core import door
from site_core.media import states
from site_core.models import BrandSettings, SiteDocument, SiteImage, SiteRendition
from site_core.tasks import make_renditions
from tests.factories import (
    ArticlePageFactory,
    AuthorFactory,
    CategoryPageFactory,
    HomePageFactory,
    ProductFactory,
    SiteImageFactory,
    StandardPageFactory,
    first_or_make,
)

pytestmark = pytest.mark.django_db


def addresses(image):
    return [rendition.url for rendition in SiteRendition.objects.public().filter(image=image)]


def answers(client, urls):
    return {client.get(url).status_code for url in urls}


def document_of(name="secret plan.pdf", content=b"%PDF-1.7 secret"):
    return SiteDocument.objects.create(title="A plan", file=ContentFile(content, name=name))


def body_with(image):
    return [("image", {"image": _chosen(image), "caption": "", "credit": "", "width": "normal"})]


def _chosen(image):
    image.contextual_alt_text, image.decorative = "A dog", False
    return image


def link_to(document):
    return [("section", RichText(f'<p><a linktype="document" id="{document.pk}">the plan</a></p>'))]


def is_public(item):
    return type(item).objects.public().filter(pk=item.pk).exists()


@pytest.fixture
def image():
    return SiteImageFactory(title="Secret product", file=_file("secret-product.jpg"))


def _file(name):
    return ContentFile(SiteImageFactory._meta.declarations["file"].function().read(), name=name)


# Nothing of what is private answers


def test_an_upload_answers_nobody(client, image):
    names = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert len(names) >= 5
    assert answers(client, [f"/media/{name}" for name in names]) == {404}
    assert addresses(image) == []


def test_names_of_files_say_nothing(image):
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    names = [image.file.name, *image.renditions.values_list("file", flat=True)]
    assert not [name for name in names if "secret" in name or "product" in name]


@pytest.mark.parametrize(
    "path",
    [
        "pub/../{original}",
        "pub/%2e%2e/{original}",
        "pub/{token}/../../{original}",
        "pub//{original}",
        "./{original}",
        "/{original}",
        "{original}/",
        "pub/{token}/",
        "pub/" + "0" * 32 + "/00000000.jpg",
        "..%2f..%2fetc/passwd",
        "../settings/base.py",
    ],
)
def test_no_way_round_leads_to_an_original(client, image, path):
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    response = client.get(f"/media/{path.format(original=image.file.name, token=image.public_token)}")
    assert response.status_code == 404


def test_originals_answer_nobody_even_when_public(client, image):
    ArticlePageFactory(hero=image)
    assert client.get(image.file.url).status_code == 404


def test_colleagues_see_the_original_and_nobody_keeps_it(admin_client, image):
    response = admin_client.get(image.file.url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"] and "private" in response["Cache-Control"]


def test_a_login_without_the_admin_is_nobody(client, django_user_model, image):
    client.force_login(django_user_model.objects.create_user("reader", password="a long one it is"))
    document = document_of()
    assert answers(client, [image.file.url, document.url]) == {404}


def test_the_reader_cannot_read_private_rows(image):
    document = document_of()
    with door.as_reader():
        assert not SiteImage.objects.filter(pk=image.pk).exists()
        assert not SiteRendition.objects.filter(image_id=image.pk).exists()
        assert not SiteDocument.objects.filter(pk=document.pk).exists()


# What makes it public


def test_publication_gives_it_an_address(client, image):
    article = ArticlePageFactory(hero=image)
    urls = addresses(image)
    image.refresh_from_db()
    assert len(urls) == len(image.specs)
    assert all(url.startswith(f"/media/pub/{image.public_token}/") for url in urls)
    assert answers(client, urls) == {200}
    html = client.get(article.get_url()).content.decode()
    assert [url for url in urls if url in html]
    assert "/media/images/" not in html and "original_images" not in html


def test_its_private_names_are_gone(client, image):
    before = list(image.renditions.values_list("file", flat=True))
    ArticlePageFactory(hero=image)
    public = [name for name in before if not image.renditions.filter(file=name).exists()]
    assert public and not [name for name in public if default_storage.exists(name)]


def test_an_answer_may_be_kept_by_browsers_alone(client, image):
    ArticlePageFactory(hero=image)
    response = client.get(addresses(image)[0])
    assert response["Cache-Control"] == "public, max-age=31536000, s-maxage=60, immutable"
    assert client.get(addresses(image)[0], headers={"if-modified-since": response["Last-Modified"]}).status_code == 304


USES = {
    "hero": lambda image: ArticlePageFactory(hero=image),
    "block": lambda image: ArticlePageFactory(body=body_with(image)),
    "gallery of a product": lambda image: ProductFactory(pictures=[image]),
    "portrait": lambda image: AuthorFactory(portrait=image),
    "banner": lambda image: CategoryPageFactory(image=image),
    "picture for sharing": lambda image: StandardPageFactory(social_image=image),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_every_use_counts_until_it_is_unpublished(client, image, use):
    user = use(image)
    urls = addresses(image)
    assert urls and answers(client, urls) == {200}
    user.unpublish()
    assert not is_public(image)
    assert answers(client, urls) == {404}
    assert not [url for url in urls if default_storage.exists(url.removeprefix("/media/"))]


def test_a_logo_is_public_as_long_as_it_is_one(image):
    first_or_make(HomePageFactory)
    brand = BrandSettings.objects.create(site=Site.objects.get(is_default_site=True), logo=image)
    assert is_public(image)
    brand.logo = None
    brand.save()
    assert not is_public(image)


@pytest.mark.parametrize("use", ["draft", "scheduled", "in a draft edit"])
def test_a_draft_makes_nothing_public(image, use):
    if use == "draft":
        ArticlePageFactory(hero=image, draft=True)
    elif use == "scheduled":
        ArticlePageFactory(hero=image, go_live_at=timezone.now() + timedelta(days=1))
    else:
        article = ArticlePageFactory()
        article.hero = image
        article.save_revision()
    assert not is_public(image)
    call_command("refresh_media", stdout=StringIO())
    assert not is_public(image)


def test_a_draft_edit_that_drops_it_takes_nothing_away(image):
    article = ArticlePageFactory(hero=image)
    article.hero = None
    article.save_revision()
    assert is_public(image)


# What makes it private again


def test_replaced_in_a_new_revision(client, image):
    article, other = ArticlePageFactory(hero=image), SiteImageFactory()
    urls = addresses(image)
    article.hero = other
    article.save_revision().publish()
    assert answers(client, urls) == {404}
    assert answers(client, addresses(other)) == {200}


def test_a_picture_of_two_pages_stays_until_the_last(client, image):
    first, second = ArticlePageFactory(hero=image), ArticlePageFactory(body=body_with(image))
    urls = addresses(image)
    first.unpublish()
    assert answers(client, urls) == {200} and addresses(image) == urls
    second.unpublish()
    assert answers(client, urls) == {404}


def test_its_address_dies_for_good(client, image):
    article = ArticlePageFactory(hero=image)
    urls = addresses(image)
    article.unpublish()
    article.save_revision().publish()
    assert answers(client, addresses(image)) == {200}
    assert answers(client, urls) == {404} and not set(urls) & set(addresses(image))


def test_expired_and_taken_down_by_the_scheduler(client, image):
    article = ArticlePageFactory(hero=image)
    urls = addresses(image)
    ArticlePage.objects.filter(pk=article.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert answers(client, urls) == {404}


def test_published_by_the_scheduler(client, image):
    article = ArticlePageFactory(hero=image, go_live_at=timezone.now() + timedelta(days=1))
    article.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    call_command("publish_scheduled", verbosity=0)
    assert is_public(image) and answers(client, addresses(image)) == {200}


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_page_moved_below_a_hidden_one(client, image, depth):
    hidden = CategoryPageFactory()
    hidden.unpublish()
    moved = CategoryPageFactory()
    user = moved
    for _level in range(depth):
        user = CategoryPageFactory(parent=user)
    user.image = image
    user.save_revision().publish()
    urls = addresses(image)
    assert answers(client, urls) == {200}
    Page.objects.get(pk=moved.pk).move(hidden, pos="last-child")
    assert answers(client, urls) == {404}
    Page.objects.get(pk=moved.pk).move(Page.objects.get(pk=hidden.get_parent().pk), pos="last-child")
    assert is_public(image)


def test_a_parent_is_unpublished_and_published(client, image):
    parent = CategoryPageFactory()
    CategoryPageFactory(parent=CategoryPageFactory(parent=parent), image=image)
    urls = addresses(image)
    parent = CategoryPageFactory._meta.model.objects.get(pk=parent.pk)
    parent.unpublish()
    assert answers(client, urls) == {404}
    parent.save_revision().publish()
    assert is_public(image)


def test_a_branch_becomes_private(client, image):
    parent = CategoryPageFactory()
    CategoryPageFactory(parent=parent, image=image)
    urls = addresses(image)
    parent = CategoryPageFactory._meta.model.objects.get(pk=parent.pk)
    restriction = PageViewRestriction.objects.create(page=parent, restriction_type=PageViewRestriction.LOGIN)
    assert answers(client, urls) == {404}
    restriction.delete()
    assert is_public(image)


def test_deleted_with_its_parent(client, image):
    parent = CategoryPageFactory()
    CategoryPageFactory(parent=parent, image=image)
    urls = addresses(image)
    Page.objects.get(pk=parent.pk).delete()
    assert answers(client, urls) == {404} and not is_public(image)


def test_a_product_is_deleted(client, image):
    product = ProductFactory(pictures=[image])
    urls = addresses(image)
    product.delete()
    assert answers(client, urls) == {404}


def test_the_picture_is_deleted(client, image):
    article = ArticlePageFactory(hero=image)
    urls = addresses(image)
    image.delete()
    assert answers(client, urls) == {404}
    assert client.get(article.get_url()).status_code == 200


def test_its_collection_becomes_private(client, image):
    collection = Collection.get_first_root_node().add_child(name="Embargo")
    inner = collection.add_child(name="Until May")
    SiteImage.objects.filter(pk=image.pk).update(collection=inner)
    ArticlePageFactory(hero=image)
    urls = addresses(image)
    assert answers(client, urls) == {200}
    restriction = CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    assert answers(client, urls) == {404}
    restriction.delete()
    assert is_public(image)


def test_it_is_moved_into_a_private_collection(client, image):
    collection = Collection.get_first_root_node().add_child(name="Embargo")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    image.collection = collection
    image.save()
    assert not is_public(image)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_many_are_moved_into_a_private_collection(admin_client, image):
    document = document_of()
    collection = Collection.get_first_root_node().add_child(name="Embargo")
    CollectionViewRestriction.objects.create(collection=collection, restriction_type="login")
    ArticlePageFactory(hero=image, body=link_to(document))
    for item, name in ((image, "site_core/siteimage"), (document, "site_core/sitedocument")):
        assert is_public(item)
        url = f"/admin/bulk/{name}/add_to_collection/?id={item.pk}"
        assert admin_client.post(url, {"collection": collection.pk}).status_code == 302
        assert not is_public(item)


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_its_collection_is_moved_below_a_private_one(admin_client, image):
    root = Collection.get_first_root_node()
    private, moved = root.add_child(name="Embargo"), root.add_child(name="Spring")
    CollectionViewRestriction.objects.create(collection=private, restriction_type="login")
    SiteImage.objects.filter(pk=image.pk).update(collection=Collection.objects.get(pk=moved.pk))
    ArticlePageFactory(hero=image)
    assert is_public(image)
    answer = admin_client.post(f"/admin/collections/{moved.pk}/", {"name": "Spring", "parent": private.pk})
    assert answer.status_code == 302
    assert not is_public(image)


# Pages show what there is


def test_a_page_is_shown_without_a_picture_that_is_private(client, image):
    article = ArticlePageFactory(hero=image, body=body_with(image))
    product = ProductFactory(pictures=[image])
    SiteImage.objects.update(public_token="")
    for url in (article.get_url(), product.get_absolute_url(), "/articles/", "/"):
        html = client.get(url)
        assert html.status_code == 200 and "/media/" not in html.content.decode()


def test_nothing_is_made_in_a_readers_request(client, image):
    article = ArticlePageFactory(hero=image)
    SiteRendition.objects.all().delete()
    html = client.get(article.get_url()).content.decode()
    assert 'src="/static/pictures/empty.svg"' in html and 'width="64" height="48"' in html
    assert not SiteRendition.objects.exists()


def test_a_preview_has_its_pictures(admin_client, image):
    article = ArticlePageFactory(hero=image, draft=True)
    SiteRendition.objects.all().delete()
    html = admin_client.get(f"/admin/pages/{article.pk}/view_draft/").content.decode()
    private = SiteRendition.objects.get(image=image, filter_spec=image.fallback_spec)
    assert private.url in html and "/media/images/" in html
    assert admin_client.get(private.url).status_code == 200


def test_publication_has_missing_renditions_made(client, image):
    SiteRendition.objects.all().delete()
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    assert set(image.made) == set(image.specs)
    assert answers(client, addresses(image)) == {200}


def test_more_pictures_of_a_product_lead_to_a_rendition(client):
    images = [SiteImageFactory(), SiteImageFactory()]
    product = ProductFactory(pictures=images)
    html = client.get(product.get_absolute_url()).content.decode()
    images[1].refresh_from_db()
    assert f'href="{images[1].enlarged_url}"' in html and images[1].enlarged_url.endswith(".webp")


def test_saving_what_was_read_before_does_not_undo_publication(image):
    old = SiteImage.objects.get(pk=image.pk)
    ArticlePageFactory(hero=image)
    old.title = "A better title"
    old.save()
    assert is_public(image) and SiteImage.objects.get(pk=image.pk).title == "A better title"


def test_a_new_focal_point_has_its_own_rendition_for_sharing(image):
    ArticlePageFactory(hero=image)
    before = set(addresses(image))
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 5, 5, 4, 4
    image.save()
    assert len(before - set(addresses(image))) == len(set(addresses(image)) - before) == 1


def test_renditions_made_while_it_became_private_follow(client, image, monkeypatch):
    """The worker has read the picture as public, and ends after it was unpublished."""
    article = ArticlePageFactory(hero=image)
    image.refresh_from_db()
    SiteRendition.objects.all().delete()
    make = SiteImage.create_rendition

    def make_slowly(picture, spec):
        made = make(picture, spec)
        if article.live:
            article.unpublish()
        return made

    monkeypatch.setattr(SiteImage, "create_rendition", make_slowly)
    make_renditions.call(image.pk)
    assert image.renditions.count() >= len(image.specs)
    assert not image.renditions.filter(file__startswith="pub/").exists()


# Documents


def test_a_private_document_is_not_there(client):
    document = document_of()
    document.file_hash = "0" * 40
    document.save()
    etag = f'"{document.file_hash}"'
    for headers in ({}, {"if-none-match": etag}, {"if-none-match": "*"}, {"range": "bytes=0-3"}):
        assert client.get(document.url, headers=headers).status_code == 404
    assert client.head(document.url).status_code == 404
    assert client.get(document.file.url).status_code == 404


def test_a_document_that_a_public_page_links_is_there(client):
    document = document_of()
    article = ArticlePageFactory(body=link_to(document))
    document.file_hash = "0" * 40
    document.save()
    response = client.get(document.url)
    assert response.status_code == 200 and b"".join(response.streaming_content) == b"%PDF-1.7 secret"
    assert response["Content-Disposition"].startswith("attachment") and "secret" in response["Content-Disposition"]
    assert client.get(document.url, headers={"if-none-match": response["ETag"]}).status_code == 304
    assert client.get(document.file.url).status_code == 404
    article.unpublish()
    assert client.get(document.url, headers={"if-none-match": response["ETag"]}).status_code == 404


def test_colleagues_may_read_a_private_document(admin_client):
    document = document_of()
    response = admin_client.get(document.url)
    assert response.status_code == 200 and "no-store" in response["Cache-Control"]
    assert admin_client.get(document.file.url).status_code == 404


@pytest.mark.parametrize("url", ["1/", "99999999999999999999/a.pdf", "a/b/", "-1/a/"])
def test_addresses_of_no_document(client, url):
    document_of()
    assert client.get(f"/documents/{url}").status_code == 404


def test_a_document_by_another_name_is_not_there(client):
    document = document_of()
    ArticlePageFactory(body=link_to(document))
    assert client.get(document.url.replace("secret", "other")).status_code == 404


@pytest.mark.parametrize(
    "name", ["ä" * 300 + ".pdf", "𝔘" * 90 + ".pdf", ".pdf", "no extension", "a/b\\c.pdf", "x." + "y" * 300]
)
def test_a_document_keeps_its_name_as_far_as_it_can(client, name):
    document = document_of(name)
    ArticlePageFactory(body=link_to(document))
    assert client.get(quote(document.url, safe="/%")).status_code == 200


# The command puts right what was missed


def _missed(image):
    return {
        "private though used": lambda: SiteImage.objects.update(public_token=""),
        "under a dead token": lambda: SiteImage.objects.update(public_token="f" * 32),
        "unpublished by hand": lambda: ArticlePage.objects.update(live=False),
        "in the private folder": lambda: _move(image, "images/astray.jpg"),
        "its file is gone": lambda: default_storage.delete(
            image.renditions.get(filter_spec=image.fallback_spec).file.name
        ),
    }


def _move(image, name):
    rendition = image.renditions.get(filter_spec=image.fallback_spec)
    default_storage.save(name, default_storage.open(rendition.file.name))
    image.renditions.filter(pk=rendition.pk).update(file=name)


@pytest.mark.parametrize("what", _missed(None))
def test_the_command_puts_it_right(client, image, what):
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    _missed(image)[what]()
    out = StringIO()
    call_command("refresh_media", "--files", stdout=out)
    image.refresh_from_db()
    assert f"picture {image.pk}" in out.getvalue() or "gone" in out.getvalue()
    assert is_public(image) == ArticlePage.objects.get().live
    for rendition in image.renditions.all():
        assert rendition.is_in_place and default_storage.exists(rendition.file.name)
    assert answers(client, addresses(image)) == ({200} if is_public(image) else set())
    again = StringIO()
    call_command("refresh_media", "--files", stdout=again)
    assert again.getvalue() == ""


def test_the_command_sweeps_up_what_a_killed_process_left(image, monkeypatch):
    ArticlePageFactory(hero=image)
    left = [default_storage.save(f"pub/{'a' * 32}/12345678.jpg", ContentFile(b"x"))]
    image.refresh_from_db()
    left.append(default_storage.save(f"pub/{image.public_token}/12345678.jpg", ContentFile(b"x")))
    call_command("refresh_media", stdout=StringIO())
    assert all(default_storage.exists(name) for name in left), "a file in the making was swept away"
    monkeypatch.setattr("site_core.media.files.IN_THE_MAKING", timedelta(0))
    call_command("refresh_media", stdout=StringIO())
    assert not [name for name in left if default_storage.exists(name)]
    assert not default_storage.exists(f"pub/{'a' * 32}")
    assert all(default_storage.exists(name) for name in image.renditions.values_list("file", flat=True))


def test_a_file_that_no_row_names_is_not_served(client, image):
    ArticlePageFactory(hero=image)
    image.refresh_from_db()
    name = default_storage.save(f"pub/{image.public_token}/12345678.jpg", ContentFile(b"x"))
    assert client.get(f"/media/{name}").status_code == 404


def test_an_index_of_references_made_anew_changes_nothing(image):
    ArticlePageFactory(hero=image)
    before = addresses(image)
    call_command("rebuild_references_index", verbosity=0)
    assert is_public(image) and addresses(image) == before


def test_looking_again_at_many_takes_few_queries(image, django_assert_max_num_queries):
    images = [SiteImageFactory() for _ in range(5)]
    ArticlePageFactory(hero=images[0])
    with django_assert_max_num_queries(10):
        assert states.refresh(SiteImage, [image.pk for image in images]) == {}


def test_rows_of_a_gallery_are_found_under_their_product(image):
    product = ProductFactory(pictures=[image])
    ProductImage.objects.filter(product=product).delete()
    product = Product.objects.get(pk=product.pk)
    product.save_revision().publish()
    assert not is_public(image)


def test_no_template_asks_for_a_rendition_or_an_original():
    for path in (settings.BASE_DIR / "templates").rglob("*.html"):
        text = path.read_text()
        assert "{% image " not in text and "image.file" not in text and "wagtailimages_tags" not in text, path
