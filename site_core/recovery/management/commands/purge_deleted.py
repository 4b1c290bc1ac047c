from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _

from site_core.recovery.models import Deleted


class Command(BaseCommand):
    help = _("Forgets what was deleted more than thirty days ago.")

    def handle(self, *, verbosity=1, **options) -> None:
        count, _kinds = Deleted.objects.over().delete()
        if verbosity:
            self.stdout.write(str(count))
