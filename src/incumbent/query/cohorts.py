"""What became of those who led an organisation on one day, by another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from incumbent.model import CohortRow, TenureView
from incumbent.tenures import holds


def cohort_rows(before: Sequence[TenureView], after: Sequence[TenureView], to: dt.date) -> list[CohortRow]:
    """A row for each tenure of ``before``; ``after`` are the organisation's tenures with their status on ``to``."""
    rows = []
    for view in before:
        mine = [other for other in after if other.tenure.person == view.tenure.person]
        now = tuple(other for other in mine if other.tenure.status != "planned" and holds(other.tenure, to))
        same = next((other for other in mine if _same(other, view)), view)
        rows.append(CohortRow(view, _outcome(same, now), now, same.tenure.end, same.tenure.manner_end))
    return rows


def _same(one: TenureView, other: TenureView) -> bool:
    return one.tenure.evidence == other.tenure.evidence and one.tenure.post == other.tenure.post


def _post_again(view: TenureView, now: Sequence[TenureView]) -> bool:
    """Whether the person, having left the post, holds it again."""
    mine = view.tenure
    return any((other.tenure.role, other.tenure.post) == (mine.role, mine.post) for other in now)


def _outcome(same: TenureView, now: Sequence[TenureView]) -> str:
    status = same.tenure.status
    if status == "unobserved":
        return "unknown"
    if status != "ended" or _post_again(same, now):
        return "stays"
    return "moved" if now else "left"
