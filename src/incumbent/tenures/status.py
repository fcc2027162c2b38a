"""What a tenure is on a day, seen from what was known by then."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from incumbent.model import PartialDate, Tenure

# So long after a source last placed somebody in a post is the tenure still called current.
OBSERVED_FOR = dt.timedelta(days=365)


class Clock(NamedTuple):
    """``on``: the day asked about. ``horizon``: the last day up to which plans can have come due."""

    on: dt.date
    horizon: dt.date


def over(end: PartialDate | None, ended_by: dt.date | None, day: dt.date) -> bool:
    """Whether a tenure with this end is over on ``day``. The day of the end is the first one without."""
    if end is not None and end.precision != "day":
        return day > end.latest
    return ended_by is not None and day >= ended_by


def begun(tenure: Tenure, day: dt.date) -> bool:
    """Whether the tenure may have begun by ``day``.

    One known by its end alone is taken to have run for as long before it as a sighting counts after.
    """
    first = tenure.start.earliest if tenure.start else tenure.began_by
    if first is None and tenure.ended_by is not None:
        first = tenure.ended_by - OBSERVED_FOR
    return first is not None and first <= day


def _away(tenure: Tenure, clock: Clock) -> bool:
    """Whether the day lies in a leave. A planned leave counts once its day has come."""
    day = min(clock)
    for left, back in tenure.leaves:
        gone = left is not None and left.earliest <= day
        if gone and (back is None or clock.on < back.earliest):
            return True
    return False


def status_on(tenure: Tenure, clock: Clock) -> str:
    """One of planned, ended, on_leave, current, unobserved; ``tenure.status`` is not looked at."""
    if tenure.planned and (tenure.start is None or tenure.start.latest > min(clock)):
        return "planned"
    if not begun(tenure, clock.on):
        return "planned"
    if over(tenure.end, tenure.ended_by, clock.on):
        return "ended"
    if _away(tenure, clock):
        return "on_leave"
    if tenure.ended_by is not None:
        return "current"
    # A plan that came due counts as a sighting on its day.
    seen = tenure.observed or (tenure.start if tenure.planned else None)
    return "current" if seen is not None and clock.on - seen.latest <= OBSERVED_FOR else "unobserved"


def holds(tenure: Tenure, on: dt.date) -> bool:
    """Whether the tenure answers "who held it on this day": in the post, or due to be by a plan that is not yet due."""
    if tenure.status == "planned":
        return tenure.planned and tenure.start is not None and tenure.start.earliest <= on
    return tenure.status != "ended"
