from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _

from site_core.gate import outside


class Command(BaseCommand):
    help = _("Asks a few of the addresses outside whether anybody still answers there.")

    def handle(self, *, verbosity=1, **options) -> None:
        asked = outside.ask_some() if settings.CHECK_LINKS else 0
        if verbosity:
            self.stdout.write(f"{asked}")
