"""A claim in the making: entities instead of names, offsets of the analysis instead of the document's."""

from __future__ import annotations

from dataclasses import dataclass, field

from incumbent.model import CHANGES, PartialDate

FIRM = 2


@dataclass(slots=True)
class Draft:
    """What one trigger or description says, before what all sentences say is put together.

    People and organisations are entity ids. ``explicit`` counts what was found in the words of the
    claim itself rather than supplied by the discourse; ``told`` is False for a claim that another
    one implies, ``inferred`` True where the post is one that the person, or the predecessor, is
    known to have. ``belief`` is the probability of a draft that no trigger told but the words around
    a name suggest, 1 for all others. ``moves``: a start that says that the person comes from somewhere else.
    ``present``: a post said to be the one of today ("now head of O"), and so not one that was handed over.
    a name suggest, 1 for all others. ``lasting``: its date is since when, until what the text tells of.
    """

    kind: str
    person: int
    org: int | None
    sentence: int
    start: int
    end: int
    post: tuple[int, int] | None = None
    role: str | None = None
    interim: bool = False
    manner: str | None = None
    status: str = "actual"
    date: PartialDate | None = None
    end_date: PartialDate | None = None
    other: int | None = None
    old: int | None = None
    source: int | None = None
    told: bool = True
    inferred: bool = False
    present: bool = False
    explicit: int = 0
    belief: float = 1.0
    moves: bool = False
    lasting: bool = False
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)

    def fits(self, other: Draft) -> bool:
        """Whether both may be one claim: same kind, person, organisation and a role that does not differ."""
        return (
            self.kind == other.kind
            and self.person == other.person
            and self._same_org(other)
            and (self.status == "denied") == (other.status == "denied")
            and (self._same_post(other) or self._yields(other) or other._yields(self))
            and self.interim == other.interim
        )

    def _same_post(self, other: Draft) -> bool:
        """Whether the roles may be one; two posts that one sentence names are two where their roles are not equal."""
        named = not (self.inferred or other.inferred) and None not in (self.post, other.post)
        if named and self.kind in CHANGES and self.sentence == other.sentence and self.post != other.post:
            return self.role == other.role
        return same_role(self.role, other.role)

    def _yields(self, other: Draft) -> bool:
        """Whether the post was only supposed and another reading of the sentence names it."""
        return self.inferred and not other.inferred and self.sentence == other.sentence and self.kind == "start"

    def _same_org(self, other: Draft) -> bool:
        """Whether the organisations may be one: of two readings of one sentence the firmer names it."""
        if self.org == other.org or self.org is None or other.org is None:
            return True
        return self.sentence == other.sentence and min(self.explicit, other.explicit) < FIRM and self.kind == "start"


def same_role(a: str | None, b: str | None) -> bool:
    """Whether two roles may be one: equal, or one is not said."""
    return a is None or b is None or a == b or "other" in (a, b)
