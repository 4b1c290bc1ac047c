"""`make lint`: what is looked at without running the site. `--fix` (`make format`) writes what can be written."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
PROJECT = ("site_core", "catalogue", "blog", "home", "templates")
IMPORTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"


def main() -> None:
    """Run every check even if one fails, and end with 1 if any did."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_core.settings.test")
    fix = "--fix" in sys.argv
    templates = [str(path) for folder in PROJECT for path in (ROOT / folder).rglob("*.html")]
    failed = [
        name for name, command in (writers(templates) if fix else checks(templates)).items() if not passes(command)
    ]
    sys.exit(f"\nNot in order: {', '.join(failed)}" if failed else 0)


def writers(templates: list[str]) -> dict[str, list]:
    return {
        "ruff check": [BIN / "ruff", "check", "--fix", "--quiet", "."],
        "ruff format": [BIN / "ruff", "format", "--quiet", "."],
        "djade": [BIN / "djade", *templates],
        "djhtml": [sys.executable, "-m", "djhtml", "--tabwidth", "2", *templates],
        "wording": [BIN / "pybabel", "--quiet", "compile", "--domain=django", "--directory=site_core/locale"],
    }


def checks(templates: list[str]) -> dict[str, list]:
    return {
        "ruff format": [BIN / "ruff", "format", "--check", "--quiet", "."],
        "ruff check": [BIN / "ruff", "check", "--quiet", "."],
        "djade": [BIN / "djade", "--check", *templates],
        "djhtml": [sys.executable, "-m", "djhtml", "--tabwidth", "2", "--check", *templates],
        "imports": [sys.executable, "-c", IMPORTS, "--no-logo", "--no-cache"],
        "migrations": [sys.executable, "manage.py", "makemigrations", "--check", "--dry-run"],
        "system checks": [sys.executable, "manage.py", "check", "--fail-level", "WARNING"],
    }


def passes(command: list) -> bool:
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


if __name__ == "__main__":
    main()
