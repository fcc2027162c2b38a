"""A sentence as titles are sought in it: words with hyphens taken apart, and their basic forms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from incumbent.lexicon.posts import PostLexicon, Trie
from incumbent.model import Sentence

_PART = re.compile(r"[^-']+'?|'[^-]*")


class Units(NamedTuple):
    """The units of a sentence, in parallel lists.

    ``lower`` are small letters, ``keys`` basic forms ("directrices" is "directeur"); ``starts`` and
    ``ends`` are offsets into the text, an inclusive ending ("·rice") counted in.
    """

    text: str
    lower: Sequence[str]
    keys: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]

    def capital(self, i: int) -> bool:
        """Whether a unit begins with a capital letter."""
        return self.text[self.starts[i]].isupper()

    def word(self, i: int) -> bool:
        """Whether a unit is a word of small letters."""
        return self.text[self.starts[i]].islower()


def units(sentence: Sentence, text: str, lexicon: PostLexicon, endings: dict[int, int]) -> Units:
    """The units of a sentence. ``endings`` maps where an inclusive ending starts to where it ends."""
    lemma = lexicon.lemmas.get
    if not endings and "-" not in text[sentence.start : sentence.end]:
        words, tokens = sentence.words, sentence.tokens
        keys = list(map(lemma, words, words))
        return Units(text, words, keys, [token[0] for token in tokens], [token[1] for token in tokens])
    lower: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    passed = 0
    for start, end, _, word in sentence.tokens:
        if endings:
            if start < passed:
                continue
            cut = next((i for i in range(start + 1, end + 1) if i in endings), None)
            if cut is not None:
                passed = endings[cut]
                lower.append(word[: cut - start])
                starts.append(start)
                ends.append(passed)
                continue
        if "-" not in word or len(word) == 1:
            lower.append(word)
            starts.append(start)
            ends.append(end)
            continue
        for part in _PART.finditer(word):
            lower.append(part.group())
            starts.append(start + part.start())
            ends.append(start + part.end())
    return Units(text, lower, list(map(lemma, lower, lower)), starts, ends)


def inclusive_endings(text: str, lexicon: PostLexicon) -> dict[int, int]:
    """Where the endings of forms that name both genders start and end in a text."""
    if lexicon.inclusive is None:
        return {}
    return {match.start(): match.end() for match in lexicon.inclusive.finditer(text)}


def longest(trie: Trie, words: Sequence[str], start: int) -> tuple[int, Any] | None:
    """The end and the value of the longest sequence of a trie that begins at ``start``."""
    node = trie
    found: tuple[int, Any] | None = None
    for i in range(start, len(words)):
        following = node.get(words[i])
        if following is None:
            break
        node = following
        if None in node:
            found = i + 1, node[None]
    return found


def longest_before(trie: Trie, words: Sequence[str], end: int, least: int) -> tuple[int, Any] | None:
    """The start and the value of the longest sequence of a reversed trie that ends at ``end``, not before ``least``."""
    node = trie
    found: tuple[int, Any] | None = None
    for i in range(end - 1, least - 1, -1):
        following = node.get(words[i])
        if following is None:
            break
        node = following
        if None in node:
            found = i, node[None]
    return found
