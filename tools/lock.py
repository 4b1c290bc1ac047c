"""Renew the locks from pyproject.toml: `make lock`, which brings uv along. Further arguments go to uv."""

import subprocess
import sys

COMPILE = [
    *("var/uv/bin/uv", "pip", "compile", "--universal", "--generate-hashes", "--python-version", "3.11", "--quiet"),
    *("--custom-compile-command", "make lock"),
]
LOCKS = {
    "requirements.txt": ["pyproject.toml"],
    "requirements-local.txt": ["--group", "local", "--no-deps"],
    "requirements-dev.txt": ["pyproject.toml", "--group", "dev", "--constraint", "requirements.txt"],
}


def main(arguments: list[str]) -> None:
    for lock, sources in LOCKS.items():
        print(f"Resolving {lock}", flush=True)
        if subprocess.run([*COMPILE, *arguments, *sources, "--output-file", lock], check=False).returncode:
            sys.exit(f"{lock} stays as it was.")


if __name__ == "__main__":
    main(sys.argv[1:])
