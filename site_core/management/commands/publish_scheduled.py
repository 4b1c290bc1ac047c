from datetime import timedelta

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from site_core import scheduling
from site_core.bundles import publishing as bundles

LATE = timedelta(minutes=5)


class Command(BaseCommand):
    """Takes the place of Wagtail's command of this name, which loses a page when it is killed."""

    help = gettext_lazy("Publishes what is due, and takes down what has expired.")

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--dryrun",
            action="store_true",
            help=gettext_lazy("Only list what is due, and fail if anything has been for more than five minutes."),
        )

    def handle(self, *, dryrun=False, verbosity=1, **options) -> None:
        if dryrun:
            self.list_due()
            return
        with scheduling.only_run() as alone:
            if not alone:
                self.stdout.write(_("Another run is at work, and this one leaves everything to it."))
                return
            failed = self.work_off(verbosity)
        if failed:
            raise CommandError(
                _("Errors, see the log; to be tried again: %(objects)s") % {"objects": ", ".join(failed)}
            )

    def work_off(self, verbosity) -> list[str]:
        failed = []
        for due, done in scheduling.work_off(scheduling.database_now()):
            if done is None:
                failed.append(str(due))
            elif done and verbosity:
                self.stdout.write(f"{due}: {', '.join(done)}")
        for bundle, settled in bundles.work_off(scheduling.database_now()):
            if not settled:
                failed.append(f"bundle {bundle.pk}")
        return failed

    def list_due(self) -> None:
        now = scheduling.database_now()
        waiting = scheduling.due_objects(now)
        for due in waiting:
            self.stdout.write(f"{due.since:%Y-%m-%d %H:%M:%S} UTC {due}")
        late = [str(due) for due in waiting if due.since < now - LATE]
        if late:
            raise CommandError(_("Due for more than five minutes: %(objects)s") % {"objects": ", ".join(late)})
