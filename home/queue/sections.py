"""One section of the queue: a query, how its rows are said, and what is said when there are none."""

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, QuerySet, Window
from django.urls import reverse
from django.utils.functional import cached_property

SHOWN = 8


@dataclass(frozen=True)
class Row:
    """`url` opens the field that needs work; `overdue` rows stand out."""

    title: str
    url: str
    note: str = ""
    when: datetime | date | None = None
    overdue: bool = False


class Section(ABC):
    """`read()` costs the one query of `found()`."""

    name = ""  # of its address
    heading = ""
    quiet = ""  # when there is nothing

    def __init__(self, user):
        self.user = user
        self.total = 0

    def is_for_user(self) -> bool:
        """Whether the section can ever have something for this user."""
        return True

    @abstractmethod
    def found(self) -> QuerySet:
        """What there is, in its order."""

    @abstractmethod
    def row(self, one) -> Row:
        """How one of these is said."""

    def read(self, start: int = 0, size: int = SHOWN) -> list[Row]:
        """These rows; afterwards `total` says how many there are, unless they begin behind the last."""
        found = list(self.found().annotate(total_found=Window(Count("*")))[start : start + size])
        self.total = found[0].total_found if found else 0
        return [self.row(one) for one in found]

    @cached_property
    def first(self) -> list[Row]:
        return self.read()

    @property
    def url(self) -> str:
        return reverse(f"queue:{self.name}")
