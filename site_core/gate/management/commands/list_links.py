from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy as _

from site_core.gate import addresses


class Command(BaseCommand):
    help = _("Notes the addresses outside that published pages lead to, for check_links.")

    def handle(self, **options) -> None:
        addresses.list_all()
