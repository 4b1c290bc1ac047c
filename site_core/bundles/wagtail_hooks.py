from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, MultipleChooserPanel
from wagtail.log_actions import log
from wagtail.snippets.action_menu import ActionMenuItem
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from . import publishing
from .models import Bundle, State
from .panels import StandingPanel

PUBLISH, PLAN = "action-publish-bundle", "action-plan-bundle"


def _chooser(relation, kind, heading, label):
    panels = [FieldPanel(kind)]
    return MultipleChooserPanel(relation, chooser_field_name=kind, heading=heading, label=label, panels=panels)


class BundleViewSet(SnippetViewSet):
    model = Bundle
    icon = "folder-open-1"
    menu_label = _("Bundles")
    menu_order = 265
    add_to_admin_menu = True
    copy_view_enabled = False
    list_display = ["name", "state", "publish_at"]
    list_filter = ["state"]
    panels = [
        StandingPanel(heading=_("How it stands")),
        FieldPanel("name"),
        FieldPanel("publish_at"),
        _chooser("articles", "article", _("Articles"), _("Article")),
        _chooser("products", "product", _("Products"), _("Product")),
        _chooser("menus", "menu", _("Menus"), _("Menu")),
    ]


register_snippet(BundleViewSet)


class BundleAction(ActionMenuItem):
    def is_shown(self, context):
        bundle = context.get("instance")
        return super().is_shown(context) and not (bundle and bundle.state == State.PUBLISHED)


class PublishBundle(BundleAction):
    name = PUBLISH
    label = _("Publish all now")
    icon_name = "upload"


class PlanBundle(BundleAction):
    name = PLAN
    label = _("Plan for this time")
    icon_name = "calendar-alt"


@hooks.register("register_snippet_action_menu_item")
def publish_bundle(model):
    return PublishBundle(order=20) if model is Bundle else None


@hooks.register("register_snippet_action_menu_item")
def plan_bundle(model):
    return PlanBundle(order=30) if model is Bundle else None


@hooks.register("after_create_snippet")
@hooks.register("after_edit_snippet")
def act_on_bundle(request, instance):
    """What was pressed. Any other change of a bundle takes back its plan: it was made for what was in it then."""
    if not isinstance(instance, Bundle) or instance.state == State.PUBLISHED:
        return None
    had_plan = publishing.reopen(instance)
    try:
        said = _press(request, instance)
    except publishing.Refused as refusal:
        said = None
        messages.error(request, " ".join([gettext("Nothing was published or planned."), *refusal.reasons]))
    if said:
        messages.success(request, said)
    elif had_plan:
        log(instance=instance, action="bundles.reopen", user=request.user)
        messages.warning(request, gettext("The bundle was changed, so it is not planned any more. Plan it again."))
    return redirect(BundleViewSet.model.snippet_viewset.get_url_name("edit"), instance.pk)


def _press(request, bundle):
    if PUBLISH in request.POST:
        publishing.publish(bundle.pk, request.user)
        return gettext("All of “%(name)s” is published.") % {"name": bundle}
    if PLAN in request.POST:
        publishing.plan(bundle.pk, request.user)
        return gettext("“%(name)s” is planned.") % {"name": bundle}
    return None


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for name, label, message in [
        ("plan", _("Plan bundle"), _("Bundle planned")),
        ("reopen", _("Take back plan"), _("Plan of the bundle taken back")),
        ("publish", _("Publish bundle"), _("Bundle published")),
        ("refuse", _("Refuse bundle"), _("Bundle could not be published")),
    ]:
        actions.register_action(f"bundles.{name}", label, message)
