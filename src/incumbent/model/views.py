"""What the record answers with: plain frozen rows, each with the JSON object that the command line prints."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from incumbent.model.dates import PartialDate
from incumbent.model.records import Sourced, Tenure


def _text(date: PartialDate | None) -> str | None:
    return str(date) if date else None


@dataclass(frozen=True, slots=True)
class Evidence:
    """The characters of one document that show a claim, ``start`` and ``end`` being offsets into its text."""

    claim: str
    document: str
    publisher: str | None
    published: PartialDate | None
    start: int
    end: int
    text: str

    @classmethod
    def of(cls, sourced: Sourced) -> Evidence:
        """The evidence of a claim."""
        span = sourced.claim.evidence
        return cls(
            sourced.id, sourced.document, sourced.publisher, sourced.published, span.start, span.end, sourced.text
        )

    def to_json(self) -> dict[str, Any]:
        """``document, publisher, published, start, end, text``."""
        return {
            "document": self.document,
            "publisher": self.publisher,
            "published": _text(self.published),
            "start": self.start,
            "end": self.end,
            "text": self.text,
        }


@dataclass(frozen=True, slots=True)
class TenureView:
    """A tenure with the claims that it names: ``evidence`` for it, ``rumours`` and denials beside it.

    ``claims`` has all of them, and those of its conflicts, by id.
    """

    tenure: Tenure
    claims: tuple[Sourced, ...]

    def _pick(self, ids: tuple[str, ...]) -> list[Sourced]:
        found = {sourced.id: sourced for sourced in self.claims}
        return [found[id_] for id_ in ids if id_ in found]

    @property
    def evidence(self) -> list[Evidence]:
        """The evidence of the claims that the tenure rests on, oldest publication first."""
        return [Evidence.of(sourced) for sourced in self._pick(self.tenure.evidence)]

    @property
    def rumours(self) -> list[Sourced]:
        """The rumours and denials that stand beside the tenure."""
        return self._pick(self.tenure.rumours)

    def _rumour(self, sourced: Sourced) -> dict[str, Any]:
        claim = sourced.claim
        return {
            "kind": claim.kind,
            "status": claim.status,
            "date": _text(claim.date),
            "source": claim.source,
            **Evidence.of(sourced).to_json(),
        }

    def _conflicts(self) -> list[dict[str, Any]]:
        return [
            {
                "about": conflict.about,
                "rule": conflict.rule,
                "sides": [
                    {
                        "date": _text(side.date),
                        "evidence": [Evidence.of(sourced).to_json() for sourced in self._pick(side.claims)],
                    }
                    for side in conflict.sides
                ],
            }
            for conflict in self.tenure.conflicts
        ]

    def to_json(self) -> dict[str, Any]:
        """The object of a line of ``who``, ``person`` and ``org --json``."""
        tenure = self.tenure
        return {
            "person": tenure.person,
            "org": tenure.org,
            "post": tenure.post,
            "role": tenure.role,
            "interim": tenure.interim,
            "start": _text(tenure.start),
            "end": _text(tenure.end),
            "status": tenure.status,
            "observed": _text(tenure.observed),
            "confidence": round(tenure.confidence, 3),
            "conflicts": self._conflicts(),
            "rumours": [self._rumour(sourced) for sourced in self.rumours],
            "evidence": [evidence.to_json() for evidence in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A start, end, leave or return as one or more documents tell it; ``published`` is when it was first told."""

    kind: str
    person: str
    org: str
    post: str | None
    role: str | None
    interim: bool
    manner: str | None
    status: str
    date: PartialDate | None
    published: PartialDate | None
    counterpart: str | None
    other_org: str | None
    evidence: tuple[Evidence, ...]

    def to_json(self) -> dict[str, Any]:
        """The object of a line of ``changes --json``."""
        return {
            "kind": self.kind,
            "person": self.person,
            "org": self.org,
            "post": self.post,
            "role": self.role,
            "manner": self.manner,
            "status": self.status,
            "date": _text(self.date),
            "published": _text(self.published),
            "counterpart": self.counterpart,
            "other_org": self.other_org,
            "evidence": [evidence.to_json() for evidence in self.evidence],
        }


@dataclass(frozen=True, slots=True)
class CohortRow:
    """What became of one who led the organisation on the first day.

    ``outcome`` is "stays" (same post), "moved" (another post there), "left", or "unknown" (no source
    places the person there on the last day, none says that it ended).
    """

    before: TenureView
    outcome: str
    after: tuple[TenureView, ...]
    end: PartialDate | None
    manner: str | None

    def to_json(self) -> dict[str, Any]:
        """The object of a line of ``cohort --json``."""
        tenure = self.before.tenure
        return {
            "person": tenure.person,
            "org": tenure.org,
            "post": tenure.post,
            "role": tenure.role,
            "outcome": self.outcome,
            "end": _text(self.end),
            "manner": self.manner,
            "posts": [view.tenure.post for view in self.after],
            "evidence": [evidence.to_json() for evidence in self.before.evidence],
        }


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document as the record keeps it, without its text; ``recorded`` in UTC."""

    id: str
    sha256: str
    published: PartialDate | None
    publisher: str | None
    url: str | None
    lang: str | None
    title: str | None
    recorded: dt.datetime
    chars: int
    claims: int

    def to_json(self) -> dict[str, Any]:
        """The document as a JSON object."""
        return {
            "id": self.id,
            "sha256": self.sha256,
            "published": _text(self.published),
            "publisher": self.publisher,
            "url": self.url,
            "lang": self.lang,
            "title": self.title,
            "recorded": self.recorded.isoformat(),
            "chars": self.chars,
            "claims": self.claims,
        }


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the record that is not as it was written: the document, what in it, and what is wrong."""

    document: str
    what: str
    message: str

    def to_json(self) -> dict[str, Any]:
        """The fault as a JSON object."""
        return {"document": self.document, "what": self.what, "message": self.message}
