"""Which state the posts of government in a text are of, where their own words name none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from incumbent.claims.encode import Coded
from incumbent.claims.links import Links
from incumbent.lexicon.governments import Governments, governments
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, PLACE, POST
from incumbent.model import Mentions

# Roles that have another code where the organisation is a state.
OF_STATE = {"president": "head_of_state"}
# How much the ways to tell a state speak for its being the one whose government the text is about.
_WEIGHTS = {
    "name": 1.0, "place": 0.3, "post": 2.5, "adjective": 0.3, "seat": 0.3, "dateline": 1.5, "publisher": 1.0,
    "unknown": 0.4,
}  # fmt: skip
# What speaks for the main state at least.
_LEAST = 1.0
# How much of all that is told the main state must have, for paragraphs to mean it that name another.
_SHARE = 0.5
# Items from the start of a paragraph that a dateline takes.
_DATELINE = 6
_DASHES = frozenset({":", "-", "–", "—", "("})


class Sign(NamedTuple):
    """One thing that tells a state: its entity, how it does, the paragraph and whether that is a heading."""

    state: int
    way: str
    paragraph: int
    heading: bool


class States:
    """The states that a document speaks of: ``main`` of the whole, each paragraph's own, and those of ``seats``."""

    def __init__(
        self, coded: Sequence[Coded], links: Sequence[Links], mentions: Mentions, publisher: str | None, words: Grammar
    ) -> None:
        self.main: int | None = None
        self._own: dict[int, int] = {}
        self._of_many = False
        self.seats: dict[int, int] = {}
        self._known: frozenset[int] = frozenset()
        if not any(post.role in words.country_roles for post in mentions.posts):
            return
        finder = _Signs(mentions, words, governments(words.lang))
        self.seats = finder.seats
        signs = [*finder.told(coded, links, publisher)]
        scores: dict[int, float] = defaultdict(float)
        paragraphs: dict[int, list[Sign]] = defaultdict(list)
        for sign in signs:
            scores[sign.state] += _WEIGHTS[sign.way] * (2 if sign.heading else 1)
            paragraphs[sign.paragraph].append(sign)
        main = min(scores, key=lambda state: (-scores[state], state), default=None)
        if main is None or scores[main] < _LEAST:
            return
        self.main = main
        self._known = frozenset(scores)
        self._own = {number: state for number, told in paragraphs.items() if (state := _of_paragraph(told)) is not None}
        self._of_many = scores[main] < _SHARE * sum(scores.values()) or (
            len({sign.state for sign in signs if sign.way == "dateline"}) > 1
        )

    def are(self, entity: int) -> bool:
        """Whether an entity is a state that the text speaks of."""
        return entity in self._known

    def of(self, paragraph: int) -> int | None:
        """The state whose posts of government a paragraph speaks of."""
        return self._own.get(paragraph, self.main) if self._of_many else self.main

    def own(self, paragraph: int) -> int | None:
        """The state of a paragraph of a text about several."""
        return self._own.get(paragraph) if self._of_many else None


def _of_paragraph(signs: Sequence[Sign]) -> int | None:
    """The state of the dateline, unless the paragraph names only others; a mere place counts for none."""
    named = [sign.state for sign in signs if sign.way in ("name", "post", "adjective")]
    seat = next((sign.state for sign in signs if sign.way == "dateline"), None)
    if seat is not None and (seat in named or not named):
        return seat
    return named[0] if named else None


class _Signs:
    """Finds what tells states."""

    def __init__(self, mentions: Mentions, words: Grammar, table: Governments) -> None:
        self._posts = mentions.posts
        self._words = words
        self._table = table
        self._entities = mentions.entities
        self._tellers = table.tellers | {ORG, PLACE}
        self._ids: dict[str, int] = {}
        self._named: dict[int, int] = {}
        forms = [(e, form.casefold()) for e in mentions.entities if e.kind != "person" for form in e.forms]
        for entity, form in forms:
            if form in table.names:
                self._named[entity.id] = self._ids.setdefault(table.names[form], entity.id)
        self.seats = {
            entity.id: self._ids[table.seats[form]] for entity, form in forms
            if table.seats.get(form) in self._ids and entity.id not in self._named
        }  # fmt: skip

    def told(self, coded: Sequence[Coded], links: Sequence[Links], publisher: str | None) -> Iterator[Sign]:
        """Everything that tells a state, in the order of the text."""
        paragraph = -1
        for sentence, linked in zip(coded, links, strict=True):
            number, heading = sentence.sentence.paragraph, sentence.sentence.heading or not sentence.number
            opens, paragraph = number != paragraph, number
            if self._tellers.isdisjoint(sentence.symbols):
                continue
            for i, item in enumerate(sentence.items):
                told = self._sign(sentence, linked, i, opens) if item.symbol in self._tellers else None
                if told is not None:
                    yield Sign(*told, number, heading)
        for word in (publisher or "").lower().split():
            table = self._table
            state = self._ids.get(table.names.get(word) or table.seats.get(word) or table.adjectives.get(word, ""))
            if state is not None:
                yield Sign(state, "publisher", -1, False)

    def _sign(self, coded: Coded, linked: Links, i: int, opens: bool) -> tuple[int, str] | None:
        item = coded.items[i]
        if item.symbol not in (ORG, PLACE):
            adjective = self._ids.get(self._table.adjectives.get(item.symbol, ""))
            return None if adjective is None else (adjective, "name" if self._is_head(coded, i + 1) else "adjective")
        led = any(at == i and self._leads(coded, post, i) for post, at in linked.org_of.items())
        if item.ref in self._named:
            return self._named[item.ref], "post" if led else "place" if self._is_where(coded, i) else "name"
        seat = self.seats.get(item.ref)
        if seat is not None:
            return seat, "dateline" if opens and not i and self._is_dateline(coded) else "seat"
        if self._is_body(item.ref) or (self._entities[item.ref].kind == "org" and not led):
            return None
        return None if self._is_where(coded, i) else (item.ref, "post" if led else "unknown")

    def _leads(self, coded: Coded, post: int, at: int) -> bool:
        """Whether an organisation's post is one of its government: not that of an envoy to it, or in charge of it."""
        owns = at < post or at == post + 1 or coded.items[at - 1].symbol in self._words["of"]
        return owns and self._posts[coded.items[post].ref].role in self._words.country_roles

    def _is_head(self, coded: Coded, i: int) -> bool:
        """Whether an item is the post of somebody who governs: the president whom an adjective of nationality names."""
        role = self._posts[coded.items[i].ref].role if coded.items[i : i + 1] and coded.items[i].symbol == POST else ""
        return role in OF_STATE or role in self._words.country_roles

    def _is_body(self, entity: int) -> bool:
        words = self._entities[entity].name.lower().split()
        return self._entities[entity].kind == "org" and not self._words.org_words.isdisjoint(words)

    def _is_where(self, coded: Coded, i: int) -> bool:
        return i > 0 and coded.items[i - 1].symbol in self._words.union("at", "from", "to") - self._words["of"]

    @staticmethod
    def _is_dateline(coded: Coded) -> bool:
        name = coded.sentence.tokens[0].text
        dashed = any(item.symbol in _DASHES for item in coded.items[1:_DATELINE])
        return dashed or (len(name) > 2 and name.isupper())
