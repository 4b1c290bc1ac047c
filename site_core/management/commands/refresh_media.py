from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_core.media import files, states, usage
from site_core.models import SiteImage
from site_core.tasks import make_renditions, missing_specs


class Command(BaseCommand):
    help = gettext_lazy(
        "Looks at every picture and document, makes public or private what is not in its right state, deletes files "
        "that nothing names, and has missing renditions made. Changes nothing where all is in order."
    )

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--files", action="store_true", help=gettext_lazy("Also look whether the file of every rendition is there.")
        )

    def handle(self, **options) -> None:
        for model in usage.MEDIA:
            keys = model.objects.values_list("pk", flat=True)
            for key, done in states.refresh(model, keys).items():
                self.tell(f"{model._meta.verbose_name} {key} {done}", options)
        for name in files.sweep():
            self.tell(_("deleted %(name)s, which nothing names") % {"name": name}, options)
        if options["files"]:
            for name in files.forget_lost():
                self.tell(_("%(name)s is gone, to be made anew") % {"name": name}, options)
        for image in SiteImage.objects.prefetch_related("renditions").iterator(500):
            if missing := missing_specs(image):
                make_renditions.enqueue(image.pk)
                what = {"key": image.pk, "specs": ", ".join(missing)}
                self.tell(_("picture %(key)s lacks %(specs)s, to be made") % what, options)

    def tell(self, what: str, options) -> None:
        if options["verbosity"]:
            self.stdout.write(what)
