"""How an article will look in a list, in a search and when it is shared, while it is being written."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, rich_text, streamfield

from blog.models import ArticlePage, Author
from site_core.sharing import cut
from tests import previews
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, AuthorFactory, SiteImageFactory, first_or_make

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    return ArticlePageFactory(title="As it was", draft=True)


def drawn(client, article, mode="", **written):
    url = previews.address(article)
    previews.send(client, url, ArticlePage, **written)
    return BeautifulSoup(previews.draw(client, url, mode), "html.parser")


def test_its_card_stands_among_real_neighbours(admin_client, article):
    today = timezone.localdate()
    for days in range(6):
        ArticlePageFactory(title=f"{days} days old", published_on=today - timedelta(days=days))
    ArticlePageFactory(title="Nobody's business", draft=True)
    author, other = AuthorFactory(name="Imogen"), AuthorFactory(name="In hiding", draft=True)
    authors = inline_formset([{"author": author.pk, "ORDER": 1}, {"author": other.pk, "ORDER": 2}])
    soup = drawn(admin_client, article, "card", title="As it will be", standfirst="Slowly.", article_authors=authors)
    titles = [title.text for title in soup.select(".entries h3")]
    assert titles == ["0 days old", "As it will be", "1 days old", "2 days old", "3 days old"]
    first = soup.select_one("article.card")
    assert first.h3.text == "As it will be" and first.select_one(".standfirst").text == "Slowly."
    assert "Imogen" in first.text and "In hiding" not in first.text


@pytest.mark.parametrize("mode", ["", "card", "share"])
def test_before_it_has_a_title_it_says_so(admin_client, article, mode):
    soup = drawn(admin_client, article, mode, title="")
    assert "No title yet" in soup.body.text and "Placeholder" not in soup.text


def test_its_minutes_are_those_of_the_text_just_written(admin_client, article):
    text = streamfield([("section", rich_text(f"<p>{'slow ' * 700}</p>"))])
    assert "3 minutes to read" in drawn(admin_client, article, body=text).text
    assert "3 minutes" in drawn(admin_client, article, "card", body=text).select_one(".entries").text


def test_a_search_cuts_what_does_not_fit(admin_client, article):
    long = "A long sentence about the slow business of waking up. " * 5
    soup = drawn(admin_client, article, "share", title="Six slow breaths", standfirst=long, slug="six-slow-breaths")
    result, card = soup.select_one(".result"), soup.select_one(".card")
    assert result.h3.text == "Six slow breaths · Spencer Vibes"
    assert result.select_one(".where span").text.endswith(" › articles › six-slow-breaths")
    assert 130 < len(result.select_one(".text").text) <= 155 and result.select_one(".text").text.endswith(" …")
    assert card.h3.text == "Six slow breaths" and len(card.select_one(".text").text) <= 110
    assert "cut off at the three dots" in soup.text


def test_what_is_meant_for_search_comes_before_what_readers_see(admin_client, article):
    picture, for_sharing = SiteImageFactory(), SiteImageFactory(title="For sharing")
    written = {"title": "T", "standfirst": "S", "seo_title": "Title for search", "search_description": "For search."}
    soup = drawn(admin_client, article, "share", **written, hero=picture.pk, social_image=for_sharing.pk)
    assert soup.select_one(".result h3").text.startswith("Title for search")
    assert soup.select_one(".card .text").text == "For search."
    crop = soup.select_one("img.crop")
    assert crop["src"] == for_sharing.get_rendition("fill-1200x630|format-jpeg").url


def test_the_address_of_what_was_never_saved_is_made_of_its_title(admin_client):
    url = previews.address_of_new(ArticlePage, first_or_make(ArticleIndexPageFactory))
    previews.send(admin_client, url, ArticlePage, title="The first hour")
    assert " › articles › the-first-hour" in previews.draw(admin_client, url, "share")


def test_an_author_is_previewed_with_what_is_written(admin_client):
    author = AuthorFactory(name="Ada")
    ArticlePageFactory(title="Of hers", authors=[author])
    url = previews.address(author)
    links = streamfield([("link", {"label": "Her garden", "url": "https://example.com/"})])
    previews.send(admin_client, url, Author, name="Ada Moss", role="Gardener", about="She waits.", links=links)
    html = previews.draw(admin_client, url)
    assert all(words in html for words in ("Ada Moss", "Gardener", "She waits.", "Her garden", "Of hers"))


@pytest.mark.parametrize(("text", "kept"), [
    ("", ""), ("Just so", "Just so"), ("One, two three", "One …"), ("x" * 30, "x" * 8 + " …"),
])  # fmt: skip
def test_a_cut_falls_between_words(text, kept):
    assert cut(text, 10) == kept
