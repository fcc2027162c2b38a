"""The subject of a verb, by nearness, embedding and the bounds of clauses."""

from __future__ import annotations

from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.links import Links
from incumbent.claims.triggers import MENTIONS, Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST, SPEAKER

_POST_REACH = 14
_OBJECT_REACH = 12
_FRONT_REACH = 40
_TOO_FAR = -2.5


class Subjects:
    """Finds the subjects of verbs in one sentence."""

    def __init__(self, coded: Coded, links: Links, triggers: list[Trigger], words: Grammar) -> None:
        self.items = coded.items
        self.links = links
        self.words = words
        self.starts = {t.first for t in triggers}
        self.predicates = {t.captured["post"] for t in triggers if "post" in t.captured}
        self.asides = {t.first for t in triggers if t.frame.kind == "held" and t.frame.post == "none"}

    def _reads_passive(self, trigger: Trigger) -> bool:
        """Whether a participle without auxiliary is passive: no object follows it ("P, named CEO in 2010")."""
        if self._is_active(trigger):
            return False
        if trigger.last >= len(self.items):
            return True
        at = trigger.last
        while at < len(self.items) - 1 and self.items[at].symbol in self.words["determiners"]:
            at += 1
        symbol = self.items[at if self.items[at].symbol == DATE else trigger.last].symbol
        return (
            symbol in (POST, DATE)
            or symbol in self.words["prepositions"]
            or symbol in self.words["as"]
            or not (symbol[0].isalnum() or symbol in MENTIONS)
        )

    def _is_active(self, trigger: Trigger) -> bool:
        """Whether a trigger begins with a form that is never passive: "appointing", "nomme"."""
        active, symbol = self.words.active_forms, self.items[trigger.first].symbol
        helps = symbol in self.words.union("passive", "past_auxiliaries")
        return active is not None and not helps and active.search(symbol) is not None

    def is_passive(self, trigger: Trigger) -> bool:
        """Whether a passive auxiliary opens a trigger or stands within three words before it."""
        at = trigger.first
        if self._is_active(trigger):
            return False
        if at + 1 < trigger.last and self.items[at + 1].symbol in self.words["passive"]:
            return True
        for i in range(at, max(-1, at - 5), -1):
            symbol = self.items[i].symbol
            if symbol in self.words["passive"]:
                return True
            bound = symbol in MENTIONS or symbol in (",", ";", ":") or symbol in self.words["infinitive"]
            if i < at and bound:
                return False
        return False

    def subject(self, at: int, *, participle: bool = False, fronted: bool = True) -> int | None:
        """The person who is the subject of the verb at ``at``: scored by nearness, embedding and clause bounds."""
        words, items = self.words, self.items
        if self._has_other_subject(at):
            return None
        if at > 1 and items[at - 1].symbol == "," and items[at - 2].symbol == PERSON and not self._in_relative(at - 2):
            return at - 2
        candidates: list[tuple[float, int]] = []
        cost = 0.0
        commas = 0
        i = at - 1
        while i >= 0:
            symbol = items[i].symbol
            if symbol == ")":
                i = self._opening(i)
            elif symbol == SPEAKER and self._is_object(i):
                cost += 0.02
            elif symbol in PEOPLE or (symbol == POST and self._stands_for_holder(i)):
                candidates.append((-cost - self._embedding(i, participle and i >= at - 2, not commas), i))
            elif symbol in words["relatives"]:
                if not (candidates or self._oblique(i)):
                    nearest = self._nearest_person(i)
                    if nearest is not None:
                        return nearest
                elif commas and i and items[i - 1 - self._oblique(i)].symbol == ",":
                    candidates = [(s - 1.2, c) for s, c in candidates]
                else:
                    cost += 0.4
            elif symbol in (";", ":"):
                cost += 1.5
            elif symbol == ",":
                commas += 1
                cost += 0.05
            elif symbol in words["subordinators"]:
                cost += 0.7
            elif i in self.starts:
                cost += 0.1
            cost += 0.02
            i -= 1
        score, best = max(candidates, key=lambda scored: scored[0], default=(_TOO_FAR, None))
        if score > _TOO_FAR:
            return best
        return self._fronted(at) if fronted else None

    def _is_object(self, i: int) -> bool:
        """Whether the pronoun at ``i`` is an object before its verb: "P nous quitte", "qui m'a engagée"."""
        before = self.items[i - 1].symbol if i else ""
        return before in PEOPLE or (before in self.words["relatives"] and not self._oblique(i - 1))

    def _oblique(self, i: int) -> bool:
        """Whether a preposition makes the relative pronoun at ``i`` no subject: "with whom she founded O"."""
        return i > 0 and self.items[i - 1].symbol in self.words["prepositions"]

    def _in_relative(self, at: int) -> bool:
        """Whether a relative clause that a comma sets off is still open at ``at``: "P, who knows Q, resigned"."""
        for i in range(at - 1, max(0, at - _OBJECT_REACH), -1):
            if self.items[i].symbol == ",":
                return False
            if self.items[i].symbol in self.words["relatives"]:
                return self.items[i - 1].symbol == ","
        return False

    def _has_other_subject(self, at: int) -> bool:
        """Whether a noun that stands for nobody is right before the verb group ("parliament resumes")."""
        words, items = self.words, self.items
        if items[at].symbol in words["infinitive"]:
            return False
        i = at - 1
        while i >= 0 and (
            items[i].symbol in words.union("passive", "past_auxiliaries", "future", "negation", "fillers")
            or (words.adverb_forms is not None and words.adverb_forms.search(items[i].symbol))
        ):
            if items[i].symbol in words["infinitive"]:
                return False
            i -= 1
        if i < 1:
            return False
        symbol = items[i].symbol
        if symbol in (ORG, ORG_WORD):
            return self._word_before(i) in words["subordinators"] - words["conjunctions"]
        return self._is_content(symbol) and (
            items[i - 1].symbol in words["determiners"] or items[i - 1].symbol in words["subordinators"]
        )

    def _is_content(self, symbol: str) -> bool:
        """Whether a symbol is a plain word: no mention, no mark, no word of a closed class."""
        return symbol.isalpha() and symbol not in MENTIONS and not self.words.is_function(symbol)

    def _stands_for_holder(self, i: int) -> bool:
        """Whether a post without a name beside it stands for its holder: "the chief executive", "its chairman"."""
        at = i - 1
        while at > 0 and (self.items[at].symbol in self.words["former"] or self.items[at].symbol in (ORG, PLACE)):
            at -= 1
        before = self.items[at].symbol if at >= 0 else ""
        return (
            i not in self.links.person_of
            and i not in self.predicates
            and (
                before in self.words["determiners"]
                or before in self.words["possessive_mark"]
                or before in self.words["possessives"]
            )
        )

    def _fronted(self, at: int) -> int | None:
        """The subject behind a comma or colon where the verb opens the sentence: "Hired in 2017, P"."""
        items = self.items
        for i in range(at + 1, min(at + _FRONT_REACH, len(items) - 1)):
            if items[i].symbol in (";", ".") or (items[i].symbol == ":" and at > 1):
                return None
            if items[i].symbol in (",", ":"):
                following = i + 1
                while following < len(items) - 1 and (
                    items[following].symbol in self.words["fillers"] or items[following].symbol == POST
                ):
                    following += 1
                if items[following].symbol in PEOPLE or items[i].symbol == ":":
                    return following if items[following].symbol in PEOPLE else None
        return None

    def _embedding(self, i: int, adjacent: bool, near: bool) -> float:
        """What speaks against a person as subject: a preposition before, a possessive behind.

        ``near``: no comma parts it from the verb, so that "after P resigned" is a clause of its own.
        """
        items, words = self.items, self.words
        if i + 1 < len(items) and items[i + 1].symbol in words["possessive_mark"]:
            return 1.5
        if adjacent:
            return 0.0
        back = i - 1
        while back >= 0 and (items[back].symbol == POST or items[back].symbol in words["determiners"]):
            back -= 1
        if back >= 0 and items[back].symbol in words["prepositions"]:
            return 0.0 if near and items[back].symbol in words["subordinators"] else 1.0
        return 0.0

    def _opening(self, i: int) -> int:
        for back in range(i - 1, max(-1, i - 30), -1):
            if self.items[back].symbol == "(":
                return back
        return i

    def _nearest_person(self, i: int) -> int | None:
        """The antecedent of a relative pronoun at ``i``."""
        for back in range(i - 1, max(-1, i - 12), -1):
            symbol = self.items[back].symbol
            if symbol in PEOPLE:
                holders = [p for p in self.links.person_of.values() if p == back]
                return holders[0] if holders else back
            if symbol in (";", ".", ":"):
                return None
        return None

    def _past_title(self, trigger: Trigger) -> int:
        """The post that a trigger captured, or the one behind the name where that is but a title: "named Dr X dean"."""
        post, behind = trigger.captured["post"], trigger.last
        titled = post in self.links.person_of and behind < len(self.items) and behind not in self.links.person_of
        return behind if titled and self.items[behind].symbol == POST else post

    def _closing_comma(self, at: int) -> int | None:
        """Where the relative clause that begins at ``at`` is closed by a comma."""
        for i in range(at + 1, min(at + _POST_REACH, len(self.items))):
            if self.items[i].symbol == ",":
                return i
        return None

    def _word_before(self, i: int) -> str:
        """The word before ``i``, leaving out determiners; empty at the start."""
        determiners, of = self.words["determiners"], self.words["of"]
        before = i - 1
        while before > 0 and self.items[before].symbol in determiners and self.items[before].symbol not in of:
            before -= 1
        return self.items[before].symbol if before >= 0 else ""
