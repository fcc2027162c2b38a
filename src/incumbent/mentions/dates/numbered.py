"""Actions for years and dates in figures."""

from __future__ import annotations

from itertools import pairwise

from incumbent.mentions.dates.calendar import partial
from incumbent.mentions.dates.place import END_OF, Place, Resolved, year_of
from incumbent.mentions.dates.scan import NUMERIC, Found
from incumbent.model import PartialDate


def read_year(found: Found, place: Place) -> PartialDate | None:
    """A year by itself ("in 2019", "late 2024", "FY2026")."""
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


def read_iso(found: Found, place: Place) -> PartialDate | Resolved | None:
    """Year, month and day with hyphens and no blanks, or year and month."""
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


def read_span_of_years(found: Found, _place: Place) -> Resolved | None:
    """A year and the next in two figures ("2025-26")."""
    return _span(found.values["year"], found.values["two"])


def read_numeric(found: Found, place: Place) -> PartialDate | None:
    """Figures with points or slashes ("17/06/2025"); none where day and month cannot be told apart."""
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


def read_quarter(found: Found, place: Place) -> PartialDate | None:
    """A quarter or a half of a year, of which the year is kept ("Q3 2024")."""
    year = year_of(found.values, place)
    if year is None and place.published:
        year = place.published.year
    return partial(year) if year else None
