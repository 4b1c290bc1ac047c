from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.api.views import PagesAdminAPIViewSet

from . import records  # noqa: F401  registered by being imported
from .api import ACTIONS
from .paths import require_copyable, require_publishable
from .views import findings_of


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


@hooks.register("register_admin_urls")
def findings_address():
    findings = path("<str:app_label>/<str:model_name>/<int:pk>/", findings_of, name="findings")
    return [path("before-publishing/", include(([findings], "gate")))]


@hooks.register("insert_editor_js")
def show_findings_while_writing():
    return format_html('<script type="module" src="{}"></script>', static("js/admin/before_publishing.js"))
