"""A sentence as the readers of CV facts see it: its tokens, its person, and runs of names in it."""

from __future__ import annotations

from bisect import bisect_left

from incumbent.claims.scene import Item, Scene
from incumbent.lexicon.facts import FactLexicon
from incumbent.model import DateMention, NameMention, Sentence, Token

_OPEN_QUOTES = frozenset('"«')
_CLOSE_QUOTES = frozenset('"»')
_TITLE_MAX = 10
_SUBJECT_WORDS = 4


class Passage:
    """One sentence with what its readers look up in it."""

    def __init__(self, scene: Scene, words: FactLexicon, sentence: Sentence) -> None:
        self.scene = scene
        self.text = scene.text
        self.words = words
        self.sentence = sentence
        self.tokens: tuple[Token, ...] = sentence.tokens
        self._starts = [t.start for t in sentence.tokens]
        self.names = scene.names(sentence.start, sentence.end)

    def token_at(self, place: int) -> int:
        """The index of the first token that begins at a place or behind it."""
        return bisect_left(self._starts, place)

    def name_at(self, place: int) -> NameMention | None:
        """The name that covers a place."""
        return next((n for n in self.names if n.start <= place < n.end), None)

    def dates(self, start: int, end: int) -> list[DateMention]:
        """The dates that begin between two places."""
        return [d for d in self.scene.mentions.dates if start <= d.start < end and d.date is not None]

    def person(self, place: int, strict: bool = False) -> int | None:
        """The person of whom the words at ``place`` are said.

        The subject before them, else the first person or pronoun behind them, else the person
        whom the paragraph is about. ``strict``: only the subject before them in the same sentence.
        """
        before = self.scene.items(self.sentence.start, place)
        relative = self._is_relative(before)
        found = self._last_named(before) if relative else None
        if found is None:
            found = self.scene.subject(before, place)
        if found is not None or strict or relative:
            return found
        found = self.scene.leading(self.scene.items(place, self.sentence.end), self.sentence.end)
        if found is None and not self._has_other_subject(before):
            found = self.topic()
        return found

    def _has_other_subject(self, before: list[Item]) -> bool:
        """Whether so much stands before a cue that it must hold a subject, unless another cue opens the sentence."""
        plain = sum(item.kind == "word" and item.lower[0].isalpha() for item in before)
        return plain >= _SUBJECT_WORDS and self.tokens[0].lower not in self.words.anchors

    def topic(self) -> int | None:
        """The person whom the text is about: the last subject in the paragraph, else the first in the one before."""
        scene = self.scene
        index = scene.paragraph_at(self.sentence.start)
        start, _ = scene.paragraphs[index]
        sentence = scene.sentence_at(self.sentence.start - 1)
        while sentence is not None and sentence.start >= start and sentence is not self.sentence:
            found = scene.leading(scene.items(sentence.start, sentence.end), sentence.end)
            if found is not None:
                return found
            sentence = scene.sentence_at(sentence.start - 1) if sentence.start > start else None
        return self._subject_above(index - 1) if index else None

    def _subject_above(self, index: int) -> int | None:
        """The person whom a paragraph names first as a subject, else the first whom it names."""
        start, end = self.scene.paragraphs[index]
        found = self.scene.leading(self.scene.items(start, end), end)
        named = self.scene.persons(start, end)
        return named[0].entity if found is None and named else found

    def is_said_of_thing(self, place: int) -> bool:
        """Whether the verb at ``place`` is no person's: an article, or an article and a plain word before it."""
        items = self.scene.items(self.sentence.start, place)
        while items and items[-1].lower in self.words["auxiliaries"]:
            items.pop()
        if items and self._determines(items[-1].lower):
            return True
        if len(items) < 2 or items[-1].kind != "word" or not items[-1].lower[0].isalpha():
            return False
        return self._determines(items[-2].lower)

    def _determines(self, lower: str) -> bool:
        return lower in self.words["articles"] or lower in self.words["possessives"]

    def _is_relative(self, items: list[Item]) -> bool:
        """Whether the words before a verb end on a relative pronoun ("who", perhaps with an auxiliary)."""
        pronouns = self.scene.words.relatives - self.scene.words.conjunctions
        return any(item.lower in pronouns for item in items[-3:])

    def _last_named(self, items: list[Item]) -> int | None:
        named = [item.ref for item in items if item.kind == "person"]
        return named[-1] if named else None

    def is_capital(self, i: int) -> bool:
        """Whether the token begins with a capital letter or is written with one inside (iPhone)."""
        return 0 <= i < len(self.tokens) and any(c.isupper() for c in self.tokens[i].text[:2])

    def run(self, i: int) -> int:
        """The index behind a proper name that begins at token ``i``: capitals and numbers, joined by small words."""
        tokens, joins = self.tokens, self.words["chain"]
        name = self.name_at(tokens[i].start)
        end = i
        while end < len(tokens):
            text = tokens[end].text
            other = self.name_at(tokens[end].start) if end > i else None
            if other is not None and other is not name and other.kind == "person":
                break
            number = text[0].isdigit() and end > i and tokens[end - 1].text not in joins
            if not (self.is_capital(end) or number or (end > i and self._joined(end))):
                break
            end += 1
        while end > i and tokens[end - 1].lower in joins and not self.is_capital(end - 1):
            end -= 1
        return max(end, self.token_at(name.end)) if name else end

    def _joined(self, i: int) -> bool:
        """Whether small words at ``i`` join two parts of a name ("University of the Arts", "École des mines")."""
        tokens, words = self.tokens, self.words
        if tokens[i].lower not in words["of"] and tokens[i].lower not in words["articles"]:
            return False
        following = i + 1
        while following < len(tokens) and following < i + 3 and tokens[following].lower in words["articles"]:
            following += 1
        return self.is_capital(following)

    def title(self, i: int) -> tuple[int, int] | None:
        """The words between quotation marks that open at token ``i``, where they may be the title of a work."""
        if i >= len(self.tokens) or self.tokens[i].text not in _OPEN_QUOTES:
            return None
        for end in range(i + 1, min(i + 2 + _TITLE_MAX, len(self.tokens))):
            if self.tokens[end].text in _CLOSE_QUOTES:
                return (self.tokens[i + 1].start, self.tokens[end - 1].end) if self.is_capital(i + 1) else None
        return None

    def in_post(self, place: int) -> bool:
        """Whether a place lies inside the name of a post."""
        return any(p.start <= place < p.end for p in self.scene.mentions.posts)

    def ends_post(self, place: int) -> bool:
        """Whether the name of a post ends right before a place."""
        return any(place - 8 <= p.end <= place for p in self.scene.mentions.posts)
