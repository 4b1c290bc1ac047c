"""Static files are collected when something in them has changed: hashing and compressing all takes its time."""

import hashlib
from pathlib import Path

from tools import processes

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("*/static/**/*", "requirements.txt", "site_core/storage.py", "site_core/settings/*.py")


def collect_if_stale() -> None:
    """Run collectstatic unless the files in STATIC_ROOT were made from the sources as they are."""
    from django.conf import settings

    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    stamp = Path(settings.VAR_DIR) / "static.sha256"
    wanted = _fingerprint()
    if manifest.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print("Collecting static files", flush=True)
    processes.run("manage.py", "collectstatic", "--noinput", "--clear", "--verbosity=0")
    stamp.write_text(wanted)


def _fingerprint() -> str:
    files = sorted(file for pattern in SOURCES for file in ROOT.glob(pattern) if file.is_file())
    facts = [f"{file.relative_to(ROOT)} {file.stat().st_size} {file.stat().st_mtime_ns}" for file in files]
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()
