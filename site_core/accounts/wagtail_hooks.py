from django.forms import Form
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel
from wagtail.admin.widgets.button import Button

from . import second_factor


@hooks.register("register_account_settings_panel")
class SecondFactorPanel(BaseSettingsPanel):
    name = "second_factor"
    title = _("Second step at login")
    order = 600
    template_name = "accounts/panel.html"
    form_class = Form

    def get_form(self):
        """Wagtail wants a form of every panel; this one only leads on, and has no field."""
        return Form()

    def get_context_data(self):
        return {
            **super().get_context_data(),
            "app": second_factor.app_of(self.user),
            "codes_left": second_factor.recovery_codes_left(self.user),
        }


@hooks.register("register_user_listing_buttons")
def offer_reset(user, request_user):
    if request_user.is_superuser:
        url = reverse("second_factor_reset", args=[user.pk])
        yield Button(_("Reset second step"), url=url, icon_name="key", priority=30)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    for name, label, message in [
        ("second_factor_set", _("Set up second step"), _("Second step at login set up")),
        ("second_factor_removed", _("Remove second step"), _("Second step at login removed")),
        ("second_factor_reset", _("Reset second step"), _("Second step at login reset by an administrator")),
        ("recovery_codes_renewed", _("Renew recovery codes"), _("Recovery codes renewed")),
    ]:
        actions.register_action(f"accounts.{name}", label, message)
