from django.urls import include, path
from wagtail import hooks
from wagtail.admin.views.home import (
    RecentEditsPanel,
    UserObjectsInWorkflowModerationPanel,
    WorkflowObjectsToModeratePanel,
)

from .queue.panels import QueuePanel

IN_THE_QUEUE = (RecentEditsPanel, UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel)


@hooks.register("register_admin_urls")
def register_queue():
    return [path("queue/", include("home.queue.urls"))]


@hooks.register("construct_homepage_panels")
def begin_with_the_queue(request, panels):
    """In the place of what Wagtail says of the same things, in several lists."""
    panels[:] = [panel for panel in panels if not isinstance(panel, IN_THE_QUEUE)]
    panels.append(QueuePanel(request.user))
