"""What can be changed at many products at once."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from site_core.bulk.actions import ChangeManyMixin
from site_core.bulk.changes import SetCategory, offer, tag_changes

from .models import Product, ProductCategoryPage

offer(
    Product,
    [SetCategory("category", "category", _("Main category"), model=ProductCategoryPage), *tag_changes()],
)


class ChangeProducts(ChangeManyMixin, SnippetBulkAction):
    models = [Product]
    target = Product
