from django.contrib.contenttypes.models import ContentType
from django.urls import include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from .rights import restorable_by
from .views import BringBackView, DeletedView


@hooks.register("register_admin_urls")
def register_admin_urls():
    urls = [
        path("", DeletedView.as_view(), name="index"),
        path("results/", DeletedView.as_view(results_only=True), name="index_results"),
        path("<int:pk>/", BringBackView.as_view(), name="bring_back"),
    ]
    return [path("deleted/", include((urls, "recovery")))]


@hooks.register("register_reports_menu_item")
def register_deleted_menu_item():
    return MenuItem(_("Deleted"), reverse("recovery:index"), name="deleted", icon_name="bin", order=1200)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action("recovery.bring_back", _("Bring back"), _("Brought back after it was deleted"))


@hooks.register("after_delete_page")
def offer_to_bring_back_page(request, page):
    _offer(request, page, object_id=str(page.pk))


@hooks.register("after_delete_snippet")
def offer_to_bring_back_snippets(request, instances):
    # They have no number any more; but this user has deleted nothing of the kind since.
    _offer(request, instances[0], only=len(instances) == 1, deleted_by=request.user)


def _offer(request, deleted, only=True, **what):
    """Say at once that it can be brought back, and of a single one how."""
    kind = ContentType.objects.get_for_model(deleted)
    row = restorable_by(request.user).filter(kind=kind, **what).first()
    if row:
        url = reverse("recovery:bring_back", args=[row.pk]) if only else reverse("recovery:index")
        button = messages.button(url, gettext("Bring it back") if only else gettext("Show what was deleted"))
        messages.info(request, gettext("What you deleted can be brought back for thirty days."), buttons=[button])
