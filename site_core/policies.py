"""Row-level security: what the database lets the reader's role see, whatever the code asks for.

Made by `migrate`, after the tables, from the models themselves: a new page type, a new model with
drafts and the rows that hang on it are covered without anyone remembering.

The shapes scale (measured at 100,000 pages): the branches that hide what is below them are read once
per statement, and a child table asks for its page by key through a function, never by a join.
"""

import hashlib

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from modelcluster.fields import ParentalKey
from wagtail.models import DraftStateMixin, Page

from .settings.database import reader_of

LIVE = "live AND (expire_at IS NULL OR expire_at > statement_timestamp())"
IN_USE = "public_token <> '' AND (public_until IS NULL OR public_until > statement_timestamp())"
IN_THE_OPEN = f"{LIVE} AND NOT (path LIKE ANY ((SELECT site_hidden_branches())::text[]))"
HIDDEN_BRANCHES = """
CREATE OR REPLACE FUNCTION site_hidden_branches() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT coalesce(array_agg(path || '%'), '{}') FROM wagtailcore_page
  WHERE (numchild > 0 AND depth > 1 AND (NOT live OR expire_at IS NOT NULL)
         AND (NOT live OR expire_at <= statement_timestamp()))
     OR id IN (SELECT page_id FROM wagtailcore_pageviewrestriction)
$$"""
IS_VISIBLE = """
CREATE OR REPLACE FUNCTION {name}(bigint) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN EXISTS (SELECT 1 FROM {table} WHERE {key} = $1); END $$"""

# Tables beside our own apps' that public code reads. What is not listed, the reader cannot read at all.
OWN_APPS = {"site_core", "catalogue", "blog", "home"}
SECRET = {"site_core.User"}
SHARED = {
    "contenttypes.ContentType",
    "taggit.Tag",
    "taggit.TaggedItem",
    "wagtailcore.Collection",
    "wagtailcore.Locale",
    "wagtailcore.Page",
    "wagtailcore.PageViewRestriction",
    "wagtailcore.ReferenceIndex",
    "wagtailcore.Site",
    "wagtailredirects.Redirect",
    "wagtailsearch.IndexEntry",
}
# Models without drafts that have a rule of their own.
RULES = {
    "site_core.SiteImage": IN_USE,
    "site_core.SiteDocument": IN_USE,
    "site_core.SiteRendition": "file LIKE 'pub/%'",
}


def apply(connection: BaseDatabaseWrapper) -> bool:
    """Make the role, its grants and its policies, unless they are there as the models want them. True if changed."""
    statements = _statements(connection)
    mark = hashlib.sha256("\n".join(statements).encode()).hexdigest()
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(to_regproc('site_hidden_branches')::oid, 'pg_proc')")
        if cursor.fetchone()[0] == mark:
            return False
        for statement in statements:
            cursor.execute(statement)
        cursor.execute(f"COMMENT ON FUNCTION site_hidden_branches() IS '{mark}'")
    return True


def readable_models() -> list[type[models.Model]]:
    """Every model whose table the reader may read."""
    return [model for model in apps.get_models(include_auto_created=True) if _is_readable(model)]


def rule(model: type[models.Model]) -> str | None:
    """The condition under which the reader sees a row of this model; None if it sees all of them."""
    if model is Page:
        return IN_THE_OPEN
    if issubclass(model, Page):
        return f"{_function(Page)}({model._meta.pk.column})"
    if issubclass(model, DraftStateMixin):
        return LIVE
    if model._meta.label in RULES:
        return RULES[model._meta.label]
    parent = next((field for field in model._meta.local_fields if isinstance(field, ParentalKey)), None)
    if parent and _holds_words(model):
        return f"{_function(parent.related_model)}({parent.column})"
    return None


def _statements(connection):
    tables = set(connection.introspection.table_names())
    readable = [model for model in readable_models() if model._meta.db_table in tables]
    role = connection.ops.quote_name(reader_of(connection.settings_dict["NAME"]))
    return [
        _make_role(role),
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT ON django_migrations, {', '.join(sorted(m._meta.db_table for m in readable))} TO {role}",
        HIDDEN_BRANCHES,
        *(_make_function(model) for model in _parents(readable)),
        *(line for model in readable if (condition := rule(model)) for line in _policy(model, condition, role)),
    ]


def _make_role(role):
    name = role.strip('"')
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{name}') THEN CREATE ROLE {role} NOLOGIN; "
        f"END IF; IF NOT pg_has_role(current_user, '{name}', 'MEMBER') THEN GRANT {role} TO CURRENT_USER; END IF; "
        "END $$"
    )


def _policy(model, condition, role):
    table = model._meta.db_table
    yield f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"
    yield f"DROP POLICY IF EXISTS reader ON {table}"
    yield f"CREATE POLICY reader ON {table} FOR SELECT TO {role} USING ({condition})"


def _parents(readable):
    """Models whose rows others ask for by key, each behind a rule of its own."""
    return [Page, *(model for model in readable if issubclass(model, DraftStateMixin) and not issubclass(model, Page))]


def _make_function(model):
    return IS_VISIBLE.format(name=_function(model), table=model._meta.db_table, key=model._meta.pk.column)


def _function(model):
    return f"site_sees_{'page' if issubclass(model, Page) else model._meta.model_name}"


def _is_readable(model):
    label = model._meta.label
    if model._meta.auto_created:
        return _is_readable(model._meta.auto_created) and label not in SECRET
    return not model._meta.proxy and label not in SECRET and (model._meta.app_label in OWN_APPS or label in SHARED)


def _holds_words(model):
    """Rows of keys alone say nothing, and asking for the parent of each would cost every list."""
    return any(isinstance(field, models.CharField | models.TextField) for field in model._meta.local_fields)
