"""Calendar arithmetic: feasts, shifts, and the choice of the year, month or week that a date without one means."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Callable

from incumbent.lexicon.dates import Feast
from incumbent.model import PartialDate

PAST, NEAREST, FUTURE, LEANING = -1, 0, 1, 2
# The years looked at on either side: the next, and for 29 February the eight that may lie between two.
_REACHES = (1, 8)


def partial(year: int, month: int | None = None, day: int | None = None) -> PartialDate | None:
    """The partial date, None where no calendar has it."""
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return None


def easter(year: int) -> dt.date:
    """Easter Sunday of the Gregorian calendar (the anonymous computus of 1876)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    leap_centuries, moon = century // 4, (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - leap_centuries - moon + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    correction = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * correction + 114, 31)
    return dt.date(year, month, day + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> PartialDate | None:
    """The ``nth`` such weekday of a month (1 is the first, -1 the last), None where the month has no such."""
    days = [
        d for d in range(1, calendar.monthrange(year, month)[1] + 1) if dt.date(year, month, d).weekday() == weekday
    ]
    if nth == 0 or not -len(days) <= nth <= len(days):
        return None
    return PartialDate(year, month, days[nth if nth < 0 else nth - 1])


def feast_day(feast: Feast, year: int) -> PartialDate | None:
    """The day of a feast in a year."""
    if feast.easter is not None:
        return plus_days(PartialDate.of(easter(year)), feast.easter)
    if feast.weekday is None:
        return partial(year, feast.month, feast.day)
    if feast.nth:
        return nth_weekday(year, feast.month, feast.weekday, feast.nth)
    last = dt.date(year, feast.month, feast.day)
    return plus_days(PartialDate.of(last), -((last.weekday() - feast.weekday) % 7))


def plus_days(date: PartialDate, days: int) -> PartialDate | None:
    """The day so many days from a date of day precision; None outside the calendar."""
    try:
        return PartialDate.of(date.earliest + dt.timedelta(days))
    except OverflowError:
        return None


def plus_months(date: PartialDate, months: int) -> PartialDate | None:
    """The month so many months from a date of month precision or finer; None outside the calendar."""
    year, month = divmod(date.year * 12 + (date.month or 1) - 1 + months, 12)
    return partial(year, month + 1)


def plus(date: PartialDate, number: int, unit: int) -> PartialDate | None:
    """A date ``number`` units on: ``unit`` counts months where positive and days where negative.

    The result is as precise as the unit (years, months, days; a week gives the month), and None where the
    date is less precise than its unit.
    """
    if unit > 0 and unit % 12 == 0:
        return partial(date.year + number * (unit // 12))
    if date.month is None or (unit < 0 and date.day is None):
        return None
    if unit > 0:
        return plus_months(date, number * unit)
    day = plus_days(date, -number * unit)
    return day if unit == -1 or day is None else PartialDate(day.year, day.month)


def choose_year(
    reference: PartialDate, direction: int, candidate: Callable[[int], PartialDate | None], *, strict: bool = False
) -> PartialDate | None:
    """The candidate of the year that puts it behind (PAST), before (FUTURE) or nearest to the reference.

    LEANING is NEAREST with a day behind counted as three. A candidate that overlaps the reference counts for
    every direction unless ``strict``.
    """
    for reach in _REACHES:
        years = range(max(1, reference.year - reach), min(9999, reference.year + reach) + 1)
        found = [c for year in years if (c := candidate(year)) and not (strict and c.overlaps(reference))]
        if chosen := _choose(reference, direction, found):
            return chosen
    return None


def _choose(reference: PartialDate, direction: int, found: list[PartialDate]) -> PartialDate | None:
    if direction == PAST:
        return max((c for c in found if c.earliest <= reference.latest), default=None)
    if direction == FUTURE:
        return min((c for c in found if c.latest >= reference.earliest), default=None)
    weight = 3 if direction == LEANING else 1
    return min(found, key=lambda c: _distance(c, reference, weight), default=None)


def _distance(date: PartialDate, reference: PartialDate, weight: int) -> tuple[int, bool]:
    if date.overlaps(reference):
        return 0, False
    if date.earliest > reference.latest:
        return (date.earliest - reference.latest).days, True
    return (reference.earliest - date.latest).days * weight, False


def choose_weekday(reference: PartialDate, weekday: int, direction: int, *, strict: bool = False) -> PartialDate | None:
    """The nearest such weekday before (PAST, NEAREST) or after the reference, a day; itself unless ``strict``."""
    today = reference.earliest.weekday()
    ahead = (weekday - today) % 7
    behind = (today - weekday) % 7
    if direction == FUTURE:
        return plus_days(reference, ahead or 7 * strict)
    return plus_days(reference, -(behind or 7 * strict))


def weekday_of_week(reference: PartialDate, weekday: int, weeks: int) -> PartialDate | None:
    """A weekday of the week (from Monday) that lies ``weeks`` weeks from the reference's."""
    return plus_days(reference, 7 * weeks + weekday - reference.earliest.weekday())
