"""The command, from a file to the reader's page."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from blog.importers import match
from blog.models import ArticlePage
from site_core.models import User
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, AuthorFactory, CategoryPageFactory

from .reading import words
from .test_text import ARTICLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def kettle(tmp_path):
    """The file of an article, and the index and category it needs."""
    ArticleIndexPageFactory()
    CategoryPageFactory(title="Uncategorised", slug="uncategorised")
    path = tmp_path / "kettle.txt"
    path.write_text(ARTICLE)
    return path


def run(path, *options):
    out = StringIO()
    call_command("import_article", path, *options, stdout=out)
    return out.getvalue()


def refusal(path, *options):
    with pytest.raises(CommandError) as caught:
        run(path, *options)
    assert caught.value.returncode == 2
    assert "\n" not in str(caught.value)
    return str(caught.value)


def edit(page, **changes):
    """Saves a draft the way the editor does."""
    user = User.objects.create_user(username=f"editor-{timezone.now().timestamp()}", password="x")
    draft = page.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    return draft.save_revision(user=user, clean=False)


def test_without_publish_it_is_a_draft(kettle):
    said = run(kettle)
    page = ArticlePage.objects.get()
    assert not page.live and page.latest_revision
    assert f"Created as a draft:\n  http://localhost/admin/pages/{page.pk}/edit/" in said


def test_published_it_is_on_the_site(kettle, client):
    said = run(kettle, "--publish")
    page = ArticlePage.objects.public().get()
    assert page.live_revision == page.latest_revision
    assert (page.title, page.slug, page.published_on) == ("The Quiet Kettle", "the-quiet-kettle", timezone.localdate())
    assert [block.block_type for block in page.body] == ["section", "section", "quote"]
    assert "No category was given: it stands under “Uncategorised”." in said
    assert f"Created and published:\n  {page.full_url}\n" in said
    response = client.get(page.url)
    assert response.status_code == 200
    assert " ".join(words(ARTICLE.split("\n\n")[-1])) in " ".join(words(response.content.decode()))


def test_it_says_what_it_recognised(kettle):
    said = run(kettle, "--dry-run")
    assert "title       The Quiet Kettle" in said
    assert "standfirst  A kettle teaches patience" in said
    assert "sections    2: Before the water boils; What the steam says" in said
    assert "lists       1 bullet list with 2 items" in said
    assert "quote       Water is a good listener. — Ada Brook" in said


def test_it_says_what_it_left_out(kettle):
    path = kettle.with_name("a.md")
    path.write_text(
        "# T\n\nStandfirst.\n\n![A dog](dog.jpg) Text.\n\n| a |\n|---|\n| 1 |\n| 2 |\n\n---\n\nEnd.[^1]\n\n[^1]: X.\n"
    )
    said = run(path)
    assert "sections    2 texts without a heading" in said
    assert "table       1 column, 2 rows; give it a caption in the editor" in said
    assert "note        1 picture was left out: add it in the editor (A dog)" in said
    assert "footnotes   1, in the article's list of sources" in said
    assert "dividers    1" in said


def test_a_dry_run_writes_nothing(kettle):
    assert "this would become a new article" in run(kettle, "--dry-run", "--publish")
    assert not ArticlePage.objects.exists() and not PageLogEntry.objects.filter(action="blog.import").exists()
    run(kettle, "--publish")
    kettle.write_text(ARTICLE.replace("patience", "calm"))
    assert f"this would update {ArticlePage.objects.get().full_url}" in run(kettle, "--dry-run")
    assert "patience" in ArticlePage.objects.get().standfirst


def test_a_second_run_with_nothing_new_changes_nothing(kettle):
    run(kettle, "--publish")
    before = ArticlePage.objects.get().latest_revision_id
    assert "Nothing new in the file; the page is published:" in run(kettle, "--publish")
    assert ArticlePage.objects.get().latest_revision_id == before


def test_a_second_run_updates_the_same_page(kettle):
    run(kettle, "--publish")
    page = ArticlePage.objects.get()
    ids = [block.id for block in page.body]
    kettle.write_text(
        ARTICLE.replace("Quiet Kettle", "Loud Kettle").replace("Nothing more is needed.", "More is needed.")
    )
    assert "Updated and published:" in run(kettle, "--publish")
    again = ArticlePage.objects.get()
    assert (again.pk, again.title, again.slug) == (page.pk, "The Loud Kettle", "the-quiet-kettle")
    assert "More is needed." in again.body[0].value.source
    assert [block.id for block in again.body] == ids


def test_without_publish_readers_keep_the_version_they_have(kettle):
    run(kettle, "--publish")
    kettle.write_text(ARTICLE.replace("patience", "calm"))
    said = run(kettle)
    page = ArticlePage.objects.get()
    assert page.live and "patience" in page.standfirst and page.has_unpublished_changes
    assert f"Readers still see the version published before: {page.full_url}" in said
    assert "Nothing new in the file" in run(kettle, "--publish")
    assert "calm" in ArticlePage.objects.get().standfirst


def test_a_draft_can_be_published_later(kettle):
    run(kettle)
    said = run(kettle, "--publish")
    assert ArticlePage.objects.public().exists() and "published" in said


def test_another_article_in_a_file_of_the_same_name_is_another_page(kettle, tmp_path):
    run(kettle)
    (tmp_path / "b").mkdir()
    other = tmp_path / "b" / kettle.name
    other.write_text("On bread\n\nBread is flour that was patient.\n\nDough\n\nIt rises when nobody looks at it.")
    run(other)
    assert ArticlePage.objects.count() == 2
    assert "Nothing new" in run(kettle) and "Nothing new" in run(other)


def test_a_renamed_file_is_still_the_same_page(kettle):
    run(kettle)
    run(kettle.rename(kettle.with_name("kettle-final.txt")))
    assert ArticlePage.objects.count() == 1


def test_a_page_nobody_imported_is_never_touched(kettle):
    ArticlePageFactory(title="The Quiet Kettle", slug="the-quiet-kettle")
    run(kettle, "--publish")
    assert sorted(ArticlePage.objects.values_list("slug", "import_key")) == [
        ("the-quiet-kettle", ""),
        ("the-quiet-kettle-1", match.key("kettle.txt")),
    ]


def test_what_an_editor_changed_is_not_overwritten(kettle):
    run(kettle, "--publish")
    edit(ArticlePage.objects.get(), standfirst="An editor's words.").publish()
    said = run(kettle, "--publish")
    page = ArticlePage.objects.get()
    assert page.standfirst == "An editor's words."
    assert "patience" in page.get_latest_revision_as_object().standfirst
    assert "after its import" in said and "Nothing was published." in said
    for _again in range(2):
        assert "Nothing was published." in run(kettle, "--publish")
    assert ArticlePage.objects.get().standfirst == "An editor's words."


def test_an_editors_unfinished_draft_is_not_published_either(kettle):
    run(kettle, "--publish")
    edit(ArticlePage.objects.get(), seo_title="Not ready")
    assert "Nothing was published." in run(kettle, "--publish")
    page = ArticlePage.objects.get()
    assert page.seo_title == "" and page.get_latest_revision_as_object().seo_title == "Not ready"


def test_a_page_that_was_taken_down_stays_down(kettle):
    run(kettle, "--publish")
    ArticlePage.objects.get().unpublish()
    kettle.write_text(ARTICLE.replace("patience", "calm"))
    assert "Nothing was published: the page was taken off the site." in run(kettle, "--publish")
    page = ArticlePage.objects.get()
    assert not page.live and "calm" in page.get_latest_revision_as_object().standfirst


def test_what_the_file_does_not_say_stays(kettle):
    run(kettle)
    edit(ArticlePage.objects.get(), seo_title="Kettles, in short")
    kettle.write_text(ARTICLE.replace("patience", "calm"))
    run(kettle)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert (draft.seo_title, "calm" in draft.standfirst) == ("Kettles, in short", True)


def test_the_history_says_where_it_came_from(kettle):
    run(kettle)
    entry = PageLogEntry.objects.get(action="blog.import")
    assert (entry.message, entry.revision) == ("Imported from kettle.txt", ArticlePage.objects.get().latest_revision)


def test_a_category(kettle):
    calm = CategoryPageFactory(title="Calm", slug="calm")
    said = run(kettle, "--publish", "--category", "calm")
    assert ArticlePage.objects.get().category == calm and "No category" not in said


def test_categories_of_the_same_name_are_told_apart(kettle):
    calm, play = CategoryPageFactory(slug="calm"), CategoryPageFactory(slug="play")
    CategoryPageFactory(slug="breath", parent=calm)
    breath = CategoryPageFactory(slug="breath", parent=play)
    assert refusal(kettle, "--category", "breath").endswith(
        "several categories are called “breath”: calm/breath, play/breath"
    )
    run(kettle, "--category", "play/breath")
    assert ArticlePage.objects.get().category == breath


@pytest.mark.parametrize("options", [(), ("--publish",), ("--dry-run",)])
def test_an_unknown_category(kettle, options):
    assert refusal(kettle, "--category", "nowhere", *options) == f"{kettle}: there is no category called “nowhere”"
    assert not ArticlePage.objects.exists()


def test_publishing_needs_a_category(kettle):
    from blog.models import CategoryPage

    CategoryPage.objects.all().delete()
    assert refusal(kettle, "--publish").endswith(
        "an article needs a category to be published; name one with --category"
    )
    assert not ArticlePage.objects.exists()
    run(kettle)
    assert ArticlePage.objects.get().category is None


def test_what_is_incomplete_is_not_published_and_nothing_is_left_behind(kettle):
    path = kettle.with_name("table.md")
    path.write_text("# T\n\nStandfirst.\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nSee [3].")
    problem = refusal(path, "--publish")
    assert "it cannot be published: " in problem and "A table lacks a caption that says what it shows." in problem
    assert "The text refers to [3], which the list of sources does not have." in problem
    assert not ArticlePage.objects.exists()
    run(path)
    assert [block.block_type for block in ArticlePage.objects.get().body] == ["table", "section"]


def test_footnotes_become_sources(kettle, client):
    path = kettle.with_name("notes.md")
    path.write_text("# T\n\nStandfirst.\n\nSo.[^1]\n\n[^1]: Brook, *Water*, 2020, https://example.com/water\n")
    run(path, "--publish")
    page = ArticlePage.objects.public().get()
    assert page.sources[0].value["url"] == "https://example.com/water"
    assert "Brook, <i>Water</i>, 2020" in page.sources[0].value["text"].source
    assert 'href="#source-1"' in client.get(page.url).content.decode()


def test_authors_tags_and_date(kettle):
    ada = AuthorFactory(name="Ada Brook")
    path = kettle.with_name("a.md")
    path.write_text("---\ntitle: T\nauthors: [ada brook, Nobody]\ntags: [calm]\ndate: 2020-02-03\n---\n\nOne.\n\nTwo.")
    said = run(path, "--publish")
    page = ArticlePage.objects.get()
    assert page.byline == [ada]
    assert [tag.name for tag in page.tags.all()] == ["calm"]
    assert str(page.published_on) == "2020-02-03"
    assert "No author is called “Nobody”: choose one in the editor." in said


def test_a_locked_page(kettle):
    run(kettle)
    ArticlePage.objects.update(locked=True)
    kettle.write_text(ARTICLE.replace("patience", "calm"))
    assert refusal(kettle).endswith("the page “The Quiet Kettle” is locked; unlock it in the editor first")


def test_no_index_of_articles(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE)
    assert refusal(path).endswith("there is no page for articles to stand under yet; make the index of articles first")


@pytest.mark.parametrize(
    ("title", "slug"), [("Feed", "article-feed"), ("???", "article"), ("呼吸", "呼吸"), ("T" * 255, "t" * 200)]
)
def test_addresses(kettle, title, slug):
    kettle.write_text(f"{title}\n\nSome words.\n\nMore words.")
    kettle = kettle.rename(kettle.with_suffix(".md"))
    kettle.write_text(f"---\ntitle: '{title}'\n---\n\nSome words.\n\nMore words.")
    run(kettle, "--publish")
    assert ArticlePage.objects.public().get().slug == slug


@pytest.mark.parametrize(
    ("data", "problem"),
    [(b"", "the file is empty"), (b"\x00\x01\x02", "this is not text"), (None, "there is no such file")],
)
def test_a_file_that_is_none_leaves_no_page(kettle, data, problem):
    path = kettle.with_name("other.txt")
    if data is not None:
        path.write_bytes(data)
    assert refusal(path, "--publish") == f"{path}: {problem}"
    assert not ArticlePage.objects.exists()


def test_two_hundred_blocks(kettle):
    kettle.write_text("Title\n\nStandfirst.\n\n" + "\n\n".join(f"Heading {n}\n\nSome text." for n in range(200)))
    run(kettle, "--publish")
    assert len(ArticlePage.objects.public().get().body) == 200
