"""What a page's history says of imports, and whether somebody has edited the page since."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter, log
from wagtail.models import PageLogEntry, Revision

from blog.models import ArticlePage

ACTION = "blog.import"


@hooks.register("register_log_actions")
def register_import(actions):
    @actions.register_action(ACTION)
    class ImportFormatter(LogFormatter):
        label = gettext_lazy("Import")

        def format_message(self, log_entry):
            return _("Imported from %(file)s") % {"file": log_entry.data.get("file", "")}


def record(page: ArticlePage, revision: Revision, name: str, edited: Revision | None) -> None:
    """Notes in the page's history that `revision` comes from the file called `name`, and what it was laid on top of."""
    data = {"file": name, "edited": edited.pk if edited else None}
    log(instance=page, action=ACTION, revision=revision, data=data, content_changed=True)


def change_since_import(page: ArticlePage) -> Revision | None:
    """Somebody's revision that the text of an import has not to replace; None if only imports have written the page.

    A draft that an import laid on top of it does not end that: otherwise a second run would publish over it.
    """
    entries = PageLogEntry.objects.filter(page=page, action=ACTION, revision=page.latest_revision_id)
    entry = entries.order_by("-timestamp", "-pk").first()
    if entry is None:
        return page.latest_revision
    return Revision.objects.filter(pk=entry.data.get("edited")).first()
