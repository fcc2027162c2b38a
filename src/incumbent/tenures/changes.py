"""Changes as they were told: several documents that tell one change make one."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from incumbent.model import CHANGES, PartialDate, Sourced
from incumbent.resolve import ORG, PERSON, Clusters
from incumbent.tenures.dates import choose, compatible
from incumbent.tenures.marks import Mark
from incumbent.tenures.posts import post_groups

# Reports of one undated change lie no further apart.
_SAME_NEWS = dt.timedelta(days=31)


class Told(NamedTuple):
    """One change with the claims that tell it, the first told first. ``person`` and ``org`` are names to show."""

    person: str
    org: str
    date: PartialDate | None
    claims: tuple[Sourced, ...]

    @property
    def best(self) -> Sourced:
        """The claim that says most."""
        return max(self.claims, key=lambda sourced: (_slots(sourced), sourced.claim.confidence, sourced.id))

    def usual(self, slot: str) -> str | None:
        """What most of the claims say of a slot; None where none says anything."""
        votes = Counter(value for sourced in self.claims if (value := getattr(sourced.claim, slot)))
        return min(votes, key=lambda value: (-votes[value], value)) if votes else None


def _slots(sourced: Sourced) -> int:
    claim = sourced.claim
    return sum(
        value is not None
        for value in (claim.post, claim.manner, claim.date, claim.counterpart, claim.other_org, claim.source)
    )


def told_changes(claims: Iterable[Sourced], clusters: Clusters) -> tuple[Told, ...]:
    """Group the claims of starts, ends, leaves and returns; by day of effect (else of publication), then by name.

    What is planned, rumoured or denied stays apart from what is reported as done.
    """
    pairs: dict[tuple[str, str], dict[str, Sourced]] = defaultdict(dict)
    for sourced in claims:
        if sourced.claim.kind in CHANGES:
            person = clusters.find(PERSON, sourced.claim.person, sourced.document)
            pairs[clusters.find(ORG, sourced.claim.org, sourced.document), person][sourced.id] = sourced
    result = []
    for (org, person), members in pairs.items():
        names = clusters.label(PERSON, person), clusters.label(ORG, org)
        ordered = sorted(members.values(), key=lambda sourced: (sourced.known, sourced.id))
        for group in _alike(ordered):
            result += [Told(*names, date, told) for date, told in _events(group)]
    return tuple(sorted(result, key=_order))


def _order(told: Told) -> tuple[object, ...]:
    first = told.claims[0]
    day = told.date.earliest if told.date else first.known
    return day, first.known, told.org, told.person, first.claim.kind, first.id


def _alike(claims: Sequence[Sourced]) -> list[list[Sourced]]:
    posts = post_groups(claims)
    groups: dict[tuple[str, str, str, bool], list[Sourced]] = defaultdict(list)
    for sourced in claims:
        claim = sourced.claim
        groups[claim.kind, claim.status, posts[sourced.id] or "", claim.interim].append(sourced)
    return [groups[key] for key in sorted(groups)]


def _events(claims: Sequence[Sourced]) -> list[tuple[PartialDate | None, tuple[Sourced, ...]]]:
    events: list[list[Sourced]] = []
    dated = [sourced for sourced in claims if sourced.claim.date]
    dated.sort(key=lambda s: (_width(s.claim.date), s.known, s.id))
    for sourced in dated:
        near = [event for event in events if _same_date(sourced, event[0])]
        if near:
            near[0].append(sourced)
        else:
            events.append([sourced])
    for sourced in claims:
        if sourced.claim.date is None:
            near = [event for event in events if _gap(sourced, event) <= _SAME_NEWS]
            if near:
                min(near, key=lambda event: _gap(sourced, event)).append(sourced)
            else:
                events.append([sourced])
    return [(_date(event), tuple(sorted(event, key=lambda s: (s.known, s.id)))) for event in events]


def _gap(undated: Sourced, event: Sequence[Sourced]) -> dt.timedelta:
    """How far an undated report lies from an event: from its day, or from when it was announced or told."""
    days = [day for s in event if (date := s.claim.date) for day in (date.earliest, date.latest)]
    if not days or undated.claim.status == "planned":
        days += [sourced.known for sourced in event]
    return min(abs(undated.known - day) for day in days)


def _width(date: PartialDate | None) -> dt.timedelta:
    return date.latest - date.earliest if date else dt.timedelta.max


def _same_date(one: Sourced, other: Sourced) -> bool:
    first, second = one.claim.date, other.claim.date
    return first is not None and second is not None and compatible(first, second)


def _date(event: Sequence[Sourced]) -> PartialDate | None:
    says = [Mark(s.claim.kind, None, s.claim.date, s, s.claim.status == "planned").say for s in event]
    return choose(event[0].claim.kind, says)[0]
