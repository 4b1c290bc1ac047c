"""What the database holds of section B, as one value to compare."""

from django.db import connection
from wagtail.admin.models import FormState  # keeps what the editor typed, whatever it was

from .sections import AFTER, FIRST, models


def entries() -> dict[str, str]:
    """For each table, a fingerprint of B's rows and the number of later rows that name one of them or a word."""
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(_statement(model._meta) for model in models() if model is not FormState))
        return dict(cursor.fetchall())


def _statement(meta):
    quote = connection.ops.quote_name
    table, key = quote(meta.db_table), quote(meta.pk.column)
    named = r"\m(7000\d{3}|zq[0-9a-f]{14})"
    return f"""
        SELECT '{meta.db_table}',
            md5(coalesce(string_agg(t::text, '' ORDER BY {key}) FILTER (WHERE {key} < {AFTER}), ''))
            || count(*) FILTER (WHERE {key} >= {AFTER} AND t::text ~ '{named}')
        FROM {table} t WHERE {key} >= {FIRST}"""  # noqa: S608
