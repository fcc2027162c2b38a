"""What a document is about: the organisation, and the country, that its sentences mean where they name none."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from incumbent.claims.encode import Coded
from incumbent.claims.governments import States
from incumbent.claims.links import Links
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.name_bits import GIVEN, LEGAL, SURNAME
from incumbent.lexicon.names import NameLexicon
from incumbent.lexicon.patterns import ORG, ORG_WORD, PLACE, POST
from incumbent.model import Entity, Mentions

# What the standing of an organisation in a document tells of its being what the document is about: for what is
# counted, the weight of the square root of the count (mast: the publisher, where the text does not name it).
# Fitted to documents whose main organisation is known.
_WEIGHTS = {
    "paragraphs": 1.15, "opened": 0.35, "posts": 0.75, "lead": 0.65, "acts": 1.1, "owns": 0.8, "first": 0.3,
    "former": -1.0, "former posts": -2.3, "late": -1.2, "title": 1.0, "heading": 0.3, "in title": 1.6,
    "publisher": 2.5, "mast": -4.0, "legal form": 1.4, "organisation word": 0.6, "forms": 0.7,
    "recalled": 0.4, "of a person": -0.9,
}  # fmt: skip
_MOST = 6
_RECALLS = 3
_LEAD_SENTENCES = 3
# Posts of state that make a text one of government where half of all posts are, or a third.
_CABINET, _GOVERNMENT = 3, 6
# As many as make it one where it names no organisation.
_FEW = 2
_TOPIC_SHARE = 0.3
# Letters of the shortest word of a name that a title may stand for it by.
_TELLING = 4
_MEANT, _NAMED = frozenset({ORG, ORG_WORD}), frozenset({ORG, PLACE})


class Topic:
    """The main organisation and place of a document, and whether one organisation runs through all of it.

    ``org`` and ``place`` are entity ids or None. ``single`` is False for a column of many movers,
    where each paragraph has an organisation of its own. ``scores`` tells of each organisation how much speaks for it.
    """

    def __init__(
        self, coded: Sequence[Coded], links: Sequence[Links], mentions: Mentions, publisher: str | None,
        words: Grammar, lexicon: NameLexicon, world: Container[str],
    ) -> None:  # fmt: skip
        self._words = words
        entities = mentions.entities
        self._posts = mentions.posts
        body = {i.ref for c in coded if c.number and ORG in c.symbols for i in c.items if i.symbol == ORG}
        scores = self._scores(coded, links)
        in_title = _title_words(coded)
        printed: set[int] = set()
        called = _called(coded)
        for entity in entities:
            if entity.id in scores:
                scores[entity.id] += _weigh(self._of_name(entity, in_title, called, lexicon))
                if publisher is not None and entity.name.casefold() in publisher.casefold():
                    printed.add(entity.id)
                    scores[entity.id] += _WEIGHTS["publisher" if entity.id in body else "mast"]
        self.org = _best(scores)
        self.scores = scores
        self.states = frozenset(e.id for e in entities if e.name.casefold() in world)
        self.governments = States(coded, links, mentions, publisher, words)
        governing = self.governments.main
        self.place = _main_place(coded, entities, world) if governing is None else governing
        self.single = self._runs_through(coded, self.org in printed)
        self.of_state = False
        led = self.org is not None and any(c.number == 0 and _names(c, self.org) for c in coded)
        if self.place is not None and not led and self._is_of_state(coded, links):
            self.org, self.single = self.place, True
            self.of_state = True

    def _is_of_state(self, coded: Sequence[Coded], links: Sequence[Links]) -> bool:
        """Whether most posts are of a state, not of a ministry that is named: a cabinet named or reshuffled."""
        of_state = 0
        for sentence, linked in zip(coded, links, strict=True):
            for i, item in enumerate(sentence.items) if POST in sentence.symbols else ():
                if item.symbol == POST and self._posts[item.ref].role in self._words.country_roles:
                    at = linked.org_of.get(i, -1)
                    named = at >= 0 and sentence.items[at].symbol == ORG
                    of_state += not named or self.governments.are(sentence.items[at].ref)
        share = 3 if of_state >= _GOVERNMENT else 2
        return of_state >= (_CABINET if self.org is not None else _FEW) and of_state * share >= len(self._posts)

    def _scores(self, coded: Sequence[Coded], links: Sequence[Links]) -> dict[int, float]:
        """What the places tell where the organisations are named, outside of titles if any other is there."""
        counts: dict[int, Counter[str]] = defaultdict(Counter)
        paragraphs: dict[int, list[int]] = {}
        first: dict[int, int] = {}
        lead = 0
        for sentence, linked in zip(coded, links, strict=True):
            title = _is_title(sentence, coded)
            lead += not title
            if ORG not in sentence.symbols:
                continue
            for i, item in enumerate(sentence.items):
                if item.symbol != ORG:
                    continue
                paragraphs.setdefault(sentence.sentence.paragraph, []).append(item.ref)
                if title:
                    counts[item.ref]["heading" if sentence.number else "title"] += 1
                    continue
                first.setdefault(item.ref, sentence.number)
                counts[item.ref]["lead"] += lead <= _LEAD_SENTENCES
                for what in self._mention(sentence, linked, i):
                    counts[item.ref][what] += 1
        for orgs in paragraphs.values():
            counts[orgs[0]]["opened"] += 1
            for org in set(orgs):
                counts[org]["paragraphs"] += 1
        return {
            org: _weigh(count) + _WEIGHTS["late"] * first.get(org, len(coded)) / len(coded)
            for org, count in counts.items()
        }

    def _mention(self, sentence: Coded, linked: Links, i: int) -> Iterator[str]:
        """What one mention tells."""
        items, words = sentence.items, self._words
        before = items[i - 1].symbol if i else ""
        if before in words["former"] or before in words["from"]:
            yield "former"
            return
        posts = [post for post, org in linked.org_of.items() if org == i]
        if posts:
            yield "posts"
            if any(self._posts[items[post].ref].former for post in posts):
                yield "former posts"
        following = items[i + 1].symbol if i + 1 < len(items) else ""
        if following in words["possessive_mark"]:
            yield "owns"
        if following in words["past_auxiliaries"]:
            yield "acts"
        if not i:
            yield "first"

    def _of_name(
        self, entity: Entity, in_title: Container[str], called: Counter[str], lexicon: NameLexicon
    ) -> dict[str, int]:
        """What the name and its forms tell."""
        words = entity.name.split()
        lower = [word.lower() for word in words]
        titled = [w for w, small in zip(words, lower, strict=True) if small in in_title and len(w) >= _TELLING]
        parts = [part for form in entity.forms for part in form.lower().replace("'", " ").split()] if called else []
        return {
            "forms": len(entity.forms) - 1,
            "in title": any(w[0].isupper() and w.lower() not in self._words.org_words for w in titled),
            "legal form": any(lexicon.of(f.split()[-1].strip(".").lower()) & LEGAL for f in entity.forms),
            "organisation word": not self._words.org_words.isdisjoint(lower),
            "of a person": len(words) == 1 and bool(lexicon.of(lower[0]) & (GIVEN | SURNAME)),
            "recalled": min(sum([called[part] for part in parts]), _RECALLS),
        }

    def _runs_through(self, coded: Sequence[Coded], printed: bool) -> bool:
        """Whether enough paragraphs name the main organisation, or say "the company" and name no other.

        The title alone is enough, unless the organisation is the publisher (``printed``).
        """
        naming: dict[int, set[int | None]] = {}
        for sentence in coded:
            if sentence.number == 0 and not printed and self.org is not None and _names(sentence, self.org):
                return True
            if sentence.symbols.isdisjoint(_MEANT):
                continue
            orgs = {i.ref if i.symbol == ORG else None for i in sentence.items if i.symbol in _MEANT}
            if not sentence.sentence.heading:
                naming.setdefault(sentence.sentence.paragraph, set()).update(orgs)
        about = sum(self.org in orgs or orgs == {None} for orgs in naming.values())
        return about >= len(naming) * _TOPIC_SHARE


def _is_title(sentence: Coded, coded: Sequence[Coded]) -> bool:
    """Whether a sentence is the document's title, the same said again, or a heading."""
    return sentence.sentence.heading or sentence.text == coded[0].text


def _called(coded: Sequence[Coded]) -> Counter[str]:
    """How often the text says "the company", "the museum" and the like, by the noun."""
    called: Counter[str] = Counter()
    for sentence in coded:
        if ORG_WORD in sentence.symbols:
            ends = {item.end for item in sentence.items if item.symbol == ORG_WORD}
            called.update(token.lower for token in sentence.sentence.tokens if token.end in ends)
    return called


def _title_words(coded: Sequence[Coded]) -> frozenset[str]:
    """The words of the title, or of the first sentence where there is none."""
    return frozenset(token.lower for token in coded[0].sentence.tokens) if coded else frozenset()


def _names(sentence: Coded, org: int) -> bool:
    return ORG in sentence.symbols and any(item.symbol == ORG and item.ref == org for item in sentence.items)


def _weigh(counts: Mapping[str, int]) -> float:
    return sum([_WEIGHTS[what] * math.sqrt(min(count, _MOST)) for what, count in counts.items() if count])


def _main_place(coded: Sequence[Coded], entities: Sequence[Entity], world: Container[str]) -> int | None:
    """The country that is named most, else the place."""
    naming = [c for c in coded if not c.symbols.isdisjoint(_NAMED)]
    named = Counter(i.ref for c in naming for i in c.items if i.symbol in _NAMED and i.ref >= 0)
    states = {entity: float(n) for entity, n in named.items() if entities[entity].name.casefold() in world}
    places = {entity: float(n) for entity, n in named.items() if entities[entity].kind == "place"}
    return _best(states or places)


def _best(scores: dict[int, float]) -> int | None:
    """The entity of the highest score, of equals the first."""
    return min(scores, key=lambda e: (-scores[e], e)) if scores else None
