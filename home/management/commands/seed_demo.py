from django.core.management.base import BaseCommand

from home.demo.seed import seed


class Command(BaseCommand):
    help = "Make the demo content if the site has none. A site that has a front page is left as it is."

    def handle(self, *args, **options):
        made = seed(lambda what: self.stdout.write(f"  making {what}"))
        self.stdout.write("The demo is there." if made else "The site has a front page already; nothing was changed.")
