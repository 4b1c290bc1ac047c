"""Checks, and what they find in an object.

A check is a small class that knows one thing to look for. Each app registers those that it has the knowledge for;
an administrator sets what each of them does (`GateSettings`).
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import models

from .levels import Level

REGISTERED: dict[str, type["Check"]] = {}


class Check(ABC):
    """Looks for one thing. A content path is that of a field, or "body.<id of a block>"."""

    name: str
    label: str
    default = Level.ADVICE

    def __init__(self, obj: models.Model, settings):
        self.obj = obj
        self.settings = settings

    @abstractmethod
    def find(self) -> Iterator[tuple[str, str]]:
        """Content path and sentence of each place."""


@dataclass(frozen=True)
class Finding:
    """One thing that an editor should, or must, look at: a plain sentence and where in the form it is."""

    path: str
    sentence: str
    must_fix: bool

    @property
    def field(self) -> str:
        return self.path.split(".")[0]


def register(check: type[Check]) -> type[Check]:
    """Make this check one of those that are run. Used as a decorator."""
    REGISTERED[check.name] = check
    return check


def find(obj: models.Model, *levels: str) -> list[Finding]:
    """What the checks of these levels, or of all that are on, find in `obj` as it is now."""
    from .models import GateSettings

    settings = GateSettings.load()
    wanted = levels or (Level.MUST_FIX, Level.ADVICE)
    set_to = {check: settings.level_of(check) for check in REGISTERED.values()}
    return [
        Finding(path, sentence, set_to[check] == Level.MUST_FIX)
        for level in wanted
        for check in REGISTERED.values()
        if set_to[check] == level
        for path, sentence in check(obj, settings).find()
    ]


def refusals(obj: models.Model) -> dict[str, list[str]]:
    """Field name -> sentences: what must be fixed before `obj` is published."""
    said: dict[str, list[str]] = {}
    for finding in find(obj, Level.MUST_FIX):
        sentences = said.setdefault(finding.field, [])
        if finding.sentence not in sentences:
            sentences.append(finding.sentence)
    return said
