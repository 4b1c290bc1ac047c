from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from blog.importers import files, report
from blog.importers.document import ImportProblem
from blog.importers.save import page_for, save


class NotImported(CommandError):
    """One line on standard error, and exit code 2."""

    def __init__(self, path: Path, problem: ImportProblem) -> None:
        super().__init__(f"{path}: {problem}", returncode=2)


class Command(BaseCommand):
    help = "Makes an article out of a text, Markdown or Word file, or brings the one it made before up to date."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE", help="a .txt, .md or .docx file")
        parser.add_argument(
            "--category", default="", metavar="SLUG", help="its main category, such as mindfulness-calm"
        )
        parser.add_argument("--publish", action="store_true", help="readers see it at once; without this it is a draft")
        parser.add_argument("--dry-run", action="store_true", help="only say what would be imported")

    def handle(self, *, file, category, publish, dry_run, **options):
        try:
            document = files.read(file)
            self._tell([_("Recognised in %(file)s:") % {"file": file.name}, *report.recognised(document)])
            if dry_run:
                self._tell([self._plan(page_for(document, name=file.name, category=category))])
            else:
                outcome = save(document, name=file.name, category=category, publish=publish)
                self._tell(report.became(outcome))
        except ImportProblem as problem:
            raise NotImported(file, problem) from problem

    def _tell(self, lines):
        self.stdout.write("\n".join(lines))

    def _plan(self, page):
        if page is None:
            return _("Nothing was written. Without --dry-run, this would become a new article.")
        where = report.address(page, published=page.live)
        return _("Nothing was written. Without --dry-run, this would update %(url)s") % {"url": where}
