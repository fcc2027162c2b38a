"""Tells from the words of a sentence whether a date without a year lies behind or ahead."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon.dates import Cues
from incumbent.mentions.dates.calendar import FUTURE, NEAREST, PAST
from incumbent.model import Token

_LEFT, _RIGHT = 30, 14
PRESENT = 3


def direction(tokens: Sequence[Token], start: int, end: int, cues: Cues) -> int:
    """The tense that surrounds tokens[start:end]: of the nearest sign before it, else of the first behind it.

    PAST, FUTURE, PRESENT, or NEAREST where there is no sign. A present stands against a past before it, not against a
    future ("will go when the lease expires on 20 May"). Behind it a past that only an ending tells gives way
    to a plainer sign, for it may stand in a clause of its own ("On Monday a man who played there will ...").
    """
    present = NEAREST
    for i in range(start - 1, max(-1, start - 1 - _LEFT), -1):
        sign = _word_sign(tokens, i, cues) or _ending_sign(tokens, i, cues)
        if sign == PRESENT:
            present = PRESENT
        elif sign:
            return present if present and sign == PAST else sign
    if present:
        return present
    weak = NEAREST
    for i in range(end, min(len(tokens), end + _RIGHT)):
        if sign := _word_sign(tokens, i, cues):
            return sign
        weak = weak or _ending_sign(tokens, i, cues)
        if weak == FUTURE:
            return FUTURE
    return weak


def _word_sign(tokens: Sequence[Token], i: int, cues: Cues) -> int:
    word = tokens[i].lower
    pair = f"{tokens[i - 1].lower} {word}" if i else word
    if word in cues.future or pair in cues.future:
        return FUTURE
    if word in cues.past or pair in cues.past:
        return PAST
    return PRESENT if word in cues.present else NEAREST


def _ending_sign(tokens: Sequence[Token], i: int, cues: Cues) -> int:
    """The tense that a word's ending tells; a capital makes it a name."""
    token = tokens[i]
    word = token.lower
    if word in cues.plain or (token.text != word and not token.text.isupper()):
        return NEAREST
    if cues.future_endings and word.endswith(cues.future_endings):
        return FUTURE
    if word.endswith(cues.compound_endings) and i and tokens[i - 1].lower in cues.compound_after:
        return PAST
    if word.endswith(cues.past_endings):
        auxiliary = any(tokens[k].lower in cues.participle_after for k in range(max(0, i - 3), i))
        return NEAREST if auxiliary else PAST
    return NEAREST
