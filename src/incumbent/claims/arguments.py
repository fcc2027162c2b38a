"""Triggers of a sentence and where their arguments stand."""

from __future__ import annotations

from typing import NamedTuple

from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.links import Links, org_right
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST, PRONOUN
from incumbent.lexicon.triggers import Frame, Triggers

_MENTIONS = frozenset({PERSON, PRONOUN, ORG, ORG_WORD, PLACE, POST, DATE})
_POST_REACH = 14
_OBJECT_REACH = 12
_ORG_REACH = 12
_NEAR_BY = 5
_FRONT_REACH = 24
_WHERE_REACH = 5


class Trigger(NamedTuple):
    """An occurrence of a frame: items [first, last), and the items that its pattern captured by slot."""

    frame: Frame
    first: int
    last: int
    captured: dict[str, int]


def find_triggers(coded: Coded, lexicon: Triggers) -> list[Trigger]:
    """The triggers of a sentence in order; of those that share a word the longest stays, a change before a hold."""
    tried: set[int] = set()
    present = {item.symbol for item in coded.items}
    found: list[tuple[int, Trigger, frozenset[int]]] = []
    for item in coded.items:
        for index in lexicon.by_anchor.get(item.symbol, ()):
            if index in tried:
                continue
            tried.add(index)
            pattern, frame = lexicon.patterns[index]
            if any(map(present.isdisjoint, pattern.needs)):
                continue
            for match in pattern.regex.finditer(coded.text):
                first, last = coded.item_at(match.start()), coded.item_at(match.end())
                captured = {slot: coded.item_at(match.start(slot)) for slot, got in match.groupdict().items() if got}
                core = frozenset(i for i in range(first, last) if coded.items[i].symbol not in _MENTIONS)
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


class Finder:
    """Finds the arguments of triggers in one sentence."""

    def __init__(self, coded: Coded, links: Links, triggers: list[Trigger], words: Grammar) -> None:
        self.items = coded.items
        self.links = links
        self.words = words
        self.starts = {t.first for t in triggers}
        self.predicates = {t.captured["post"] for t in triggers if "post" in t.captured}
        self.asides = {t.first for t in triggers if t.frame.kind == "held" and t.frame.post == "none"}

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
        if self.is_passive(trigger):
            found = self.subject(trigger.first)
            return self._listed(trigger) if found is None else found
        inside = (i for i in range(trigger.first + 1, trigger.last) if self.items[i].symbol in PEOPLE)
        found = next(inside, None)
        found = self.object(trigger.last) if found is None else found
        if found is None and self._reads_passive(trigger):
            return self.subject(trigger.first, participle=True)
        return found

    def _listed(self, trigger: Trigger) -> int | None:
        """The first of the people listed behind a colon: "were elected to the board: P, Q and R"."""
        items = self.items
        colon = next((i for i in range(trigger.last, len(items) - 1) if items[i].symbol == ":"), None)
        return colon + 1 if colon is not None and items[colon + 1].symbol == PERSON else None

    def _reads_passive(self, trigger: Trigger) -> bool:
        """Whether a participle without auxiliary is passive: no object follows it ("P, named CEO in 2010")."""
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
            or not (symbol[0].isalnum() or symbol in _MENTIONS)
        )

    def is_passive(self, trigger: Trigger) -> bool:
        """Whether a passive auxiliary opens a trigger or stands within three words before it."""
        at, active = trigger.first, self.words.active_forms
        if active is not None and active.search(self.items[at].symbol):
            return False
        if at + 1 < trigger.last and self.items[at + 1].symbol in self.words["passive"]:
            return True
        for i in range(at, max(-1, at - 5), -1):
            symbol = self.items[i].symbol
            if symbol in self.words["passive"]:
                return True
            bound = symbol in _MENTIONS or symbol in (",", ";", ":") or symbol in self.words["infinitive"]
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
        best: tuple[float, int] | None = None
        candidates: list[tuple[float, int]] = []
        cost = 0.0
        commas = 0
        i = at - 1
        while i >= 0:
            symbol = items[i].symbol
            if symbol == ")":
                i = self._opening(i)
            elif symbol in PEOPLE or (symbol == POST and self._stands_for_holder(i)):
                candidates.append((-cost - self._embedding(i, participle and i >= at - 2), i))
            elif symbol in words["relatives"]:
                if not candidates:
                    nearest = self._nearest_person(i)
                    if nearest is not None:
                        return nearest
                elif commas and i and items[i - 1].symbol == ",":
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
        for candidate in candidates:
            if best is None or candidate[0] > best[0]:
                best = candidate
        if best and best[0] > -2.5:
            return best[1]
        return self._fronted(at) if fronted else None

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
            items[i].symbol
            in words.union("passive", "past_auxiliaries", "future", "negation", "fillers")
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
        return (
            symbol.isalpha()
            and symbol not in _MENTIONS
            and not self.words.is_function(symbol)
            and (items[i - 1].symbol in words["determiners"] or items[i - 1].symbol in words["subordinators"])
        )

    def _stands_for_holder(self, i: int) -> bool:
        """Whether a post without a name beside it stands for its holder: "the chief executive", "its chairman"."""
        at = i - 1
        while at > 0 and self.items[at].symbol in self.words["former"]:
            at -= 1
        before = self.items[at].symbol if at >= 0 else ""
        return i not in self.links.person_of and i not in self.predicates and (
            before in self.words["determiners"]
            or before in self.words["possessive_mark"]
            or before in self.words["possessives"]
        )

    def _fronted(self, at: int) -> int | None:
        """The subject behind the comma where the verb opens the sentence: "Hired in 2017, P"."""
        items = self.items
        for i in range(at + 1, min(at + _FRONT_REACH, len(items) - 1)):
            if items[i].symbol in (";", ":", "."):
                return None
            if items[i].symbol == ",":
                following = i + 1
                while following < len(items) - 1 and (
                    items[following].symbol in self.words["fillers"] or items[following].symbol == POST
                ):
                    following += 1
                if items[following].symbol in PEOPLE:
                    return following
        return None

    def coordinated(self, at: int) -> list[int]:
        """The people joined to the one at ``at`` by commas and "and": "A, B and C"."""
        items, words = self.items, self.words
        if at < 0 or items[at].symbol != PERSON:
            return []
        found: list[int] = []
        for step in (1, -1):
            i, joined, names = at + step, False, []
            while 0 <= i < len(items) and abs(i - at) < 40:
                symbol = items[i].symbol
                if symbol == PERSON:
                    names.append(i)
                elif symbol in words["conjunctions"]:
                    joined = True
                elif symbol not in (",", "(", ")") and not self._tells_of_listed(i):
                    break
                i += step
            if joined:
                found += names
        return sorted(found)

    def _tells_of_listed(self, i: int) -> bool:
        """Whether an item is of what stands behind a name of a list: "A (head of sales), B, its treasurer, and C"."""
        items = self.items
        if items[i].symbol in (POST, ORG) and self._described(i):
            return True
        post = i + (items[i].symbol in self.words["determiners"])
        return post < len(items) and items[post].symbol == POST and self.links.person_of.get(post, post) < i

    def companions(self, trigger: Trigger) -> list[int]:
        """Those with whom an organisation was founded: "P founded O with Q"."""
        if trigger.frame.manner != "founded":
            return []
        items = self.items
        for i in range(trigger.last, min(trigger.last + _WHERE_REACH, len(items) - 1)):
            if items[i].symbol in self.words["together"] and items[i + 1].symbol == PERSON:
                return [i + 1, *self.coordinated(i + 1)]
        return []

    def _described(self, i: int) -> bool:
        """Whether a post or organisation stands in brackets behind a name of a list."""
        return i > 0 and self.items[i - 1].symbol == "("

    def _embedding(self, i: int, adjacent: bool) -> float:
        """What speaks against a person as subject: a preposition before, a possessive behind."""
        items, words = self.items, self.words
        if i + 1 < len(items) and items[i + 1].symbol in words["possessive_mark"]:
            return 1.5
        if adjacent:
            return 0.0
        back = i - 1
        while back >= 0 and (items[back].symbol == POST or items[back].symbol in words["determiners"]):
            back -= 1
        if back >= 0 and items[back].symbol in words["prepositions"]:
            return 1.0
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

    def object(self, at: int) -> int | None:
        """The person right of ``at`` as a direct object."""
        items, words = self.items, self.words
        for i in range(at, min(at + _OBJECT_REACH, len(items))):
            symbol = items[i].symbol
            if symbol in PEOPLE:
                return i
            if symbol in words["by"] or symbol in words["boundaries"] or symbol in words["relatives"]:
                return None
            if symbol in words["subordinators"] or i in self.starts:
                return None
            if symbol == "," and not self._leads_on(i):
                return None
        return None

    def _leads_on(self, i: int) -> bool:
        """Whether a comma stands inside a description of the person behind it: "the finance director of O, P"."""
        items = self.items
        if items[i - 1].symbol in (POST, ORG, PLACE) or (i + 1 < len(items) and items[i + 1].symbol == PERSON):
            return True
        return any(org == i - 1 for org in self.links.org_of.values())

    def genitive(self, trigger: Trigger) -> int | None:
        """ "the departure of chief executive P", "P's departure", "her departure"."""
        items, words = self.items, self.words
        i = trigger.first - (items[trigger.first].symbol not in words["possessives"])
        while i >= max(0, trigger.first - 5):
            symbol = items[i].symbol
            if symbol in words["possessive_mark"] and i and items[i - 1].symbol in PEOPLE:
                return i - 1
            if symbol in words["possessives"] and symbol not in words["org_pronouns"]:
                return self._possessor(i)
            if symbol in words["of"] and i < trigger.first:
                break
            if symbol in words["determiners"] or symbol in _MENTIONS or symbol in words["boundaries"]:
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

    def earlier(self, trigger: Trigger) -> int:
        """The person named before the subject of a trigger in the sentence, -1 for one of an earlier sentence."""
        subject = self.subject(trigger.first)
        people = [i for i in range(trigger.first) if self.items[i].symbol == PERSON and i != subject]
        same = {self.items[i].ref for i in (subject,) if i is not None and i >= 0}
        return next((i for i in reversed(people) if self.items[i].ref not in same), -1)

    def _possessor(self, i: int) -> int:
        """Whose "his", "sa" at ``i`` is: the subject before it, else the word itself, for somebody named earlier."""
        if self.items[i].symbol in self.words["first_person"]:
            return i
        found = self.subject(i)
        return i if found is None else found

    def post(self, trigger: Trigger) -> int | None:
        """The post named behind a trigger, unless it describes somebody else."""
        if "post" in trigger.captured:
            return self._past_title(trigger)
        items, words = self.items, self.words
        for i in range(trigger.first, trigger.last):
            if items[i].symbol == POST and i not in self.links.person_of and not self._is_recipient(trigger, i):
                return i
        i, limit = trigger.last, trigger.last + _POST_REACH
        while i < min(limit, len(items)):
            symbol = items[i].symbol
            if symbol == POST:
                free = i not in self.links.person_of or items[i - 1].symbol in words["as"] or self.opens_list(i)
                if free and not (self._is_agent(i, trigger) or self._describes(trigger.last, i)):
                    return i
            elif symbol in words["conjunctions"] and self._leads_to_verb(i + 1):
                return None
            elif items[i - 1].symbol in words["as"]:
                pass
            elif symbol == "," and trigger.frame.kind == "end" and any(
                items[j].symbol == PERSON for j in range(trigger.last, i)
            ):
                return None
            elif (symbol in words["relatives"] or i in self.asides) and items[i - 1].symbol == ",":
                closing = self._closing_comma(i)
                if closing is None:
                    return None
                limit += closing - i
                i = closing
            elif (
                symbol in words["boundaries"]
                or symbol in words["relatives"]
                or i in self.starts
                or symbol in words["subordinators"] - words["conjunctions"]
            ):
                return None
            i += 1
        return None

    def opens_list(self, post: int) -> bool:
        """Whether a colon parts a post from the people who take it: "elected to the board: P, Q and R"."""
        holder = self.links.person_of.get(post, -1)
        return any(item.symbol == ":" for item in self.items[post:holder]) and len(self.coordinated(holder)) > 0

    def _is_recipient(self, trigger: Trigger, i: int) -> bool:
        """Whether the post that closes a trigger is another's: "offers her resignation to the mayor"."""
        return trigger.frame.kind == "end" and i == trigger.last - 1 and "post" not in trigger.captured

    def _leads_to_verb(self, i: int) -> bool:
        """Whether a plain word behind an "and" begins another clause: "takes office and reports to the chair"."""
        symbol = self.items[i].symbol if i < len(self.items) else ""
        return symbol.isalpha() and symbol not in _MENTIONS and not self.words.is_function(symbol)

    def _is_agent(self, i: int, trigger: Trigger) -> bool:
        """Whether the post at ``i`` stands for who acts or is told: "elected by the board", "wrote to the premier"."""
        if trigger.frame.kind == "end" and self._word_before(i) in self.words["to"] - self.words["of"]:
            return True
        return any(item.symbol in self.words["by"] for item in self.items[max(0, i - 2) : i])

    def _describes(self, last: int, i: int) -> bool:
        """Whether the post at ``i`` is part of an apposition behind ``last``: "succeeds P, grandson of the founder"."""
        if self._word_before(i) not in self.words["of"]:
            return False
        return any(
            self.items[j].symbol == "," and self.items[j - 1].symbol == PERSON and self.items[j + 1].symbol.isalpha()
            and self.items[j + 1].symbol not in self.words["as"] for j in range(last, i - 1)
        )  # fmt: skip

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
        plain = symbol.isalpha() and symbol not in _MENTIONS and not words.is_function(symbol)
        adverb = words.adverb_forms is not None and words.adverb_forms.search(symbol) is not None
        return not plain or adverb

    def employer(self, trigger: Trigger) -> int | None:
        """The organisation by which a person is hired or dismissed: "was hired by O"."""
        items, words = self.items, self.words
        for i in range(trigger.last, min(trigger.last + _NEAR_BY, len(items) - 1)):
            if items[i].symbol in words["boundaries"] or items[i].symbol in words["relatives"]:
                return None
            if items[i].symbol in words["by"]:
                behind = i + 1 + (items[i + 1].symbol in words["determiners"])
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
        """Whether "there" (y, en) beside the verb, or "where" before its subject, is an organisation named before."""
        items, words, at = self.items, self.words, trigger.first
        if at and items[at - 1].symbol in words["places_before"]:
            return True
        if trigger.last < len(items) and items[trigger.last].symbol in words["places_behind"]:
            return True
        for i in range(at - 1, max(0, at - _WHERE_REACH), -1):
            if items[i].symbol in words["relative_places"]:
                return items[i - 1 - (items[i - 1].symbol == ",")].symbol in (ORG, ORG_WORD)
        return False

    def is_attribute(self, trigger: Trigger) -> bool:
        """Whether the trigger is an adjective: "a retired manager", "the outgoing chair"."""
        if "new" in trigger.captured or "person" in trigger.captured:
            return False
        before = self.items[trigger.first - 1].symbol if trigger.first else ""
        told_by_noun = trigger.frame.person == "genitive" or self.items[trigger.first].symbol in _MENTIONS
        return not told_by_noun and before in self.words.union("attributive", "possessive_mark")

    def is_hypothetical(self, trigger: Trigger) -> bool:
        """Whether the trigger's clause asks or supposes: "whether she will resign", "if he were to go"."""
        for i in range(trigger.first - 1, -1, -1):
            symbol = self.items[i].symbol
            if symbol in self.words["hypothetical"]:
                return True
            if not (symbol[0].isalnum() or symbol in _MENTIONS) or symbol in self.words["boundaries"]:
                return False
        return False

    def joined_posts(self, post: int) -> list[int]:
        """The posts joined to the one at ``post`` by "and", where nobody else holds them."""
        items, words = self.items, self.words
        found: list[int] = []
        i, joined = post + 1, False
        while i < len(items) and (
            items[i].symbol in words["conjunctions"]
            or items[i].symbol in words["determiners"]
            or (items[i].symbol == "," and items[i + 1 : i + 2] and items[i + 1].symbol == POST)
        ):
            joined = joined or items[i].symbol not in words["of"]
            named = joined and i + 1 < len(items) and items[i + 1].symbol == POST
            if named and self.links.person_of.get(i + 1, 0) <= i:
                found.append(i + 1)
                i += 1
            i += 1
        return found

    def opens(self, trigger: Trigger) -> bool:
        """Whether a trigger opens the sentence without a subject, as in a curriculum: "Appointed chair: May 2021"."""
        return trigger.first <= 1 and trigger.frame.person == "object" and self._reads_passive(trigger)

    def org(self, trigger: Trigger, *, direct: bool) -> int | None:
        """The organisation behind a trigger: its direct object, or after "of", "at" and the like."""
        if "org" in trigger.captured:
            return trigger.captured["org"]
        items, words = self.items, self.words
        described = {org for post, org in self.links.org_of.items() if post in self.links.person_of}
        taken = set(trigger.captured.values())
        for i in range(trigger.first, trigger.last):
            if items[i].symbol in (ORG, ORG_WORD) and i not in taken and self._word_before(i) not in words["former"]:
                return i
        for i in range(trigger.last, min(trigger.last + _ORG_REACH, len(items))):
            symbol = items[i].symbol
            if (
                symbol in words["boundaries"]
                or symbol in words["relatives"]
                or (i in self.starts and i >= trigger.last)
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
                if direct or linking or before not in words["prepositions"]:
                    return i
            if (symbol in words["of"] or symbol in words["at"]) and items[i - 1].symbol not in words["former"]:
                found = org_right(items, i, words)
                if found is not None and items[found].symbol != PLACE and found not in described:
                    return found
            if symbol == "," and (direct or self._opens_clause(i + 1)):
                return None
        return None

    def _comes_from(self, i: int) -> bool:
        """Whether the organisation at ``i`` is where somebody comes from: "from Acme", "from the mining group Acme"."""
        for j in range(i - 1, max(-1, i - 5), -1):
            symbol = self.items[j].symbol
            if symbol in self.words["from"]:
                return True
            if not symbol.isalpha() or (self.words.is_function(symbol) and symbol not in self.words["determiners"]):
                return False
        return False

    def _word_before(self, i: int) -> str:
        """The word before ``i``, leaving out determiners; empty at the start."""
        determiners, of = self.words["determiners"], self.words["of"]
        before = i - 1
        while before > 0 and self.items[before].symbol in determiners and self.items[before].symbol not in of:
            before -= 1
        return self.items[before].symbol if before >= 0 else ""

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
            return trigger.captured["other"]
        items, words = self.items, self.words
        if trigger.frame.other == "none":
            return None
        marks = words[trigger.frame.other]
        for i in range(trigger.last, min(trigger.last + _POST_REACH, len(items) - 1)):
            symbol = items[i].symbol
            if symbol in words["boundaries"] or i in self.starts:
                return None
            if symbol in marks:
                for j in range(i + 1, min(i + 5, len(items))):
                    if items[j].symbol == ORG:
                        return j
                    if items[j].symbol in _MENTIONS or not items[j].symbol[0].isalnum():
                        break
        return None

    def any_org_before(self, at: int) -> int | None:
        """The nearest organisation left of ``at`` in the sentence, whatever stands before it."""
        for i in range(at - 1, -1, -1):
            if (
                self.items[i].symbol == ORG
                and self.items[i - 1].symbol not in self.words.union("former", "from")
            ):
                return i
        return None

    def agent(self, at: int) -> int | None:
        """The organisation left of ``at`` that does the naming or the dismissing."""
        items, words = self.items, self.words
        for i in range(at - 1, max(-1, at - 14), -1):
            symbol = items[i].symbol
            if symbol in (ORG, ORG_WORD):
                return i
            if symbol in words["boundaries"] or symbol in words["subordinators"]:
                return None
        return None

    def org_before(self, at: int) -> int | None:
        """The nearest organisation left of ``at`` that opens the sentence or stands free of prepositions."""
        items, words = self.items, self.words
        described = {org for post, org in self.links.org_of.items() if post in self.links.person_of}
        for i in range(at - 1, -1, -1):
            if items[i].symbol not in (ORG, ORG_WORD) or i in described:
                continue
            before = i - 1
            while before >= 0 and items[before].symbol in words["determiners"]:
                before -= 1
            if before < 0 or (before == 0 and items[0].symbol in words["at"]):
                return i
            symbol = items[before].symbol
            if symbol not in words.union("prepositions", "former", "from") and symbol not in ("(", ":"):
                return i
        return None
