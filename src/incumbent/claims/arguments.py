"""Where the arguments of a trigger stand: people, posts and, here, organisations."""

from __future__ import annotations

from incumbent.claims.encode import PEOPLE
from incumbent.claims.links import org_right
from incumbent.claims.offices import Offices
from incumbent.claims.triggers import MENTIONS, Trigger
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE

_POST_REACH = 14
_ORG_REACH = 12
_NEAR_BY = 5
_WHERE_REACH = 5
# Manners of a start that say where to: "was appointed to O".
_NAMED = frozenset({"appointed", "elected"})


class Finder(Offices):
    """Finds the arguments of triggers in one sentence."""

    def takes_organisation(self, trigger: Trigger) -> bool:
        """Whether what follows a verb like "leave" or "join" can be an organisation: not in "left school"."""
        items, words = self.items, self.words
        i = trigger.last
        while i < len(items) and items[i].symbol in words["determiners"]:
            i += 1
        if i >= len(items) or i > trigger.last + 2:
            return True
        symbol = items[i].symbol
        if symbol in words["by"]:
            return i + 1 < len(items) and items[i + 1].symbol == DATE
        if symbol == PLACE:
            return False
        plain = self._is_content(symbol) and not self._names_behind(i + 1)
        adverb = words.adverb_forms is not None and words.adverb_forms.search(symbol) is not None
        return not plain or adverb

    def _names_behind(self, i: int) -> bool:
        """Whether an organisation's name stands at ``i``, behind the word for what it is: "joined the bakery O"."""
        return i < len(self.items) and self.items[i].symbol == ORG and self.items[i - 1].symbol.isalpha()

    def employer(self, trigger: Trigger) -> int | None:
        """The organisation by which a person is hired or dismissed: "was hired by O"."""
        items, words = self.items, self.words
        for i in range(trigger.last, min(trigger.last + _NEAR_BY, len(items) - 1)):
            if items[i].symbol in words["boundaries"] or items[i].symbol in words["relatives"]:
                return None
            if items[i].symbol in words["by"]:
                behind = i + 1 + (items[i + 1].symbol in words["determiners"])
                behind += behind + 1 < len(items) and self._is_content(items[behind].symbol)
                return behind if behind < len(items) and items[behind].symbol in (ORG, ORG_WORD) else None
        return None

    def agent_behind(self, trigger: Trigger) -> int | None:
        """The organisation that names or dismisses in the passive voice: "sacked by O"."""
        items, at = self.items, trigger.last
        if trigger.frame.person != "object" or at + 1 >= len(items) or items[at].symbol not in self.words["by"]:
            return None
        at += 1 + (items[at + 1].symbol in self.words["determiners"])
        return at if at < len(items) and items[at].symbol in (ORG, ORG_WORD, PLACE) else None

    def points_back(self, trigger: Trigger) -> bool:
        """Whether "there" (y, en) beside the verb, or "where" or "which" before its subject, is an organisation."""
        items, words, at = self.items, self.words, trigger.first
        if at and items[at - 1].symbol in words["places_before"]:
            return items[at - 1].symbol not in words["prepositions"] or not self._is_active(trigger)
        if trigger.last < len(items) and items[trigger.last].symbol in words["places_behind"]:
            return True
        for i in range(at - 1, max(0, at - _WHERE_REACH), -1):
            relative = items[i].symbol in words["relatives"]
            relative = relative and (items[i - 1].symbol == "," or items[i].symbol not in words["subordinators"])
            held = relative and any(item.symbol in PEOPLE for item in items[i + 1 : at])
            if held or items[i].symbol in words["relative_places"]:
                before = i - 1 - (items[i - 1].symbol == ",")
                return items[before - (items[before].symbol == ")")].symbol in (ORG, ORG_WORD)
        return False

    def acts_beside(self, trigger: Trigger) -> bool:
        """Whether an organisation is the subject right before a verb: "O has parted company with P"."""
        items, words = self.items, self.words
        at = trigger.first - 1
        helping = words.union("past_auxiliaries", "perfect", "future", "fillers")
        while at > 0 and (items[at].symbol in helping or items[at].symbol in words.clitics):
            at -= 1
        return at >= 0 and items[at].symbol in (ORG, ORG_WORD) and self._word_before(at) not in words["prepositions"]

    def aside_before(self, trigger: Trigger) -> frozenset[int]:
        """The organisations of a relative clause that a comma closes right before a verb: "P, who runs O, will"."""
        items, words, at = self.items, self.words, trigger.first - 1
        while at > 0 and (items[at].symbol in words["places_before"] or items[at].symbol in words["past_auxiliaries"]):
            at -= 1
        if at < 1 or items[at].symbol != ",":
            return frozenset()
        opening = at
        for i in range(at - 1, -1, -1):
            if items[i].symbol in words["boundaries"]:
                break
            if items[i].symbol == "," and items[i + 1].symbol in words["relatives"]:
                opening = i
        return frozenset(item.ref for item in items[opening:at] if item.symbol == ORG)

    def org_inside(self, trigger: Trigger) -> int | None:
        """The organisation named within a trigger, or that of a post within it: "leaves R of O for O"."""
        taken = set(trigger.captured.values())
        found = (self.links.org_of.get(i, i) for i in range(trigger.first, trigger.last))
        free = (at for at in found if at >= 0 and at not in taken and self.items[at].symbol == ORG)
        return next((at for at in free if self._word_before(at) not in self.words["to"]), None)

    def org(self, trigger: Trigger, *, direct: bool) -> int | None:
        """The organisation behind a trigger: its direct object, or after "of", "at" and the like."""
        if "org" in trigger.captured:
            return trigger.captured["org"]
        items, words = self.items, self.words
        described = {org for post, org in self.links.org_of.items() if post in self.links.person_of}
        taken = set(trigger.captured.values())
        if trigger.frame.kind == "start":
            described.update(self.links.org_of_person.values())
        for i in range(trigger.first, trigger.last):
            if items[i].symbol in (ORG, ORG_WORD) and i not in taken and self._word_before(i) not in words["former"]:
                return i
        first = self._past_aside(trigger.last) if direct else trigger.last
        for i in range(first, min(first + _ORG_REACH, len(items))):
            symbol = items[i].symbol
            if (
                symbol in words["boundaries"]
                or symbol in words["relatives"]
                or (i in self.starts and i >= trigger.last)
                or self._begins_aside(i)
                or (symbol in words["reporting"] and i > trigger.last)
            ):
                return None
            if symbol in (ORG, ORG_WORD) and i not in described:
                before = self._word_before(i)
                if (
                    before in words.union("by", "reporting")
                    or before in words["former"]
                    or (trigger.frame.kind != "end" and self._comes_from(i))
                ):
                    continue
                if i > 1 and items[i - 2].symbol in words["former"]:
                    continue
                linking = before in words["of"] or before in words["at"] or before in words["from"]
                linking = linking or (trigger.frame.manner in _NAMED and before in words["to"])
                if linking or before not in words["prepositions"]:
                    return i
            if (symbol in words["of"] or symbol in words["at"]) and items[i - 1].symbol not in words["former"]:
                found = org_right(items, i, words)
                if found is not None and items[found].symbol != PLACE and found not in described:
                    return found
            if symbol == "," and (direct or self._opens_clause(i + 1)):
                return None
        return None

    def _past_aside(self, at: int) -> int:
        """Behind an aside that parts a verb from its object: "joined, in May, O"."""
        closing = self._closing_comma(at) if at < len(self.items) and self.items[at].symbol == "," else None
        aside = self.items[at:closing] if closing is not None else []
        tied = len(aside) > 1 and (aside[1].symbol in self.words["prepositions"] or aside[1].symbol == DATE)
        no_aside = (MENTIONS - {DATE}) | self.words["relatives"]
        plain = no_aside.isdisjoint(item.symbol for item in aside)
        return closing + 1 if closing is not None and tied and plain else at

    def _begins_aside(self, i: int) -> bool:
        """Whether the comma at ``i`` opens what the person named before it is besides: "P, a trader at O"."""
        items, words = self.items, self.words
        if not 0 < i < len(items) - 1 or items[i].symbol != "," or items[i - 1].symbol != PERSON:
            return False
        symbol = items[i + 1].symbol
        if symbol in words["of"] and self._closing_comma(i + 1) is not None:
            return True
        if symbol == ORG and items[min(i + 2, len(items) - 1)].symbol != ",":
            return False
        return symbol not in words["prepositions"] and symbol not in words["at"] and not symbol[0].isdigit()

    def _comes_from(self, i: int) -> bool:
        """Whether the organisation at ``i`` is where somebody comes from: "from Acme", "from the mining group Acme"."""
        for j in range(i - 1, max(-1, i - 5), -1):
            symbol = self.items[j].symbol
            if symbol in self.words["from"]:
                return True
            if not symbol.isalpha() or (self.words.is_function(symbol) and symbol not in self.words["determiners"]):
                return False
        return False

    def _opens_clause(self, i: int) -> bool:
        """Whether a new clause begins at ``i``, behind a comma."""
        if i >= len(self.items):
            return True
        symbol = self.items[i].symbol
        if symbol in (ORG, ORG_WORD) and i + 1 < len(self.items):
            return self.items[i + 1].symbol in self.words["reporting"]
        return symbol in PEOPLE or symbol in self.words["conjunctions"] or symbol in self.words["subordinators"]

    def other(self, trigger: Trigger) -> int | None:
        """The organisation that a person comes from or goes to, behind the words that the frame names."""
        if "other" in trigger.captured:
            return self._within(trigger.captured["other"])
        items, words = self.items, self.words
        if trigger.frame.other == "none":
            return None
        marks = words[trigger.frame.other]
        first = trigger.last - (items[trigger.last - 1].symbol in marks)
        for i in range(first, min(trigger.last + _POST_REACH, len(items) - 1)):
            symbol = items[i].symbol
            if symbol in words["boundaries"] or i in self.starts:
                return None
            if symbol in marks:
                found = self._marked(i)
                if found is not None:
                    return found
        return None

    def _marked(self, mark: int) -> int | None:
        """The organisation that "from" or "to" at ``mark`` brings, or the one of a clause behind a town."""
        items = self.items
        for j in range(mark + 1, min(mark + 5, len(items))):
            if items[j].symbol == ORG:
                return j
            if items[j].symbol == PLACE:
                within = self._within(j)
                return within if within != j else None
            if items[j].symbol in MENTIONS or not items[j].symbol[0].isalnum():
                return None
        return None

    def _within(self, place: int) -> int:
        """The organisation of the clause behind a town: "from Leeds, where she ran O"; else the item itself."""
        items, words = self.items, self.words
        at = place + 1 + (place + 1 < len(items) and items[place + 1].symbol == ",")
        if items[place].symbol != PLACE or at >= len(items) or items[at].symbol not in words["relative_places"]:
            return place
        for i in range(at + 1, min(at + _ORG_REACH, len(items))):
            if items[i].symbol == ORG:
                return i
            if items[i].symbol == "," or items[i].symbol in words["boundaries"]:
                break
        return place

    def any_org_before(self, at: int, left: frozenset[int]) -> int | None:
        """The nearest organisation left of ``at`` in the sentence, whatever stands before it, but none of ``left``."""
        kept_off = {"(", *self.words.union("former", "from")}
        for i in range(at - 1, -1, -1):
            item, before = self.items[i], self.items[i - 1].symbol
            if item.symbol == ORG and item.ref not in left and before not in kept_off:
                return i
        return None

    def agent(self, trigger: Trigger) -> int | None:
        """The organisation left of a verb that does the naming or the dismissing."""
        items, words, at = self.items, self.words, trigger.first
        if at > 1 and items[at - 1].symbol == "," and items[at - 2].symbol == PERSON and self._reads_passive(trigger):
            return None
        besides = set(self.links.org_of_person.values())
        for i in range(at - 1, max(-1, at - 14), -1):
            symbol = items[i].symbol
            if symbol in (ORG, ORG_WORD) and i not in besides and not (i and items[i - 1].symbol in words["former"]):
                return i
            if symbol in words["boundaries"] or symbol in words["subordinators"]:
                return None
        return None

    def org_before(self, at: int, left: frozenset[int]) -> int | None:
        """The nearest organisation left of ``at`` that opens the sentence, stands free, or has a post of nobody.

        None of ``left`` is taken.
        """
        items, words = self.items, self.words
        described = {org for post, org in self.links.org_of.items() if post in self.links.person_of}
        free = [(post, org) for post, org in self.links.org_of.items() if post and post not in self.links.person_of]
        for i in range(at - 1, -1, -1):
            if items[i].symbol not in (ORG, ORG_WORD) or i in described or items[i + 1].symbol in words["press"]:
                continue
            if items[i].ref in left:
                continue
            before = i - 1
            while before >= 0 and items[before].symbol in words["determiners"] - words["prepositions"]:
                before -= 1
            if before < 0 or (before == 0 and items[0].symbol in words["at"]):
                return i
            symbol = items[before].symbol
            if symbol not in words.union("prepositions", "former", "from") and symbol not in ("(", ":"):
                return i
            if any(org == i and items[post - 1].symbol in words["determiners"] for post, org in free):
                return i
        return None
