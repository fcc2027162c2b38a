"""What the claims of one document lend each other: where a person came from, who stood in, the date of a handover."""

from __future__ import annotations

from collections import defaultdict

from incumbent.claims.draft import Draft, same_role
from incumbent.model import PartialDate

# Days between the end of one post and the start of the next that may still be one move, or one handover.
_MOVE, _HANDOVER = 100, 400
# Sentences between the two sides of a handover of which one names no post.
_CLOSE = 1
# Sentences between the two sides of a move of which one has no date.
_TOLD_CLOSE = 2


def lend(claims: list[Draft], published: PartialDate | None) -> None:
    """Fill slots that other claims of the document tell, and set the status of what is dated after publication."""
    people: dict[int, list[Draft]] = defaultdict(list)
    orgs: dict[int, list[Draft]] = defaultdict(list)
    for claim in claims:
        people[claim.person].append(claim)
        if claim.org is not None:
            orgs[claim.org].append(claim)
    for told in people.values():
        _link_moves(told)
        _link_rises(told)
    for told in orgs.values():
        _link_stand_ins(told)
        _link_successions(told)
    for claim in claims:
        ahead = published is not None and claim.date is not None and published.before(claim.date)
        if ahead and claim.kind in ("start", "end", "leave", "return") and claim.status == "actual":
            claim.status = "planned"


def _link_moves(told: list[Draft]) -> None:
    """Name the other organisation of a person's only end and only start near it, where they are of two."""
    for end in told:
        if end.kind != "end" or end.status == "denied" or end.manner in ("dismissed", "retired", "died", "term_ended"):
            continue
        starts = [s for s in told if s.kind == "start" and s.org not in (None, end.org) and _goes_on(end, s)]
        if len(starts) != 1 or starts[0].status == "denied":
            continue
        start = starts[0]
        if len([e for e in told if e.kind == "end" and e.org != start.org and _goes_on(e, start)]) > 1:
            continue
        end.other = start.org if end.other is None else end.other
        start.other = end.org if start.other is None else start.other
        if end.other == start.org and end.manner is None:
            end.manner = "moved"


def _goes_on(end: Draft, start: Draft) -> bool:
    """Whether an end and a start of one person may be one move: of one time, or close by where a date is missing."""
    told_close = abs(end.sentence - start.sentence) <= _TOLD_CLOSE and None in (end.date, start.date)
    return told_close or _near(start, end, _MOVE)


def _link_rises(told: list[Draft]) -> None:
    """Say of an end of which nothing else is said that the person moved on to another post of the organisation."""
    starts = [claim for claim in told if claim.kind == "start" and claim.status != "denied"]
    for end in told:
        if end.kind != "end" or end.manner is not None or end.status == "denied":
            continue
        if any(s.org == end.org and s.role != end.role and _near(s, end, _MOVE) for s in starts):
            end.manner = "moved"


def _near(a: Draft, b: Draft, days: int) -> bool:
    """Whether two drafts may be of one time: close dates, or one sentence where a date is missing."""
    if a.date is None or b.date is None:
        return a.sentence == b.sentence
    return a.date.overlaps(b.date) or abs((a.date.earliest - b.date.earliest).days) <= days


def _link_stand_ins(told: list[Draft]) -> None:
    """Name the one who stands in for somebody on leave, and the one who is stood in for."""
    interim = [s for s in told if s.kind == "start" and s.interim and s.status != "denied"]
    away = [a for a in told if a.kind == "leave" and a.status != "denied"]
    if len(interim) != 1 or len(away) != 1 or interim[0].person == away[0].person:
        return
    start, leave = interim[0], away[0]
    if same_role(start.role, leave.role) and start.old in (None, leave.person) and leave.old is None:
        start.old, leave.old = leave.person, start.person
        start.date = leave.date if start.date is None else start.date


def _share_date(start: Draft, end: Draft) -> None:
    """Let a handover have one date: what a sentence says of one side of it counts for the other."""
    if start.sentence == end.sentence and start.date is None:
        start.date = end.date
    if end.date is None and not start.interim and end.manner not in ("died", "dismissed"):
        end.date = start.date


def _link_successions(told: list[Draft]) -> None:
    """Name both sides of a handover of one post where only one comes and one goes, and let them share their date."""
    starts = [s for s in told if s.kind == "start" and s.status != "denied"]
    ends = [e for e in told if e.kind == "end" and e.status != "denied"]
    for start in starts:
        if start.old is None and start.role is not None:
            rivals = [s for s in starts if s is not start and s.role == start.role]
            left = [e for e in ends if e.old is None and e.person != start.person and e.role == start.role]
            if len(left) == 1 and not rivals and _near(start, left[0], _HANDOVER):
                start.old, left[0].old = left[0].person, start.person
    _link_neighbours(starts, ends)
    for start in starts:
        for end in ends:
            if end.person == start.old and end.old == start.person:
                _share_date(start, end)


def _link_neighbours(starts: list[Draft], ends: list[Draft]) -> None:
    """Take the only one who comes and the only one who goes in sentences close by for the two sides of a handover."""
    open_starts = [s for s in starts if s.old is None and s.manner != "founded"]
    open_ends = [e for e in ends if e.old is None]
    for start in open_starts:
        left = [e for e in open_ends if _may_hand_over(start, e)]
        if len(left) == 1 and [s for s in open_starts if _may_hand_over(s, left[0])] == [start]:
            start.old, left[0].old = left[0].person, start.person


def _may_hand_over(start: Draft, end: Draft) -> bool:
    """Whether a start may be in the post of an end told close by: one post, or one of them names none."""
    if start.person == end.person or abs(start.sentence - end.sentence) > _CLOSE:
        return False
    named = start.role is not None and end.role is not None
    dated = start.date is None or end.date is None or _near(start, end, _HANDOVER)
    return dated and (start.role == end.role if named else start.role is not None or end.role is not None)
