from django.utils.translation import gettext_lazy as _

from .tasks import send_notice


class NoticeOfChange:
    """Stands among AUTH_PASSWORD_VALIDATORS because Django tells those of every change, wherever it was made."""

    def validate(self, password, user=None) -> None:
        """Any password will do here."""

    def get_help_text(self) -> str:
        return _("Whenever your password is changed, we tell you by mail.")

    def password_changed(self, password, user=None) -> None:
        """Write to the user, unless it is the first password of somebody who was never here."""
        if user and user.email and user.last_login:
            send_notice.enqueue(user.pk, "password_changed")
