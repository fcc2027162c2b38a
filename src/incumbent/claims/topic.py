"""What a document is about: the organisation, and the country, that its sentences mean where they name none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Sequence

from incumbent.claims.encode import Coded
from incumbent.claims.links import Links
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.names import LEGAL, NameLexicon
from incumbent.lexicon.patterns import ORG, ORG_WORD, PLACE
from incumbent.model import Entity, Mentions, PostMention

# What a mention tells of an organisation: that its posts are spoken of, that it acts, that it is set in a heading,
# that a signature names it behind a post.
_TITLE = 10.0
_UNTOLD = 4.0
_HEADING = 3.0
_LEAD = 2.0
_POST = 3.0
_SIGNED = 5.0
_OWNER = 2.0
_ACTS = 2.0
_LEGAL_FORM = 3.0
_DEFINED = 6.0
_FORMER = -1.5
_RECALLS = 3
_LEAD_SENTENCES = 3
_CABINET = 3
_PUBLISHER_SHARE = 1.0
_TOPIC_SHARE = 0.3


class Topic:
    """The main organisation and place of a document, and whether one organisation runs through all of it.

    ``org`` and ``place`` are entity ids or None. ``single`` is False for a column of many movers,
    where each paragraph has an organisation of its own.
    """

    def __init__(
        self, coded: Sequence[Coded], links: Sequence[Links], mentions: Mentions, publisher: str | None,
        words: Grammar, lexicon: NameLexicon, world: Container[str],
    ) -> None:  # fmt: skip
        self._words = words
        entities = mentions.entities
        called, said = _called(coded), {t.text for c in coded for t in c.sentence.tokens}
        recalled = {e.id: float(min(sum(called[w] for w in _ends(e)), _RECALLS)) for e in entities if e.kind == "org"}
        scores = self._scores(coded, links, frozenset(e.id for e in entities if not said.isdisjoint(_ends(e))))
        for entity in entities:
            if entity.id in scores:
                scores[entity.id] += self._by_form(entity, lexicon) + recalled.get(entity.id, 0.0)
        self.org = _best(scores, _named(entities, publisher))
        self.states = frozenset(e.id for e in entities if e.name.casefold() in world)
        self.place = _main_place(coded, entities, world)
        self.single = self._runs_through(coded)
        led = self.org is not None and scores[self.org] > _TITLE
        if self.place is not None and not led and self._is_of_state(mentions.posts):
            self.org, self.single = self.place, True

    def _is_of_state(self, posts: Sequence[PostMention]) -> bool:
        """Whether most posts are of a state: a cabinet named or reshuffled."""
        of_state = sum(post.role in self._words.country_roles for post in posts)
        return of_state >= _CABINET and of_state * 3 > len(posts)

    def _scores(
        self, coded: Sequence[Coded], links: Sequence[Links], recalled: frozenset[int]
    ) -> dict[int, float]:
        body = recalled | {i.ref for c in coded if not _is_title(c, coded) for i in c.items if i.symbol == ORG}
        scores: dict[int, float] = defaultdict(float)
        lead = 0
        for sentence, linked in zip(coded, links, strict=True):
            if _is_title(sentence, coded):
                weight = _HEADING if sentence.sentence.heading and sentence.number else _TITLE
                for i, item in enumerate(sentence.items):
                    if item.symbol == ORG:
                        scores[item.ref] += weight if item.ref in body or len(sentence.items) == 1 else _UNTOLD
                        scores[item.ref] += _SIGNED if linked.org_of.get(0) == i else 0.0
                continue
            lead += 1
            for i, item in enumerate(sentence.items):
                if item.symbol == ORG:
                    scores[item.ref] += self._mention(sentence, linked, i) + (_LEAD if lead <= _LEAD_SENTENCES else 0.0)
        return scores

    def _mention(self, sentence: Coded, linked: Links, i: int) -> float:
        """What one mention weighs."""
        items, words = sentence.items, self._words
        before = items[i - 1].symbol if i else ""
        if before in words["former"] or before in words["from"]:
            return _FORMER
        weight = 1.0
        if any(org == i for org in linked.org_of.values()):
            weight += _POST
        following = items[i + 1].symbol if i + 1 < len(items) else ""
        if following in words["possessive_mark"]:
            weight += _OWNER
        if not i or following in words["reporting"] or following in words["past_auxiliaries"]:
            weight += _ACTS
        return weight

    def _by_form(self, entity: Entity, lexicon: NameLexicon) -> float:
        """What the forms of a name weigh: a legal form, a definition as "the Company"."""
        weight = 0.0
        if any(lexicon.of(form.split()[-1].strip(".").lower()) & LEGAL for form in entity.forms):
            weight += _LEGAL_FORM
        for form in entity.forms:
            parts = form.lower().split()
            if len(parts) > 1 and parts[0] in self._words.org_determiners and parts[-1] in self._words.org_words:
                return weight + _DEFINED
        return weight

    def _runs_through(self, coded: Sequence[Coded]) -> bool:
        """Whether enough paragraphs name the main organisation, or say "the company" and name no other."""
        naming: dict[int, set[int | None]] = {}
        for sentence in coded:
            if sentence.number == 0 and any(i.symbol == ORG and i.ref == self.org for i in sentence.items):
                return True
            orgs = {i.ref if i.symbol == ORG else None for i in sentence.items if i.symbol in (ORG, ORG_WORD)}
            if orgs and not sentence.sentence.heading:
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
        ends = {item.end for item in sentence.items if item.symbol == ORG_WORD}
        if ends:
            called.update(token.lower for token in sentence.sentence.tokens if token.end in ends)
    return called


def _ends(entity: Entity) -> set[str]:
    """The first and the last word of a name, of which one often is what the organisation is called for short."""
    words = entity.name.lower().split()
    return {words[0], words[-1]}


def _main_place(coded: Sequence[Coded], entities: Sequence[Entity], world: Container[str]) -> int | None:
    """The country that is named most, else the place."""
    named = Counter(i.ref for c in coded for i in c.items if i.symbol in (PLACE, ORG) and i.ref >= 0)
    states = {entity: float(n) for entity, n in named.items() if entities[entity].name.casefold() in world}
    places = {entity: float(n) for entity, n in named.items() if entities[entity].kind == "place"}
    return _best(states or places, frozenset())


def _named(entities: Sequence[Entity], publisher: str | None) -> frozenset[int]:
    """The entities that have the publisher's name."""
    if not publisher:
        return frozenset()
    name = publisher.casefold()
    return frozenset(e.id for e in entities if any(f.casefold() == name for f in e.forms))


def _best(scores: dict[int, float], light: frozenset[int]) -> int | None:
    """The entity of the highest score; the publisher (``light``) only where it outweighs all others by far."""
    others = max((s for e, s in scores.items() if e not in light), default=0)
    open_to = [e for e in scores if e not in light or scores[e] > _PUBLISHER_SHARE * others]
    return min(open_to, key=lambda e: (-scores[e], e)) if open_to else None
