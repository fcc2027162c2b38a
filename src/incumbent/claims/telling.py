"""What a sentence tells of each person in it, by a linear model over its words: for what no trigger matches.

The rules say little that is wrong and miss much. The model reads the words around a name, those of
the whole sentence, and what the rules made of it, and tells how likely each kind of change is.
``tools/train_telling.py`` learns its weights; a language without them has rules alone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise, repeat
from typing import NamedTuple

from incumbent.claims.draft import Draft
from incumbent.claims.encode import Coded, Item
from incumbent.claims.links import Links
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST, PRONOUN, SPEAKER
from incumbent.lexicon.weights import Weights, Words
from incumbent.model import DateMention, PartialDate, PostMention

KINDS = ("start", "end", "leave", "return")
_SIGNS = {PERSON: "<P>", PRONOUN: "<H>", SPEAKER: "<I>", ORG: "<O>", ORG_WORD: "<o>", POST: "<R>", DATE: "<D>",
          PLACE: "<L>"}  # fmt: skip
# Words are known by their first letters, so that forms of one word are one feature.
_STEM = 5
_WINDOW = 6
# How far the verb may stand from its subject, behind a post, an organisation, an age.
_APPOSITION = 16
_SKIPPED = frozenset({*_SIGNS.values(), ",", "(", ")"}) - {"<P>", "<H>", "<I>"}
_PLACES = ("1", "2")
_MANY = 3


class Subject(NamedTuple):
    """A person of a sentence: the entity, and the items that stand for it (none: the rules supplied it)."""

    person: int
    places: tuple[int, ...]


class Teller:
    """Tells how likely each kind of change is, of one document's people."""

    def __init__(
        self, weights: Weights, words: Grammar, posts: Sequence[PostMention], dates: Sequence[DateMention],
        published: PartialDate | None,
    ) -> None:  # fmt: skip
        self._weights = weights
        self._skipped = _stems(words.union("of", "at", "determiners")) | _SKIPPED
        self._posts = posts
        self._dates = dates
        self._published = published

    @property
    def is_silent(self) -> bool:
        """Whether the language has no weights."""
        return not self._weights.of

    def likely(
        self, coded: Coded, links: Links, subjects: Sequence[Subject], drafts: Sequence[Draft],
        known: dict[int, list[Draft]], people: int,
    ) -> Iterator[tuple[Subject, dict[str, float]]]:  # fmt: skip
        """For each subject the probability of each kind; ``people``: how many there are in the sentence."""
        if not subjects:
            return
        signs = signs_of(coded)
        shared = self._weights.scores_of_words(self.of_sentence(coded, signs, people))
        for subject in subjects:
            own = self._weights.scores_of_words(self.of_subject(coded, links, signs, subject, drafts, known))
            yield (
                subject,
                {
                    kind: 1 / (1 + math.exp(-max(-30.0, a + b)))
                    for kind, a, b in zip(self._weights.classes, shared, own, strict=True)
                },
            )

    def of_sentence(self, coded: Coded, signs: Sequence[str], people: int) -> list[Words]:
        """The features of a whole sentence."""
        dated = [item for item in coded.items if item.symbol == DATE] if DATE in coded.symbols else ()
        return [
            ("bias",), ("people", str(min(people, _MANY))), *([("heading",)] if coded.sentence.heading else ()),
            *zip(repeat("has"), set(signs)), *set(pairwise(signs)),
            *[("date", *self._when(self._dates[item.ref])) for item in dated],
        ]  # fmt: skip

    def _when(self, mention: DateMention) -> Words:
        if mention.date is None or self._published is None:
            return (mention.relation,)
        side = "past" if mention.date.before(self._published) else "future" if self._published.before(
            mention.date) else "now"  # fmt: skip
        return mention.relation, side

    def of_subject(
        self, coded: Coded, links: Links, signs: Sequence[str], subject: Subject, drafts: Sequence[Draft],
        known: dict[int, list[Draft]],
    ) -> set[Words]:  # fmt: skip
        """The features of one person in a sentence."""
        features = set(_rules(subject.person, drafts))
        said = known.get(subject.person, ())
        features.update([("before", draft.kind) for draft in said])
        if not said:
            features.add(("new",))
        features.add(("as", signs[subject.places[0]]) if subject.places else ("supplied",))
        for at in subject.places:
            features.update(_around(signs, at))
            features.update(self._verb(signs, at))
            for post in links.posts_of(at):
                features.update(self._title(coded.items[post], post < at))
        return features

    def _verb(self, signs: Sequence[str], at: int) -> Iterator[Words]:
        """The first words behind a person that are no part of what describes it: mostly the verb."""
        for i in range(at + 1, min(at + _APPOSITION, len(signs))):
            if signs[i] not in self._skipped and not signs[i][0].isdigit():
                yield "then", signs[i]
                if i + 1 < len(signs):
                    yield "then", signs[i], signs[i + 1]
                return

    def _title(self, item: Item, before: bool) -> Iterator[Words]:
        """The post beside a person."""
        post = self._posts[item.ref]
        yield "post", "before" if before else "behind"
        for name in ("former", "interim", "future", "plural"):
            if getattr(post, name):
                yield "post", name


def subjects_of(coded: Coded, drafts: Iterable[Draft], pronouns: Iterable[tuple[int, int | None]]) -> list[Subject]:
    """The people of a sentence: named, meant by a pronoun (item and entity), or supplied by the rules."""
    places: dict[int, list[int]] = defaultdict(list)
    for i, item in enumerate(coded.items) if PERSON in coded.symbols else ():
        if item.symbol == PERSON:
            places[item.ref].append(i)
    for i, entity in pronouns:
        if entity is not None:
            places[entity].append(i)
    for draft in drafts:
        places.setdefault(draft.person, [])
    return [Subject(person, tuple(at)) for person, at in places.items()]


def signs_of(coded: Coded) -> list[str]:
    """The items of a sentence as features name them: mentions by kind, words by their first letters."""
    return [_SIGNS.get(item[0]) or _stem(item[0]) for item in coded.items]


@cache
def _stems(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_stem, words))


def _stem(word: str) -> str:
    return word if len(word) <= _STEM else word[:_STEM] + "*"


def _rules(person: int, drafts: Sequence[Draft]) -> Iterator[Words]:
    """What the rules made of the sentence, for the person and for others."""
    own = [draft for draft in drafts if draft.person == person]
    for draft in own:
        for told in (str(draft.explicit), str(draft.manner), draft.status):
            yield "rule", draft.kind, told
        yield "rule", draft.kind, "post", str(draft.role is not None)
    yield "rules", "+".join(sorted({draft.kind for draft in own}))
    for kind in {draft.kind for draft in drafts if draft.person != person}:
        yield "another", kind


def _around(signs: Sequence[str], at: int) -> list[Words]:
    """The words left and right of an item, the nearest by place."""
    left, right = signs[max(0, at - _WINDOW) : at][::-1], signs[at + 1 : at + 1 + _WINDOW]
    found: list[Words] = []
    for side, near in (("left", left), ("right", right)):
        found += zip(repeat(side), near)
        found += zip(repeat(side), _PLACES, near)
        if len(near) >= len(_PLACES):
            found.append((side, *near[: len(_PLACES)]))
    return found
