from django.core.management.base import BaseCommand
from django.utils.translation import gettext_lazy

from site_core import roles


class Command(BaseCommand):
    help = gettext_lazy(
        "Makes the roles Writer, Editor, Shop manager, Reviewer and Administrator, and gives back the rights that they "
        "have lost. What was added to them by hand stays. Every migrate does the same."
    )

    def handle(self, **options) -> None:
        for line in roles.keep():
            self.stdout.write(line)
