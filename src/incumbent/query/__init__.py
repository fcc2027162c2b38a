"""The sole read door: who held which post when, as known and as recorded by then, with the evidence."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from types import TracebackType
from typing import Self

from incumbent.errors import UsageError
from incumbent.model import (
    ROLES,
    STATUSES,
    Change,
    CohortRow,
    Evidence,
    Fault,
    Reading,
    Sourced,
    StoredDocument,
    Tenure,
    TenureView,
)
from incumbent.query.clocks import Clocks, Day, Moment, day_of
from incumbent.query.cohorts import cohort_rows
from incumbent.query.names import clusters_of, find, suggest
from incumbent.resolve import ORG, PERSON, fold_text, name_key
from incumbent.store.contract import Store, View
from incumbent.tenures import Told, begun, derive, holds, told_changes

__all__ = ["Day", "Moment", "Record"]


class Record:
    """A record and its questions. A context manager: leaving it closes the store.

    ``now`` gives the time, as an aware datetime. Every question takes three clocks: ``on``, when it
    held in the world (today, if not given); ``known_on``, what had been published by then;
    ``recorded_on``, what this record had taken in by then (both: everything, if not given). A partial
    date stands for its last day. A document without a date of publication counts from the day on
    which it was recorded.

    Names are matched folded, by alias, and by a part that only one has. UsageError is raised, naming
    the candidates, where a name fits several; where it fits none the answer is empty, and ``suggest``
    gives names that look like it.
    """

    def __init__(self, store: Store, now: Callable[[], dt.datetime]) -> None:
        self._store = store
        self._now = now

    def add(self, reading: Reading) -> bool:
        """Keep a document and what was read off it; False where it is kept already. Errors as ``Store.add``."""
        return self._store.add(reading, self._now())

    def who(
        self,
        org: str,
        *,
        post: str | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
        recorded_on: Moment | None = None,
    ) -> list[TenureView]:
        """Who holds posts at an organisation on a day, the highest posts first.

        ``post`` is a role's code or words of the post. Whoever is to begin by a plan that could not yet
        have come due is among them, with the status "planned".
        """
        clocks = self._clocks(on, known_on, recorded_on)
        views = [view for view in self._tenures(ORG, org, clocks) if holds(view.tenure, clocks.on)]
        return sorted((view for view in views if _has_post(view, post)), key=_rank)

    def person(
        self, name: str, *, on: Day | None = None, known_on: Day | None = None, recorded_on: Moment | None = None
    ) -> list[TenureView]:
        """All tenures of a person up to the day ``on`` and those planned by then, in the order of time."""
        clocks = self._clocks(on, known_on, recorded_on)
        return sorted((v for v in self._tenures(PERSON, name, clocks) if _by(v.tenure, clocks.on)), key=_time)

    def org(
        self, name: str, *, on: Day | None = None, known_on: Day | None = None, recorded_on: Moment | None = None
    ) -> list[TenureView]:
        """All tenures at an organisation up to the day ``on`` and those planned by then, in the order of time."""
        clocks = self._clocks(on, known_on, recorded_on)
        return sorted((v for v in self._tenures(ORG, name, clocks) if _by(v.tenure, clocks.on)), key=_time)

    def changes(
        self,
        *,
        since: Day | None = None,
        org: str | None = None,
        status: str | None = None,
        on: Day | None = None,
        known_on: Day | None = None,
        recorded_on: Moment | None = None,
    ) -> list[Change]:
        """Starts, ends, leaves and returns in the order of time, one row for a change that several sources tell.

        ``since`` and ``on`` bound the day on which it took effect (where that is not known: was
        published); without ``on``, changes still to come are among them. ``status`` is actual, planned,
        rumoured or denied.
        """
        if status is not None and status not in STATUSES:
            raise UsageError(f"{status!r} is no status: give one of {', '.join(STATUSES)}")
        view = self._view(self._clocks(on, known_on, recorded_on))
        keys = None if org is None else find(view, ORG, org)
        if keys is not None and not keys:
            return []
        first = None if since is None else _first_day(since)
        claims = view.changes(since=first, status=status, orgs=keys)
        if on is not None:
            claims = [sourced for sourced in claims if _first_effect(sourced) <= day_of(on)]
        people = {name_key(PERSON, s.claim.person, s.document) for s in claims}
        orgs = {name_key(ORG, s.claim.org, s.document) for s in claims}
        return [_change(told) for told in told_changes(claims, clusters_of(view, people, orgs))]

    def cohort(
        self, org: str, from_: Day, to: Day, *, known_on: Day | None = None, recorded_on: Moment | None = None
    ) -> list[CohortRow]:
        """What became, by the day ``to``, of those who held posts at an organisation on the day ``from_``."""
        if day_of(to) < day_of(from_):
            raise UsageError(f"the cohort's last day {to} is before its first, {from_}: exchange the two")
        before = self.who(org, on=from_, known_on=known_on, recorded_on=recorded_on)
        after = self.org(org, on=to, known_on=known_on, recorded_on=recorded_on)
        return cohort_rows([view for view in before if view.tenure.status != "planned"], after, day_of(to))

    def evidence(self, ids: Iterable[str]) -> list[Evidence]:
        """The evidence of claims, in the order of their ids; ids that are not there are left out."""
        return [Evidence.of(sourced) for sourced in self._store.view().claims(ids)]

    def documents(self) -> list[StoredDocument]:
        """All documents, in the order they were recorded."""
        return self._store.documents()

    def verify(self) -> list[Fault]:
        """What is not as it was written: every hash and every span is checked against the texts."""
        return list(self._store.verify())

    def suggest(self, kind: str, name: str) -> list[str]:
        """Names of the record that look like ``name``, the likest first; ``kind`` is "person" or "org"."""
        return suggest(self._store.view(), kind, name)

    def close(self) -> None:
        """Close the store."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _clocks(self, on: Day | None, known_on: Day | None, recorded_on: Moment | None) -> Clocks:
        return Clocks.of(self._now().date(), on, known_on, recorded_on)

    def _view(self, clocks: Clocks) -> View:
        return self._store.view(known_on=clocks.known_on, recorded_by=clocks.recorded_by)

    def _tenures(self, kind: str, name: str, clocks: Clocks) -> list[TenureView]:
        view = self._view(clocks)
        keys = find(view, kind, name)
        if not keys:
            return []
        claims = view.claims_of(kind, keys)
        people = {name_key(PERSON, s.claim.person, s.document) for s in claims}
        orgs = {name_key(ORG, s.claim.org, s.document) for s in claims}
        clusters = clusters_of(view, people, orgs)
        return _views(derive(claims, clusters, clocks.fusion), claims)


def _views(tenures: Iterable[Tenure], claims: Sequence[Sourced]) -> list[TenureView]:
    by_id = {sourced.id: sourced for sourced in claims}
    views = []
    for tenure in tenures:
        sides = [id_ for conflict in tenure.conflicts for side in conflict.sides for id_ in side.claims]
        ids = dict.fromkeys((*tenure.evidence, *tenure.rumours, *sides))
        views.append(TenureView(tenure, tuple(by_id[id_] for id_ in ids)))
    return views


def _has_post(view: TenureView, post: str | None) -> bool:
    """Whether the tenure is of the post asked for: by code, or by words of it in any source."""
    if post is None:
        return True
    if post.casefold() == view.tenure.role:
        return True
    words = set(fold_text(post).split())
    texts = [view.tenure.post, *(sourced.claim.post for sourced in view.claims)]
    return bool(words) and any(words <= set(fold_text(text).split()) for text in texts if text)


def _by(tenure: Tenure, on: dt.date) -> bool:
    """Whether the tenure had begun by the day, or is only planned."""
    return tenure.planned or begun(tenure, on)


def _rank(view: TenureView) -> tuple[object, ...]:
    role = view.tenure.role
    return ROLES.index(role) if role in ROLES else len(ROLES), view.tenure.interim, _time(view)


def _time(view: TenureView) -> tuple[object, ...]:
    tenure = view.tenure
    first = tenure.start.earliest if tenure.start else tenure.began_by or tenure.ended_by
    return first or dt.date.max, tenure.person, tenure.org, tenure.post or "", tenure.evidence


def _first_day(since: Day) -> dt.date:
    return since.earliest if hasattr(since, "earliest") else day_of(since)


def _first_effect(sourced: Sourced) -> dt.date:
    return sourced.claim.date.earliest if sourced.claim.date else sourced.known


def _change(told: Told) -> Change:
    claim, first = told.best.claim, told.claims[0]
    return Change(
        kind=claim.kind,
        person=told.person,
        org=told.org,
        post=told.usual("post"),
        role=told.usual("role"),
        interim=claim.interim,
        manner=told.usual("manner"),
        status=claim.status,
        date=told.date,
        published=first.published,
        counterpart=told.usual("counterpart"),
        other_org=told.usual("other_org"),
        evidence=tuple(Evidence.of(sourced) for sourced in told.claims),
    )
