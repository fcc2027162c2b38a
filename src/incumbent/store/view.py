"""Reading of a record as of two clocks: what had been published, and what had been recorded, by then."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any, TypeVar

import sqlalchemy as sa

from incumbent.model import CHANGES, Sourced
from incumbent.resolve import ORG, Naming
from incumbent.store.engine import faults
from incumbent.store.rows import to_judgement, to_sourced
from incumbent.store.tables import claims, documents, judgements, naming_forms, namings, readings
from incumbent.tenures import wrong_claims

# Databases limit the parameters of one statement.
_BATCH = 500
_T = TypeVar("_T")


class SqlView:
    """A ``View`` (see ``contract.py``) over a SQL database. Claims judged wrong by then are left out."""

    def __init__(self, engine: sa.Engine, name: str, known_on: dt.date | None, recorded_by: dt.datetime | None) -> None:
        self._engine = engine
        self._name = name
        self._known_on = known_on
        self._recorded_by = recorded_by

    def namings(self, kind: str, *, keys: Iterable[str] = (), forms: Iterable[str] = ()) -> list[Naming]:
        """Namings of ``kind`` whose own key is one of ``keys`` or with a form in ``forms``."""
        # The names that bear a form are looked up first: the other way round SQLite scans them all.
        place = sa.tuple_(namings.c.reading, namings.c.name)
        bears = sa.select(naming_forms.c.reading, naming_forms.c.name).where(naming_forms.c.kind == kind)
        by_key = (namings.c.key.in_(part) for part in _parts(keys))
        by_form = (place.in_(bears.where(naming_forms.c.form.in_(part))) for part in _parts(forms))
        return self._namings(kind, [*by_key, *by_form])

    def names_like(self, kind: str, part: str, *, limit: int) -> list[Naming]:
        """Namings of ``kind`` with ``part`` somewhere in their key, at most ``limit`` keys."""
        visible = self._visible(sa.select(namings.c.key).distinct(), namings.c.reading)
        query = visible.where(namings.c.kind == kind, namings.c.key.contains(part, autoescape=True))
        keys = [row.key for row in self._rows(query.order_by(namings.c.key).limit(limit))]
        return self.namings(kind, keys=keys)

    def claims_of(self, kind: str, keys: Iterable[str]) -> list[Sourced]:
        """All claims of the persons or organisations (``kind``) that have one of these keys."""
        column = claims.c.org if kind == ORG else claims.c.person
        bears = sa.and_(namings.c.reading == claims.c.reading, namings.c.kind == kind, namings.c.name == column)
        return self._sourced(
            self._claims().join(namings, bears).where(namings.c.key.in_(part)) for part in _parts(keys)
        )

    def changes(self, *, since: dt.date | None, status: str | None, orgs: Iterable[str] | None) -> list[Sourced]:
        """Claims of a change that took effect (else: was known) on or after ``since``."""
        query = self._claims().where(claims.c.kind.in_(sorted(CHANGES)))
        if since is not None:
            query = query.where(claims.c.effective >= since)
        if status is not None:
            query = query.where(claims.c.status == status)
        if orgs is None:
            return self._sourced([query])
        bears = sa.and_(namings.c.reading == claims.c.reading, namings.c.kind == ORG, namings.c.name == claims.c.org)
        return self._sourced(query.join(namings, bears).where(namings.c.key.in_(part)) for part in _parts(orgs))

    def claims(self, ids: Iterable[str]) -> list[Sourced]:
        """The claims of these ids; ids that are not there are left out."""
        return self._sourced(self._claims().where(claims.c.id.in_(part)) for part in _parts(ids))

    def _claims(self) -> sa.Select[Any]:
        columns = (readings.c.document, documents.c.published, documents.c.publisher, documents.c.lang)
        query = sa.select(claims, *columns, documents.c.recorded)
        return self._visible(query, claims.c.reading)

    def _visible(self, query: sa.Select[Any], reading: sa.ColumnElement[int]) -> sa.Select[Any]:
        """Join the last reading of each document that was recorded in time, of documents known in time."""
        newer = readings.alias("newer")
        superseded = sa.select(newer.c.id).where(
            newer.c.document == readings.c.document, newer.c.generation > readings.c.generation
        )
        query = query.join(readings, readings.c.id == reading).join(documents, documents.c.id == readings.c.document)
        if self._recorded_by is not None:
            superseded = superseded.where(newer.c.recorded <= self._recorded_by)
            query = query.where(readings.c.recorded <= self._recorded_by)
        if self._known_on is not None:
            query = query.where(documents.c.known <= self._known_on)
        return query.where(~sa.exists(superseded))

    def _rows(self, query: sa.Select[Any]) -> list[sa.Row[Any]]:
        with faults(self._name), self._engine.connect() as connection:
            return list(connection.execute(query))

    def _sourced(self, queries: Iterable[sa.Select[Any]]) -> list[Sourced]:
        found = {row.id: row for query in queries for row in self._rows(query)}
        return [to_sourced(found[id_]) for id_ in sorted(found) if id_ not in self._wrong]

    @cached_property
    def _wrong(self) -> frozenset[str]:
        query: sa.Select[Any] = sa.select(judgements)
        if self._recorded_by is not None:
            query = query.where(judgements.c.made <= self._recorded_by)
        return wrong_claims(to_judgement(row) for row in self._rows(query))

    def _namings(self, kind: str, conditions: Iterable[sa.ColumnElement[bool]]) -> list[Naming]:
        found: dict[tuple[int, str], Any] = {}
        for condition in conditions:
            query: sa.Select[Any] = sa.select(namings.c.reading, namings.c.name, namings.c.key, readings.c.document)
            query = self._visible(query, namings.c.reading).where(namings.c.kind == kind, condition)
            found |= {(row.reading, row.name): row for row in self._rows(query)}
        forms: dict[tuple[int, str], set[str]] = defaultdict(set)
        for part in _parts(sorted({reading for reading, _ in found})):
            query = sa.select(naming_forms).where(naming_forms.c.kind == kind, naming_forms.c.reading.in_(part))
            for row in self._rows(query):
                forms[row.reading, row.name].add(row.form)
        return [
            Naming(kind, row.document, row.name, row.key, tuple(sorted(forms[place])))
            for place, row in sorted(found.items())
        ]


def _parts(values: Iterable[_T]) -> Iterator[list[_T]]:
    unique = list(dict.fromkeys(values))
    for start in range(0, len(unique), _BATCH):
        yield unique[start : start + _BATCH]
