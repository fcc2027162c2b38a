"""Checking of a record against itself: every hash, and every span against the text of its document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from incumbent.model import Fault
from incumbent.store.rows import claim_id, document_id, text_hash, to_claim, to_document
from incumbent.store.tables import claim_spans, claims, documents, facts, quotes, readings

# (table, what it holds, column of the text kept, columns of its start and end)
_KEPT = (
    (claims, "claim", "evidence", "evidence_start", "evidence_end"),
    (facts, "fact", "evidence", "evidence_start", "evidence_end"),
    (quotes, "quote", "quote", "quote_start", "quote_end"),
)


def faults_of_documents(connection: sa.Connection) -> Iterator[Fault]:
    """All faults of the record, a document at a time."""
    for (id_,) in connection.execute(sa.select(documents.c.id).order_by(documents.c.id)).all():
        row = connection.execute(sa.select(documents).where(documents.c.id == id_)).one()
        yield from _document_faults(row)
        numbers = sa.select(readings.c.id).where(readings.c.document == id_).order_by(readings.c.id)
        for number in connection.execute(numbers).scalars().all():
            yield from _reading_faults(connection, row, number)


def _document_faults(row: Any) -> Iterator[Fault]:
    if text_hash(row.text) != row.text_sha256:
        yield Fault(row.id, "text", "the text is not the one that was added: its SHA-256 differs")
    elif document_id(to_document(row)) != row.id:
        yield Fault(row.id, "document", "title, address, publisher or date are not those that were added")


def _reading_faults(connection: sa.Connection, document: Any, number: int) -> Iterator[Fault]:
    for table, what, kept, start, end in _KEPT:
        for row in connection.execute(sa.select(table).where(table.c.reading == number)).mappings():
            if not _shown(document.text, row[start], row[end], row[kept]):
                span = f"[{row[start]}:{row[end]}]"
                yield Fault(document.id, what, f"the text at {span} is not the evidence kept, {row[kept][:60]!r}")
    yield from _claim_faults(connection, document, number)


def _shown(text: str, start: int, end: int, kept: str) -> bool:
    return 0 <= start < end <= len(text) and text[start:end] == kept


def _claim_faults(connection: sa.Connection, document: Any, number: int) -> Iterator[Fault]:
    spans: dict[str, list[Any]] = defaultdict(list)
    for span in connection.execute(sa.select(claim_spans).where(claim_spans.c.reading == number)):
        spans[span.claim].append(span)
    for row in connection.execute(sa.select(claims).where(claims.c.reading == number)):
        if claim_id(document.id, to_claim(row)) != row.id:
            yield Fault(document.id, "claim", f"the claim {row.id} is not the one that was read: its hash differs")
        for span in spans[row.id]:
            if not 0 <= span.start < span.end <= len(document.text):
                where = f"[{span.start}:{span.end}]"
                yield Fault(document.id, "claim", f"the span {where} of {span.slot!r} lies outside the text")
