from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry

from site_core.models import CategoryBase

from .trees import listed_in
from .views import BranchesView


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("arrange-categories/", BranchesView.as_view(), name="branches")]


class BranchesMenuItem(MenuItem):
    """For those who work with pages: which categories are theirs, the view asks."""

    def is_shown(self, request):
        return policy_registry.get_by_type(Page).user_has_any_permission(request.user, {"add", "change"})


@hooks.register("register_settings_menu_item")
def register_branches_menu_item():
    return BranchesMenuItem(
        _("Arrange categories"), reverse("branches"), name="arrange-categories", icon_name="folder-open-inverse"
    )


@hooks.register("before_delete_page")
def say_what_a_category_holds(request, page):
    """Before somebody says yes: what is in a category is not deleted with it, but is found there no more."""
    if request.method != "GET" or not isinstance(page, CategoryBase):
        return
    for names, count in listed_in(page):
        sentence = gettext(
            "Listed in this category or beneath it: %(count)s %(names)s. Deleting the category does not delete what is"
            " listed, but takes it out for good: give it another category first, from its list, with “Change”."
        )
        button = messages.button(reverse("wagtailadmin_pages:usage", args=[page.pk]), gettext("Show them"))
        messages.warning(request, sentence % {"count": count, "names": names}, buttons=[button])
