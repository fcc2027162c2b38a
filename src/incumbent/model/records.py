"""Documents, claims and what is derived from them."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from incumbent.model.dates import PartialDate

Kind = Literal["start", "end", "leave", "return", "hold", "held"]
Status = Literal["actual", "planned", "rumoured", "denied"]

KINDS: tuple[str, ...] = ("start", "end", "leave", "return", "hold", "held")
CHANGES: frozenset[str] = frozenset({"start", "end", "leave", "return"})
STATUSES: tuple[str, ...] = ("actual", "planned", "rumoured", "denied")
MANNERS: dict[str, frozenset[str]] = {
    "start": frozenset({"appointed", "hired", "promoted", "elected", "founded", "reinstated"}),
    "end": frozenset({"resigned", "dismissed", "retired", "died", "term_ended", "moved"}),
}
PROPERTIES: tuple[str, ...] = ("born", "died", "nationality", "birthplace", "degree", "worked_on", "award")
ROLES: tuple[str, ...] = (
    "ceo", "cfo", "coo", "cto", "cpo", "cmo", "cio", "ciso", "clo", "chro", "cro", "chief_scientist", "cxo",
    "president", "chair", "vice_chair", "board_member", "founder", "partner", "md", "vp", "head",
    "secretary_general", "head_of_state", "head_of_government", "minister", "deputy_minister", "legislator",
    "governor", "mayor", "ambassador", "judge", "commander", "agency_head", "party_leader", "academic_head",
    "editor", "coach", "sporting_director", "spokesperson", "artistic_director", "researcher", "advisor", "other",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into a document's stored text: ``text[start:end]`` is the evidence."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The characters that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Document:
    """One published text.

    ``published`` is when the world was told (None: not known), ``sha256`` the hash of the bytes
    it was read from (of its UTF-8 text where it never was bytes), ``lang`` a BCP 47 tag.
    """

    text: str
    sha256: str
    published: PartialDate | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    title: str | None = None

    @classmethod
    def of_text(
        cls,
        text: str,
        *,
        published: PartialDate | None = None,
        publisher: str | None = None,
        url: str | None = None,
        lang: str | None = None,
        title: str | None = None,
        data: bytes | None = None,
    ) -> Document:
        """A document of a text, hashed over ``data`` where given, else over the text in UTF-8."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass") if data is None else data).hexdigest()
        return cls(text, digest, published, publisher, url, lang, title)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one document asserts of one person, one organisation and, where said, one post.

    ``evidence`` is at most one sentence; ``spans`` holds a span for each slot that was read off
    the text ("person", "org", "post", "date", "counterpart", "other_org", "source", "trigger").
    ``confidence`` is between 0 and 1.
    """

    kind: str
    person: str
    org: str
    evidence: Span
    post: str | None = None
    role: str | None = None
    interim: bool = False
    manner: str | None = None
    status: str = "actual"
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    other_org: str | None = None
    counterpart: str | None = None
    source: str | None = None
    spans: tuple[tuple[str, Span], ...] = ()
    confidence: float = 0.5

    def to_gold(self, text: str) -> dict[str, Any]:
        """The claim as an object of the gold's form, with ``evidence``, ``start``, ``end`` and ``spans``."""
        return {
            "kind": self.kind,
            "person": self.person,
            "org": self.org,
            "post": self.post,
            "role": self.role,
            "interim": self.interim,
            "manner": self.manner,
            "status": self.status,
            "date": str(self.date) if self.date else None,
            "end_date": str(self.end_date) if self.end_date else None,
            "other_org": self.other_org,
            "counterpart": self.counterpart,
            "source": self.source,
            "evidence": self.evidence.of(text),
            "start": self.evidence.start,
            "end": self.evidence.end,
            "spans": {slot: [span.start, span.end] for slot, span in self.spans},
            "confidence": round(self.confidence, 3),
        }


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a person's life around the claims; ``property`` is one of PROPERTIES."""

    person: str
    property: str
    value: str
    evidence: Span

    def to_gold(self, text: str) -> dict[str, Any]:
        """The fact as an object of the gold's form."""
        return {
            "person": self.person,
            "property": self.property,
            "value": self.value,
            "evidence": self.evidence.of(text),
            "start": self.evidence.start,
            "end": self.evidence.end,
        }


@dataclass(frozen=True, slots=True)
class Quote:
    """Direct speech of a sentence or more, or a paragraph of a letter; the span excludes quotation marks."""

    speaker: str
    span: Span

    def to_gold(self, text: str) -> dict[str, Any]:
        """The quote as an object of the gold's form."""
        return {
            "speaker": self.speaker,
            "quote": self.span.of(text),
            "start": self.span.start,
            "end": self.span.end,
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read off one document. ``aliases`` maps a full name to its other forms in the text."""

    document: Document
    claims: tuple[Claim, ...] = ()
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quote, ...] = ()
    aliases: tuple[tuple[str, tuple[str, ...]], ...] = ()
    warnings: tuple[str, ...] = ()

    def to_gold(self) -> dict[str, Any]:
        """The reading in the gold's form: claims, facts, quotes."""
        text = self.document.text
        return {
            "claims": [c.to_gold(text) for c in self.claims],
            "facts": [f.to_gold(text) for f in self.facts],
            "quotes": [q.to_gold(text) for q in self.quotes],
        }


@dataclass(frozen=True, slots=True)
class Judgement:
    """A decision of a person or a rule: two things are the same, are not, or a claim is wrong or right.

    ``kind`` is "same", "not-same", "wrong" or "right"; ``target`` an entity or claim id, ``other`` the
    second entity for the first two. ``undoes`` names the judgement that this one takes back.
    """

    id: str
    kind: str
    target: str
    other: str | None
    author: str
    made: dt.datetime
    reason: str | None = None
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Sourced:
    """A claim with where it stands: what fusion and queries need of its document, and nothing else.

    ``id`` is the claim's stable id, ``text`` the characters of its evidence, ``document`` the document's
    id, ``recorded`` when the record took the document in (UTC).
    """

    id: str
    claim: Claim
    text: str
    document: str
    published: PartialDate | None
    publisher: str | None
    recorded: dt.datetime
    lang: str | None = None

    @property
    def known(self) -> dt.date:
        """The day by which it was known: the last that ``published`` may be, else the day it was recorded."""
        return self.published.latest if self.published else self.recorded.date()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a conflict: what it says (None: that the person was, or was not, there) and its claims' ids."""

    date: PartialDate | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources that disagree on ``about`` ("start", "end", "leave", "return" or "presence").

    The first of ``sides`` is the one taken; ``rule`` says in words why.
    """

    about: str
    sides: tuple[Side, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's holding of one post at one organisation over an interval, derived from claims.

    ``status`` is one of current, ended, planned, on_leave, unobserved. ``observed`` is the last day of
    publication on which a source placed the person in the post. ``evidence`` and ``rumours`` hold claim
    ids (denials count as rumours). ``began_by`` and ``ended_by`` are the days by which it had begun and
    ended at the latest, also where no source gives the date itself; None: not begun, not ended.
    ``planned`` says that its beginning is so far only announced.
    """

    person: str
    org: str
    post: str | None
    role: str | None
    interim: bool
    start: PartialDate | None
    end: PartialDate | None
    status: str
    observed: PartialDate | None
    confidence: float
    evidence: tuple[str, ...] = ()
    rumours: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    manner_start: str | None = None
    manner_end: str | None = None
    leaves: tuple[tuple[PartialDate | None, PartialDate | None], ...] = field(default=())
    began_by: dt.date | None = None
    ended_by: dt.date | None = None
    planned: bool = False
