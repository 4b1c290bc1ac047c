import pytest

from site_core.door import as_reader
from tests.factories import ArticlePageFactory, HomePageFactory, ProductFactory, SiteImageFactory, first_or_make

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    first_or_make(HomePageFactory)


def found(client, query):
    response = client.get("/search/", {"q": query})
    assert response.status_code == 200
    return response.content.decode()


def test_articles_and_products_are_found(client):
    ArticlePageFactory(title="How to choose a sound bowl")
    ProductFactory(name="Brass bowl", pictures=[SiteImageFactory()])
    html = found(client, "bowls")
    assert "How to choose a sound bowl" in html and "Brass bowl" in html


def test_accents_do_not_matter(client):
    ArticlePageFactory(title="Crème brûlée, slowly")
    assert "Crème brûlée, slowly" in found(client, "creme brulee")


def test_drafts_are_not_found(client):
    ArticlePageFactory(title="Secretive otters", draft=True)
    ProductFactory(name="Secretive lamp", draft=True)
    html = found(client, "secretive")
    assert "otters" not in html and "lamp" not in html


@pytest.mark.parametrize("query", ["", " ", "nothing has this name", "x" * 4000, "' OR 1=1 --", "%", "\\", '"'])
def test_any_query_gets_an_answer(client, query):
    assert "<h1" in found(client, query)


@pytest.mark.parametrize("count", [1, 15])
def test_queries(client, django_assert_max_num_queries, count):
    for n in range(count):
        ArticlePageFactory(title=f"Bowl {n}", hero=SiteImageFactory())
        ProductFactory(name=f"Bowl {n}", pictures=[SiteImageFactory()])
    found(client, "bowl")
    with as_reader(), django_assert_max_num_queries(12):
        found(client, "bowl")
