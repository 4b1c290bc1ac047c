from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_core.accounts.resetting import reset_second_factor


class Command(BaseCommand):
    help = gettext_lazy("Takes the second factor from a user who has lost theirs, and ends their sessions.")

    def add_arguments(self, parser) -> None:
        parser.add_argument("username")

    def handle(self, username, **options) -> None:
        user = get_user_model().objects.filter(username=username).first()
        if not user:
            raise CommandError(_("There is no user “%(name)s”.") % {"name": username})
        had = reset_second_factor(user)
        self.stdout.write(
            _("Done. The next login of %(name)s needs the password alone; who may publish is led to set up anew.")
            % {"name": username}
            if had
            else _("%(name)s had no second factor. Their sessions were ended all the same.") % {"name": username}
        )
