from __future__ import annotations

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Subquery
from django.db.models.functions import JSONObject

from site_core.models import PublicPageQuerySet


class ArticleQuerySet(PublicPageQuerySet):
    def latest_first(self) -> ArticleQuerySet:
        return self.order_by("-published_on", "-pk")

    def popular_first(self) -> ArticleQuerySet:
        """Chosen by an editor, then newest. Real reads take over once they are counted."""
        return self.order_by("-featured", "-published_on", "-pk")

    def in_branch(self, category) -> ArticleQuerySet:
        """Articles listed under this category or, by path, under any beneath it."""
        return self._listed_below(category.path)

    def in_branch_of(self, categories) -> ArticleQuerySet:
        """The same for a category that is not read yet: the one that this queryset holds, if it holds any."""
        return self._listed_below(Subquery(categories.values("path")))

    def _listed_below(self, path):
        through = self.model.categories.through.objects
        return self.filter(pk__in=through.filter(categorypage__path__startswith=path).values("articlepage_id"))

    def by(self, author) -> ArticleQuerySet:
        return self.filter(pk__in=author.articles.values("page_id")) if author.pk else self.none()

    def tagged(self, tag) -> ArticleQuerySet:
        return self.filter(pk__in=self.model.tags.through.objects.filter(tag=tag).values("content_object_id"))

    def with_card_data(self) -> ArticleQuerySet:
        """What a card shows but its category and authors: those are read for all lists of a page by `load_cards`."""
        return self.select_related("hero").defer("body", "sources")

    def with_page_data(self) -> ArticleQuerySet:
        """What the page of an article shows, in the same query: pictures, and the ids of what it leads to."""
        own = {"page_id": OuterRef("pk")}
        categories = self.model.categories.through.objects.filter(articlepage_id=OuterRef("pk"))
        related = self.model.related_articles.rel.related_model.objects.filter(**own).order_by("sort_order")
        picks = self.model.product_picks.rel.related_model.objects.filter(**own).order_by("sort_order")
        tags = self.model.tags.through.objects.filter(content_object_id=OuterRef("pk")).order_by("pk")
        return self.select_related("hero", "reviewer", "social_image", "category").annotate(
            read_category_ids=ArraySubquery(categories.values("categorypage_id")),
            read_related_ids=ArraySubquery(related.values("article_id")),
            read_product_ids=ArraySubquery(picks.values("product_id")),
            read_tags=ArraySubquery(tags.values_list(JSONObject(name="tag__name", slug="tag__slug"))),
        )
