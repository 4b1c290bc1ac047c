"""What stands ready in the form of an article is filled, or it is gone when the article is published."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from blog.blocks import ArticleBody
from blog.desk.layouts import LAYOUTS
from blog.models import ArticlePage
from tests.factories import ArticleIndexPageFactory, ArticlePageFactory, CategoryPageFactory, first_or_make

pytestmark = pytest.mark.django_db

NOTHING = inline_formset([])
FIGURE = {"value": "58 %", "says": "slept better.", "origin": "https://www.bmj.com/one", "unit": "", "source": ""}
EMPTY = dict.fromkeys(FIGURE, "")


def rows(*figures):
    return {
        "count": len(figures),
        **{str(n): {"deleted": "", "order": n, "id": "", "value": row} for n, row in enumerate(figures)},
    }


def form_of(*blocks, **more):
    return nested_form_data(
        {
            "title": "Six slow breaths",
            "slug": "six-slow-breaths",
            "category": first_or_make(CategoryPageFactory).pk,
            "published_on": "2026-03-01",
            "body": streamfield(list(blocks)),
            "sources": streamfield([]),
            **dict.fromkeys(("article_authors", "product_picks", "related_articles", "comments"), NOTHING),
            **more,
        }
    )


@pytest.fixture
def add(admin_client):
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", first_or_make(ArticleIndexPageFactory).pk])
    return lambda *blocks, **more: admin_client.post(url, form_of(*blocks, **more))


def test_the_form_of_a_new_article_has_a_text_to_write_in(admin_client):
    url = reverse("wagtailadmin_pages:add", args=["blog", "articlepage", first_or_make(ArticleIndexPageFactory).pk])
    page = BeautifulSoup(admin_client.get(url).content, "html.parser")
    (stream,) = [tag for tag in page.select("[data-w-block-arguments-value]") if tag["id"] == "body"]
    assert '"type": "section"' in stream["data-w-block-arguments-value"]


def test_the_hint_of_a_layout_stays_above_a_form_that_is_refused(add):
    shelf, text = {"heading": "", "products": rows()}, rich_text("")
    blocks = [("section", text), ("products", shelf), ("section", text), ("products", shelf), ("section", text)]
    refused = add(*blocks, title="").content.decode()
    assert str(LAYOUTS["round-up"].hint) in refused


def test_an_empty_text_stays_in_the_draft_and_is_gone_when_it_is_published(add):
    texts = [("section", rich_text("")), ("section", rich_text("<p>Breathe out.</p>")), ("section", rich_text(""))]
    add(*texts)
    draft = ArticlePage.objects.get().get_latest_revision_as_object()
    assert [block.block_type for block in draft.body] == ["section"] * 3
    add(*texts, **{"slug": "again", "action-publish": "1"})
    published = ArticlePage.objects.get(slug="again")
    assert published.live and len(published.body) == 1


def test_an_empty_row_of_figures_is_left_out_and_a_half_filled_one_is_refused_where_it_stands(add):
    add(("evidence", {"heading": "", "figures": rows(EMPTY, FIGURE, EMPTY)}), **{"action-publish": "1"})
    (evidence,) = ArticlePage.objects.get().body
    assert [figure["value"] for figure in evidence.value["figures"]] == ["58 %"]
    half = {**EMPTY, "value": "1 in 4"}
    answer = add(("evidence", {"heading": "", "figures": rows(EMPTY, half)}), **{"slug": "b", "action-publish": "1"})
    stream = answer.context["form"]["body"].errors.as_data()[0]
    assert list(stream.block_errors[0].block_errors["figures"].block_errors) == [1]


def test_evidence_opens_with_three_rows_and_shows_only_what_is_written(client):
    block = ArticleBody.base_blocks["evidence"]
    assert len(block.get_default()["figures"]) == 3
    figures = [{**FIGURE, "origin": "BMJ, 2001: https://www.bmj.com/one"}, FIGURE, EMPTY]
    page = ArticlePageFactory(body=[("evidence", {"heading": "In figures", "figures": figures})])
    origins = BeautifulSoup(client.get(page.url).content, "html.parser").select(".evidence .origin")
    assert [(p.get_text(), p.a["href"]) for p in origins] == [
        ("BMJ, 2001", "https://www.bmj.com/one"),
        ("bmj.com", "https://www.bmj.com/one"),
    ]


def test_the_menu_of_blocks_is_grouped_and_names_each_thing_once():
    blocks = ArticleBody.base_blocks
    labels = [str(block.label) for block in blocks.values()]
    assert len(set(labels)) == len(labels)
    groups = [str(block.meta.group) for block in blocks.values()]
    assert groups == sorted(groups, key=groups.index) and all(groups)
    assert not {"image", "embed", "hr", "blockquote"} & set(blocks["section"].features)
