"""Make .venv and install locked versions into it: `python3 tools/install.py LOCK [LOCK ...]`.

Only what an old Python also reads may stand here, so that it gets as far as saying that it is too old.
"""

import hashlib
import importlib.util
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
LOG = ENVIRONMENT / "install.log"
NETWORK_TROUBLE = ("NewConnectionError", "NameResolutionError", "ConnectTimeout", "ReadTimeout", "ProxyError")


def main(locks):
    if sys.version_info < (3, 11):
        found = "{}.{}".format(*sys.version_info)
        sys.exit("Python 3.11 or newer is needed, this is {}: name another with PYTHON=.".format(found))
    stamp = ENVIRONMENT / "{}.sha256".format("+".join(locks))
    wanted = _fingerprint(locks)
    if _works() and stamp.exists() and stamp.read_text() == wanted:
        return
    try:
        _make_environment()
        _install(locks)
        stamp.write_text(wanted)
    except OSError as error:
        sys.exit("Cannot write in {}: {}.".format(error.filename or ROOT, error.strerror))
    except KeyboardInterrupt:
        sys.exit(130)


def _fingerprint(locks):
    return hashlib.sha256(b"".join((ROOT / lock).read_bytes() for lock in locks)).hexdigest()


def _python():
    return str(ENVIRONMENT / "bin" / "python")


def _works():
    """Tell whether the environment runs: one made by a Python that was removed since does not."""
    try:
        return subprocess.run([_python(), "-c", ""], stderr=subprocess.DEVNULL, check=False).returncode == 0
    except OSError:
        return False


def _make_environment():
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("This Python has no venv module: install it (Debian: apt-get install python3-venv).")
    if not _works():
        print("Making .venv with Python {}.{}".format(*sys.version_info), flush=True)
        venv.create(str(ENVIRONMENT), clear=True, with_pip=True)


def _install(locks):
    files = [argument for lock in locks for argument in ("-r", lock)]
    # The locks are complete, so nothing else is to be found out: --no-deps.
    pip = [_python(), "-m", "pip", "install", "--require-hashes", "--no-deps", "--retries", "2", *files]
    total = sum((ROOT / lock).read_text().count("==") for lock in locks)
    with LOG.open("w") as log:
        process = subprocess.Popen(pip, cwd=str(ROOT), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        found = 0
        for line in process.stdout:
            log.write(line)
            if line.startswith(("Collecting ", "Requirement already satisfied")):
                found += 1
                _show("Fetching packages: {} of about {}".format(found, total), last=found >= total)
            elif line.startswith("Installing collected"):
                _show("Installing {} packages".format(found), last=True)
        failed = process.wait()
    if failed:
        _explain(LOG.read_text())


def _show(text, last):
    """Show progress in one line on a terminal, in a few lines elsewhere."""
    if sys.stdout.isatty():
        print("\r" + text, end="\n" if last else "", flush=True)
    elif last or text.split(":")[-1].split()[0].endswith("0"):
        print(text, flush=True)


def _explain(log):
    print(flush=True)
    if any(trouble in log for trouble in NETWORK_TROUBLE):
        sys.exit("Packages could not be downloaded: is there a network? Details: {}".format(os.path.relpath(str(LOG))))
    sys.exit("Packages could not be installed. Details: {}".format(os.path.relpath(str(LOG))))


if __name__ == "__main__":
    main(sys.argv[1:])
