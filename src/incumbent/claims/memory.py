"""What the document said of each person so far, and what later sentences take from it."""

from __future__ import annotations

from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded
from incumbent.claims.found import Passage
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, PERSON, POST
from incumbent.lexicon.triggers import Frame
from incumbent.model import Mentions, PartialDate

# How many sentences on something counts as told just before.
JUST = 2
_MEMORY = 64


class Memory:
    """Remembers what was said of each person, and tells who is meant and which post is free."""

    def __init__(self, mentions: Mentions, discourse: Discourse, words: Grammar, published: PartialDate | None) -> None:
        self.mentions = mentions
        self.published = published
        self.discourse = discourse
        self.words = words
        self.known: dict[int, list[Draft]] = {}
        self._open: Draft | None = None

    def remember(self, draft: Draft) -> None:
        """Keep a draft for later sentences."""
        drafts = self.known.setdefault(draft.person, [])
        drafts.append(draft)
        del drafts[:-_MEMORY]

    def who(self, coded: Coded, index: int | None) -> int | None:
        """The entity at an item: a name, a pronoun, or a post whose holder the document named before."""
        if index is None:
            return None
        if index < 0 or coded.items[index].symbol != POST:
            return self.discourse.person(coded, index)
        mention = self.mentions.posts[coded.items[index].ref]
        role = mention.role
        holders = [
            (draft.sentence, person)
            for person, drafts in self.known.items()
            for draft in drafts
            if draft.role == role and draft.kind != "held" and role != "other"
        ]
        former = mention.former or (index > 1 and coded.items[index - 2].symbol in self.words["former"])
        if not holders and (former or (role == "researcher" and not mention.plural)):
            return self.discourse.described(coded)
        return max(holders)[1] if holders else None

    def role_at(self, coded: Coded, item: int) -> str:
        """The role of the post at an item."""
        return self.mentions.posts[coded.items[item].ref].role

    def latest(
        self, person: int | None, kinds: tuple[str, ...], *, named: bool = False, handed: bool = False
    ) -> Draft | None:
        """What was last said of a person, at the organisation spoken of before any other.

        ``named``: with a post; ``handed``: none that the person is said to have by now, so that it can be handed over.
        """
        known = self.known.get(person, ()) if person is not None else ()
        said = [
            d for d in known if d.kind in kinds and (d.role is not None or not named) and not (handed and d.present)
        ]
        topic = self.discourse.topic()
        if said and self.discourse.number - said[-1].sentence <= JUST:
            return said[-1]
        return next((d for d in reversed(said) if d.org == topic), said[-1] if said else None)

    def just_told(self, kind: str, person: int | None, sentence: int) -> Draft | None:
        """The change that was told just before: "X joins O as head. She replaces Y.", "She replaces Y, retired"."""
        for draft in reversed(self.known.get(person, ()) if person is not None else ()):
            near = JUST if draft.told and kind == "start" else 0
            if draft.date is not None and kind == "start" and draft.sentence == sentence:
                continue
            if draft.kind == kind and 0 <= sentence - draft.sentence <= near:
                return draft
        return None

    def vacant(self, person: int) -> Draft | None:
        """The post that somebody else was last said to have left, for good or for a time."""
        others = [d for who, said in self.known.items() if who != person for d in said]
        left = [d for d in others if d.kind in ("end", "leave", "return")]
        return max((d for d in left if d.role is not None), key=lambda d: d.start, default=None)

    def _taken(self, frame: Frame, person: int) -> Draft | None:
        """The post that a start takes up without naming it: the one kept warm till now, or that somebody else left."""
        if frame.post == "own":
            own = self.latest(person, ("hold", "start"))
            here = own is not None and own.kind == "hold" and own.sentence == self.discourse.number
            return own if own is not None and (own.interim or here) else self.vacant(person)
        return self.vacant(person) if frame.interim else None

    def _opened(self, passage: Passage, trigger: Trigger, person: int | None) -> Draft | None:
        """The seat that was told of just before, for the only name of a sentence, where it is new to the text."""
        seat, coded = self._open, passage.coded
        if seat is None or coded.number - seat.sentence > 1 or trigger.frame.post == "none":
            return None
        if trigger.frame.kind not in ("start", "end") or person is None:
            return None
        others = any(
            (item.symbol == ORG and item.ref != seat.org) or (item.symbol == PERSON and item.ref != person)
            for item in coded.items
        )
        known = any(draft.sentence < coded.number for draft in self.known.get(person, ()))
        return None if others or known else seat
