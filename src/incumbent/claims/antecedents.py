"""What a relative clause of place tells of a change: "joins from the Halden group, where she was treasurer"."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.claims.draft import Draft
from incumbent.claims.encode import ORGS, Item
from incumbent.claims.found import Passage
from incumbent.lexicon.grammar import Grammar

_REACH = 8


def settle_ends(passage: Passage, drafts: Sequence[Draft], words: Grammar) -> None:
    """Give an end without a post the one that a clause behind its organisation ("where ...") tells."""
    held = [d for d in drafts if d.kind in ("hold", "held") and d.role is not None]
    for end in drafts if held else ():
        if end.kind != "end" or end.role is not None:
            continue
        for said in held:
            if said.person == end.person and said.start > end.start:
                where = _antecedent(passage.coded.items, said.start, words)
                if where is not None and end.org in (where, said.org):
                    end.role, end.post = said.role, said.post


def _antecedent(items: Sequence[Item], start: int, words: Grammar) -> int | None:
    """The name right before the "where" of the clause with the item that starts at ``start``."""
    at = next((i for i, item in enumerate(items) if item.start >= start), len(items))
    for i in range(at, max(0, at - _REACH), -1):
        if i < len(items) and items[i].symbol in words["relative_places"]:
            before = items[i - 1 - (items[i - 1].symbol == ",")]
            return before.ref if before.symbol in ORGS else None
    return None
