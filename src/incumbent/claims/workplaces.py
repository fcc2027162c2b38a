"""Which organisation a claim is about, of all that the document names: a log-linear choice over what is known of each.

The rules of ``organisations.py`` and ``arguments.py`` propose one; here it is weighed against the others by
features of the sentence, the discourse and the person, whose weights ``tools/train_choices.py`` learned.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import FIRM, Draft
from incumbent.claims.encode import Coded
from incumbent.claims.found import Passage
from incumbent.claims.slots import Slots
from incumbent.claims.standing import Standing, bucket
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, PLACE
from incumbent.lexicon.weights import Weights
from incumbent.model import CHANGES, Entity

# What the rules chose is overruled only where much more speaks for another: with less of a lead the choice is no
# better than theirs on documents that the weights were not learned from.
_RULES_LEAD = 1.5
# How many names before the sentence stay open to choice.
_RECENT = 6
_ORGS = frozenset({ORG, PLACE})
# More sentences than any document has before it is under way.
_FAR = 99
# Steps to one point of a topic's score.
_FINE = 2


class Option(NamedTuple):
    """An organisation that a claim may be about, and what speaks for or against it."""

    org: int
    features: list[str]


class _Claim(NamedTuple):
    """A claim whose organisation is open, and what is looked up once for all of them.

    ``places``: where organisations stand in its sentence, each by its first item. ``extent``: the items from which it
    was made. ``told``: what was said before of its people, by organisation. ``seats``: where others have its post.
    """

    passage: Passage
    draft: Draft
    post: int | None
    places: dict[int, int]
    extent: tuple[int, int]
    topic: int | None
    told: dict[int | None, list[str]]
    seats: set[int | None]


class Workplaces:
    """Weighs the organisations of one document for each of its claims."""

    def __init__(
        self, coded: Sequence[Coded], discourse: Discourse, slots: Slots, words: Grammar, weights: Weights
    ) -> None:
        self._discourse = discourse
        self._slots = slots
        self._standing = Standing(words)
        self._weights = weights
        self._lasting_scores: dict[tuple[int, str | None], float] = {}
        self._recent: list[int] = []
        named = [(i.ref, c.number) for c in coded if ORG in c.symbols for i in c.items if i.symbol == ORG]
        self._count = Counter(ref for ref, _ in named)
        self._first = dict(reversed(named))
        self._title = {ref for ref, number in named if coded[number].sentence.heading or not number}
        self._most = max(self._count.values(), default=0)
        self._known: dict[int, list[str]] = {}
        self._most_topical = max(discourse.topic_scores.values(), default=0.0)

    def leave(self, coded: Coded) -> None:
        """End a sentence: remember what it named."""
        for item in coded.items if ORG in coded.symbols else ():
            if item.symbol == ORG:
                if item.ref in self._recent:
                    self._recent.remove(item.ref)
                self._recent.append(item.ref)
        del self._recent[:-_RECENT]

    def choose(
        self, passage: Passage, draft: Draft, post: int | None, left: frozenset[int] = frozenset()
    ) -> tuple[int | None, float]:
        """The organisation of a draft, which the rules gave ``draft.org``, and how likely it is of all that are open.

        ``post``: the item of the draft's post; ``left``: organisations that it cannot be.
        """
        if draft.explicit < FIRM and self._discourse.main_org not in left and self._is_astray(passage, draft.org):
            draft.org = self._discourse.main_org
        settled = draft.explicit >= FIRM and draft.kind not in CHANGES
        settled = settled or (draft.belief == 1.0 and self._discourse.governs(draft.org, draft.role))
        if settled or not self._weights.of:
            return draft.org, 1.0
        claim = self._claim(passage, draft, post)
        orgs = self._candidates(claim, left)
        if not orgs:
            return draft.org, 1.0
        score = self._weights.score
        scores = [score(self._of_claim(claim, org)) + self._lasting_score(org, draft.role) for org in orgs]
        if draft.org is not None:
            scores[0] += _RULES_LEAD
        best = max(range(len(orgs)), key=scores.__getitem__)
        return orgs[best], 1 / sum(math.exp(score - scores[best]) for score in scores)

    def _is_astray(self, passage: Passage, org: int | None) -> bool:
        """Whether a supplied organisation is neither what the text is about nor named in the paragraph so far.

        It comes from what was said of the person long before, of another time of her life.
        """
        about = self._discourse
        if about.main_org is None or org in (None, about.main_org, about.heading_org, about.scene):
            return False
        if org in about.paragraph_orgs or org in about.states or about.is_state(org):
            return False
        return all(item.ref != org for item in passage.coded.items if item.symbol == ORG)

    def options(
        self, passage: Passage, draft: Draft, post: int | None, left: frozenset[int] = frozenset()
    ) -> list[Option]:
        """The organisations open to choice, with their features."""
        claim = self._claim(passage, draft, post)
        return [
            Option(org, [*self._of_claim(claim, org), *self._lasting(org, draft.role)])
            for org in self._candidates(claim, left)
        ]

    def _candidates(self, claim: _Claim, left: frozenset[int]) -> list[int]:
        about, draft = self._discourse, claim.draft
        named = (draft.org, *claim.places, *reversed(self._recent), about.main_org, about.heading_org)
        every = dict.fromkeys((*named, *self._of_people(draft)))
        return [org for org in every if org is not None and (org not in left or org == draft.org)]

    def _claim(self, passage: Passage, draft: Draft, post: int | None) -> _Claim:
        coded = passage.coded
        inside = [i for i, item in enumerate(coded.items) if draft.start <= item.start < draft.end]
        return _Claim(
            passage, draft, post, self._places(coded), (inside[0], inside[-1] + 1) if inside else (0, 0),
            self._discourse.topic(), self._told(draft), self._seats(draft),
        )  # fmt: skip

    def _of_people(self, draft: Draft) -> Iterator[int | None]:
        for person in (draft.person, draft.old):
            if person is not None:
                yield from (known.org for known in self._slots.known.get(person, ())[-_RECENT:])

    @staticmethod
    def _places(coded: Coded) -> dict[int, int]:
        """Where organisations stand in a sentence, each by its first item."""
        places: dict[int, int] = {}
        for i, item in enumerate(coded.items):
            if item.symbol in _ORGS:
                places.setdefault(item.ref, i)
        return places

    def _told(self, draft: Draft) -> dict[int | None, list[str]]:
        """What was said before of the people of a claim, by organisation."""
        told: dict[int | None, list[str]] = defaultdict(list)
        for who, person in (("own", draft.person), ("old", draft.old)):
            known = self._slots.known.get(person, ()) if person is not None else ()
            for org, kind in dict.fromkeys((d.org, d.kind) for d in known):
                told[org].append(f"{who} {kind} {draft.kind}")
            if known:
                told[known[-1].org].append(f"{who} last")
        return told

    def _seats(self, draft: Draft) -> set[int | None]:
        """Where others are said to have the post of a claim."""
        if draft.role is None:
            return set()
        others = (said for person, said in self._slots.known.items() if person != draft.person)
        return {d.org for said in others for d in said if d.role == draft.role}

    def _of_claim(self, claim: _Claim, org: int) -> Iterator[str]:
        """What changes from claim to claim."""
        draft, at = claim.draft, claim.places.get(org)
        if org == draft.org:
            by = "rule" if draft.belief == 1.0 else "guess"
            yield f"{by} {draft.explicit}"
            yield f"{by} {draft.explicit} {draft.kind}"
        if at is not None:
            yield from self._standing.features(claim.passage, draft, claim.post, claim.extent, at)
        yield from self._said(claim, org, at is not None)

    def _lasting_score(self, org: int, role: str | None) -> float:
        """What :meth:`_lasting` adds, the same for all claims of one role."""
        score = self._lasting_scores.get((org, role))
        if score is None:
            score = self._lasting_scores[org, role] = self._weights.score(self._lasting(org, role))
        return score

    def _lasting(self, org: int, role: str | None) -> Iterator[str]:
        """What the document as a whole and the name tell."""
        yield from self._of_document(org)
        yield from self._of_name(org, role)

    def _said(self, claim: _Claim, org: int, here: bool) -> Iterator[str]:
        """What the document said before of the organisation and of the people of the claim."""
        about = self._discourse
        if not here and org in self._recent:
            yield f"recent {len(self._recent) - self._recent.index(org)}"
        if org in about.paragraph_orgs:
            yield "in paragraph"
            if org == about.paragraph_orgs[0]:
                yield "first of paragraph"
        if org == about.heading_org:
            yield "heading"
        if org == about.spoken_of:
            yield "spoken of"
        if org == claim.topic:
            yield "topic" + (" single" if about.single else "")
        yield from claim.told.get(org, ())
        if org in claim.seats:
            yield "same seat"

    def _of_document(self, org: int) -> Iterator[str]:
        about = self._discourse
        if org == about.main_org:
            yield "main" + (" single" if about.single else " of many")
        behind = self._most_topical - about.topic_scores.get(org, 0.0)
        yield f"behind the topic {bucket(round(behind * _FINE))}"
        if org in self._title:
            yield "title"
        if self._first.get(org, _FAR) <= 2:
            yield "lead"
        count = self._count[org]
        yield f"named {bucket(count)}"
        if count == self._most:
            yield "named most"

    def _of_name(self, org: int, role: str | None) -> Iterator[str]:
        if org not in self._known:
            self._known[org] = list(_shape(self._discourse.entities[org]))
        yield from self._known[org]
        if role is not None:
            for word in self._known[org]:
                yield f"{role} {word}"


def _shape(entity: Entity) -> Iterator[str]:
    """What the name itself tells: its kind, its length, its first and last words."""
    words = entity.name.split()
    yield f"{entity.kind} {bucket(len(words))}"
    yield f"opens {words[0].lower()}"
    if words[1:]:
        yield f"ends {words[-1].lower()}"
