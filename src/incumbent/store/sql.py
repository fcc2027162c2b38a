"""The store over SQLAlchemy Core: one transaction a document, rows only appended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from types import TracebackType
from typing import Self

import sqlalchemy as sa

from incumbent.errors import NotTextError, UsageError
from incumbent.model import Document, Fault, Judgement, Reading, StoredDocument
from incumbent.store import tables
from incumbent.store.engine import faults, writing
from incumbent.store.rows import (
    document_id,
    document_row,
    known_day,
    reading_digest,
    reading_rows,
    to_document,
    to_judgement,
    to_stored,
)
from incumbent.store.verify import faults_of_documents
from incumbent.store.view import SqlView

_JUDGES_CLAIMS = ("wrong", "right")


class SqlStore:
    """A ``Store`` (see ``contract.py``) in a SQL database; ``name`` is what errors call it."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine = engine
        self.name = name

    def add(self, reading: Reading, recorded: dt.datetime) -> bool:
        """Keep a document and what was read off it; False where it is kept already."""
        document = _storable(reading.document)
        _aware(recorded)
        id_ = document_id(document)
        with faults(self.name), writing(self._engine) as connection:
            if _exists(connection, id_):
                return False
            connection.execute(tables.documents.insert(), document_row(document, id_, recorded))
            _append(connection, reading, id_, 1, recorded, known_day(document, recorded))
        return True

    def reread(self, reading: Reading, recorded: dt.datetime) -> bool:
        """Keep a new reading of a kept document; False where it is not here, or was last read the same."""
        document = _storable(reading.document)
        _aware(recorded)
        id_ = document_id(document)
        readings = tables.readings
        with faults(self.name), writing(self._engine) as connection:
            query = sa.select(readings.c.generation, readings.c.digest, tables.documents.c.known)
            query = query.join(tables.documents).where(readings.c.document == id_)
            last = connection.execute(query.order_by(readings.c.generation.desc()).limit(1)).one_or_none()
            if last is None or last.digest == reading_digest(reading):
                return False
            _append(connection, reading, id_, last.generation + 1, recorded, last.known)
        return True

    def has(self, document: Document) -> bool:
        """Whether the document is kept."""
        with faults(self.name), self._engine.connect() as connection:
            return _exists(connection, document_id(_storable(document)))

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement on a claim."""
        if judgement.kind not in _JUDGES_CLAIMS:
            raise UsageError(f"a claim is judged {' or '.join(_JUDGES_CLAIMS)}, not {judgement.kind!r}")
        _aware(judgement.made)
        row = {name: getattr(judgement, name) for name in tables.judgements.c.keys()}  # noqa: SIM118
        with faults(self.name), writing(self._engine) as connection:
            known = sa.select(tables.judgements.c.id).where(tables.judgements.c.id == judgement.id)
            claim = sa.select(tables.claims.c.id).where(tables.claims.c.id == judgement.target)
            if connection.execute(known).first():
                raise UsageError(f"there is already a judgement {judgement.id}")
            if not connection.execute(claim).first():
                raise UsageError(f"there is no claim {judgement.target} to judge")
            connection.execute(tables.judgements.insert(), row)

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""
        query = sa.select(tables.judgements).order_by(tables.judgements.c.made, tables.judgements.c.id)
        with faults(self.name), self._engine.connect() as connection:
            return [to_judgement(row) for row in connection.execute(query)]

    def view(self, *, known_on: dt.date | None = None, recorded_by: dt.datetime | None = None) -> SqlView:
        """The record as published by the end of ``known_on`` and recorded up to ``recorded_by``."""
        return SqlView(self._engine, self.name, known_on, recorded_by)

    def documents(self) -> list[StoredDocument]:
        """All documents, in the order they were recorded."""
        d, r, c = tables.documents, tables.readings, tables.claims
        last = sa.select(sa.func.max(r.c.id)).where(r.c.document == d.c.id).scalar_subquery()
        count = sa.select(sa.func.count()).where(c.c.reading == last).scalar_subquery()
        columns = [column for column in d.c if column.name != "text"]
        query = sa.select(*columns, sa.func.length(d.c.text).label("chars"), count.label("claims"))
        with faults(self.name), self._engine.connect() as connection:
            return [to_stored(row) for row in connection.execute(query.order_by(d.c.recorded, d.c.id))]

    def document(self, id_: str) -> Document | None:
        """A document with its text; None where it is not here."""
        query = sa.select(tables.documents).where(tables.documents.c.id == id_)
        with faults(self.name), self._engine.connect() as connection:
            row = connection.execute(query).one_or_none()
        return to_document(row) if row else None

    def verify(self) -> Iterator[Fault]:
        """Check every hash and every span against the text."""
        with faults(self.name), self._engine.connect() as connection:
            yield from faults_of_documents(connection)

    def close(self) -> None:
        """Let go of the record."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _aware(time: dt.datetime) -> None:
    if time.tzinfo is None:
        raise UsageError(f"the time {time.isoformat()} has no zone: give an aware one, such as datetime.now(UTC)")


def _storable(document: Document) -> Document:
    """The document; NotTextError where one of its texts cannot be kept as it is by every database."""
    for text in (document.text, document.title, document.url, document.publisher):
        if text and ("\0" in text or (not text.isprintable() and not _encodes(text))):
            raise NotTextError("the text holds NUL characters or halves of characters: clean it before adding")
    return document


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _exists(connection: sa.Connection, id_: str) -> bool:
    return connection.execute(sa.select(tables.documents.c.id).where(tables.documents.c.id == id_)).first() is not None


def _append(
    connection: sa.Connection, reading: Reading, document: str, generation: int, recorded: dt.datetime, known: dt.date
) -> None:
    row = {
        "document": document,
        "generation": generation,
        "recorded": recorded,
        "digest": reading_digest(reading),
    }
    (number,) = connection.execute(tables.readings.insert(), row).inserted_primary_key or (None,)
    assert number is not None
    for name, rows in reading_rows(reading, document, number, known).items():
        if rows:
            connection.execute(tables.metadata.tables[name].insert(), rows)
