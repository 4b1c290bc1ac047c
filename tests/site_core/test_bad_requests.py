"""What arrives damaged is refused in words; what an editor wrote is shown back."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.models import ArticlePage, Author
from catalogue.models import Product
from tests.factories import ArticlePageFactory, AuthorFactory, ProductFactory

pytestmark = pytest.mark.django_db

LONG = "a" * 10_000
NULS = '"' + "\\000" * 16 + '"'
REFUSED = [
    ("a NUL in an address", 400, {"PATH_INFO": "/articles/\0/"}),
    ("a NUL in the address of a product", 400, {"PATH_INFO": "/shop/product/a\0b/"}),
    ("a NUL in the name of a file", 400, {"PATH_INFO": "/media/a\0.jpg"}),
    ("a NUL in the admin", 400, {"PATH_INFO": "/admin/pages/\0/"}),
    ("a NUL in a query", 400, {"PATH_INFO": "/search/", "QUERY_STRING": "q=%00"}),
    ("a NUL in a query nobody reads", 400, {"QUERY_STRING": "x=%00"}),
    ("a bare NUL in a query", 400, {"QUERY_STRING": "x=\0"}),
    ("a NUL in the name of a parameter", 400, {"QUERY_STRING": "%00=1"}),
    ("half a character", 400, {"PATH_INFO": "/articles/\xc3/"}),
    ("bytes that are no text", 400, {"PATH_INFO": "/\xff\xfe/"}),
    ("an overlong slash", 400, {"PATH_INFO": "/\xc0\xaf/"}),
    ("a surrogate", 400, {"PATH_INFO": "/\xed\xa0\x80/"}),
    ("half a character in a query", 400, {"PATH_INFO": "/search/", "QUERY_STRING": "q=%c3"}),
    ("bytes that are no text in a query", 400, {"PATH_INFO": "/search/", "QUERY_STRING": "q=\xff"}),
    ("Latin-1 in a query", 400, {"PATH_INFO": "/search/", "QUERY_STRING": "q=caf%e9"}),
    ("NULs in the cookie of a session", 400, {"PATH_INFO": "/no-such/", "HTTP_COOKIE": f"sessionid={NULS}"}),
    ("NULs in a cookie in the admin", 400, {"PATH_INFO": "/admin/", "HTTP_COOKIE": f"csrftoken={NULS}"}),
    ("a foreign host", 400, {"HTTP_HOST": "evil.example"}),
    ("a host that is none", 400, {"HTTP_HOST": "a b\\<>"}),
    ("an empty host", 400, {"HTTP_HOST": ""}),
    ("a long address", 414, {"PATH_INFO": f"/{LONG}/"}),
    ("a long address in the admin", 414, {"PATH_INFO": f"/admin/{LONG}/"}),
    ("a long query", 414, {"PATH_INFO": "/search/", "QUERY_STRING": f"q={LONG}"}),
    ("a long request line", 414, {"RAW_URI": f"/?{LONG}"}),
    ("a large body", 413, {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(64 * 1024 + 1)}),
    ("a large login", 413, {"PATH_INFO": "/admin/login/", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": "3000000"}),
    ("an endless body", 413, {"REQUEST_METHOD": "POST", "CONTENT_LENGTH": "9" * 400}),
    ("an upload beyond all measure", 413,
     {"PATH_INFO": "/admin/images/add/", "REQUEST_METHOD": "POST", "CONTENT_LENGTH": str(2**40),
      "HTTP_COOKIE": "sessionid=abcdefgh"}),
    ("a form that ends before it begins", 400,
     {"PATH_INFO": "/admin/login/", "REQUEST_METHOD": "POST", "CONTENT_TYPE": "multipart/form-data; boundary=",
      "CONTENT_LENGTH": "5"}),
    ("a huge page number", 404, {"PATH_INFO": "/articles/", "QUERY_STRING": "page=" + "9" * 500}),
    ("a page beyond the last", 404, {"PATH_INFO": "/articles/", "QUERY_STRING": "page=501"}),
    ("a page below nought", 404, {"PATH_INFO": "/articles/", "QUERY_STRING": "page=-1"}),
    ("a page that is a word", 404, {"PATH_INFO": "/search/", "QUERY_STRING": "q=a&page=abc"}),
    ("a page in other digits", 404, {"PATH_INFO": "/articles/", "QUERY_STRING": "page=%D9%A1"}),
    ("a file name longer than any", 404, {"PATH_INFO": f"/media/{LONG[:400]}.jpg"}),
    ("a way out of the folder", 404, {"PATH_INFO": "/media/../../../etc/passwd"}),
    ("a document of a huge number", 404, {"PATH_INFO": f"/documents/{'9' * 500}/a.pdf"}),
    ("a product of no name", 404, {"PATH_INFO": "/shop/product/%00/"}),
    ("a write where one reads", 405, {"REQUEST_METHOD": "DELETE"}),
    ("a method nobody knows", 405, {"REQUEST_METHOD": "BREW"}),
]  # fmt: skip
BORNE = [
    ("unknown parameters", {"QUERY_STRING": "utm_source=a&x[]=1&&&=&;"}),
    ("hundreds of parameters", {"QUERY_STRING": "&".join(f"a{n}" for n in range(700))}),
    ("a query of signs", {"PATH_INFO": "/search/", "QUERY_STRING": "q=%27%29%3B--%20%21%26%7C%3A%2A%3C%3E%5C"}),
    ("letters of anywhere", {"PATH_INFO": "/search/", "QUERY_STRING": "q=%E6%9F%B4%E7%8A%AC%F0%9F%90%95"}),
    ("no length at all", {"CONTENT_LENGTH": "abc"}),
    ("times that are none", {"HTTP_IF_MODIFIED_SINCE": "yesterday", "HTTP_IF_NONE_MATCH": '"', "HTTP_RANGE": "9-1"}),
    ("odd wishes", {"HTTP_ACCEPT": ";;q=x", "HTTP_ACCEPT_LANGUAGE": "x" * 5000, "HTTP_ACCEPT_ENCODING": "\xff"}),
    ("a broken cookie", {"HTTP_COOKIE": "sessionid=\xff; =; ;;csrftoken"}),
]  # fmt: skip


@pytest.fixture
def article():
    return ArticlePageFactory(title="What he dreams of", tags=["calm"])


def ask(**environ):
    """The status and text of the answer to exactly this, as no client would send it."""
    response = Client(raise_request_exception=False).request(**{"wsgi.input": BytesIO(), **environ})
    return response.status_code, response.content.decode()


@pytest.mark.parametrize(("status", "environ"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED])
def test_refused(article, status, environ):
    answered, text = ask(**environ)
    assert answered == status
    assert status == 405 or "<h1>" in text
    assert "evil.example" not in text


@pytest.mark.parametrize("environ", [case[1] for case in BORNE], ids=[case[0] for case in BORNE])
def test_borne(article, environ):
    assert ask(**environ)[0] == 200


def test_a_refusal_asks_the_database_nothing(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert ask(PATH_INFO="/\0")[0] == 400
        assert ask(PATH_INFO=f"/{LONG}")[0] == 414


NOTHING = inline_formset([])
WORDS = "He sleeps <b>where</b> the light is."
DEEP = "[" * 50_000
ARTICLE = {
    "title": WORDS, "slug": "where", "body": streamfield([("section", rich_text(f"<p>{WORDS}</p>"))]),
    "sources": streamfield([]), "article_authors": NOTHING, "product_picks": NOTHING, "related_articles": NOTHING,
    "comments": NOTHING,
}  # fmt: skip
PRODUCT = {
    "name": WORDS, "currency": "GBP", "availability": "in_stock", "specification": streamfield([]), "gallery": NOTHING,
    "description": rich_text(f"<p>{WORDS}</p>"),
}  # fmt: skip
DAMAGED_ARTICLES = {
    "a count that is a word": {"body-count": "abc"},
    "a count of nothing": {"body-count": ""},
    "a count in other digits": {"body-count": "١"},
    "a count without end": {"body-count": "99999999"},
    "a count of many digits": {"body-count": "9" * 5000},
    "a block without its kind": {"body-count": "2"},
    "a place that is a word": {"body-0-order": "abc"},
    "rich text that is none": {"body-0-value": "not JSON"},
    "rich text that is a list": {"body-0-value": "[1]"},
    "rich text without a bottom": {"body-0-value": DEEP},
    "rich text of blocks that are none": {"body-0-value": '{"blocks": [1], "entityMap": {}}'},
    "a NUL in a field": {"standfirst": "a\0b"},
    "a NUL in the name of a field": {"a\0b": "1"},
    "rows without number": {"article_authors-TOTAL_FORMS": "99999999"},
    "rows that are a word": {"comments-INITIAL_FORMS": "abc"},
}
BORNE_BY_ARTICLES = {
    "a block of no known kind": {"body-0-type": "ghost"},
    "rich text without its blocks": {"body-0-value": "{}"},
    "a place without end": {"body-0-order": "9" * 30},
    "a category that is a word": {"category": "abc"},
    "a category without end": {"category": "9" * 40},
    "a picture that is a word": {"hero": "abc"},
    "a date that is none": {"published_on": "99999-99-99"},
    "rows without their count": {"comments-TOTAL_FORMS": "7"},
    "tags upon tags": {"tags": '"' * 99},
}


def form_of(fields, damage):
    form = {key: value for key, value in nested_form_data(fields).items() if value is not None}
    return form | damage


def assert_words_are_shown(response, article):
    html = response.content.decode()
    assert response.status_code == 400
    assert "Nothing was saved" in html
    assert "He sleeps &lt;b&gt;where&lt;/b&gt; the light is." in html
    assert ArticlePage.objects.get().title == article.title


@pytest.mark.parametrize("damage", DAMAGED_ARTICLES.values(), ids=DAMAGED_ARTICLES)
def test_an_editor_gets_his_words_back(admin_client, article, damage):
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    assert_words_are_shown(admin_client.post(edit, form_of(ARTICLE, damage)), article)
    add = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", article.get_parent().pk])
    assert_words_are_shown(admin_client.post(add, form_of(ARTICLE, damage)), article)
    saving_itself = admin_client.post(edit, form_of(ARTICLE, damage), headers={"accept": "application/json"})
    assert saving_itself.status_code == 400
    assert saving_itself.json()["success"] is False and "Nothing was saved" in saving_itself.json()["error_message"]
    preview = admin_client.post(
        reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk]), form_of(ARTICLE, damage)
    )
    assert preview.status_code == 400 and preview.json()["is_valid"] is False


@pytest.mark.parametrize("damage", BORNE_BY_ARTICLES.values(), ids=BORNE_BY_ARTICLES)
def test_what_a_form_can_say_for_itself_it_says(admin_client, article, damage):
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    response = admin_client.post(edit, form_of(ARTICLE, damage))
    assert response.status_code in (200, 302, 400)


@pytest.mark.parametrize(
    "damage",
    [{"description": DEEP}, {"price": "9" * 400}, {"price": "NaN"}, {"category": "abc"}, {"specification-count": "x"},
     {"gallery-TOTAL_FORMS": "-1"}, {"name": "\0"}, {"merchant": "\u0661"}],
)  # fmt: skip
def test_snippets_too(admin_client, damage):
    product = ProductFactory()
    edit = reverse(Product.snippet_viewset.get_url_name("edit"), args=[product.pk])
    response = admin_client.post(edit, form_of(PRODUCT, damage))
    assert response.status_code in (200, 400)
    assert "the light is." in response.content.decode()
    product.refresh_from_db()
    assert product.name != WORDS


def test_the_words_of_rich_text_are_shown_as_text(admin_client, article):
    form = form_of(ARTICLE, {"body-count": "abc", "password": "secret word"})
    html = admin_client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form).content.decode()
    assert html.count("He sleeps &lt;b&gt;where") == 1  # the title; the editor of rich text sends no tags
    assert "He sleeps where the light is." in html
    assert "entityMap" not in html
    assert "secret word" not in html


def test_an_error_of_our_own_is_not_taken_for_a_damaged_form(admin_client, monkeypatch):
    author = AuthorFactory()
    monkeypatch.setattr(Author, "save_revision", lambda *_, **__: int("a fault of ours"))
    edit = reverse(Author.snippet_viewset.get_url_name("edit"), args=[author.pk])
    form = form_of({"name": "Ida", "links": streamfield([])}, {})
    with pytest.raises(ValueError, match="a fault of ours"):
        admin_client.post(edit, form)


def test_strangers_are_shown_nothing(client, article):
    edit = reverse("wagtailadmin_pages:edit", args=[article.pk])
    response = client.post(edit, {"title": WORDS, "body-count": "abc"})
    assert response.status_code == 400
    assert "the light is." not in response.content.decode()
    assert Page.objects.filter(title=article.title).exists()
