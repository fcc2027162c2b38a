"""Votes on what a candidate is, and what they are cast by."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.lexicon.names import NameLexicon


class Votes:
    """Weights for a person, an organisation and a place."""

    __slots__ = ("org", "person", "place")

    def __init__(self, person: float = 0.0, org: float = 0.0, place: float = 0.0) -> None:
        self.person = person
        self.org = org
        self.place = place

    def add(self, other: Votes) -> None:
        """Add another's weights."""
        self.person += other.person
        self.org += other.org
        self.place += other.place

    @property
    def best(self) -> float:
        """The greatest weight."""
        return max(self.person, self.org, self.place)

    def kind(self, several: bool) -> str:
        """The kind with the greatest weight; in a tie a person where the name has ``several`` words."""
        if self.place > self.person and self.place > self.org:
            return "place"
        if self.person == self.org:
            return "person" if several else "org"
        return "person" if self.person > self.org else "org"


class Context(NamedTuple):
    """The language, where the posts of the document start and end (offsets), its words in small letters."""

    lex: NameLexicon
    post_starts: set[int]
    post_ends: set[int]
    lowers: set[str]
