from __future__ import annotations

from site_core.models import PublicQuerySet


class ProductQuerySet(PublicQuerySet):
    def popular_first(self) -> ProductQuerySet:
        """Chosen by an editor, then newest. Real reads take over once they are counted."""
        return self.order_by("-featured", "-first_published_at", "-pk")

    def in_branch(self, category) -> ProductQuerySet:
        """Products listed under this category or, by path, under any beneath it."""
        through = self.model.categories.through.objects
        listed = through.filter(productcategorypage__path__startswith=category.path).values("product_id")
        return self.filter(pk__in=listed)

    def with_card_data(self) -> ProductQuerySet:
        """What a card shows but its picture: those are read for all lists of a page by `load_products`."""
        return self.select_related("merchant").defer("description", "specification")
