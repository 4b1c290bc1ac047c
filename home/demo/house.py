"""The demo's front page, standard pages, menus and brand."""

from urllib.parse import urlsplit

from django.conf import settings
from wagtail.models import Page, Site

from blog.importers.markdown import to_rich_text
from home.models import HomePage, StandardPage
from site_core.models import BrandSettings, Menu

from .bodies import Bodies
from .files import read_all
from .publishing import publish_page, stream


def make_home(site: dict) -> HomePage:
    """An empty front page at the root of the site, in the place of Wagtail's welcome page."""
    root = Page.get_first_root_node()
    home = HomePage(title=site["brand"]["name"], slug="front", live=False, search_description=site["brand"]["tagline"])
    root.add_child(instance=home)
    address = urlsplit(settings.SITE_URL)
    port = address.port or (443 if address.scheme == "https" else 80)
    fields = {"hostname": address.hostname, "port": port, "root_page": home, "site_name": site["brand"]["name"]}
    Site.objects.update_or_create(is_default_site=True, defaults=fields)
    Page.objects.filter(depth=2, slug="home").exclude(pk=home.pk).delete()
    home.save_revision().publish()
    home.refresh_from_db()
    return home


def fill_home(home: HomePage, rows: list[dict], ids: dict[str, dict[str, int]]) -> None:
    """Compose the front page; `ids` has the ids of articles, categories and products by slug."""
    sections = [{"type": name, "value": _section(name, value, ids)} for row in rows for name, value in row.items()]
    home.sections = stream(HomePage.sections.field, sections)
    home.save_revision().publish()


def _section(name, value, ids):
    value = dict(value)
    if name == "lead":
        value["article"] = ids["articles"][value["article"]]
    elif name == "category":
        value["page"] = ids["categories"][value["page"]]
    elif name == "shelf":
        value["products"] = [ids["products"][slug] for slug in value["products"]]
    elif name == "text":
        value["text"] = to_rich_text(value["text"])
    return value


def make_standard_pages(home: HomePage, bodies: Bodies) -> dict[str, StandardPage]:
    """About, privacy, how we choose, contact; by slug."""
    return {row["slug"]: publish_page(home, _standard_page(row, bodies)) for row in read_all("pages")}


def _standard_page(row, bodies):
    plain = {name: row[name] for name in ("title", "slug", "introduction", "search_description", "hue") if name in row}
    page = StandardPage(**plain, image=bodies.library.picture(row.get("image", "")))
    page.body = stream(StandardPage.body.field, bodies.raw(row["body"]))
    return page


def make_menus(site: dict, pages: dict[str, Page]) -> None:
    """Header and footer, and the brand that chooses them. Entries name pages by slug."""
    menus = {name: _menu(name, site["menus"][name], pages) for name in ("header", "footer")}
    brand = BrandSettings.for_site(Site.objects.get(is_default_site=True))
    brand.name, brand.tagline, brand.footer_text = (site["brand"][name] for name in ("name", "tagline", "footer_text"))
    brand.social_links = [("link", link) for link in site["brand"].get("social_links", [])]
    brand.header_menu, brand.footer_menu = menus["header"], menus["footer"]
    brand.save()


def _menu(name, entries, pages):
    menu = Menu(name=name.capitalize(), live=False)
    menu.entries = stream(Menu.entries.field, [_entry(entry, pages) for entry in entries])
    menu.save()
    menu.save_revision().publish()
    return menu


def _entry(entry, pages):
    value = {**entry, "entries": [_entry(child, pages) for child in entry.get("entries", [])]}
    for chooser in ("page", "branch"):
        if slug := entry.get(chooser):
            value[chooser] = pages[slug].pk
    return {"type": "entry", "value": value}
