"""`make run` and `make dev`: the whole site in front of one person, on loopback, until Ctrl-C."""

import argparse
import json
import os
import secrets
import signal
import socket
import sys
from pathlib import Path

from site_core import localdb
from tools import processes, static

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"


def main() -> None:
    """Read the arguments, serve, and turn what can go wrong into one line and an exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--dev", action="store_true")
    options = parser.parse_args()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: sys.exit(128 + received))
    try:
        refuse_taken_port(options.port)
        set_environment(options.port, options.dev)
        serve(options.port, options.dev)
    except KeyboardInterrupt:
        sys.exit(128 + signal.SIGINT)
    except localdb.LocalDatabaseError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"Cannot use {error.filename}: {error.strerror}.")


def refuse_taken_port(port: int) -> None:
    """End with one line where this port cannot be listened on."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((HOST, port))
        except (OSError, OverflowError):
            sys.exit(f"Port {port} is in use or not allowed: choose another with PORT=, as in make run PORT=8123.")


def set_environment(port: int, dev: bool) -> None:
    """Give the settings what a deployment would; what is set already is left alone."""
    var = Path(os.environ.get("VAR_DIR", ROOT / "var"))
    (var / "mail").mkdir(parents=True, exist_ok=True)
    values = {
        "DJANGO_SETTINGS_MODULE": "site_core.settings.dev" if dev else "site_core.settings.production",
        "VAR_DIR": str(var),
        "SECRET_KEY": kept_secret(var / "secret_key"),
        "ALLOWED_HOSTS": "127.0.0.1,localhost,[::1]",
        "SITE_URL": f"http://{HOST}:{port}",
        "EMAIL_URL": f"filemail:///{var / 'mail'}",
        "REQUIRE_SECOND_FACTOR": "False",  # whoever wants a first look has no authenticator app at hand
    }
    for name, value in values.items():
        os.environ.setdefault(name, value)


def kept_secret(file: Path) -> str:
    """Return the secret in this file, made at the first call."""
    if not file.exists():
        with open(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as new:
            new.write(secrets.token_urlsafe(50))
    return file.read_text()


def serve(port: int, dev: bool) -> None:
    """Prepare the site, run its processes, and stop all of them when one ends or this one is told to."""
    with localdb.lease_for_settings():
        if not dev:
            static.collect_if_stale()
        if localdb.is_embedded():
            processes.run("manage.py", "prepare_demo")
        else:
            refuse_old_tables()
        web, worker = ["-m", "gunicorn", "--bind", f"{HOST}:{port}", "site_core.wsgi"], ["manage.py", "worker"]
        if dev:
            web, worker = ["manage.py", "runserver", f"{HOST}:{port}"], [*worker, "--reload"]
        # A debugger needs the terminal, so in development Ctrl-C goes to every process by itself.
        with processes.started(web, worker, apart=not dev) as running:
            processes.wait_for_answer(HOST, port, running)
            announce(port)
            processes.wait_for_any(running)
    sys.exit("A process of the site ended by itself, so the others were stopped.")


def refuse_old_tables() -> None:
    """Say what a database of someone's own needs; it is never changed from here."""
    print("DATABASE_URL is set: that database is used. make migrate and make seed change it, make run never does.")
    processes.run("manage.py", "migrate", "--check", "--verbosity=0", failure="Not ready: run make migrate first.")


def announce(port: int) -> None:
    """Print where the site is and how to come in."""
    from django.conf import settings

    lines = {"The site": f"http://{HOST}:{port}/", "Its admin": f"http://{HOST}:{port}/admin/"}
    if localdb.is_embedded():
        logins = json.loads((Path(settings.VAR_DIR) / "logins.json").read_text())
        lines |= {f"  {role}": f"{login['username']}  {login['password']}" for role, login in logins.items()}
    if mail := getattr(settings, "EMAIL_FILE_PATH", None):
        lines["Its mail"] = os.path.relpath(mail)
    if not settings.REQUIRE_SECOND_FACTOR:
        lines["Second factor"] = "not asked for in this demo; a deployment asks for it (REQUIRE_SECOND_FACTOR)"
    lines["To end it"] = "Ctrl-C"
    print("\n" + "\n".join(f"{what:<18}{value}" for what, value in lines.items()) + "\n", flush=True)


if __name__ == "__main__":
    main()
