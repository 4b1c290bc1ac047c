from django.contrib.admin.utils import quote
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.log_actions import LogFormatter
from wagtail.models import DraftStateMixin, ReferenceIndex
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

# Some of these only register what they do by being imported.
from . import choosers, editing_media, handbook, limits, publish_first, records, writing  # noqa: F401
from .choosers import LimitedChooserViewSet
from .links import PublicPageLinkHandler
from .media.receivers import look_again
from .media.usage import MEDIA
from .models import Menu
from .previews import WithPreviews
from .scheduling import REFUSED


class MenuViewSet(WithPreviews, SnippetViewSet):
    model = Menu
    chooser_viewset_class = LimitedChooserViewSet
    icon = "list-ul"
    menu_label = _("Menus")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", UpdatedAtColumn()]


register_snippet(MenuViewSet)


@hooks.register("register_rich_text_features", order=10)
def hide_links_to_what_is_hidden(features):
    features.register_link_type(PublicPageLinkHandler)


def _usage_of(instance):
    return reverse(instance.snippet_viewset.get_url_name("usage"), args=[quote(instance.pk)])


@hooks.register("before_delete_snippet")
def keep_what_is_in_use(request, instances):
    """A product, author or menu that something uses is not deleted from under it, and nobody is asked whether to."""
    for instance in instances:
        uses = (
            ReferenceIndex.get_grouped_references_to(instance).count() if isinstance(instance, DraftStateMixin) else 0
        )
        if uses:
            said = ngettext("“%(name)s” is used in %(count)s place.", "“%(name)s” is used in %(count)s places.", uses)
            advice = gettext("Take it out there first, or unpublish it: then readers no longer see it.")
            places = messages.button(_usage_of(instance), gettext("Show where it is used"))
            messages.error(request, f"{said % {'name': instance, 'count': uses}} {advice}", buttons=[places])
            return redirect(AdminURLFinder(request.user).get_edit_url(instance) or "wagtailadmin_home")
    return None


@hooks.register("after_bulk_action")
def look_again_at_what_was_moved(request, action_type, objects, action):
    """Wagtail moves many to another collection in one query, of which no signal tells."""
    for model in MEDIA:
        look_again(model, [obj.pk for obj in objects if isinstance(obj, model)])


@hooks.register("construct_admin_api", order=10)
def limit_lists_of_media(router):
    router.register_endpoint("images", choosers.LimitedImages)
    router.register_endpoint("documents", choosers.LimitedDocuments)


@hooks.register("construct_page_chooser_queryset")
def hide_drafts_of_others(pages, request):
    return limits.choosable_pages(request.user, pages)


@hooks.register("construct_reports_menu")
def offer_reports_to_whom_they_answer(request, items):
    if not limits.sees_the_whole_house(request.user):
        items[:] = [item for item in items if item.name in ("aging-pages", "deleted", "changes-to-many")]


@hooks.register("insert_editor_js")
def begin_where_one_goes_on():
    scripts = [(static(f"js/admin/{name}.js"),) for name in ("focus_field", "focus_live_page")]
    return format_html_join("", '<script type="module" src="{}"></script>', scripts)


@hooks.register("register_admin_urls")
def register_records():
    return records.group().get_admin_urls_for_registration()


@hooks.register("register_permissions")
def register_rights_to_records():
    return records.group().get_permissions_for_registration()


@hooks.register("register_admin_menu_item")
def offer_records():
    return records.group().get_menu_item()


@hooks.register("register_log_actions")
def register_refusals_of_the_clock(actions):
    @actions.register_action(REFUSED)
    class Refused(LogFormatter):
        label = _("Refuse to publish at its time")
        message = _("Could not be published at its time")

        def format_comment(self, log_entry):
            return log_entry.data.get("comment", "")
