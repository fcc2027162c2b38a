"""The three clocks of a query, from what a caller gives to what stages below compare with."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from incumbent.model import PartialDate
from incumbent.tenures import Clock

Day = dt.date | PartialDate
Moment = dt.datetime | dt.date | PartialDate


def day_of(value: Day) -> dt.date:
    """The day that a clock shows; a partial date means its last day."""
    if isinstance(value, PartialDate):
        return value.latest
    return value.astimezone(dt.UTC).date() if isinstance(value, dt.datetime) else value


def moment_of(value: Moment) -> dt.datetime:
    """The moment that a clock shows; a day means its end, in UTC."""
    if isinstance(value, dt.datetime):
        return value.astimezone(dt.UTC)
    return dt.datetime.combine(day_of(value), dt.time.max, dt.UTC)


@dataclass(frozen=True, slots=True)
class Clocks:
    """``on``: the day in the world. ``known_on`` and ``recorded_by``: None for all that is in the record."""

    on: dt.date
    known_on: dt.date | None
    recorded_by: dt.datetime | None
    today: dt.date

    @classmethod
    def of(cls, today: dt.date, on: Day | None, known_on: Day | None, recorded_on: Moment | None) -> Clocks:
        """The clocks as given; ``on`` is today where it is not."""
        return cls(
            today if on is None else day_of(on),
            None if known_on is None else day_of(known_on),
            None if recorded_on is None else moment_of(recorded_on),
            today,
        )

    @property
    def fusion(self) -> Clock:
        """The clock of fusion: plans have come due only as far as could be known, be that by today."""
        days = [self.today]
        if self.known_on is not None:
            days.append(self.known_on)
        if self.recorded_by is not None:
            days.append(self.recorded_by.date())
        return Clock(self.on, min(days))
