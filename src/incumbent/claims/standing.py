"""How the name of an organisation stands in the sentence of a claim: features for the choice among organisations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from incumbent.claims.draft import Draft
from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.found import Passage
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import ORG, POST

# Word lists of the grammar that tell how a name stands in its sentence, the first that fits.
_BEFORE = ("former", "from", "to", "by", "at", "of", "as", "possessives", "prepositions", "conjunctions", "determiners")
_BEHIND = ("possessive_mark", "reporting", "past_auxiliaries", "passive", "conjunctions", "prepositions", "relatives")
_NEAR = (1, 2, 4, 8, 16)
_FAR = 99
_BOUNDS = (*_NEAR, _FAR)


class Standing:
    """Tells how names stand, by the word lists of a language."""

    def __init__(self, words: Grammar) -> None:
        self._determiners = words["determiners"] - words["of"]
        self._before, self._behind = words.first_lists(*_BEFORE), words.first_lists(*_BEHIND)

    def features(
        self, passage: Passage, draft: Draft, post: int | None, extent: tuple[int, int], at: int
    ) -> Iterator[str]:
        """How the name at item ``at`` stands to the items ``extent`` that a claim was made from."""
        items = passage.coded.items
        before = self._kind_before(passage.coded, at)
        behind = _group(items[at + 1].symbol, self._behind) if at + 1 < len(items) else "end"
        side = "left" if items[at].start < draft.start else "inside" if items[at].end <= draft.end else "right"
        yield f"in {side}"
        yield f"before {before}"
        yield f"before {before} {side} {draft.kind}"
        yield f"behind {behind}"
        yield f"behind {behind} {side}"
        first, last = extent
        low, high = (at + 1, first) if side == "left" else (last, at)
        between = [item.symbol for item in items[low:high]]
        yield f"near {side} {bucket(len(between))}"
        for name, found in (("person", not PEOPLE.isdisjoint(between)), ("org", ORG in between),
                            ("post", POST in between), ("comma", "," in between)):  # fmt: skip
            if found:
                yield f"across {name} {side}"
        linked = [p for p, o in passage.links.org_of.items() if o == at]
        if post is not None and post in linked:
            yield "of its post"
        elif linked:
            holders = {items[passage.links.person_of[p]].ref for p in linked if p in passage.links.person_of}
            yield "of a post of " + ("him" if draft.person in holders else "another" if holders else "nobody")

    def _kind_before(self, coded: Coded, at: int) -> str:
        items = coded.items
        i = at - 1
        while i > 0 and items[i].symbol in self._determiners:
            i -= 1
        return _group(items[i].symbol, self._before) if i >= 0 else "start"


def _group(symbol: str, lists: Mapping[str, str]) -> str:
    """The word list that holds a word; else its own sign, or "word"."""
    return lists.get(symbol) or ("word" if symbol[0].isalnum() and len(symbol) > 1 else symbol)


def bucket(number: int) -> int:
    """A number made coarse, so that features of it are few."""
    return _BOUNDS[bisect_left(_NEAR, number)]
