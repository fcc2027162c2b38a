"""Tells from the words of a sentence whether a date without a year lies behind or ahead."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon.dates import Cues
from incumbent.mentions.dates.calendar import FUTURE, NEAREST, PAST
from incumbent.model import Token

_LEFT, _RIGHT = 30, 14


def direction(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """The tense that surrounds tokens[start:end]: of the nearest sign before it, else of the first behind it."""
    for i in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        if sign := _sign(tokens, i, cues):
            return sign
    for i in range(end, min(len(tokens), end + _RIGHT)):
        if sign := _sign(tokens, i, cues):
            return sign
    return NEAREST


def _sign(tokens: Sequence[Token], i: int, cues: Cues) -> int:
    word = tokens[i].lower
    if not word[0].isalpha() and word[0] != "'":
        return NEAREST
    before = tokens[i - 1].lower if i else ""
    pair = f"{before} {word}"
    if word in cues.future or pair in cues.future:
        return FUTURE
    if word in cues.past or pair in cues.past:
        return PAST
    if word in cues.plain or (tokens[i].text != word and not tokens[i].text.isupper()):
        return NEAREST
    if cues.future_endings and word.endswith(cues.future_endings):
        return FUTURE
    if cues.past_endings and word.endswith(cues.past_endings):
        auxiliary = any(tokens[k].lower in cues.participle_after for k in range(max(0, i - 3), i))
        return NEAREST if auxiliary else PAST
    return NEAREST
