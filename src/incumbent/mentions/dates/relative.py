"""Actions for dates counted from the day of publication or from the date that was named last."""

from __future__ import annotations

from incumbent.mentions.dates.calendar import FUTURE, PAST, partial, plus, plus_days, plus_months
from incumbent.mentions.dates.place import END_OF, START_OF, Place, Resolved, moved, shifted_month
from incumbent.mentions.dates.scan import Found
from incumbent.model import PartialDate


def read_shift(found: Found, place: Place) -> PartialDate | None:
    """A day, week, month or year beside that of publication ("yesterday", "last month", "late last year")."""
    values, published = found.values, place.published
    if published is None:
        return None
    if "shift_year" in values:
        year = published.year + values["shift_year"]
        return partial(year, 12) if values.get("part") == END_OF else partial(year)
    if "shift_month" in values:
        return shifted_month(found, place)
    if place.today is None:
        return None
    if "shift_week" in values:
        day = plus_days(place.today, 7 * values["shift_week"])
        return PartialDate(day.year, day.month) if day else None
    if "shift_day" in values:
        before = place.words[found.start - 1] if found.start else ""
        habit = place.relation == "at" and before in place.lexicon.context.habits
        return None if habit else plus_days(place.today, values["shift_day"])
    return place.today


def read_part_of_unit(found: Found, place: Place) -> PartialDate | None:
    """The start or end of the year or month of publication ("the end of the year")."""
    if place.published is None:
        return None
    if found.values.get("unit_now", 12) == 1:
        return plus_months(place.published, 0) if place.published.month else None
    part = found.values.get("part", END_OF)
    return partial(place.published.year, {START_OF: 1, END_OF: 12}.get(part))


def read_ago(found: Found, place: Place) -> PartialDate | None:
    """A length back from the day of publication ("six years ago")."""
    if "shift_year" in found.values:
        return plus_months(place.published, 12 * found.values["shift_year"]) if place.published else None
    date = moved(found, place.published, PAST)
    whole_years = found.values["unit"] == 1 and found.values["number"] >= 12
    return partial(date.year) if date and whole_years and "approx" in found.values else date


def read_ahead(found: Found, place: Place) -> PartialDate | None:
    """A length on from the day of publication ("in six months' time")."""
    return moved(found, place.published, FUTURE)


def read_ahead_if_future(found: Found, place: Place) -> PartialDate | None:
    """A stretch "in" which something happens is a point ahead only by the tense, and never where it counts years."""
    return read_ahead(found, place) if found.values["unit"] < 12 and place.tense() == FUTURE else None


def read_later(found: Found, place: Place) -> PartialDate | None:
    """A length on from the date named last ("two years later")."""
    return moved(found, place.anchor, FUTURE)


def read_earlier(found: Found, place: Place) -> PartialDate | None:
    """A length back from the date named last ("a year earlier")."""
    return moved(found, place.anchor, PAST)


def read_length_to_now(found: Found, place: Place) -> Resolved | None:
    """A length that reaches to the day of publication, as its start ("for the past six years")."""
    unit = found.values["unit"]
    if place.published is None or unit < 0:
        return None
    date = plus(place.published, -found.values.get("number", 1), unit)
    return Resolved(date, None, "for") if date else None


def read_length(found: Found, place: Place) -> Resolved | None:
    """A plain length tells a start only beside a perfect ("has been chair for six years")."""
    near = place.words[max(0, found.start - 12) : found.start]
    perfect = place.lexicon.cues.perfect
    return read_length_to_now(found, place) if any(word in perfect for word in near) else None


def read_same(found: Found, place: Place) -> PartialDate | None:
    """The date named last, or the day, month or year beside it ("the same day", "the following year")."""
    anchor, values = place.anchor, found.values
    if anchor is None:
        return None
    if "same_year" in values:
        return partial(anchor.year + values["same_year"])
    if "same_month" in values:
        return plus_months(anchor, values["same_month"]) if anchor.month else None
    if anchor.day is None:
        return anchor if values["same_day"] == 0 else None
    return plus_days(anchor, values["same_day"])


def read_instant(_found: Found, place: Place) -> Resolved | None:
    """At once, which is the day of publication ("with immediate effect")."""
    return Resolved(place.published, None, "at") if place.published else None
