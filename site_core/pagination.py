"""Newer and Older, without a last page: nothing on an anonymous page counts over everything."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404

LAST_PAGE = 500


@dataclass(frozen=True)
class Window:
    """One page of a list. The addresses are "" where there is nothing."""

    items: list
    newer_url: str = ""
    older_url: str = ""


def page_of(queryset: QuerySet, request, size: int = 12) -> Window:
    """The page that `?page=` asks for. Raises Http404 for a page that is not there or is no number."""
    number = page_number(request.GET.get("page", "1"))
    start = (number - 1) * size
    rows = list(queryset[start : start + size + 1])
    if number > 1 and not rows:
        raise Http404
    return Window(
        rows[:size],
        newer_url=_address(request, number - 1) if number > 1 else "",
        older_url=_address(request, number + 1) if len(rows) > size and number < LAST_PAGE else "",
    )


def page_number(text: str, last: int = LAST_PAGE) -> int:
    """Raises Http404 for what is no number of a page up to the last."""
    if not (text.isascii() and text.isdigit() and len(text) <= 4 and 1 <= int(text) <= last):
        raise Http404
    return int(text)


def _address(request, number):
    query = request.GET.copy()
    query.pop("page", None)
    if number > 1:
        query["page"] = number
    return f"{request.path}?{query.urlencode()}" if query else request.path
