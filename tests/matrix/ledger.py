"""What the database holds of section B, as one value to compare."""

from django.db import connection
from psycopg.sql import SQL, Identifier, Literal
from wagtail.admin.models import FormState

from site_core.models import SiteRendition

from .sections import AFTER, FIRST, models

# What the editor typed, whatever it was; the sizes of a picture, made when a list first shows it.
BESIDE = {FormState, SiteRendition}


def entries() -> dict[str, str]:
    """For each table, a fingerprint of B's rows and the number of later rows that name one of them or a word."""
    with connection.cursor() as cursor:
        statements = [_statement(model._meta) for model in models() if model not in BESIDE]
        cursor.execute(SQL(" UNION ALL ").join(statements).as_string())
        return dict(cursor.fetchall())


def _statement(meta):
    named = r"\m(7000\d{3}|zq[0-9a-f]{14})"
    return SQL("""
        SELECT {name},
            md5(coalesce(string_agg(t::text, '' ORDER BY {key}) FILTER (WHERE {key} < {after}), ''))
            || count(*) FILTER (WHERE {key} >= {after} AND t::text ~ {named})
        FROM {table} t WHERE {key} >= {first}""").format(
        name=Literal(meta.db_table), table=Identifier(meta.db_table), key=Identifier(meta.pk.column),
        first=Literal(FIRST), after=Literal(AFTER), named=Literal(named),
    )  # fmt: skip
