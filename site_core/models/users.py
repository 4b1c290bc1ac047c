from django.contrib.auth.models import AbstractUser
from django.utils.crypto import salted_hmac


class User(AbstractUser):
    """A person who works in the admin. Our own model from the start: it cannot be swapped later."""

    def _get_session_auth_hash(self, secret=None) -> str:
        """What a session must agree with at every request: the password, and the role too.

        So all sessions of a user end with a change of either, whatever code or hand made it. This is the one method
        of Django's behind both the hash under the present key and those under older ones.
        """
        groups = self.groups.through.objects.filter(user=self).order_by("group_id")
        rights = self.user_permissions.through.objects.filter(user=self).order_by("permission_id")
        agreed = [
            self.password,
            self.is_active,
            self.is_superuser,
            *groups.values_list("group_id", flat=True),
            "and",
            *rights.values_list("permission_id", flat=True),
        ]
        return salted_hmac(__name__, "\n".join(map(str, agreed)), secret=secret, algorithm="sha256").hexdigest()
