"""`make` alone is the list of what can be asked for."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INTERNAL = {"site-env", "dev-env", "chromium"}


def test_make_prints_every_target_with_its_help():
    makefile = (ROOT / "Makefile").read_text()
    targets = set(re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split())
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    helped = dict(re.findall(r"^  make (\S+)\s+(\S.*)$", printed, re.MULTILINE))
    assert set(helped) == targets - INTERNAL


def test_ci_calls_the_tests_and_then_the_lint():
    lines = (ROOT / ".ci/run").read_text().splitlines()
    assert [line for line in lines if line.startswith("make ")] == ["make test", "make lint"]
    assert (ROOT / ".ci/run").stat().st_mode & 0o111
