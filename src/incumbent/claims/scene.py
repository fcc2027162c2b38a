"""Who is meant: the names, posts and pronouns around a place in a text, for quotes, letters and facts."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from incumbent.lexicon.name_bits import EAST_ASIAN, GIVEN, SURNAME
from incumbent.lexicon.names import name_lexicon
from incumbent.lexicon.quotes import SpeechLexicon, speech_lexicon
from incumbent.model import Analysis, Mentions, NameMention, Sentence, Token

_APPOSITION_MAX = 48
_PRONOUN_REACH = 40
_VOTE_REACH = 160
_VOTE = {"f": 1, "m": -1}
_OUTVOTED = 2
_BREAK = re.compile(r"[.;!?\n\"«»]")


class Item(NamedTuple):
    """A word or a mention. ``kind``: person, org, place, post, verb (of saying), pronoun, noun (for a person) or word.

    ``ref`` is an entity id for names, an index into Mentions.posts for posts, else -1; ``lower`` is
    the word in lower case, for a pronoun the gender that it asks for.
    """

    kind: str
    start: int
    end: int
    lower: str
    ref: int = -1


class Scene:
    """A document's tokens and mentions with look-up by place. Made once a document; looks nothing up before asked."""

    def __init__(self, analysis: Analysis, mentions: Mentions) -> None:
        self.text = analysis.text
        self.lower = analysis.text.lower()
        self.analysis = analysis
        self.mentions = mentions
        self.words: SpeechLexicon = speech_lexicon(analysis.lang)
        self.sentences = analysis.sentences
        self._sentence_starts = [s.start for s in analysis.sentences]
        self._name_starts = [n.start for n in mentions.names]
        self._post_starts = [p.start for p in mentions.posts]
        self.paragraphs = _paragraphs(analysis.text)
        self._paragraph_starts = [start for start, _ in self.paragraphs]

    @cached_property
    def genders(self) -> dict[int, str]:
        """The gender of each person: as the name tells, unless the pronouns that follow its mentions tell another."""
        genders = {e.id: e.gender for e in self.mentions.entities if e.kind == "person"}
        votes: Counter[int] = Counter()
        for sentence in self.sentences:
            for token in sentence.tokens:
                gender = self.words.gendered.get(token.lower)
                if gender:
                    paragraph, _ = self.paragraphs[self.paragraph_at(token.start)]
                    here = self.names(max(paragraph, sentence.start - _VOTE_REACH), token.start)
                    named = {n.entity for n in here if n.kind == "person"}
                    others = (n.entity for n in self.persons(paragraph, token.start))
                    if len(named) == 1 and not any(self.mentions.entities[o].gender == gender for o in others):
                        votes[named.pop()] += _VOTE[gender]
        for person in votes.keys() & self.likely:
            if abs(votes[person]) >= (_OUTVOTED if genders[person] else 1):
                genders[person] = "f" if votes[person] > 0 else "m"
        return genders

    @cached_property
    def likely(self) -> set[int]:
        """The persons that a pronoun may well mean: of a name known as a person's, or of two words and named again."""
        lexicon = name_lexicon(self.analysis.lang)
        counts = Counter(n.entity for n in self.mentions.names)
        found: set[int] = set()
        for entity in self.mentions.entities:
            if entity.kind == "person":
                parts = entity.name.split()
                known = any(lexicon.of(part.lower()) & (GIVEN | SURNAME | EAST_ASIAN) for part in parts)
                if known or (len(parts) > 1 and counts[entity.id] > 1):
                    found.add(entity.id)
        return found

    @cached_property
    def main(self) -> int | None:
        """The person whom the text is about: named most, the first to be named counting thrice."""
        counts = self.weights
        return max(counts, key=lambda who: (counts[who], -who)) if counts else None

    @cached_property
    def weights(self) -> dict[int, int]:
        """How much the text is about each person."""
        counts: dict[int, int] = {}
        for mention in self.mentions.names:
            if mention.kind == "person":
                counts[mention.entity] = counts.get(mention.entity, 0) + (1 if counts else 3)
        return counts

    def paragraph_at(self, place: int) -> int:
        """The index of the paragraph that holds a place."""
        return max(0, bisect_right(self._paragraph_starts, place) - 1)

    def sentence_at(self, place: int) -> Sentence | None:
        """The sentence that holds a place, or the last one before it."""
        index = bisect_right(self._sentence_starts, place) - 1
        return self.sentences[index] if index >= 0 else None

    def tokens(self, start: int, end: int) -> list[Token]:
        """The tokens between two places."""
        first = max(0, bisect_right(self._sentence_starts, start) - 1)
        last = bisect_left(self._sentence_starts, end)
        return [t for s in self.sentences[first:last] for t in s.tokens if start <= t.start < end]

    def addresses(self, index: int, words: str) -> bool:
        """Whether a paragraph has one of the named words ("first_person")."""
        wanted = self.words[words]
        return any(token.lower in wanted for token in self.tokens(*self.paragraphs[index]))

    def names(self, start: int, end: int) -> Sequence[NameMention]:
        """The names that begin between two places."""
        return self.mentions.names[bisect_left(self._name_starts, start) : bisect_left(self._name_starts, end)]

    def persons(self, start: int, end: int) -> list[NameMention]:
        """The persons named between two places."""
        return [n for n in self.names(start, end) if n.kind == "person"]

    def items(self, start: int, end: int) -> list[Item]:
        """The text between two places as words and mentions."""
        names = self.names(start, end)
        posts = self.mentions.posts[bisect_left(self._post_starts, start) : bisect_left(self._post_starts, end)]
        spans = [Item(n.kind, n.start, n.end, "", n.entity) for n in names]
        first = bisect_left(self._post_starts, start)
        spans += [Item("post", p.start, p.end, "", first + i) for i, p in enumerate(posts)]
        spans.sort(key=lambda item: (item.start, -item.end))
        items: list[Item] = []
        cursor, covered = 0, start
        for token in self.tokens(start, end):
            while cursor < len(spans) and spans[cursor].start < token.end:
                if spans[cursor].start >= covered:
                    items.append(spans[cursor])
                    covered = spans[cursor].end
                cursor += 1
            if token.start >= covered:
                items.extend(self._word(token))
        return items

    def _word(self, token: Token) -> list[Item]:
        lower, words = token.lower, self.words
        if lower in words.reporting:
            return [Item("verb", token.start, token.end, lower)]
        if lower in words.pronouns:
            return [Item("pronoun", token.start, token.end, words.pronouns[lower])]
        if lower in words.person_words:
            return [Item("noun", token.start, token.end, lower)]
        if "-" in lower:
            head, tail = lower.split("-", 1)[0], lower.rsplit("-", 1)[1]
            if tail in words.pronouns and token.text[:1].islower():
                pronoun = Item("pronoun", token.start, token.end, words.pronouns[tail])
                verb = Item("verb", token.start, token.end, head)
                return [verb, pronoun] if head in words.reporting else [pronoun]
        # What Item(...) does, without the call of a function in Python for each of a text's words.
        return [tuple.__new__(Item, ("word", token.start, token.end, lower, -1))]

    def pronoun(self, gender: str, place: int) -> int | None:
        """The person that a pronoun at ``place`` stands for: the last one before it whose gender fits.

        One of unknown gender is preferred where only he is named in the paragraph, and the person whom
        the text is about where nobody is named in this paragraph and the one before.
        """
        index = bisect_left(self._name_starts, place)
        number = self.paragraph_at(place)
        paragraph = self.paragraphs[number][0] if self.paragraphs else 0
        near = self.paragraphs[max(0, number - 1)][0] if self.paragraphs else 0
        unsure: NameMention | None = None
        unlikely: int | None = None
        for mention in reversed(self.mentions.names[max(0, index - _PRONOUN_REACH) : index]):
            if mention.kind != "person":
                continue
            if mention.entity not in self.likely:
                unlikely = mention.entity if unlikely is None else unlikely
                continue
            known = self.genders[mention.entity]
            if not gender or known == gender:
                if unsure is not None and unsure.start >= paragraph > mention.start:
                    return unsure.entity
                main = self.main if mention.start < near else None
                return main if main is not None and self.genders[main] == known else mention.entity
            if not known and unsure is None:
                unsure = mention
        return unsure.entity if unsure else unlikely

    def topic_of(self, gender: str, place: int) -> int | None:
        """The person of whom the sentences before ``place`` speak, where the gender may fit.

        The first subject named in the last sentence of the paragraph that names one; at the head of a paragraph
        the person whom the text is about.
        """
        if not self.paragraphs:
            return None
        number = self.paragraph_at(place)
        start = self.paragraphs[number][0]
        sentence = self.sentence_at(place - 1)
        while sentence is not None and start <= sentence.start < place:
            items = self.items(sentence.start, min(sentence.end, place))
            for i, item in enumerate(items):
                if item.kind == "person" and self._rank(items, i) == 0 and self._may_be(item.ref, gender):
                    return item.ref
            sentence = self.sentence_at(sentence.start - 1) if sentence.start > start else None
        alone = number and not self.persons(start, place)
        return self.main if alone and self.main is not None and self._may_be(self.main, gender) else None

    def _may_be(self, person: int, gender: str) -> bool:
        known = self.genders[person]
        return not known or not gender or known == gender

    def holder(self, post: int, place: int, gender: str = "", *, new: bool = False) -> int | None:
        """The person whom a description by post ("the chairman") at ``place`` means, None where no one fits.

        ``gender``: what the article of the description tells. ``new``: the one who takes the post up is meant.
        """
        paragraph = self.paragraph_at(place)
        start = self.paragraphs[paragraph][0]
        here = [mention for mention in self.persons(start, place) if self._may_be(mention.entity, gender)]
        known = [person for person in self._holders(post, place) if self._may_be(person, gender)]
        near = [person for person in known if any(p.entity == person for p in here)]
        if near or here:
            return near[0] if near else self._foremost(here)
        if len(set(known)) == 1:
            return known[0]
        topic = self.topic_of(gender, place) if gender and new else None
        if topic is not None or known:
            return known[0] if topic is None else topic
        before = [
            mention.entity for mention in self.persons(self.paragraphs[max(0, paragraph - 1)][0], start)
            if self._may_be(mention.entity, gender)
        ]  # fmt: skip
        return before[-1] if before else None

    def _foremost(self, mentions: Sequence[NameMention]) -> int:
        """The last person named other than as the object of a preposition, else the last."""
        for mention in reversed(mentions):
            before = self.tokens(max(0, mention.start - 12), mention.start)
            if not before or before[-1].lower not in self.words.prepositions:
                return mention.entity
        return mentions[-1].entity

    def _holders(self, post: int, place: int) -> list[int]:
        """The persons to whom the text before ``place`` gives this post or one of the same role, the last first."""
        meant = self.mentions.posts[post]
        wording = self.text[meant.start : meant.end].lower()
        found: list[int] = []
        for other in reversed(self.mentions.posts[: bisect_left(self._post_starts, place)]):
            same = self.text[other.start : other.end].lower() == wording
            if same or (other.role == meant.role != "other"):
                person = self.beside(other.start, other.end)
                if person is not None:
                    found.append(person)
        return found

    def beside(self, start: int, end: int) -> int | None:
        """The person in apposition to the words between two places."""
        after = self.persons(end, end + _APPOSITION_MAX)
        if after and not _BREAK.search(self.text, end, after[0].start):
            return after[0].entity
        before = [
            n for n in self.persons(max(0, start - 2 * _APPOSITION_MAX), start) if n.end + _APPOSITION_MAX > start
        ]
        if before and not _BREAK.search(self.text, before[-1].end, start):
            return before[-1].entity
        return None

    def meant(self, item: Item, place: int) -> int | None:
        """The person that an item stands for, looked for before it and before ``place`` unless it is a name."""
        if item.kind == "person":
            return item.ref
        place = min(place, item.start)
        if item.kind == "post":
            return self.holder(item.ref, place)
        return self.pronoun(item.lower if item.kind == "pronoun" else self.words.person_words[item.lower], place)

    def subject(self, items: Sequence[Item], place: int) -> int | None:
        """The person who is the subject of a clause of which ``items`` stand before the verb."""
        if items and items[-1].kind == "pronoun":
            return self.meant(items[-1], place)
        ranked: list[tuple[int, int, Item]] = []
        relative = False
        for i, item in enumerate(items):
            if item.kind == "word":
                if item.lower in self.words.relatives:
                    relative = bool(i) or item.lower in self.words.conjunctions
                elif item.lower in (",", "-", ")"):
                    relative = False
            elif not relative and (rank := self._rank(items, i)) is not None:
                ranked.append((rank, i if rank < 3 else -i, item))
        return self.meant(min(ranked)[2], place) if ranked else None

    def leading(self, items: Sequence[Item], place: int) -> int | None:
        """The person whom a sentence names first, by name or pronoun, other than as the object of a preposition."""
        for i, item in enumerate(items):
            likely = item.kind == "pronoun" or (item.kind == "person" and item.ref in self.likely)
            if likely and self._rank(items, i) in (0, 1):
                return self.meant(item, place)
        return None

    def _rank(self, items: Sequence[Item], i: int) -> int | None:
        """How well an item is a subject: 0 a name, 1 a pronoun, 2 a description, 3 the object of a preposition."""
        item, words = items[i], self.words
        before = items[i - 1].lower if i else ""
        if item.kind == "person":
            genitive = i + 1 < len(items) and items[i + 1].lower in words.genitives
            return 3 if genitive or before in words.prepositions else 0
        if item.kind == "pronoun":
            return 1
        if item.kind == "noun" or (item.kind == "post" and self._definite(items, i)):
            return 2
        return None

    def _definite(self, items: Sequence[Item], i: int) -> bool:
        return any(x.lower in self.words.determiners for x in items[max(0, i - 2) : i])


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Start and end of every line that is not blank, without the blanks around it."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        bare = line.strip()
        if bare:
            first = start + line.index(bare[0])
            found.append((first, first + len(bare)))
        start += len(line) + 1
    return found
