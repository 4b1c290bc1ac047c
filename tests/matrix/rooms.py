"""Which line of the table in docs/editors.md each address of the admin belongs to. The first that fits counts."""

import re
from pathlib import Path

from django.conf import settings

ROOMS = {
    "Take away the second step of somebody's login": r"second-factor/reset/",
    "Log in, and change one's own account": (
        r"$|snippets/$|test404/|second-factor/|account/|dismissibles/|sprite/|login/|password_reset/|(modeladmin/)?jsi18n/|editing-sessions/"
        r"|handbook/|saving/|\.\*/"
    ),
    "Bring back what was deleted, undo changes to many, arrange categories, where one may": (
        r"deleted/|changes-to-many/|arrange-categories/"
    ),
    "Begin an article": r"articles/new/",
    "See what waits for one, on the first page": r"queue/waiting/",
    "Authors": r"snippets/blog/author/|snippets/choose/blog/author/create/",
    "Bundles that are published at one moment": r"queue/bundles/|snippets/bundles/|snippets/choose/bundles/\w+/create/",
    "Menus": r"snippets/site_core/menu/|snippets/choose/site_core/menu/create/",
    "Products and merchants": r"queue/products/|snippets/catalogue/|snippets/choose/catalogue/\w+/create/",
    "Choose pages, pictures, products and people for a text": (
        r"choose-|snippets/choose/|(images|documents)/chooser/(?!create/)|embeds/|tag-autocomplete/|block-preview/"
        r"|api/|writing/"
    ),
    "Add pictures and documents": r"(images|documents)/($|results/|add/|multiple/|chooser/create/)",
    "Change and delete pictures and documents": r"(images|documents)/",
    "Comment, approve, ask for changes": r"pages/workflow/(action|collect_action_data|preview)/",
    "Reports on the whole site": r"pages/usage/|reports/(?!aging-pages)",
    "Steps of review": r"workflows/",
    "Records of what happened": r"records/",
    "Folders of pictures and documents": r"collections/",
    "See the list of pages and search it": (
        r"pages/($|search/|<int:parent_page_id>/($|results/))|reports/aging-pages/|bulk/"
        r"|queue/(?!products/|bundles/)"
    ),
    "Publish pages and take them down": r"pages/<int:page_id>/unpublish/",
    "Write and change pages": r"pages/|review/|before-publishing/",
    "Name, menus and links of the site as a whole": r"settings/|sites/",
    "Redirects": r"redirects/",
    "People and their roles": r"users/|groups/|hand-over/",
}


def room_of(route: str) -> str | None:
    """The line of the table that speaks of this address below /admin/."""
    address = route.removeprefix("admin/")
    return next((line for line, pattern in ROOMS.items() if re.match(pattern, address)), None)


def table() -> dict[str, dict[str, str]]:
    """What the handbook says: line -> role -> word."""
    text = (Path(settings.BASE_DIR) / "docs/editors.md").read_text().split("## Who may what")[1].split("\n## ")[0]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    names = rows[0][1:]
    return {row[0]: dict(zip(names, row[1:], strict=True)) for row in rows[2:]}
