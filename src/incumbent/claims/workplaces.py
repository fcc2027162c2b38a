"""Which organisation a claim is about, of all that the document names: a log-linear choice over what is known of each.

The rules of ``slots.py`` and ``arguments.py`` propose one; here it is weighed against the others by
features of the sentence, the discourse and the person, whose weights ``tools/train_choices.py`` learned.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from incumbent.claims.discourse import Discourse
from incumbent.claims.draft import FIRM, Draft
from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.slots import Passage, Slots
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, PLACE, POST
from incumbent.lexicon.weights import Weights
from incumbent.model import CHANGES, Entity

# Word lists of the grammar that tell how a name stands in its sentence, the first that fits.
_BEFORE = ("former", "from", "to", "by", "at", "of", "as", "possessives", "prepositions", "conjunctions", "determiners")
_BEHIND = ("possessive_mark", "reporting", "past_auxiliaries", "passive", "conjunctions", "prepositions", "relatives")
# What the rules chose is overruled only where much more speaks for another: with less of a lead the choice is no
# better than theirs on documents that the weights were not learned from.
_RULES_LEAD = 1.5
# How many names before the sentence stay open to choice.
_RECENT = 6
_NEAR = (1, 2, 4, 8, 16)
_FAR = 99
# Steps to one point of a topic's score.
_FINE = 2


class Option(NamedTuple):
    """An organisation that a claim may be about, and what speaks for or against it."""

    org: int
    features: list[str]


class Workplaces:
    """Weighs the organisations of one document for each of its claims."""

    def __init__(
        self, coded: Sequence[Coded], discourse: Discourse, slots: Slots, words: Grammar, weights: Weights
    ) -> None:
        self._discourse = discourse
        self._slots = slots
        self._words = words
        self._weights = weights
        self._recent: list[int] = []
        named = [(i.ref, c.number) for c in coded for i in c.items if i.symbol == ORG]
        self._count = Counter(ref for ref, _ in named)
        self._first = dict(reversed(named))
        self._title = {ref for ref, number in named if coded[number].sentence.heading or not number}
        self._most = max(self._count.values(), default=0)
        self._known: dict[int, list[str]] = {}
        self._most_topical = max(discourse.topic_scores.values(), default=0.0)

    def leave(self, coded: Coded) -> None:
        """End a sentence: remember what it named."""
        for item in coded.items:
            if item.symbol == ORG:
                if item.ref in self._recent:
                    self._recent.remove(item.ref)
                self._recent.append(item.ref)
        del self._recent[:-_RECENT]

    def choose(self, passage: Passage, draft: Draft, post: int | None) -> tuple[int | None, float]:
        """The organisation of a draft, which the rules gave ``draft.org``, and how likely it is of all that are open.

        ``post``: the item of the draft's post.
        """
        settled = draft.explicit >= FIRM and draft.kind not in CHANGES
        settled = settled or (draft.belief == 1.0 and self._discourse.governs(draft.org, draft.role))
        options = self.options(passage, draft, post) if self._weights.of and not settled else []
        if not options:
            return draft.org, 1.0
        scores = [sum(self._weights.scores(option.features)) for option in options]
        if draft.org is not None:
            scores[0] += _RULES_LEAD
        best = max(range(len(options)), key=scores.__getitem__)
        return options[best].org, 1 / sum(math.exp(score - scores[best]) for score in scores)

    def options(self, passage: Passage, draft: Draft, post: int | None) -> list[Option]:
        """The organisations open to choice, with their features."""
        places = self._places(passage.coded)
        about = self._discourse
        candidates = dict.fromkeys(
            org for org in (draft.org, *places, *reversed(self._recent), about.main_org, about.heading_org,
                            *self._of_people(draft)) if org is not None
        )  # fmt: skip
        return [Option(org, [*self._features(passage, draft, post, org, places.get(org))]) for org in candidates]

    def _of_people(self, draft: Draft) -> Iterator[int | None]:
        for person in (draft.person, draft.old):
            if person is not None:
                yield from (known.org for known in self._slots.known.get(person, ())[-_RECENT:])

    @staticmethod
    def _places(coded: Coded) -> dict[int, int]:
        """Where organisations stand in a sentence, each by its first item."""
        places: dict[int, int] = {}
        for i, item in enumerate(coded.items):
            if item.symbol in (ORG, PLACE):
                places.setdefault(item.ref, i)
        return places

    def _features(self, passage: Passage, draft: Draft, post: int | None, org: int, at: int | None) -> Iterator[str]:
        if org == draft.org:
            by = "rule" if draft.belief == 1.0 else "guess"
            yield f"{by} {draft.explicit}"
            yield f"{by} {draft.explicit} {draft.kind}"
        if at is not None:
            yield from self._standing(passage, draft, post, at)
        yield from self._said(draft, org, at is not None)
        yield from self._of_document(org)
        yield from self._of_name(draft, org)

    def _standing(self, passage: Passage, draft: Draft, post: int | None, at: int) -> Iterator[str]:
        """How the name stands in the sentence of the claim."""
        items = passage.coded.items
        before = self._kind_before(passage.coded, at)
        behind = self._group(items[at + 1].symbol, _BEHIND) if at + 1 < len(items) else "end"
        side = "left" if items[at].start < draft.start else "inside" if items[at].end <= draft.end else "right"
        yield f"in {side}"
        yield f"before {before}"
        yield f"before {before} {side} {draft.kind}"
        yield f"behind {behind}"
        yield f"behind {behind} {side}"
        first, last = self._extent(passage.coded, draft)
        low, high = (at + 1, first) if side == "left" else (last, at)
        between = [item.symbol for item in items[low:high]]
        yield f"near {side} {_bucket(len(between))}"
        for name, found in (("person", not PEOPLE.isdisjoint(between)), ("org", ORG in between),
                            ("post", POST in between), ("comma", "," in between)):  # fmt: skip
            if found:
                yield f"across {name} {side}"
        linked = [p for p, o in passage.links.org_of.items() if o == at]
        if post is not None and post in linked:
            yield "of its post"
        elif linked:
            holders = {items[passage.links.person_of[p]].ref for p in linked if p in passage.links.person_of}
            yield "of a post of " + ("him" if draft.person in holders else "another" if holders else "nobody")

    @staticmethod
    def _extent(coded: Coded, draft: Draft) -> tuple[int, int]:
        """The items [first, last) from which a draft was made."""
        inside = [i for i, item in enumerate(coded.items) if draft.start <= item.start < draft.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _kind_before(self, coded: Coded, at: int) -> str:
        items = coded.items
        i = at - 1
        while i > 0 and items[i].symbol in self._words["determiners"] and items[i].symbol not in self._words["of"]:
            i -= 1
        return self._group(items[i].symbol, _BEFORE) if i >= 0 else "start"

    def _group(self, symbol: str, names: Iterable[str]) -> str:
        """The first of some word lists that holds a word; else its own sign, or "word"."""
        for name in names:
            if symbol in self._words[name]:
                return name
        return "word" if symbol[0].isalnum() and len(symbol) > 1 else symbol

    def _said(self, draft: Draft, org: int, here: bool) -> Iterator[str]:
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
        if org == about.topic():
            yield "topic" + (" single" if about.single else "")
        for who, person in (("own", draft.person), ("old", draft.old)):
            known = self._slots.known.get(person, ()) if person is not None else ()
            for kind in {d.kind for d in known if d.org == org}:
                yield f"{who} {kind} {draft.kind}"
            if known and known[-1].org == org:
                yield f"{who} last"
        if draft.role is not None and any(
            d.org == org and d.role == draft.role and p != draft.person
            for p, said in self._slots.known.items() for d in said
        ):  # fmt: skip
            yield "same seat"

    def _of_document(self, org: int) -> Iterator[str]:
        about = self._discourse
        if org == about.main_org:
            yield "main" + (" single" if about.single else " of many")
        behind = self._most_topical - about.topic_scores.get(org, 0.0)
        yield f"behind the topic {_bucket(round(behind * _FINE))}"
        if org in self._title:
            yield "title"
        if self._first.get(org, _FAR) <= 2:
            yield "lead"
        count = self._count[org]
        yield f"named {_bucket(count)}"
        if count == self._most:
            yield "named most"

    def _of_name(self, draft: Draft, org: int) -> Iterator[str]:
        if org not in self._known:
            self._known[org] = list(_shape(self._discourse.entities[org]))
        yield from self._known[org]
        if draft.role is not None:
            for word in self._known[org]:
                yield f"{draft.role} {word}"


def _shape(entity: Entity) -> Iterator[str]:
    """What the name itself tells: its kind, its length, its first and last words."""
    words = entity.name.split()
    yield f"{entity.kind} {_bucket(len(words))}"
    yield f"opens {words[0].lower()}"
    if words[1:]:
        yield f"ends {words[-1].lower()}"


def _bucket(number: int) -> int:
    return next((bound for bound in _NEAR if number <= bound), _FAR)
