"""Changes that no trigger tells but the words around a name make likely."""

from __future__ import annotations

from dataclasses import replace

from incumbent.claims.draft import Draft
from incumbent.claims.drafter import Drafter
from incumbent.claims.found import Passage
from incumbent.claims.telling import Subject, Teller, subjects_of
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.patterns import PRONOUN, SPEAKER
from incumbent.lexicon.triggers import NO_CHANGE
from incumbent.model import CHANGES

# How likely a change must be that no trigger tells.
_LIKELY = 0.75


class Supposer:
    """Supposes the changes that the learned weights find likely."""

    def __init__(self, drafter: Drafter, teller: Teller) -> None:
        self.drafter = drafter
        self.teller = teller
        self.discourse = drafter.discourse
        self.slots = drafter.slots

    def read(self, passage: Passage, drafts: list[Draft], described: int) -> list[Draft]:
        """Changes that no trigger tells but the words around a name make likely.

        Left out are sentences that demand or ask for something, people of whom a trigger speaks (the drafts
        but for the first ``described``, which are of posts beside names), and posts that somebody else takes
        or leaves here.
        """
        coded = passage.coded
        if self.teller.is_silent or not coded.symbols.isdisjoint(self.discourse.words["requests"]):
            return []
        pronouns = [
            (i, self.discourse.meant(coded, i) if item.symbol == PRONOUN else self.discourse.speaker(item.start))
            for i, item in enumerate(coded.items) if item.symbol in (PRONOUN, SPEAKER)
        ]  # fmt: skip
        spoken_of = {draft.person for i, draft in enumerate(drafts) if i >= described or draft.kind in CHANGES}
        everybody = subjects_of(coded, drafts, pronouns)
        subjects = [subject for subject in everybody if subject.person not in spoken_of]
        taken = {draft.post for draft in drafts if draft.kind in CHANGES and draft.post}
        likely = self.teller.likely(coded, passage.links, subjects, drafts, self.slots.known, len(everybody))
        supposed = [
            self._suppose(passage, subject, kind, belief)
            for subject, kinds in likely
            for kind, belief in kinds.items()
            if belief >= _LIKELY
        ]
        return [draft for draft in supposed if draft.belief >= _LIKELY and self._stands(draft, taken)]

    def _stands(self, draft: Draft, taken: set[tuple[int, int]]) -> bool:
        """Whether a likely change has a post that nobody else takes here, or is of somebody told of before."""
        return draft.post not in taken if draft.post else draft.person in self.slots.known

    def _suppose(self, passage: Passage, subject: Subject, kind: str, belief: float) -> Draft:
        """The draft of a change that is likely: its post and organisation are those nearest to the person."""
        at = subject.places[0] if subject.places else 0
        trigger = Trigger(replace(NO_CHANGE, kind=kind, org="near"), at, at + 1, {})
        post = self.slots.seat(passage, kind, subject.person, subject.places)
        org, explicit = self.slots.org(passage, trigger, post.item, subject.person, None)
        return self.drafter.told(passage, trigger, subject.person, None, org, min(explicit, 1), post, belief=belief)
