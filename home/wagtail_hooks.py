from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .queue.panels import QueuePanel
from .queue.reach import drafted_models

IN_THE_QUEUE = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("register_admin_urls")
def register_queue():
    return [path("queue/", include("home.queue.urls"))]


class CalendarItem(MenuItem):
    def is_shown(self, request):
        return bool(drafted_models(request.user))


@hooks.register("register_admin_menu_item")
def register_calendar():
    return CalendarItem(_("Calendar"), reverse("queue:calendar"), name="calendar", icon_name="calendar-alt", order=120)


@hooks.register("construct_homepage_panels")
def begin_with_the_queue(request, panels):
    """In the place of what Wagtail says of the same things, in several lists."""
    panels[:] = [panel for panel in panels if not isinstance(panel, IN_THE_QUEUE)]
    panels.append(QueuePanel(request.user))
