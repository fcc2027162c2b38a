"""PartialDate: a date known to the year, the month or the day, as an interval."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

Precision = Literal["year", "month", "day"]

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_EDTF = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(~?)\Z")


def _length(year: int, month: int) -> int:
    """How many days a month has."""
    return 29 if month == 2 and calendar.isleap(year) else _LENGTHS[month - 1]


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A calendar date of year, month or day precision, optionally approximate.

    It stands for the interval of days [``earliest``, ``latest``]. Text form is EDTF level 1
    (Library of Congress, 2019): ``2024``, ``2024-09``, ``2024-09-25``, each with ``~`` behind
    it where approximate.

    Raises ValueError for a month or a day that no calendar has, or a day without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"year {self.year} is not between 1 and 9999")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs a month")
            return
        if not 1 <= self.month <= 12:
            raise ValueError(f"month {self.month} is not between 1 and 12")
        if self.day is not None and not 1 <= self.day <= _length(self.year, self.month):
            raise ValueError(f"{self.year:04}-{self.month:02} has no day {self.day}")

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read EDTF (``2024``, ``2024-09``, ``2024-09-25``, ``2024~``); ValueError says what is wrong."""
        match = _EDTF.match(text.strip())
        if not match:
            raise ValueError(f"{text!r} is no date: write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day, tilde = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None, bool(tilde))

    @classmethod
    def of(cls, day: dt.date) -> PartialDate:
        """The partial date of day precision for a calendar day."""
        return cls(day.year, day.month, day.day)

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        if self.month is None:
            return "year"
        return "month" if self.day is None else "day"

    @property
    def earliest(self) -> dt.date:
        """The first day that the date may be."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that the date may be."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or _length(self.year, month))

    def contains(self, other: PartialDate) -> bool:
        """Whether every day that ``other`` may be is one that this date may be."""
        return self.earliest <= other.earliest and other.latest <= self.latest

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two may be the same day."""
        return not self.before(other) and not other.before(self)

    def intersection(self, other: PartialDate) -> PartialDate | None:
        """The more precise of two dates where one contains the other, the exact of two equal ones; None if disjoint."""
        if self.contains(other):
            return min(self, other) if other.contains(self) else other
        return self if other.contains(self) else None

    def before(self, other: PartialDate) -> bool:
        """Whether every day of this date is earlier than every day of ``other`` (a strict partial order)."""
        # That a month has fewer than 31 days makes no difference here.
        last = self.year, self.month or 12, self.day or 31
        return last < (other.year, other.month or 1, other.day or 1)

    @property
    def sort_key(self) -> tuple[dt.date, dt.date, bool]:
        """A total order: by earliest day, then the more precise first, then the exact first."""
        return self.earliest, self.latest, self.approximate

    def __lt__(self, other: PartialDate) -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        if self.month is not None:
            parts.append(f"{self.month:02}")
        if self.day is not None:
            parts.append(f"{self.day:02}")
        return "-".join(parts) + ("~" if self.approximate else "")
