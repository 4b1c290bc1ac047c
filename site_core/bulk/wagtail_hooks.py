from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .models import BulkChange
from .views import ChangeView, RecentView


@hooks.register("register_admin_urls")
def register_admin_urls():
    urls = [
        path("", RecentView.as_view(), name="index"),
        path("results/", RecentView.as_view(results_only=True), name="index_results"),
        path("<int:pk>/", ChangeView.as_view(), name="change"),
    ]
    return [path("changes-to-many/", include((urls, "bulk")))]


class ChangesMenuItem(MenuItem):
    """For those who have something there to look at."""

    def is_shown(self, request):
        if not hasattr(request, "has_changes_to_many"):  # the menu asks for its entry and for the one around it
            request.has_changes_to_many = BulkChange.objects.shown_to(request.user).exists()
        return request.has_changes_to_many


@hooks.register("register_reports_menu_item")
def register_changes_menu_item():
    return ChangesMenuItem(
        _("Changes to many"), reverse("bulk:index"), name="changes-to-many", icon_name="list-ul", order=1210
    )


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action("bulk.change", _("Change to many"), _("Changed together with others"))
    actions.register_action("bulk.undo", _("Undo a change to many"), _("Put back as it was before a change to many"))
