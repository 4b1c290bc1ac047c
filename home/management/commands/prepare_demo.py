import re
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.test import Client
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from home.demo.logins import ensure_logins
from home.models import HomePage
from site_core import localdb
from site_core.models import SiteImage
from site_core.tasks import make_renditions


class Command(BaseCommand):
    help = gettext_lazy("Brings the clone's own database up to date, fills it if it is empty, and makes its logins.")
    requires_system_checks = ()

    def handle(self, **options) -> None:
        if not localdb.is_embedded():
            raise CommandError(_("Only the embedded database is prepared: DATABASE_URL leads to another."))
        self.tell(_("Bringing the tables of the database up to date"))
        call_command("migrate", interactive=False, verbosity=0)
        if not HomePage.objects.exists():
            self.tell(_("Making the demo content"))
            call_command("seed_demo", stdout=self.stdout)
            self.tell(_("Drawing one size of each picture; the worker draws the others, the home page's first"))
            draw_pictures()
        follow_address()
        ensure_logins(Path(settings.VAR_DIR) / "logins.json")

    def tell(self, what: str) -> None:
        self.stdout.write(what)
        self.stdout.flush()


def draw_pictures() -> None:
    """Make the one rendition that a page cannot do without, of every picture, and have the home page's hurried."""
    for image in SiteImage.objects.all():
        image.get_rendition(image.fallback_spec)
    front = Client(headers={"host": "127.0.0.1"}).get("/").content.decode()
    shown = re.findall(rf'src="{re.escape(settings.MEDIA_URL)}([^"]+)"', front)
    for image in SiteImage.objects.filter(renditions__file__in=shown).distinct():
        make_renditions.using(priority=1).enqueue(image.pk)


def follow_address() -> None:
    """Let the site know its address of today, which links in the admin begin with: the port may be another one."""
    address = urlsplit(settings.SITE_URL)
    site = Site.objects.get(is_default_site=True)
    if (site.hostname, site.port) != (address.hostname, address.port):
        site.hostname, site.port = address.hostname, address.port
        site.save()
