"""Which objects "all in this list" are: those of the list that the editor sees, its search and filters included."""

import copy
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve

LISTS = ("wagtailadmin_explore", "wagtailadmin_pages:type_use")


def all_in_listing(request, next_url: str) -> list | None:
    """The keys of all that the list at this address shows this user, over all its pages. None if it is no list."""
    try:
        match = resolve(urlsplit(next_url).path)
    except Resolver404:
        return None
    if match.view_name not in LISTS and match.url_name not in ("list", "index"):
        return None
    asked = copy.copy(request)
    asked.method, asked.path, asked.resolver_match = "GET", urlsplit(next_url).path, match
    context = getattr(match.func(asked, *match.args, **match.kwargs), "context_data", None) or {}
    if "paginator" not in context:
        return None
    rows = context["paginator"].object_list
    return list(rows.values_list("pk", flat=True)) if hasattr(rows, "values_list") else [row.pk for row in rows]
