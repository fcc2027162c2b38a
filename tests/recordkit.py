"""Short ways to write documents and claims for the tests of the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from incumbent.model import Claim, Document, PartialDate, Reading, Sourced, Span, Tenure
from incumbent.resolve import cluster, namings
from incumbent.store import claim_id, document_id
from incumbent.tenures import Clock, derive

RECORDED = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC)
FAR = dt.date(2024, 12, 31)

Aliases = dict[str, tuple[str, ...]]


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def claim(kind: str, **slots: Any) -> Claim:
    """A claim of Ada Quill, chief executive of Northwind, unless told otherwise; dates as text."""
    for name in ("date", "end_date"):
        if isinstance(slots.get(name), str):
            slots[name] = day(slots[name])
    filled: dict[str, Any] = {
        "person": "Ada Quill",
        "org": "Northwind",
        "post": "chief executive",
        "role": "ceo",
        "evidence": Span(0, 10),
        "confidence": 0.8,
    } | slots
    return Claim(kind, **filled)


def reading(
    published: str | None,
    *claims: Claim,
    publisher: str | None = "The Wire",
    aliases: Aliases | None = None,
    lang: str = "en",
    text: str | None = None,
) -> Reading:
    """What was read off a document; its text is made up of the claims, so that each is shown by a sentence."""
    if text is None:
        text, placed = "", []
        for one in claims:
            sentence = f"{one.kind} {one.status} {one.person} {one.post} {one.org} {one.date}. "
            span = Span(len(text), len(text) + len(sentence) - 1)
            placed.append(_with_evidence(one, span))
            text += sentence
        claims = tuple(placed)
    when = day(published) if published else None
    document = Document.of_text(text, published=when, publisher=publisher, lang=lang)
    return Reading(document, claims, aliases=tuple((aliases or {}).items()))


def _with_evidence(one: Claim, span: Span) -> Claim:
    return replace(one, evidence=span)


def sourced(readings: Iterable[Reading], recorded: dt.datetime = RECORDED) -> list[Sourced]:
    """The claims of readings as a store would give them."""
    found = []
    for one in readings:
        id_, document = document_id(one.document), one.document
        for each in one.claims:
            evidence = each.evidence.of(document.text)
            found.append(
                Sourced(
                    claim_id(id_, each),
                    each,
                    evidence,
                    id_,
                    document.published,
                    document.publisher,
                    recorded,
                    document.lang,
                )
            )
    return found


def tenures(*readings: Reading, on: dt.date = FAR, horizon: dt.date | None = None) -> tuple[Tenure, ...]:
    """The tenures that readings show on a day; plans have come due up to ``horizon`` (else: that day)."""
    names = [naming for one in readings for naming in namings(one, document_id(one.document))]
    return derive(sourced(readings), cluster(names), Clock(on, horizon or on))


def shape(found: Iterable[Tenure]) -> list[tuple[str, str | None, str | None, str]]:
    """(person, start, end, status) of tenures."""
    return [(t.person, str(t.start) if t.start else None, str(t.end) if t.end else None, t.status) for t in found]
