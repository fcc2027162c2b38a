"""One date out of what several sources say, and the conflict where they disagree."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from incumbent.model import Conflict, PartialDate, Side, Sourced

_PRECISIONS = ("day", "month", "year")
_SLACK = {"day": 7, "month": 62, "year": 366}

AFTER_THE_FACT = "reported as done, where the other side is a plan"
LATEST_PLAN = "the latest announcement"
MORE_SOURCES = "more sources say so"
LATEST_WORD = "published last"
MORE_EXACT = "the more exact date"
EARLIER = "nothing tells them apart: the earlier date"


class Say(NamedTuple):
    """What one claim says of a date; ``planned``: ahead of it."""

    date: PartialDate | None
    planned: bool
    claim: Sourced


def compatible(one: PartialDate, other: PartialDate) -> bool:
    """Whether two dates may be the same day, one being the more exact; an approximate date has some slack."""
    return _covers(one, other) or _covers(other, one)


def _covers(wide: PartialDate, narrow: PartialDate) -> bool:
    slack = dt.timedelta(days=_SLACK[wide.precision] if wide.approximate else 0)
    return wide.earliest <= narrow.earliest + slack and narrow.latest <= wide.latest + slack


def source_of(claim: Sourced) -> str:
    """Who counts as one source: a publisher, else the document."""
    return claim.publisher.casefold() if claim.publisher else claim.document


class _Side(NamedTuple):
    date: PartialDate
    says: list[Say]

    @property
    def planned(self) -> bool:
        return all(say.planned for say in self.says)

    @property
    def sources(self) -> int:
        return len({source_of(say.claim) for say in self.says})

    @property
    def last_known(self) -> dt.date:
        return max(say.claim.known for say in self.says)

    def rank(self, plans: bool) -> tuple[object, ...]:
        """Smaller is better; ``plans``: all sides are plans, which later announcements replace."""
        recency, weight = -self.last_known.toordinal(), -self.sources
        exactness = (_PRECISIONS.index(self.date.precision), self.date.approximate)
        order = (recency, weight) if plans else (weight, recency)
        return (self.planned, *order, exactness, self.date.sort_key)


def choose(about: str, says: Sequence[Say]) -> tuple[PartialDate | None, Conflict | None]:
    """The date to go by, and the conflict where sources disagree.

    A date within a wider one refines it and is no conflict. Between sides: what is reported as done
    goes before plans; of plans the latest announced; then more sources, then the last published.
    """
    sides = _sides(says)
    if not sides:
        return None, None
    plans = all(side.planned for side in sides)
    sides.sort(key=lambda side: side.rank(plans))
    best = sides[0]
    if len(sides) == 1:
        return best.date, None
    shown = tuple(Side(side.date, tuple(sorted({say.claim.id for say in side.says}))) for side in sides)
    return best.date, Conflict(about, shown, _rule(best, sides[1], plans))


def _sides(says: Sequence[Say]) -> list[_Side]:
    dated: dict[PartialDate, list[Say]] = defaultdict(list)
    for say in says:
        if say.date is not None:
            dated[say.date].append(say)
    order = sorted(dated, key=lambda date: (_PRECISIONS.index(date.precision), date.approximate, date.sort_key))
    sides: list[_Side] = []
    for date in order:
        near = [side for side in sides if compatible(side.date, date)]
        if not near:
            sides.append(_Side(date, list(dated[date])))
        # A wide date that covers two sides ("2024" over two days of it) speaks for neither.
        elif len(near) == 1:
            near[0].says.extend(dated[date])
    return sides


def _rule(best: _Side, second: _Side, plans: bool) -> str:
    if best.planned != second.planned:
        return AFTER_THE_FACT
    later, more = best.last_known != second.last_known, best.sources != second.sources
    checks = ((later, LATEST_PLAN), (more, MORE_SOURCES)) if plans else ((more, MORE_SOURCES), (later, LATEST_WORD))
    for differs, rule in checks:
        if differs:
            return rule
    return MORE_EXACT if best.date.precision != second.date.precision else EARLIER
