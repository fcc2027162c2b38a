"""Claims of one post as marks on a line of days: beginnings, ends, sightings, leaves and returns."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from incumbent.model import PartialDate, Sourced
from incumbent.tenures.dates import Say, compatible

YEAR = dt.timedelta(days=366)
DAY = dt.timedelta(days=1)
_OPPOSITE = {"start": "end", "end": "start"}


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark. ``kind`` is start, end, seen, leave or return.

    ``at`` is the day it is sorted by (None: an announcement without a day), ``date`` what the source
    says. ``loose``: the source names no post, so it bears on what is open and opens nothing.
    ``weak``: the source only calls the person a former holder.
    """

    kind: str
    at: dt.date | None
    date: PartialDate | None
    claim: Sourced
    planned: bool = False
    loose: bool = False
    weak: bool = False

    @property
    def say(self) -> Say:
        """What the mark says of its date."""
        return Say(self.date, self.planned, self.claim)


def denied_plans(claims: Iterable[Sourced]) -> dict[str, tuple[str, ...]]:
    """Plans that a later document denies: the plan's id to those of the denials."""
    everything = tuple(claims)
    denials = [sourced for sourced in everything if sourced.claim.status == "denied"]
    found: dict[str, tuple[str, ...]] = {}
    for plan in everything:
        if plan.claim.status == "planned":
            against = sorted(denial.id for denial in denials if _denies(denial, plan))
            if against:
                found[plan.id] = tuple(against)
    return found


def _denies(denial: Sourced, plan: Sourced) -> bool:
    if denial.claim.kind != plan.claim.kind or denial.known <= plan.known:
        return False
    one, other = denial.claim.date, plan.claim.date
    # A date in a denial is often the day on which it was said.
    said_then = one is not None and denial.published is not None and compatible(one, denial.published)
    return one is None or other is None or said_then or compatible(one, other)


def marks_of(sourced: Sourced, *, loose: bool = False) -> list[Mark]:
    """The marks of a claim that is actual or planned, not yet placed against others'."""
    claim, known = sourced.claim, sourced.known
    planned = claim.status == "planned"
    seen = Mark("seen", known, None, sourced, loose=loose)
    if claim.kind == "hold":
        found = [] if planned else [seen]
        if claim.date:
            found.append(_dated("start", claim.date, sourced, planned, loose))
        if claim.end_date:
            found.append(_dated("end", claim.end_date, sourced, claim.end_date.latest >= known, loose))
        return found
    if claim.kind == "held":
        found = [_dated("start", claim.date, sourced, False, loose)] if claim.date else []
        if claim.end_date:
            return [*found, _dated("end", claim.end_date, sourced, False, loose)]
        return [*found, Mark("end", known, None, sourced, loose=loose, weak=True)]
    mark = _dated(claim.kind, claim.date, sourced, planned, loose)
    # Who is to leave, or to go on leave, is there when it is announced.
    return [seen, mark] if planned and claim.kind != "start" else [mark]


def _dated(kind: str, date: PartialDate | None, sourced: Sourced, planned: bool, loose: bool) -> Mark:
    return Mark(kind, _day(kind, date, sourced.known, planned), date, sourced, planned, loose)


def _day(kind: str, date: PartialDate | None, known: dt.date, planned: bool) -> dt.date | None:
    if date is None:
        return None if planned else known
    if kind != "end":
        return date.earliest
    return date.latest if planned else min(date.latest, max(date.earliest, known))


def place(marks: Sequence[Mark]) -> list[Mark]:
    """Marks with their days set against each other's.

    A month goes to the day within it that others give; an undated report to the event it tells again;
    a plan to the event that it became. The order of ``marks`` does not matter.
    """
    boundaries = [mark for mark in marks if mark.kind in _OPPOSITE]
    return [_placed(mark, boundaries) if mark.kind in _OPPOSITE else mark for mark in marks]


def _placed(mark: Mark, boundaries: Sequence[Mark]) -> Mark:
    if mark.at is None:
        return mark
    day = _undated_day(mark, boundaries) if mark.date is None else _dated_day(mark, boundaries)
    return replace(mark, at=day) if day != mark.at else mark


def _undated_day(mark: Mark, boundaries: Sequence[Mark]) -> dt.date:
    """The day of an undated report: of the last event of its kind that was known, else of its publication."""
    limit = _limit(mark, boundaries)
    told = [m.at for m in boundaries if m.kind == mark.kind and m.date and m.at and m.at <= limit]
    if not told or mark.claim.claim.manner == "reinstated":
        return limit
    last = max(told)
    turned = any(m.kind == _OPPOSITE[mark.kind] and m.date and m.at and last <= m.at <= limit for m in boundaries)
    return limit if turned else last


def _limit(mark: Mark, boundaries: Sequence[Mark]) -> dt.date:
    """The last day that an undated event may have: its document may tell in the same breath what followed it."""
    known = mark.claim.known
    own = [m for m in boundaries if m.claim.document == mark.claim.document and m.kind == _OPPOSITE[mark.kind]]
    back = mark.claim.claim.manner == "reinstated"
    followed = [
        m.at
        for m in own
        if m.at and (not back if mark.kind == "start" else m.claim.claim.manner == "reinstated" and not mark.weak)
    ]
    return min(followed) - DAY if followed and min(followed) <= known else known


def _dated_day(mark: Mark, boundaries: Sequence[Mark]) -> dt.date:
    assert mark.date is not None and mark.at is not None
    same = [m for m in boundaries if m.kind == mark.kind and m.date and m.at and m is not mark]
    finer = [m.at for m in same if m.date and m.at and m.date != mark.date and mark.date.contains(m.date)]
    if finer:
        past = [day for day in finer if day <= mark.claim.known]
        return max(past) if past else min(finer)
    if not mark.planned:
        return mark.at
    later = [m for m in same if m.claim.known > mark.claim.known and _replaces(m, mark, boundaries)]
    if not later:
        return mark.at
    last = max(later, key=lambda m: (m.claim.known, m.claim.id))
    return last.at or mark.at


def _replaces(new: Mark, old: Mark, boundaries: Sequence[Mark]) -> bool:
    """Whether a later word on the same event gives it another day: near, and with no turn between the two."""
    assert new.at is not None and old.at is not None
    low, high = sorted((new.at, old.at))
    if high - low > YEAR:
        return False
    return not any(m.kind == _OPPOSITE[new.kind] and m.date and m.at and low < m.at < high for m in boundaries)
