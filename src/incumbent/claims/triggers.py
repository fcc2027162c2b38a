"""Triggers of a sentence: the patterns that match it, one for each word."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.claims.encode import Coded
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST, PRONOUN
from incumbent.lexicon.triggers import Frame, Triggers

MENTIONS = frozenset({PERSON, PRONOUN, ORG, ORG_WORD, PLACE, POST, DATE})


class Trigger(NamedTuple):
    """An occurrence of a frame: items [first, last), and the items that its pattern captured by slot."""

    frame: Frame
    first: int
    last: int
    captured: dict[str, int]


def find_triggers(coded: Coded, lexicon: Triggers) -> list[Trigger]:
    """The triggers of a sentence in order; of those that share a word the longest stays, a change before a hold."""
    found: list[tuple[int, Trigger, frozenset[int]]] = []
    for pattern, frame in lexicon.fitting(coded.symbols):
        for match in pattern.regex.finditer(coded.text):
            first, last = coded.item_at(match.start()), coded.item_at(match.end())
            captured = {slot: coded.item_at(match.start(slot)) for slot, got in match.groupdict().items() if got}
            core = frozenset(i for i in range(first, last) if coded.items[i].symbol not in MENTIONS)
            found.append((len(core), Trigger(frame, first, last, captured), core))
    found.sort(key=lambda f: (-f[0], f[1].first, f[1].frame.kind in ("hold", "held"), -f[1].last))
    taken: set[int] = set()
    kept: list[Trigger] = []
    for _, trigger, core in found:
        if taken.isdisjoint(core):
            taken |= core
            if trigger.frame.kind:
                kept.append(trigger)
    return sorted(kept, key=lambda t: t.first)
