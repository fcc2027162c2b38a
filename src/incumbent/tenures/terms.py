"""One term made a tenure: its dates, what it rests on, how sure it is."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from incumbent.model import Conflict, PartialDate, Side, Sourced, Tenure
from incumbent.tenures.dates import choose, source_of
from incumbent.tenures.marks import Mark, denied_plans
from incumbent.tenures.timeline import Term

# A beginning told within so many days places the person there when it is told; later, only when it was.
_NEWS = dt.timedelta(days=180)
_MOST_SURE = 0.99

DENIAL = "what is reported as done outweighs its denial, which stands beside it"
STALE = "the sources that date the change outweigh one that names a holder in passing"
PLAN_DENIED = "a later document denies the plan"


@dataclass(frozen=True, slots=True)
class Case:
    """A post of one person: the names to show (person, organisation), its claims and its terms.

    ``beside`` has, by the ``id()`` of a term, the rumours and denials that stand beside it.
    """

    names: tuple[str, str]
    interim: bool
    claims: tuple[Sourced, ...]
    terms: list[Term]
    beside: dict[int, dict[str, Sourced]] = field(default_factory=dict)


def tenure_of(case: Case, term: Term) -> Tenure:
    """The tenure of a term. Its status is left for the day that is asked about."""
    start, start_conflict = choose("start", [mark.say for mark in term.starts])
    end, end_conflict = choose("end", [mark.say for mark in term.ends])
    leaves, leave_conflicts = _leaves(term)
    beside = _by_time(case.beside.get(id(term), {}).values())
    claims = _by_time({mark.claim.id: mark.claim for mark in term.marks()}.values())
    found = [start_conflict, end_conflict, *leave_conflicts, _presence(term), *_contested(term, beside)]
    post, role = _post(claims, case.claims)
    planned = not term.seen and not term.leaves and all(mark.planned for mark in term.starts) and bool(term.starts)
    return Tenure(
        person=case.names[0],
        org=case.names[1],
        post=post,
        role=role,
        interim=case.interim,
        start=start,
        end=end,
        status="",
        observed=_observed(term, end),
        confidence=_confidence(claims),
        evidence=tuple(sourced.id for sourced in claims),
        rumours=tuple(sourced.id for sourced in beside),
        conflicts=tuple(conflict for conflict in found if conflict),
        manner_start=_manner(term.starts, "start"),
        manner_end=_manner(term.ends, "end"),
        leaves=leaves,
        began_by=_began_by(term, start),
        ended_by=end.latest if end else term.closed,
        planned=planned,
    )


def _by_time(claims: Iterable[Sourced]) -> list[Sourced]:
    return sorted(claims, key=lambda sourced: (sourced.known, sourced.document, sourced.claim.evidence, sourced.id))


def _began_by(term: Term, start: PartialDate | None) -> dt.date | None:
    if start is not None:
        return start.latest
    if term.opened is None:
        return None
    # Known of only by its end: it began before, nobody says when.
    return term.opened if term.starts or term.seen or term.leaves else None


def _leaves(term: Term) -> tuple[tuple[tuple[PartialDate | None, PartialDate | None], ...], list[Conflict | None]]:
    spans, conflicts = [], []
    for left, back in term.leaves:
        gone, gone_conflict = choose("leave", [mark.say for mark in left])
        home, home_conflict = choose("return", [mark.say for mark in back])
        spans.append((gone or _told(left), home or _told(back)))
        conflicts += [gone_conflict, home_conflict]
    return tuple(spans), conflicts


def _told(marks: Sequence[Mark]) -> PartialDate | None:
    """For a leave that nobody dates: the day it was first told, where it was told as done."""
    days = [mark.at for mark in marks if mark.at is not None and not mark.planned]
    return PartialDate.of(min(days)) if days else None


def _presence(term: Term) -> Conflict | None:
    """The conflict with sources that see the person in the post outside the term."""
    clashing = sorted({mark.claim.id for mark in term.clashes})
    bounds = term.ends if any(mark.weak for mark in term.clashes) is False and term.ends else term.starts or term.seen
    if not clashing or not bounds:
        return None
    sure = Side(None, tuple(sorted({mark.claim.id for mark in bounds})))
    return Conflict("presence", (sure, Side(None, tuple(clashing))), STALE)


def _contested(term: Term, beside: Sequence[Sourced]) -> list[Conflict]:
    """Conflicts with denials of what others report as done, and with plans denied since."""
    found = []
    for kind, marks in (("start", term.starts), ("end", term.ends)):
        done = [mark for mark in marks if not mark.planned and not mark.weak and mark.claim.claim.kind == kind]
        denials = [s for s in beside if s.claim.status == "denied" and s.claim.kind == kind]
        late = [s.id for s in denials if done and s.known >= min(mark.claim.known for mark in done)]
        if late:
            date, _ = choose(kind, [mark.say for mark in done])
            sides = (Side(date, tuple(sorted({m.claim.id for m in done}))), Side(None, tuple(sorted(late))))
            found.append(Conflict(kind, sides, DENIAL))
    for plan, denials_of in denied_plans(beside).items():
        (sourced,) = [s for s in beside if s.id == plan]
        sides = (Side(None, denials_of), Side(sourced.claim.date, (plan,)))
        found.append(Conflict(sourced.claim.kind, sides, PLAN_DENIED))
    return found


def _observed(term: Term, end: PartialDate | None) -> PartialDate | None:
    """The last day of publication on which a source placed the person there, within the term."""
    days: list[PartialDate] = []
    away = [mark for left, back in term.leaves for mark in (*left, *back)]
    for mark in (*term.starts, *term.seen, *away):
        published, date = mark.claim.published, mark.date
        held = mark.claim.claim.kind == "held"
        if mark.planned and (published is None or date is None or published.latest < date.latest):
            continue
        if published is None:
            continue
        old = mark.kind == "start" and date is not None and published.latest - date.latest > _NEWS
        past = end is not None and published.earliest > end.latest
        if date is not None and (old or held or past):
            days.append(date)
        elif not past and not held:
            days.append(published)
    return max(days, key=lambda day: (day.latest, day.earliest)) if days else None


def _confidence(claims: Sequence[Sourced]) -> float:
    """How sure independent sources make it together: one minus the product of their doubts."""
    best: dict[str, float] = {}
    for sourced in claims:
        best[source_of(sourced)] = max(best.get(source_of(sourced), 0.0), sourced.claim.confidence)
    doubt = 1.0
    for source in sorted(best):
        doubt *= 1.0 - best[source]
    return min(1.0 - doubt, _MOST_SURE)


def _manner(marks: Sequence[Mark], kind: str) -> str | None:
    """The manner that most sources give."""
    votes = Counter(
        mark.claim.claim.manner for mark in marks if mark.claim.claim.manner and mark.claim.claim.kind == kind
    )
    return min(votes, key=lambda manner: (-votes[manner], manner)) if votes else None


def _post(claims: Sequence[Sourced], all_claims: Sequence[Sourced]) -> tuple[str | None, str | None]:
    """The wording of the post that most claims use, and its role; of the term's own claims first."""
    posted = [s for s in claims if s.claim.post] or [s for s in all_claims if s.claim.post]
    words = Counter(s.claim.post for s in posted)
    roles = Counter(s.claim.role for s in posted if s.claim.role)
    post = min(words, key=lambda word: (-words[word], -len(word or ""), word or ""), default=None)
    role = min(roles, key=lambda code: (code == "other", -roles[code], code or ""), default=None)
    return post, role
