"""Search by PostgreSQL, which sorts and filters what it finds by whatever a query can ask for.

The stock backend refuses what no model names as a `FilterField`: other search engines need that, PostgreSQL does not
read it. Lists of the admin (pages by type, pictures by size, by use or by tag) ended in an error where one searched.
"""

from wagtail.search.backends.database.postgres import postgres


class AnyFilter:
    """Leaves the check of a query's filters and order to the database."""

    def _get_filters_from_queryset(self, check_only=False):
        return None

    def _get_order_by(self):
        return []


class QueryCompiler(AnyFilter, postgres.PostgresSearchQueryCompiler):
    pass


class AutocompleteQueryCompiler(AnyFilter, postgres.PostgresAutocompleteQueryCompiler):
    pass


class SearchBackend(postgres.PostgresSearchBackend):
    query_compiler_class = QueryCompiler
    autocomplete_query_compiler_class = AutocompleteQueryCompiler
