"""Records as rows of the tables, and back; and the ids that follow from their content."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from typing import Any

from incumbent.model import Claim, Document, Judgement, PartialDate, Reading, Sourced, Span, StoredDocument
from incumbent.resolve import namings

Row = dict[str, Any]
_ID_LENGTH = 32


def text_hash(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def _digest(value: Any) -> str:
    encoded = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(encoded).hexdigest()[:_ID_LENGTH]


def _edtf(date: PartialDate | None) -> str | None:
    return str(date) if date else None


def document_id(document: Document) -> str:
    """A document's id: a hash of its text and of who published it where and when.

    One text under two publishers is two documents; one text in two encodings is one.
    """
    published = _edtf(document.published)
    return _digest([text_hash(document.text), document.title, document.url, document.publisher, published])


def claim_id(document: str, claim: Claim) -> str:
    """A claim's id: a hash of its document's id, its slots and its evidence's place; not of its confidence."""
    return _digest(
        [
            document,
            *(claim.kind, claim.person, claim.org, claim.post, claim.role, claim.interim, claim.manner, claim.status),
            *(_edtf(claim.date), _edtf(claim.end_date), claim.other_org, claim.counterpart, claim.source),
            *(claim.evidence.start, claim.evidence.end),
        ]
    )


def reading_digest(reading: Reading) -> str:
    """A hash of all that was read off a document."""
    content = reading.to_gold()
    return _digest([content["claims"], content["facts"], content["quotes"], reading.aliases])


def _dated(name: str, date: PartialDate | None) -> Row:
    return {
        name: _edtf(date),
        f"{name}_earliest": date.earliest if date else None,
        f"{name}_latest": date.latest if date else None,
    }


def known_day(document: Document, recorded: dt.datetime) -> dt.date:
    """The day by which a document was known: the last that its publication may be, else that of its recording."""
    return document.published.latest if document.published else recorded.astimezone(dt.UTC).date()


def document_row(document: Document, id_: str, recorded: dt.datetime) -> Row:
    """The row of a document."""
    return {
        "id": id_,
        "text": document.text,
        "text_sha256": text_hash(document.text),
        "sha256": document.sha256,
        "title": document.title,
        "lang": document.lang,
        "url": document.url,
        "publisher": document.publisher,
        **_dated("published", document.published),
        "known": known_day(document, recorded),
        "recorded": recorded,
    }


def to_document(row: Any) -> Document:
    """The document of a row."""
    published = PartialDate.parse(row.published) if row.published else None
    return Document(row.text, row.sha256, published, row.publisher, row.url, row.lang, row.title)


def claim_row(claim: Claim, id_: str, text: str, known: dt.date) -> Row:
    """The row of a claim, still without its reading."""
    return {
        "id": id_,
        "kind": claim.kind,
        "person": claim.person,
        "org": claim.org,
        "post": claim.post,
        "role": claim.role,
        "interim": claim.interim,
        "manner": claim.manner,
        "status": claim.status,
        **_dated("date", claim.date),
        **_dated("end_date", claim.end_date),
        "other_org": claim.other_org,
        "counterpart": claim.counterpart,
        "source": claim.source,
        "evidence": claim.evidence.of(text),
        "evidence_start": claim.evidence.start,
        "evidence_end": claim.evidence.end,
        "confidence": claim.confidence,
        "effective": claim.date.latest if claim.date else known,
    }


def to_claim(row: Any, spans: Iterable[Any] = ()) -> Claim:
    """The claim of a row and of the rows of its spans."""
    return Claim(
        kind=row.kind,
        person=row.person,
        org=row.org,
        evidence=Span(row.evidence_start, row.evidence_end),
        post=row.post,
        role=row.role,
        interim=row.interim,
        manner=row.manner,
        status=row.status,
        date=PartialDate.parse(row.date) if row.date else None,
        end_date=PartialDate.parse(row.end_date) if row.end_date else None,
        other_org=row.other_org,
        counterpart=row.counterpart,
        source=row.source,
        spans=tuple((span.slot, Span(span.start, span.end)) for span in spans),
        confidence=row.confidence,
    )


def to_sourced(row: Any) -> Sourced:
    """The sourced claim of a row that joins a claim with its document; spans of slots are left out."""
    return Sourced(
        id=row.id,
        claim=to_claim(row),
        text=row.evidence,
        document=row.document,
        published=PartialDate.parse(row.published) if row.published else None,
        publisher=row.publisher,
        recorded=row.recorded,
        lang=row.lang,
    )


def reading_rows(reading: Reading, document: str, number: int, known: dt.date) -> dict[str, list[Row]]:
    """The rows of a reading by table, ready to insert in this order; ``number`` is the reading's id."""
    text = reading.document.text
    claims = {claim_id(document, claim): claim for claim in reading.claims}
    return {
        "claims": [claim_row(claim, id_, text, known) | {"reading": number} for id_, claim in claims.items()],
        "claim_spans": [
            {
                "reading": number,
                "claim": id_,
                "position": position,
                "slot": slot,
                "start": span.start,
                "end": span.end,
            }
            for id_, claim in claims.items()
            for position, (slot, span) in enumerate(claim.spans)
        ],
        "facts": [
            {
                "reading": number,
                "position": position,
                "person": fact.person,
                "property": fact.property,
                "value": fact.value,
                "evidence": fact.evidence.of(text),
                "evidence_start": fact.evidence.start,
                "evidence_end": fact.evidence.end,
            }
            for position, fact in enumerate(reading.facts)
        ],
        "quotes": [
            {
                "reading": number,
                "position": position,
                "speaker": quote.speaker,
                "quote": quote.span.of(text),
                "quote_start": quote.span.start,
                "quote_end": quote.span.end,
            }
            for position, quote in enumerate(reading.quotes)
        ],
        "aliases": [
            {"reading": number, "name": name, "form": form}
            for name, forms in dict(reading.aliases).items()
            for form in dict.fromkeys(forms)
        ],
        **_name_rows(reading, document, number),
    }


def _name_rows(reading: Reading, document: str, number: int) -> dict[str, list[Row]]:
    found = namings(reading, document)
    return {
        "namings": [
            {"reading": number, "kind": naming.kind, "name": naming.name, "key": naming.key} for naming in found
        ],
        "naming_forms": [
            {"reading": number, "kind": naming.kind, "name": naming.name, "form": form}
            for naming in found
            for form in naming.forms
        ],
    }


def to_judgement(row: Any) -> Judgement:
    """The judgement of a row."""
    return Judgement(row.id, row.kind, row.target, row.other, row.author, row.made, row.reason, row.undoes)


def to_stored(row: Any) -> StoredDocument:
    """The description of a document of a row without its text."""
    return StoredDocument(
        id=row.id,
        sha256=row.sha256,
        published=PartialDate.parse(row.published) if row.published else None,
        publisher=row.publisher,
        url=row.url,
        lang=row.lang,
        title=row.title,
        recorded=row.recorded,
        chars=row.chars,
        claims=row.claims,
    )
