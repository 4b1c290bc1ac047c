"""Trees of links as templates draw them: the menus that editors compose, and branches of the page tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.functional import cached_property
from wagtail.models import Page, Site

from .models import BrandSettings, Menu, PublicPageQuerySet


@dataclass
class Node:
    """A link and the links beneath it."""

    title: str
    url: str = ""
    note: str = ""
    tint: str = ""
    page_id: int | None = None
    current: bool = False
    children: list[Node] = field(default_factory=list)

    @property
    def open(self) -> bool:
        """Whether the reader is here or somewhere beneath."""
        return self.current or any(child.open for child in self.children)


class Navigation:
    """Everything of the site that menus may show, read once per request with one query for all menus.

    Use `navigation_of(request)`. A preview has a menu stand where it will, `instead` of the stored: by "header" or
    "footer".
    """

    def __init__(self, request, instead: dict[str, Menu] | None = None):
        self.request = request
        self._urls: dict[int, str] = {}
        self.brand = BrandSettings.to_show(Site.find_for_request(request))
        stored = {"header": self.brand.header_menu, "footer": self.brand.footer_menu}
        shown = {place: _entries(menu) for place, menu in stored.items()}
        shown |= {place: menu.entries for place, menu in (instead or {}).items()}
        self._header, self._footer = shown["header"], shown["footer"]

    @cached_property
    def pages(self) -> dict[int, Page]:
        """Public pages that are marked "show in menus" or that a menu leads to, by id, in the order of the tree."""
        wanted = Q(show_in_menus=True) | Q(pk__in=_page_ids(self._header) | _page_ids(self._footer))
        return {page.pk: page for page in PublicPageQuerySet(Page).public().filter(wanted).order_by("path")}

    @cached_property
    def header(self) -> list[Node]:
        return self.menu(self._header)

    @cached_property
    def footer(self) -> list[Node]:
        return self.menu(self._footer)

    def menu(self, stream) -> list[Node]:
        """The entries that lead somewhere; one whose page is hidden disappears with all beneath it."""
        return [node for entry in _raw(stream) if (node := self._entry(entry))]

    def tree(self, page_type: type[Page]) -> list[Node]:
        """All pages of this type that are marked "show in menus", nested as in the page tree."""
        content_type = ContentType.objects.get_for_model(page_type)
        return self._nest(p for p in self.pages.values() if p.content_type_id == content_type.pk and p.show_in_menus)

    def parent_of(self, page: Page) -> Page | None:
        """The page above, if it is one that menus may show."""
        above = page.path[: -Page.steplen]
        return next((other for other in self.pages.values() if other.path == above), None)

    def _entry(self, entry):
        page = self.pages.get(entry.get("page"))
        if entry.get("page") and not page:
            return None
        title = entry.get("label") or (page.title if page else "")
        url = self._url(page) if page else entry.get("url") or ""
        children = [*self.menu(entry.get("entries")), *self._branch(entry.get("branch"))]
        if not title or not (url or children):
            return None
        return Node(title, url, entry.get("note") or "", current=self._is_current(url), children=children)

    def _branch(self, page_id):
        root = self.pages.get(page_id)
        if not root:
            return []
        below = [p for p in self.pages.values() if p.path.startswith(root.path) and p != root and p.show_in_menus]
        return self._nest(below, root.path)

    def _nest(self, pages: Iterable[Page], root: str = "") -> list[Node]:
        """Nest pages by their paths. With a root, a page that does not hang on it by an unbroken line is left out."""
        nodes, top = {}, []
        for page in pages:
            above = page.path[: -Page.steplen]
            if above in nodes or not root or above == root:
                url = self._url(page)
                node = nodes[page.path] = Node(page.title, url, page_id=page.pk, current=self._is_current(url))
                (nodes[above].children if above in nodes else top).append(node)
        return top

    def _url(self, page):
        if page.pk not in self._urls:
            self._urls[page.pk] = page.get_url(self.request) or ""
        return self._urls[page.pk]

    def _is_current(self, url):
        return bool(url) and url == self.request.path


def navigation_of(request) -> Navigation:
    """The request's navigation, made at its first use."""
    if not hasattr(request, "_site_navigation"):
        request._site_navigation = Navigation(request)
    return request._site_navigation


def preview_of_menu(menu: Menu, request, place: str) -> tuple[str, dict]:
    """The front page with this menu in its header or footer, or a page with nothing else: template and context."""
    request._site_navigation = Navigation(request, {place: menu})
    about = {"object": menu, "request": request, "previewed_place": place}
    site = Site.find_for_request(request)
    front = PublicPageQuerySet(Page).public().filter(pk=site and site.root_page_id).specific().first()
    if not front:
        return "site_core/menu_preview.html", about
    return front.get_template(request), {**front.get_context(request), **about}


def _entries(menu):
    return menu.entries if menu and menu.is_public else []


def _raw(stream) -> list[dict]:
    return [item["value"] for item in getattr(stream, "raw_data", stream) or []]


def _page_ids(stream) -> set[int]:
    ids = set()
    for entry in _raw(stream):
        ids |= {entry.get("page"), entry.get("branch")} - {None}
        ids |= _page_ids(entry.get("entries"))
    return ids
