"""Turns what a pattern read into dates: one function for each action of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from incumbent.lexicon.dates import DateLexicon
from incumbent.mentions.dates.calendar import (
    FUTURE,
    PAST,
    choose_weekday,
    choose_year,
    feast_day,
    nth_weekday,
    partial,
    plus,
    plus_days,
    plus_months,
    weekday_of_week,
)
from incumbent.mentions.dates.scan import NUMERIC, Found
from incumbent.model import PartialDate, Token

END_OF, START_OF = 4, 0


class Resolved(NamedTuple):
    """A date, with the other end of a range, and the relation where the pattern itself says it."""

    date: PartialDate
    until: PartialDate | None = None
    relation: str | None = None


class Place(NamedTuple):
    """Where a match stands.

    ``anchor`` is the date that the document named last, ``relation`` what the words before the match say of it,
    ``year`` the year that the other end of a range lends, and ``tense`` tells which way a date without a year lies.
    """

    tokens: Sequence[Token]
    words: Sequence[str]
    lexicon: DateLexicon
    published: PartialDate | None
    anchor: PartialDate | None
    relation: str
    year: int | None
    tense: Callable[[], int]

    @property
    def today(self) -> PartialDate | None:
        """The day of publication, None where only its month or year is known."""
        return self.published if self.published and self.published.day else None


Action = Callable[[Found, Place], PartialDate | Resolved | None]


def _year_of(values: dict[str, int], place: Place) -> int | None:
    """The year that the words name, or that a range lends."""
    if "year" in values:
        return values["year"]
    if "shift_year" in values and place.published:
        return place.published.year + values["shift_year"]
    if "same_year" in values and place.anchor:
        return place.anchor.year + values["same_year"]
    return place.year


def _in_year(found: Found, place: Place, candidate: Callable[[int], PartialDate | None]) -> PartialDate | None:
    """A recurring date in the year named, else in the one that the publication and the tense suggest."""
    year = _year_of(found.values, place)
    if year is not None:
        return candidate(year) if 1 <= year <= 9999 else None
    if place.published is None:
        return None
    shift = found.values.get("shift")
    if shift:
        return choose_year(place.published, shift, candidate, strict=True)
    return choose_year(place.published, place.tense(), candidate)


def _date(found: Found, place: Place) -> PartialDate | Resolved | None:
    values = found.values
    day = values["day"]
    if "shift_month" in values:
        month = _shift(found, place)
        return partial(month.year, month.month, day) if month else None
    month_number = values["month"]
    date = _in_year(found, place, lambda year: partial(year, month_number, day))
    if date is None or "day1" not in values:
        return date
    first = partial(date.year, month_number, values["day1"])
    return Resolved(first, date, "range") if first and first.before(date) else None


def _day_only(found: Found, place: Place) -> PartialDate | None:
    following = place.words[found.end] if found.end < len(place.words) else "."
    if following not in place.lexicon.context.stops:
        return None
    day, weekday = found.values["day"], found.values.get("weekday")
    if weekday is None:
        anchor = place.anchor
        return partial(anchor.year, anchor.month, day) if anchor and anchor.day and anchor.day != day else None
    if place.today is None:
        return None
    near = [plus_days(place.today, n) for n in sorted(range(-45, 46), key=lambda n: (abs(n), n))]
    return next((d for d in near if d and d.day == day and d.earliest.weekday() == weekday), None)


def _month(found: Found, place: Place) -> PartialDate | None:
    month = found.values["month"]
    token = place.tokens[found.start]
    if found.end == found.start + 1 and not _month_alone(token, found.start, place):
        return None
    return _in_year(found, place, lambda year: partial(year, month))


def _month_alone(token: Token, at: int, place: Place) -> bool:
    context = place.lexicon.context
    if token.lower in context.names and token.text[0].isupper():
        return False
    return token.lower not in context.alone or (at > 0 and place.words[at - 1] in context.before_month)


def _weekday(found: Found, place: Place) -> PartialDate | None:
    values = found.values
    if (
        found.end == found.start + 1
        and len(token := place.words[found.start]) <= 5
        and token in place.lexicon.context.alone
    ):
        return None
    if place.today is None:
        return None
    if "shift_week" in values:
        return weekday_of_week(place.today, values["weekday"], values["shift_week"])
    shift = values.get("shift", 0)
    if shift:
        return choose_weekday(place.today, values["weekday"], shift, strict=True)
    return choose_weekday(place.today, values["weekday"], place.tense())


def _nth_weekday(found: Found, place: Place) -> PartialDate | None:
    weekday, nth = found.values["weekday"], found.values["ordinal"]
    if "shift_month" in found.values:
        month = _shift(found, place)
        return nth_weekday(month.year, month.month, weekday, nth) if month and month.month else None
    month_number = found.values["month"]
    return _in_year(found, place, lambda year: nth_weekday(year, month_number, weekday, nth))


def _year(found: Found, place: Place) -> PartialDate | None:
    year = found.values["year"]
    if found.end == found.start + 1 and place.words[found.start].isdigit() and not _year_stands(found, place):
        return None
    return partial(year, 12) if found.values.get("part") == END_OF else partial(year)


def _year_stands(found: Found, place: Place) -> bool:
    """Whether a bare number of four digits is a year by the words beside it."""
    words, context, links = place.words, place.lexicon.context, place.lexicon.links
    years = place.lexicon.values["year"]
    i, end = found.start, len(words)
    following = words[i + 1] if i + 1 < end else ""
    if following in context.not_after_year:
        return False
    if following in context.after_year or (i and words[i - 1] in context.before_year):
        return True
    joined = context.lists | links.keys()
    if following in joined and i + 2 < end and (words[i + 2] in years or words[i + 2] in place.lexicon.present):
        return True
    return i > 1 and words[i - 1] in joined and words[i - 2] in years


def _iso(found: Found, place: Place) -> PartialDate | Resolved | None:
    values = found.values
    tokens = place.tokens[found.start : found.end + ("day" not in values)]
    if len(tokens) == 4 and tokens[2].end == tokens[3].start and tokens[3].text == tokens[1].text:
        return None
    tokens = tokens[: found.end - found.start]
    if any(a.end != b.start for a, b in pairwise(tokens)):
        return None
    if "day" not in values and values["monthnum"] > values["year"] % 100:
        return _span(values["year"], values["monthnum"])
    if len(tokens[2].text) != 2:
        return None
    return partial(values["year"], values["monthnum"], values.get("day"))


def _span(year: int, two: int) -> Resolved | None:
    if two <= year % 100:
        return None
    return Resolved(PartialDate(year), PartialDate(year - year % 100 + two), "range")


def _span_of_years(found: Found, _place: Place) -> Resolved | None:
    return _span(found.values["year"], found.values["two"])


def _numeric(found: Found, place: Place) -> PartialDate | None:
    match = NUMERIC.match(place.tokens[found.start].text)
    if not match:
        return None
    if match[5]:
        return partial(int(match[5]), int(match[7]), int(match[8]))
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    month_first = place.lexicon.month_first
    if first > 12 or first == second:
        return partial(year, second, first)
    if second > 12 or month_first:
        return partial(year, first, second)
    return None if month_first is None else partial(year, second, first)


def _shift(found: Found, place: Place) -> PartialDate | None:
    values, published = found.values, place.published
    if published is None:
        return None
    if "shift_year" in values:
        year = published.year + values["shift_year"]
        return partial(year, 12) if values.get("part") == END_OF else partial(year)
    if "shift_month" in values:
        return plus_months(published, values["shift_month"]) if published.month else None
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


def _part_of_unit(found: Found, place: Place) -> PartialDate | None:
    if place.published is None:
        return None
    if found.values.get("unit_now", 12) == 1:
        return plus_months(place.published, 0) if place.published.month else None
    part = found.values.get("part", END_OF)
    return partial(place.published.year, {START_OF: 1, END_OF: 12}.get(part))


def _moved(found: Found, base: PartialDate | None, sign: int) -> PartialDate | None:
    return plus(base, sign * found.values["number"], found.values["unit"]) if base else None


def _ago(found: Found, place: Place) -> PartialDate | None:
    if "shift_year" in found.values:
        return plus_months(place.published, 12 * found.values["shift_year"]) if place.published else None
    date = _moved(found, place.published, PAST)
    whole_years = found.values["unit"] == 1 and found.values["number"] >= 12
    return partial(date.year) if date and whole_years and "approx" in found.values else date


def _ahead(found: Found, place: Place) -> PartialDate | None:
    return _moved(found, place.published, FUTURE)


def _ahead_if_future(found: Found, place: Place) -> PartialDate | None:
    return _ahead(found, place) if place.tense() == FUTURE else None


def _later(found: Found, place: Place) -> PartialDate | None:
    return _moved(found, place.anchor, FUTURE)


def _earlier(found: Found, place: Place) -> PartialDate | None:
    return _moved(found, place.anchor, PAST)


def _beside_feast(found: Found, place: Place, sign: int) -> PartialDate | None:
    feast = place.lexicon.feasts[found.values["feast"]]
    return _moved(found, _in_year(found, place, lambda year: feast_day(feast, year)), sign)


def _before_feast(found: Found, place: Place) -> PartialDate | None:
    return _beside_feast(found, place, PAST)


def _after_feast(found: Found, place: Place) -> PartialDate | None:
    return _beside_feast(found, place, FUTURE)


def _feast(found: Found, place: Place) -> PartialDate | None:
    feast = place.lexicon.feasts[found.values["feast"]]
    date = _in_year(found, place, lambda year: feast_day(feast, year))
    return partial(date.year, date.month) if date and feast.precision == "month" else date


def _length_to_now(found: Found, place: Place) -> Resolved | None:
    unit = found.values["unit"]
    if place.published is None or unit < 0:
        return None
    date = plus(place.published, -found.values.get("number", 1), unit)
    return Resolved(date, None, "for") if date else None


def _length(found: Found, place: Place) -> Resolved | None:
    """A plain length tells a start only beside a perfect ("has been chair for six years")."""
    near = place.words[max(0, found.start - 12) : found.start]
    perfect = place.lexicon.cues.perfect
    return _length_to_now(found, place) if any(word in perfect for word in near) else None


def _same(found: Found, place: Place) -> PartialDate | None:
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


def _season(found: Found, place: Place) -> PartialDate | None:
    month = found.values["season"]
    date = _in_year(found, place, lambda year: partial(year, month))
    return partial(date.year) if date else None


def _quarter(found: Found, place: Place) -> PartialDate | None:
    year = _year_of(found.values, place)
    if year is None and place.published:
        year = place.published.year
    return partial(year) if year else None


def _instant(_found: Found, place: Place) -> Resolved | None:
    return Resolved(place.published, None, "at") if place.published else None


ACTIONS: dict[str, Action] = {
    "date": _date, "day_only": _day_only, "month": _month, "weekday": _weekday, "nth_weekday": _nth_weekday,
    "year": _year, "iso": _iso, "numeric": _numeric, "shift": _shift, "part_of_unit": _part_of_unit, "ago": _ago,
    "ahead": _ahead, "ahead_if_future": _ahead_if_future, "later": _later, "earlier": _earlier,
    "before_feast": _before_feast, "after_feast": _after_feast, "length": _length, "length_to_now": _length_to_now,
    "same": _same, "season": _season, "quarter": _quarter, "span_of_years": _span_of_years, "feast": _feast,
    "instant": _instant,
}  # fmt: skip

__all__ = ["ACTIONS", "Place", "Resolved"]
