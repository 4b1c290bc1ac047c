"""Every address of the admin, from the resolver, its arguments filled with what section B has."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from django.urls import URLPattern, get_resolver
from wagtail.models import Page, Revision, Task, TaskState, WorkflowState

from .sections import COMMON, FIRST, ids

ARGUMENT = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>(?:[^()]|\([^()]*\))*\)")
KIND = re.compile("app|model|^action$")
NAMES = {
    "action_name": ["approve", "publish", "copy"],
    "filter_spec": ["width-100"],
    "uidb64": ["MQ"],
    "token": ["set-password"],
}
BULK = {
    ("wagtailcore", "page"): ["delete", "move", "publish", "unpublish", "change_many"],
    ("site_core", "siteimage"): ["delete", "add_tags", "add_to_collection"],
    ("site_core", "sitedocument"): ["delete", "add_tags", "add_to_collection"],
    ("site_core", "user"): ["delete", "assign_role", "set_active_state"],
    ("catalogue", "product"): ["delete", "change_many"],
    ("blog", "author"): ["delete"],
    ("site_core", "menu"): ["delete"],
    ("catalogue", "merchant"): ["delete"],
}


@dataclass(frozen=True)
class Address:
    """`about_b`: something of B is named in it."""

    route: str
    url: str
    about_b: bool


def routes(resolver=None, before="") -> Iterator[str]:
    """Every pattern below /admin/."""
    for pattern in (resolver or get_resolver()).url_patterns:
        route = before + str(pattern.pattern).lstrip("^")
        if isinstance(pattern, URLPattern):
            if route.startswith("admin/"):
                yield route.removesuffix("$")
        elif route.startswith("admin/") or not route:
            yield from routes(pattern, route)


def addresses(ours, made) -> Iterator[Address]:
    """`ours` is the page of section A: where an address names two things, one may be ours."""
    for route in dict.fromkeys(routes()):
        names = [match[1] or match[2] for match in ARGUMENT.finditer(route)]
        if not names:
            yield from _searched(route, "/" + route.replace(".*", "nowhere"))
            continue
        for values in product(*(_values(name, names, route, ours, made) for name in names)):
            if not _is_possible(names, values, made):
                continue
            url = _filled(route, values)
            about_b = any(str(value).isdigit() and int(value) >= FIRST for value in values)
            yield Address(route, url, about_b)
            if "choose" in route or "action" in names:
                yield from (Address(route, one.url, about_b) for one in _searched(route, url) if one.url != url)


def _filled(route, values):
    """The address of this pattern with these values as its arguments, in order."""
    waiting = iter(values)
    return "/" + ARGUMENT.sub(lambda match: str(next(waiting)), route).replace(r"\.", ".")


def _searched(route, url):
    yield Address(route, url, False)
    yield Address(route, f"{url}?q={COMMON}&term=zq&" + "&".join(f"id={FIRST + n}" for n in range(8)), False)
    if "/api/" in f"/{route}":
        page = ids(Page)[0]
        for query in (
            "",
            f"&search={COMMON}",
            f"&child_of={page}",
            f"&translation_of={page}",
            f"&descendant_of={page}",
        ):
            yield Address(route, f"{url}?fields=*{query}", False)
        yield Address(route, f"{url}?fields=*&for_explorer=1", False)
        yield Address(route, f"{url}?id={page}", False)


def _values(name, names, route, ours, made):
    if name in NAMES:
        return NAMES[name]
    if "app" in name.split("_") or name == "content_type_app_name":
        return sorted({thing._meta.app_label for thing in made} | {"wagtailcore"})
    if "model" in name:
        return sorted({thing._meta.model_name for thing in made} | {"page"})
    if name == "revision_id_b":
        return ["live"]
    if name == "action":
        return sorted({action for actions in BULK.values() for action in actions})
    if "revision" in name:
        kinds = Revision.objects.filter(pk__in=ids(Revision)).values_list("pk", "base_content_type__model")
        return [pk for pk, kind in kinds.order_by("pk") if kind in route][:3]
    for part, model in {"task_state": TaskState, "workflow_state": WorkflowState, "task": Task}.items():
        if name == f"{part}_id":
            return ids(model)
    pages = [*ids(Page)[:2], *([ours.pk] if len(names) > 1 else [])]
    return pages if "page" in name or name == "destination_id" or route.startswith("admin/pages/") else [FIRST]


def _is_possible(names, values, made):
    """Only models that there are, only bulk actions that they have, and something of B."""
    given = [
        value for name, value in zip(names, values, strict=True) if "app" in name or "model" in name or name == "action"
    ]
    if not given:
        return True
    kind = (given[0], given[1])
    if "action" in names:
        return given[2] in BULK.get(kind, [])
    return kind == ("wagtailcore", "page") or kind in {(one._meta.app_label, one._meta.model_name) for one in made}
