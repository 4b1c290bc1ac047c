"""The papers in ../shared/reference, where that folder is: the project's first article, and files found in the wild."""

from collections import Counter
from io import StringIO

import mammoth
import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command

from blog.importers import files, richtext
from blog.importers.document import ImportProblem, Quote
from blog.models import ArticlePage
from tests.factories import ArticleIndexPageFactory, CategoryPageFactory

from .reading import REFERENCE, words, words_of

ARTICLE = REFERENCE / "article.txt"
WITHOUT_WORDS = sorted((REFERENCE / "import/docx").glob("mammoth-*picture.docx"))
WORD = sorted(set((REFERENCE / "import/docx").glob("*.docx")) - set(WITHOUT_WORDS))
WILD = [*sorted((REFERENCE / "import/markdown").glob("*.md")), *WORD]

pytestmark = pytest.mark.skipif(not REFERENCE.exists(), reason="no ../shared/reference here")


def test_the_first_article():
    document = files.read(ARTICLE)
    assert document.title == "The Science Behind Mindful Self-Compassion"
    assert document.standfirst.startswith("Mindful self-compassion may sound")
    assert document.standfirst.endswith("both emotional and physical wellbeing.")
    assert document.headings == (
        "Where the idea comes from",
        "What happens in the brain",
        "The body’s response: calming the stress system",
        "Why this matters for anxiety and depression",
        "The evidence in numbers",
        "Compassion as a social force",
        "How to make science practical",
        "The takeaway",
    )
    assert [section.html.count("<li>") for section in document.sections] == [0, 4, 0, 0, 3, 0, 3, 0]
    assert document.blocks[-1] == Quote("Compassion is not a luxury. It is essential for our survival.", "Dalai Lama")
    assert words_of(document) == words(ARTICLE.read_text())
    assert document.left_out == document.remarks == ()


@pytest.mark.django_db
def test_the_first_article_is_read_on_its_page(client):
    ArticleIndexPageFactory()
    CategoryPageFactory(title="Uncategorised", slug="uncategorised")
    for _twice in range(2):
        call_command("import_article", ARTICLE, "--publish", stdout=StringIO())
    page = ArticlePage.objects.public().get()
    shown = BeautifulSoup(client.get(page.url).content, "html.parser").find("main").get_text(" ")
    read = iter(words(shown))
    assert [word for word in words(ARTICLE.read_text()) if word not in read] == []


@pytest.mark.parametrize("path", WILD, ids=lambda path: path.name)
def test_files_found_in_the_wild(path):
    document = files.read(path)
    assert document.title
    for section in document.sections:
        assert words(richtext.to_database_format(section.html)) == words(section.html)


@pytest.mark.parametrize("path", WORD, ids=lambda path: path.name)
def test_no_word_of_a_word_file_is_lost(path):
    with path.open("rb") as file:
        inside = words(mammoth.extract_raw_text(file).value)
    document = files.read(path)
    told = words(" ".join(document.authors + document.left_out))
    assert Counter(inside) - Counter(words_of(document) + told) == Counter()


@pytest.mark.parametrize("path", WITHOUT_WORDS, ids=lambda path: path.name)
def test_files_of_nothing_but_a_picture(path):
    with pytest.raises(ImportProblem, match="the document holds no words"):
        files.read(path)
