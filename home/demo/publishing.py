"""Pages of the demo, published the way an editor publishes: by a revision."""

from wagtail.blocks import StreamValue
from wagtail.models import Page

from blog.importers.markdown import to_rich_text

from .library import Library


def stream(field, raw: list[dict]) -> StreamValue:
    """Raw data as a stream value. Every block is read, so that it is stored as the admin stores it."""
    value = field.stream_block.to_python(raw)
    return field.stream_block.normalize([(child.block_type, child.value) for child in value])


def publish_page(parent: Page, page: Page) -> Page:
    """Add a page below `parent` and publish it."""
    page.live = False
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def publish_tree(root: Page, page_type: type[Page], rows: list[dict], library: Library) -> dict[str, Page]:
    """Category pages below `root`, each below the one its row names as `parent`; by slug."""
    made: dict[str, Page] = {}
    waiting = list(rows)
    while waiting:
        ready = [row for row in waiting if not row.get("parent") or row["parent"] in made]
        for row in ready:
            made[row["slug"]] = publish_page(made.get(row.get("parent"), root), _category(page_type, row, library))
        waiting = [row for row in waiting if row not in ready]
        if not ready and waiting:
            raise ValueError(f"no such parent: {[row['parent'] for row in waiting]}")
    return made


def _category(page_type, row, library):
    plain = {name: row.get(name, "") for name in ("title", "slug", "hue", "banner_headline", "banner_tagline")}
    return page_type(
        **plain,
        introduction=to_rich_text(row.get("introduction", "")),
        image=library.picture(row.get("image", "")),
        show_in_menus=True,
    )
