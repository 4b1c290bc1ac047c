from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.widgets.button import Button

from site_core.models import User

from .drafts import in_work
from .views import LEFT_BEHIND, HandOverView, may_hand_over


@hooks.register("register_admin_urls")
def register_admin_urls():
    return [path("hand-over/<int:pk>/", HandOverView.as_view(), name="hand_over")]


@hooks.register("register_user_listing_buttons")
def offer_to_hand_over(user, request_user):
    if may_hand_over(request_user):
        url = reverse("hand_over", args=[user.pk])
        yield Button(_("Hand over drafts"), url=url, icon_name="arrow-right", priority=25)


@hooks.register("before_delete_user")
def ask_before_deleting(request, user):
    """Drafts without an owner are found by nobody, and notes are deleted: first it is said who gets them."""
    if in_work(user) and request.session.get(LEFT_BEHIND) != user.pk:
        return redirect(f"{reverse('hand_over', args=[user.pk])}?delete=1")
    return None


@hooks.register("before_bulk_action")
def ask_before_deleting_many(request, action_type, objects, action):
    if action_type != "delete":
        return None
    for user in objects:
        if isinstance(user, User) and (what := in_work(user)):
            sentence = gettext("“%(name)s” still has %(what)s. Hand over first; nobody was deleted.")
            messages.error(request, sentence % {"name": user, "what": ", ".join(what)})
            return redirect(f"{reverse('hand_over', args=[user.pk])}?delete=1")
    return None


@hooks.register("after_edit_user")
def remind_after_deactivating(request, user):
    what = [] if user.is_active else in_work(user)
    if what and may_hand_over(request.user):
        sentence = gettext("“%(name)s” can no longer log in, and still has %(what)s.")
        button = messages.button(reverse("hand_over", args=[user.pk]), gettext("Hand over drafts"))
        messages.warning(request, sentence % {"name": user, "what": ", ".join(what)}, buttons=[button])


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action("leaving.hand_over", _("Hand over"), _("Handed over to somebody else"))
