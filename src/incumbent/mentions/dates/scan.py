"""Finds the stretches of a sentence that a pattern of the language's lexicon covers."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from itertools import repeat
from typing import NamedTuple

from incumbent.lexicon.dates import FILLER, DateLexicon, DatePattern
from incumbent.model import Sentence, Token

NUMERIC = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(\d{4})\Z|(\d{4})([./])(\d{1,2})\6(\d{1,2})\Z")


class Found(NamedTuple):
    """A match of a pattern: tokens[start:end] of a sentence, and the values read off it."""

    start: int
    end: int
    action: str
    values: dict[str, int]


def encode(sentence: Sentence, lexicon: DateLexicon, *, numeric: bool) -> str:
    """The sentence as one character a token; ``numeric`` says that 3/4/2024 may stand in it."""
    codes = list(map(lexicon.codes.get, sentence.words, repeat(FILLER)))
    if numeric:
        for i, token in enumerate(sentence.tokens):
            if codes[i] == FILLER and NUMERIC.match(token.text):
                codes[i] = lexicon.numeric_code
    return "".join(codes)


def starts(code: str, lexicon: DateLexicon) -> list[int]:
    """The tokens at which a match may begin."""
    heads = lexicon.by_head
    found = [match.start() for match in lexicon.start.finditer(code)]
    return [at for at in found if code[at : at + 2] in heads or code[at] in heads]


def matches_at(code: str, at: int, tokens: Sequence[Token], lexicon: DateLexicon) -> list[Found]:
    """The matches that begin at a token, the longest first, then in the order of the patterns."""
    hits: list[tuple[int, DatePattern, re.Match[str]]] = []
    get = lexicon.by_head.get
    for pattern in get(code[at : at + 2], ()) + get(code[at], ()):
        match = pattern.regex.match(code, at)
        if match:
            hits.append((match.end(), pattern, match))
    if len(hits) > 1:
        hits.sort(key=lambda hit: -hit[0])
    return [Found(at, end, pattern.action, _values(match, pattern, tokens, lexicon)) for end, pattern, match in hits]


def _values(
    match: re.Match[str], pattern: DatePattern, tokens: Sequence[Token], lexicon: DateLexicon
) -> dict[str, int]:
    values: dict[str, int] = {}
    for name, cls in pattern.groups:
        first, last = match.span(name)
        if first >= 0:
            word = tokens[first].lower if last == first + 1 else " ".join(t.lower for t in tokens[first:last])
            values[name] = lexicon.values[cls][word] if cls != "numeric" else 0
    return values


def phrase_before(words: Sequence[str], end: int, phrases: Container[str], sizes: Mapping[str, Sequence[int]]) -> int:
    """How many words before ``end`` make up the longest of the phrases, 0 where none does.

    ``sizes``: of how many words the phrases are, by their last word, the longest first.
    """
    for size in sizes.get(words[end - 1], ()) if end else ():
        if size <= end and " ".join(words[end - size : end]) in phrases:
            return size
    return 0
