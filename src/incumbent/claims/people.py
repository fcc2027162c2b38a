"""Whom a trigger is about: subject, object, genitive, and the people joined to them."""

from __future__ import annotations

from incumbent.claims.encode import ORGS, PEOPLE
from incumbent.claims.listed import Listed
from incumbent.claims.triggers import MENTIONS, Trigger
from incumbent.lexicon.patterns import ORG, PERSON, PLACE, POST, PRONOUN, SPEAKER

_STEAD_REACH = 16
_OBJECT_REACH = 12
_OWNED_REACH = 7
_WHOSE_REACH = 4


class People(Listed):
    """Finds the people whom triggers are about."""

    def person(self, how: str, trigger: Trigger) -> int | None:
        """The item of a person that stands as ``how`` says, None where there is none."""
        if how == "none":
            return None
        if how == "subject":
            copula = trigger.frame.kind == "hold" and "post" in trigger.captured
            return self.subject(trigger.first, fronted=not copula)
        if how == "right":
            return self.object(trigger.last)
        if how == "genitive":
            return self.genitive(trigger)
        if how == "earlier":
            return self.earlier(trigger)
        if how == "holder":
            return self.links.person_of.get(trigger.captured.get("post", -1))
        clitic = self._clitic(trigger)
        if clitic is not None:
            earlier = self.earlier(trigger) if self.items[clitic].symbol != SPEAKER else -1
            return clitic if earlier < 0 else earlier
        relative = self._relative(trigger)
        if relative is not None:
            return relative
        if self.is_passive(trigger):
            found = self.subject(trigger.first)
            return self._listed(trigger) if found is None else found
        inside = (i for i in range(trigger.first + 1, trigger.last) if self.items[i].symbol in PEOPLE)
        found = next(inside, None)
        found = self.object(trigger.last) if found is None else found
        if found is None and self._reads_passive(trigger):
            return self.subject(trigger.first, participle=True)
        return found

    def _clitic(self, trigger: Trigger) -> int | None:
        """The object pronoun right before a verb or its auxiliary: "le conseil l'a nommée"."""
        if not self.words.clitics:
            return None
        at = trigger.first - 1
        while at > 0 and self.items[at].symbol in self.words["past_auxiliaries"]:
            at -= 1
        if at > 0 and self.items[at].symbol == SPEAKER:
            before, words = self.items[at - 1].symbol, self.words
            follows = before in PEOPLE | ORGS or before in words["relatives"] - words["object_relatives"]
            return at if follows else None
        return at if at >= 0 and self.items[at].symbol in self.words.clitics else None

    def _relative(self, trigger: Trigger) -> int | None:
        """The person whom a relative clause around the trigger has as its object: "P, que le conseil a nommée"."""
        items, words = self.items, self.words
        for i in range(trigger.first - 1, max(0, trigger.first - _OBJECT_REACH), -1):
            if items[i].symbol in words["object_relatives"]:
                before = i - 1 - (items[i - 1].symbol == ",")
                return before if before >= 0 and items[before].symbol == PERSON else None
            if items[i].symbol in words["boundaries"] or items[i].symbol in (",", ":"):
                return None
        return None

    def object(self, at: int) -> int | None:
        """The person right of ``at`` as a direct object."""
        items, words = self.items, self.words
        for i in range(at, min(at + _OBJECT_REACH, len(items))):
            symbol = items[i].symbol
            if symbol in PEOPLE:
                return self.owned(i)
            if symbol in words["by"] or symbol in words["boundaries"] or symbol in words["relatives"]:
                return None
            if symbol in words["subordinators"] or i in self.starts:
                return None
            if symbol == "," and not self._leads_on(i):
                closing = self._closing_comma(i) if i == at else None
                return None if closing is None else self._beyond(closing)
        return None

    def owned(self, at: int) -> int:
        """Who is meant where a name has a possessive mark: "A's deputy B" is B; else the one at ``at``."""
        items, words = self.items, self.words
        if at + 1 >= len(items) or items[at + 1].symbol not in words["possessive_mark"]:
            return at
        for i in range(at + 2, min(at + _OWNED_REACH, len(items))):
            symbol = items[i].symbol
            if symbol == PERSON:
                return i
            if symbol not in (POST, ",") and not self._is_content(symbol) and symbol not in words["former"]:
                break
        return at

    def _beyond(self, closing: int) -> int | None:
        """The object right behind an aside between commas: "named, with effect from May, P as chair"."""
        items = self.items
        at = closing + 1
        while at < len(items) - 1 and (items[at].symbol in self.words["determiners"] or items[at].symbol == POST):
            at += 1
        return at if at < len(items) and items[at].symbol == PERSON else None

    def _leads_on(self, i: int) -> bool:
        """Whether a comma stands inside a description of the person behind it: "the finance director of O, P"."""
        items = self.items
        if items[i - 1].symbol in (POST, ORG, PLACE) or (i + 1 < len(items) and items[i + 1].symbol == PERSON):
            return True
        return any(org == i - 1 for org in self.links.org_of.values())

    def genitive(self, trigger: Trigger) -> int | None:
        """ "the departure of chief executive P", "P's departure", "her departure"."""
        items, words = self.items, self.words
        owned = items[trigger.first].symbol in words["possessive_mark"] and trigger.first > 0
        if owned and items[trigger.first - 1].symbol in PEOPLE:
            return trigger.first - 1
        whose = self._whose(trigger.first)
        if whose is not None:
            return whose
        i = trigger.first - (items[trigger.first].symbol not in words["possessives"])
        while i >= max(0, trigger.first - 5):
            symbol = items[i].symbol
            if symbol in words["possessive_mark"] and i and items[i - 1].symbol in PEOPLE:
                return i - 1
            if symbol in words["possessives"] and symbol not in words["org_pronouns"]:
                return self._possessor(i, fronted=trigger.frame.kind != "leave")
            if symbol in words["of"] and i < trigger.first:
                break
            if symbol in words["determiners"] or symbol in MENTIONS or symbol in words["boundaries"]:
                break
            i -= 1
        at = trigger.last
        beside = at >= len(items) or items[at].symbol in (PERSON, PRONOUN)
        bound = beside or items[at - 1].symbol in words["prepositions"]
        for i in range(at, min(at + _OBJECT_REACH, len(items))):
            symbol = items[i].symbol
            if symbol in (PERSON, PRONOUN):
                return i if bound else None
            bound = bound or symbol in words["prepositions"]
            if symbol in words["boundaries"] or i in self.starts or symbol in words["relatives"]:
                break
            if symbol == "," and not self._leads_on(i):
                closing = self._closing_comma(i)
                if (
                    closing is None
                    or items[closing + 1 : closing + 2] == []
                    or items[closing + 1].symbol not in words["of"]
                ):
                    break
                return self.object(closing + 2)
        return None

    def _whose(self, at: int) -> int | None:
        """The person before "whose" (dont) that opens the clause of a noun: "P, whose appointment was announced"."""
        items, words = self.items, self.words
        for i in range(at - 1, max(0, at - _WHOSE_REACH), -1):
            if items[i].symbol in words["genitive_relatives"]:
                before = i - 1 - (items[i - 1].symbol == ",")
                return before if before >= 0 and items[before].symbol == PERSON else None
            if not items[i].symbol[0].isalnum() or items[i].symbol in MENTIONS:
                return None
        return None

    def earlier(self, trigger: Trigger) -> int:
        """The person named before the subject of a trigger in the sentence, -1 for one of an earlier sentence."""
        subject = self.subject(trigger.first)
        people = [i for i in range(trigger.first) if self.items[i].symbol == PERSON and i != subject]
        same = {self.items[i].ref for i in (subject,) if i is not None and i >= 0}
        return next((i for i in reversed(people) if self.items[i].ref not in same), -1)

    def replaced(self, trigger: Trigger) -> int | None:
        """Whose post is taken, in the words behind a trigger: "was appointed in her place", "as his successor"."""
        items, words = self.items, self.words
        for i in range(trigger.last, min(trigger.last + _STEAD_REACH, len(items) - 1)):
            if items[i].symbol in words["boundaries"]:
                return None
            if items[i].symbol in words["possessives"] and items[i + 1].symbol in words["stead"]:
                tied = items[i - 1].symbol in words["prepositions"] and items[i].symbol not in words["org_pronouns"]
                return i if tied or items[i - 1].symbol in words["as"] else None
        return None

    def _possessor(self, i: int, *, fronted: bool) -> int:
        """Whose "his", "sa" at ``i`` is: the subject before it, else the word itself, for somebody named earlier.

        ``fronted``: it may be the subject behind ("Since her appointment, P ..."; not so in "During her leave, P ...").
        """
        if self.items[i].symbol in self.words["first_person"]:
            return i
        found = self.subject(i, fronted=fronted)
        return i if found is None else found

    def _describes(self, last: int, i: int) -> bool:
        """Whether the post at ``i`` is part of an apposition behind ``last``: "succeeds P, grandson of the founder"."""
        if self._word_before(i) not in self.words["of"]:
            return False
        return any(
            self.items[j].symbol == "," and self.items[j - 1].symbol == PERSON and self.items[j + 1].symbol.isalpha()
            and self.items[j + 1].symbol not in self.words["as"] for j in range(last, i - 1)
        )  # fmt: skip

    def is_attribute(self, trigger: Trigger) -> bool:
        """Whether the trigger is an adjective: "a retired manager", "the outgoing chair"."""
        if "new" in trigger.captured or "person" in trigger.captured:
            return False
        before = self.items[trigger.first - 1].symbol if trigger.first else ""
        told_by_noun = trigger.frame.person == "genitive" or self.items[trigger.first].symbol in MENTIONS
        return not told_by_noun and before in self.words.union("attributive", "possessive_mark")

    def is_hypothetical(self, trigger: Trigger) -> bool:
        """Whether the trigger's clause asks or supposes: "whether she will go", "if he were to", "they urge her to"."""
        for i in range(trigger.first - 1, -1, -1):
            symbol = self.items[i].symbol
            if symbol in self.words.union("hypothetical", "requests"):
                return True
            if not (symbol[0].isalnum() or symbol in MENTIONS) or symbol in self.words["boundaries"]:
                return False
        return False

    def opens(self, trigger: Trigger) -> bool:
        """Whether a trigger opens the sentence without a subject, as in a curriculum: "Appointed chair: May 2021"."""
        return trigger.first <= 1 and trigger.frame.person == "object" and self._reads_passive(trigger)
