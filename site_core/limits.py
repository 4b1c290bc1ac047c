"""Where an editor's rights end: what Wagtail shows to anybody in the admin, and we only to those whom it concerns.

Wagtail asks for a right before it changes a thing. Some of its views name the thing before they ask, or never ask.
"""

from django.apps import apps
from django.db.models import QuerySet
from wagtail.admin.auth import permission_denied
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.models import DraftStateMixin, Page, Workflow
from wagtail.permissions import policy_registry

OF_THE_WHOLE_HOUSE = {"wagtailadmin_reports:" + name for name in ("locked_pages", "site_history", "page_types_usage")}
OF_THE_WHOLE_HOUSE |= {"wagtailadmin_reports:workflow", "wagtailadmin_reports:workflow_tasks"}
OF_WORKFLOWS = (
    "wagtailadmin_workflows:task_chooser",
    "wagtailadmin_workflows:task_chosen",
)
OWN_PAGES = {"wagtailadmin_pages:move_confirm", "wagtailadmin_pages:confirm_workflow_cancellation"}
USAGE = "wagtailadmin_pages:type_use"
RIGHTS = {"add", "change", "delete", "publish", "choose"}


class LimitsMiddleware:
    """Refuses before the view has looked anything up."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """The answer that Wagtail gives to whom a right is missing, or None."""
        in_admin = request.path_info.startswith("/admin/") and request.user.is_authenticated
        if in_admin and not _may_ask(request, request.resolver_match.view_name, kwargs):
            return permission_denied(request)
        return None


def _may_ask(request, name, named) -> bool:
    user, chosen = request.user, request.GET.getlist("id")
    if name.removesuffix("_results") in OF_THE_WHOLE_HOUSE or name.startswith(USAGE):
        return sees_the_whole_house(user)
    if name.startswith(OF_WORKFLOWS):
        return policy_registry.get_by_type(Workflow).user_has_any_permission(user, {"add", "change"})
    if name in OWN_PAGES:
        return _all_in([str(value) for value in named.values()], _explorable(user))
    if name == "wagtailadmin_choose_page_child":
        return _all_in([str(named["parent_page_id"])], choosable_pages(user, Page.objects.all()))
    if name == "wagtailadmin_choose_page_chosen_multiple":
        return _all_in(chosen, choosable_pages(user, Page.objects.all()))
    if name == "wagtail_bulk_action":
        return _may_act(user, chosen, **named)
    if name.endswith(":confirm_workflow_cancellation"):
        model = request.resolver_match.func.view_initkwargs["model"]
        return _all_in([str(named["pk"])], owned(user, model))
    return True


def _may_act(user, chosen, app_label, model_name, action):
    if not bulk_action_registry.get_bulk_action_class(app_label, model_name, action):
        return True  # there is no such address
    return _all_in(chosen, owned(user, apps.get_model(app_label, model_name)))


def _all_in(keys, allowed):
    numbers = {int(key) for key in keys if key.isdecimal() and key.isascii() and len(key) < 10}
    there = allowed.model._base_manager.filter(pk__in=numbers)
    return not there.exclude(pk__in=allowed.values("pk")).exists()


def _explorable(user) -> QuerySet:
    return policy_registry.get_by_type(Page).explorable_instances(user)


def sees_the_whole_house(user) -> bool:
    """Whether this user's section is the whole site: reports on everything are for them."""
    policy = policy_registry.get_by_type(Page)
    root = policy.explorable_root_instance(user)
    rights = {"change", "publish"}
    return bool(root and root.depth <= 2 and policy.user_has_any_permission_for_instance(user, rights, root))


def choosable_pages(user, pages) -> QuerySet:
    """What this user may link to: what is live, and what is theirs."""
    return pages.filter(live=True) | pages.filter(pk__in=_explorable(user).values("pk"))


def owned(user, model) -> QuerySet:
    """The rows of a model that this user may do anything at all with."""
    if issubclass(model, Page):
        return _explorable(user)
    return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, RIGHTS)


def choosable(user, model) -> QuerySet:
    """What this user may put into a page: drafts only if they are theirs to work on."""
    everything = model.objects.all()
    if not issubclass(model, DraftStateMixin):
        return everything
    return everything.filter(live=True) | everything.filter(pk__in=owned(user, model).values("pk"))
