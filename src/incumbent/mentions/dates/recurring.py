"""Actions for what comes round each week or year: days, months, weekdays, seasons, feasts."""

from __future__ import annotations

from incumbent.mentions.dates.calendar import (
    FUTURE,
    NEAREST,
    PAST,
    choose_weekday,
    feast_day,
    nth_weekday,
    partial,
    plus_days,
    weekday_of_week,
)
from incumbent.mentions.dates.place import Place, Resolved, in_year, is_any, moved, shifted_month, year_of
from incumbent.mentions.dates.scan import Found
from incumbent.model import PartialDate, Token


def read_date(found: Found, place: Place) -> PartialDate | Resolved | None:
    """A day of a month ("30 November 2024", "3 to 7 March", "the 5th of next month")."""
    values = found.values
    day = values["day"]
    if "shift_month" in values:
        month = shifted_month(found, place)
        return partial(month.year, month.month, day) if month else None
    month_number = values["month"]
    date = in_year(found, place, lambda year: partial(year, month_number, day))
    if date is not None and "weekday" in values and year_of(values, place) is None:
        date = _on_weekday(date, values["weekday"])
    if date is None or "day1" not in values:
        return date
    first = partial(date.year, month_number, values["day1"])
    return Resolved(first, date, "range") if first and first.before(date) else None


def _on_weekday(date: PartialDate, weekday: int) -> PartialDate:
    """The same day of the year beside where it falls on the weekday told, whatever the tense says of it."""
    near = [partial(date.year + apart, date.month, date.day) for apart in (0, 1, -1)]
    return next((day for day in near if day and day.earliest.weekday() == weekday), date)


def read_day_only(found: Found, place: Place) -> PartialDate | None:
    """A day of the month that was named last ("the 14th"), or the nearest with its weekday ("Friday 14")."""
    following = place.words[found.end] if found.end < len(place.words) else "."
    if following not in place.lexicon.context.stops:
        return None
    day, weekday = found.values["day"], found.values.get("weekday")
    if weekday is None:
        anchor = place.anchor
        if anchor and anchor.day:
            return partial(anchor.year, anchor.month, day) if anchor.day != day else None
        return _day_near(place, day)
    if place.today is None:
        return None
    near = [plus_days(place.today, n) for n in sorted(range(-45, 46), key=lambda n: (abs(n), n))]
    return next((d for d in near if d and d.day == day and d.earliest.weekday() == weekday), None)


def _day_near(place: Place, day: int) -> PartialDate | None:
    """The day of that number next to publication, on the side that the tense tells."""
    if place.today is None:
        return None
    tense = place.tense()
    ahead = range(28 if tense != PAST else 1)
    behind = range(0, -28 if tense in (PAST, NEAREST) else 0, -1)
    near = [plus_days(place.today, n) for n in sorted({*ahead, *behind}, key=lambda n: (abs(n), n))]
    return next((d for d in near if d and d.day == day), None)


def read_month(found: Found, place: Place) -> PartialDate | None:
    """A month ("March last year", "mid-June", "next May")."""
    month = found.values["month"]
    token = place.tokens[found.start]
    if found.end == found.start + 1 and not _month_alone(token, found.start, place):
        return None
    return in_year(found, place, lambda year: partial(year, month))


def _month_alone(token: Token, at: int, place: Place) -> bool:
    context = place.lexicon.context
    if token.lower in context.names and token.text[0].isupper():
        return False
    return token.lower not in context.alone or (at > 0 and place.words[at - 1] in context.before_month)


def read_weekday(found: Found, place: Place) -> PartialDate | None:
    """A weekday ("on Monday", "Tuesday of last week")."""
    values = found.values
    if (
        found.end == found.start + 1
        and len(token := place.words[found.start]) <= 5
        and token in place.lexicon.context.alone
    ):
        return None
    if place.today is None or is_any(found, place):
        return None
    if "shift_week" in values:
        return weekday_of_week(place.today, values["weekday"], values["shift_week"])
    shift = values.get("shift", 0)
    if shift:
        return choose_weekday(place.today, values["weekday"], shift, strict=True)
    return choose_weekday(place.today, values["weekday"], place.tense())


def read_nth_weekday(found: Found, place: Place) -> PartialDate | None:
    """A weekday counted in its month ("the second Tuesday in May")."""
    weekday, nth = found.values["weekday"], found.values["ordinal"]
    if "shift_month" in found.values:
        month = shifted_month(found, place)
        return nth_weekday(month.year, month.month, weekday, nth) if month and month.month else None
    month_number = found.values["month"]
    return in_year(found, place, lambda year: nth_weekday(year, month_number, weekday, nth))


def read_season(found: Found, place: Place) -> PartialDate | None:
    """A season, of which the year is kept ("in the autumn of 2013")."""
    if found.end == found.start + 1 and place.relation == "at":
        return None
    month = found.values["season"]
    date = in_year(found, place, lambda year: partial(year, month))
    return partial(date.year) if date else None


def _names_something(found: Found, place: Place) -> bool:
    """Whether a feast of one word is part of a name ("Noël Martin")."""
    following = place.tokens[found.end].text if found.end < len(place.tokens) else ""
    return found.end == found.start + 1 and following.istitle()


def read_feast(found: Found, place: Place) -> PartialDate | None:
    """A feast ("Easter 2024", "last Christmas")."""
    if is_any(found, place) or _names_something(found, place):
        return None
    feast = place.lexicon.feasts[found.values["feast"]]
    date = in_year(found, place, lambda year: feast_day(feast, year))
    return partial(date.year, date.month) if date and feast.precision == "month" else date


def _beside_feast(found: Found, place: Place, sign: int) -> PartialDate | None:
    feast = place.lexicon.feasts[found.values["feast"]]
    return moved(found, in_year(found, place, lambda year: feast_day(feast, year)), sign)


def read_before_feast(found: Found, place: Place) -> PartialDate | None:
    """A day counted back from a feast ("two days before Easter")."""
    return _beside_feast(found, place, PAST)


def read_after_feast(found: Found, place: Place) -> PartialDate | None:
    """A day counted on from a feast ("two days after Easter")."""
    return _beside_feast(found, place, FUTURE)
