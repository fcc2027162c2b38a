"""The people of a list: those joined by commas and "and", each with what is said of the name."""

from __future__ import annotations

from incumbent.claims.subjects import Subjects
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.patterns import ORG, PERSON, POST, SPEAKER

_OBJECT_REACH = 12
_BRACKET = 6
_LIST_REACH = 40
# How many items may stand between the names of a list to say who one is.
_CALLING = 6
_WHERE_REACH = 5


class Listed(Subjects):
    """Finds the people whom lists join."""

    def _listed(self, trigger: Trigger) -> int | None:
        """The first of the people listed behind a colon: "were elected to the board: P, Q and R"."""
        items = self.items
        at = next((i + 1 for i in range(trigger.last, len(items) - 1) if items[i].symbol == ":"), len(items))
        while at < len(items) and (items[at].symbol in self.words["determiners"] or items[at].symbol == POST):
            at += 1
        return at if at < len(items) and items[at].symbol == PERSON else None

    def coordinated(self, at: int) -> list[int]:
        """The people joined to the one at ``at`` by commas and "and": "A, B and C", "A and I"."""
        items = self.items
        if at > 1 and items[at].symbol == SPEAKER:
            paired = items[at - 1].symbol in self.words["conjunctions"] and items[at - 2].symbol == PERSON
            return [at - 2] if paired else []
        if at < 0 or items[at].symbol != PERSON:
            return []
        return sorted([*self._listed_beside(at, 1), *self._listed_beside(at, -1)])

    def _listed_beside(self, at: int, step: int) -> list[int]:
        """The people of the list around ``at`` that stand behind (``step`` 1) or before (-1) it."""
        items, words = self.items, self.words
        i, joined, names = at + step, False, []
        while 0 <= i < len(items) and abs(i - at) < _LIST_REACH:
            symbol = items[i].symbol
            if symbol == PERSON:
                names.append(i)
            elif symbol in words["conjunctions"]:
                joined = True
            elif symbol in ("(", ")") and self._closed(i, step) is not None:
                i = self._closed(i, step) or i
            elif joined and (symbol in words["determiners"] or symbol in words["former"]):
                pass
            elif symbol not in (",", "(", ")") and not (self._tells_of_listed(i) or self._calls_listed(i)):
                joined = joined or (symbol == ":" and bool(names))
                break
            i += step
        return names if joined else []

    def _tells_of_listed(self, i: int) -> bool:
        """Whether an item is of what stands behind a name of a list: "A (head of sales), B, its treasurer, and C"."""
        items = self.items
        if items[i].symbol in (POST, ORG) and self._described(i):
            return True
        links = self.links
        if any(person < i <= org for person, org in links.org_of_person.items()):
            return True
        if any(post <= i <= org for post, org in links.org_of.items() if post in links.person_of):
            return True
        post = i + (items[i].symbol in self.words["determiners"])
        return post < len(items) and items[post].symbol == POST and post in self.links.person_of

    def _calls_listed(self, i: int) -> bool:
        """Whether an item says who the name behind it is, in a list: ", the former mayor B", "and economist C"."""
        items, parts = self.items, (",", *self.words["conjunctions"])
        first = last = i
        while first > 0 and last - first < _CALLING and self._can_call(first):
            first -= 1
        while last < len(items) - 1 and last - first < _CALLING and self._can_call(last):
            last += 1
        return items[first].symbol in parts and items[last].symbol == PERSON

    def _can_call(self, i: int) -> bool:
        symbol, words = self.items[i].symbol, self.words
        if symbol in words["former"]:
            return self.items[i + 1].symbol != PERSON
        if symbol in words["determiners"]:
            return symbol not in words["prepositions"]
        return symbol == POST or (self._is_content(symbol) and i not in self.starts)

    def _closed(self, i: int, step: int) -> int | None:
        """The other bracket of the pair at ``i``, where they hold neither name nor post: "A (271 votes), B (70)"."""
        for j in range(i + step, i + step * _BRACKET, step):
            symbol = self.items[j].symbol if 0 <= j < len(self.items) else PERSON
            if symbol in ("(", ")"):
                return j
            if symbol in (PERSON, POST, ORG):
                return None
        return None

    def companions(self, trigger: Trigger) -> list[int]:
        """Those with whom an organisation was founded: "P founded O with Q"."""
        if trigger.frame.manner != "founded":
            return []
        items = self.items
        for i in range(max(2, trigger.first - _WHERE_REACH), trigger.first):
            if items[i].symbol in self.words["together"] and items[i + 1].symbol in self.words["companions"]:
                before = i - 1 - (items[i - 1].symbol == ",")
                return [before] if items[before].symbol == PERSON else []
        for i in range(trigger.last, min(trigger.last + _OBJECT_REACH, len(items) - 1)):
            if items[i].symbol in self.words["together"]:
                found = next((j for j in range(i + 1, min(i + 4, len(items))) if items[j].symbol == PERSON), None)
                return [] if found is None else [found, *self.coordinated(found)]
        return []

    def _described(self, i: int) -> bool:
        """Whether a post or organisation stands in brackets behind a name of a list."""
        return i > 0 and self.items[i - 1].symbol == "("
