from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet

from .api import ACTIONS
from .paths import require_copyable, require_publishable


@hooks.register("before_publish_page")
def stop_at_the_gate(request, page):
    """A page's form publishes without `Publishable.publish()`."""
    require_publishable(page)


@hooks.register("before_copy_page")
def stop_copies_at_the_gate(request, page):
    if request.POST.get("publish_copies") or request.POST.get("alias"):
        require_copyable(page, bool(request.POST.get("copy_subpages")))


@hooks.register("construct_admin_api")
def stop_the_api_at_the_gate(router):
    PagesAdminAPIViewSet.actions = {**PagesAdminAPIViewSet.actions, **ACTIONS}
