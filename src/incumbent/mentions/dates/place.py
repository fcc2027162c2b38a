"""Where a match stands, and what all actions ask of that place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from incumbent.lexicon.dates import DateLexicon
from incumbent.mentions.dates.calendar import choose_year, plus, plus_months
from incumbent.mentions.dates.scan import Found
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


def year_of(values: dict[str, int], place: Place) -> int | None:
    """The year that the words name, or that a range lends."""
    if "year" in values:
        return values["year"]
    if "shift_year" in values and place.published:
        return place.published.year + values["shift_year"]
    if "same_year" in values and place.anchor:
        return place.anchor.year + values["same_year"]
    return place.year


def in_year(found: Found, place: Place, candidate: Callable[[int], PartialDate | None]) -> PartialDate | None:
    """A recurring date in the year named, else in the one that the publication and the tense suggest."""
    year = year_of(found.values, place)
    if year is not None:
        return candidate(year) if 1 <= year <= 9999 else None
    if place.published is None:
        return None
    shift = found.values.get("shift")
    if shift:
        return choose_year(place.published, shift, candidate, strict=True)
    return choose_year(place.published, place.tense(), candidate)


def is_any(found: Found, place: Place) -> bool:
    """Whether a weekday or a feast is any of its kind ("a Sunday walk")."""
    return found.start > 0 and place.words[found.start - 1] in place.lexicon.context.indefinite


def shifted_month(found: Found, place: Place) -> PartialDate | None:
    """The month that "last month" or "next month" means."""
    if place.published is None or place.published.month is None:
        return None
    return plus_months(place.published, found.values["shift_month"])


def moved(found: Found, base: PartialDate | None, sign: int) -> PartialDate | None:
    """A date moved by the length that was read: forwards with sign 1, back with -1."""
    return plus(base, sign * found.values["number"], found.values["unit"]) if base else None
