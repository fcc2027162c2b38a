"""Whether a claim is actual, planned, rumoured or denied, interim or not, and on whose word."""

from __future__ import annotations

from incumbent.claims.discourse import Discourse
from incumbent.claims.encode import PEOPLE, Coded
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, POST, PRONOUN

_NEAR = 5
_BEFORE = 16
_AFTER = 14
_INTERIM_REACH = 3
# How many items, a day or those who are told, may stand between a verb of saying and what is said.
_SAID = 3
# How many plain words between a comma and a verb of saying are a subject: "two people with knowledge of it said".
_SOMEBODY = 2
_CLAUSE_ENDS = frozenset({";", ":", "»", "”"})
_STRENGTH = {"denied": 3, "rumoured": 2, "planned": 1, "actual": 0}


def status_of(coded: Coded, trigger: Trigger, words: Grammar) -> str:
    """The status that the words around a trigger give it: the strongest of denied, rumoured, planned, actual."""
    if trigger.frame.status:
        return trigger.frame.status
    found = ["actual" if trigger.frame.person == "genitive" else _verb_form(coded, trigger, words)]
    cues = words.cues.fitting(coded.symbols)
    clause_first, clause_last = _clause(coded, trigger, words) if cues else (0, 0)
    for pattern, (status, where) in cues:
        for match in pattern.regex.finditer(coded.text):
            first, last = coded.item_at(match.start()), coded.item_at(match.end())
            if (
                (where == "sentence")
                or (where == "clause" and first >= clause_first and last <= clause_last)
                or (where == "before" and clause_first <= first and last <= trigger.last)
                or (where == "after" and first >= trigger.first and last <= clause_last)
            ):
                found.append(status)
    if is_negated(coded, trigger.first, words):
        found.append("denied")
    return max(found, key=lambda s: _STRENGTH[s])


def _clause(coded: Coded, trigger: Trigger, words: Grammar) -> tuple[int, int]:
    items = coded.items
    first = trigger.first
    if first > 1 and items[first - 1].symbol == "," and items[first - 2].symbol == PERSON:
        return first, _next_comma(coded, trigger.last)
    while first > 0 and items[first - 1].symbol not in _CLAUSE_ENDS and trigger.first - first < _BEFORE:
        if items[first - 1].symbol in words["relatives"] and first > 1 and items[first - 2].symbol == ",":
            break
        if items[first - 1].symbol == "," and _closes_relative(coded, first - 1, words):
            break
        first -= 1
    last, relative = trigger.last, first > 1 and items[first - 1].symbol in words["relatives"]
    while last < len(items) and items[last].symbol not in _CLAUSE_ENDS and last - trigger.last < _AFTER:
        behind = items[last + 1].symbol if last + 1 < len(items) else ""
        if items[last].symbol == "," and (relative or behind in words["relatives"]):
            break
        last += 1
    return first, last


def _next_comma(coded: Coded, at: int) -> int:
    """Where an aside behind a name ends: "P, fired in May and hired since by O, may return"."""
    ends = (i for i, item in enumerate(coded.items) if i >= at and (item.symbol == "," or item.symbol in _CLAUSE_ENDS))
    return next(ends, len(coded.items))


def _closes_relative(coded: Coded, comma: int, words: Grammar) -> bool:
    """Whether a comma closes a relative clause: "P, who will stay on until June, has run O"."""
    items = coded.items
    for i in range(comma - 1, max(0, comma - _BEFORE), -1):
        if items[i].symbol == ",":
            return items[i + 1].symbol in words["relatives"]
    return False


def is_negated(coded: Coded, at: int, words: Grammar) -> bool:
    """Whether a negation stands in the verb group before ``at``."""
    for i in range(at - 1, max(-1, at - _NEAR), -1):
        symbol = coded.items[i].symbol
        if symbol in words["negation"]:
            return True
        if symbol in PEOPLE or symbol in (",", ";", ORG, POST) or symbol in words["subordinators"]:
            return False
    return False


def _verb_form(coded: Coded, trigger: Trigger, words: Grammar) -> str:
    items = coded.items
    for i in range(trigger.first - 1, max(-1, trigger.first - _NEAR), -1):
        symbol = items[i].symbol
        if symbol in words["infinitive"] and _is_purpose(coded, i, words):
            break
        if symbol in words["future"] and not (symbol in words["infinitive"] and _is_gerund(items[i + 1].symbol, words)):
            return "planned"
        if symbol in (",", ";", PERSON, ORG, POST) or symbol in words["subordinators"]:
            break
        if (
            words.future_forms
            and len(symbol) > 4
            and symbol not in words["prepositions"]
            and words.future_forms.search(symbol)
        ):
            return "planned"
    for i in range(trigger.first, trigger.last):
        symbol = items[i].symbol
        if len(symbol) > 3 and words.conditional_forms and words.conditional_forms.search(symbol):
            return "planned" if _is_reported(coded, trigger.first, words) else "rumoured"
        if len(symbol) > 2 and words.future_forms and words.future_forms.search(symbol):
            return "planned"
    return "actual"


def _is_purpose(coded: Coded, at: int, words: Grammar) -> bool:
    """Whether an infinitive tells what somebody went for, or what came of it: "left to found O", "voted to sack P"."""
    for i in range(at - 1, max(-1, at - _BEFORE), -1):
        symbol = coded.items[i].symbol
        if symbol in words.union("departures", "outcomes"):
            return coded.items[i - 1].symbol not in words["future"] if i else True
        if symbol in words["boundaries"] or symbol in words["future"]:
            return False
    return False


def _is_gerund(symbol: str, words: Grammar) -> bool:
    """Whether a verb behind "to" is no infinitive: "prior to joining"."""
    return words.active_forms is not None and words.active_forms.search(symbol) is not None


def _is_reported(coded: Coded, at: int, words: Grammar) -> bool:
    """Whether the clause at ``at`` is what somebody is said to have said: "announced that he would retire"."""
    for i in range(at - 1, 0, -1):
        symbol = coded.items[i].symbol
        if symbol in words["subordinators"]:
            before = i - 1
            while before > 0 and before > i - _SAID and coded.items[before].symbol in (DATE, ORG, PERSON):
                before -= 1
            return coded.items[before].symbol in words["reporting"]
        if symbol in words["boundaries"] or symbol in (",", ":"):
            return False
    return False


def is_past(coded: Coded, trigger: Trigger, words: Grammar) -> bool:
    """Whether a trigger's verb is in a past tense, and no participle of what is to come ("will be led by")."""
    items = coded.items
    around = [item.symbol for item in items[max(0, trigger.first - 2) : trigger.first]]
    if len(around) > 1 and around[0] in words["future"] and around[1] in words["passive"]:
        return False
    for i in range(trigger.first, trigger.last):
        symbol = items[i].symbol
        if words.future_forms and len(symbol) > 3 and words.future_forms.search(symbol):
            return False
        if words.past_forms and symbol[0].isalpha() and words.past_forms.search(symbol):
            return True
        if symbol[0].isalpha():
            break
    before = items[trigger.first - 1].symbol if trigger.first else ""
    return before in words["past_auxiliaries"]


def is_interim(coded: Coded, trigger: Trigger, post: int | None, words: Grammar) -> bool:
    """Whether "interim", "acting", "par intérim" or the like stands in a trigger or beside it or its post."""
    if not coded.symbols.isdisjoint(words["interim"]):
        spots = {*range(trigger.first - _INTERIM_REACH, trigger.last + _INTERIM_REACH)}
        if post is not None:
            spots |= {*range(post - 2, post + 5)}
        if any(0 <= i < len(coded.items) and coded.items[i].symbol in words["interim"] for i in spots):
            return True
    return trigger.frame.kind == "start" and stands_in(coded, trigger, words)


def stands_in(coded: Coded, trigger: Trigger, words: Grammar) -> bool:
    """Whether the clause of a trigger tells of a time for which somebody else is away: "in her absence"."""
    fitting = words.stand_ins.fitting(coded.symbols)
    if not fitting:
        return False
    clause_first, clause_last = _clause(coded, trigger, words)
    matches = (match for pattern, _ in fitting for match in pattern.regex.finditer(coded.text))
    return any(clause_first <= coded.item_at(m.start()) and coded.item_at(m.end()) <= clause_last for m in matches)


def source_of(coded: Coded, at: int, discourse: Discourse, words: Grammar) -> int | None:
    """The entity on whose word the claim at item ``at`` stands in this sentence, None for the document itself."""
    items = coded.items
    speaker = discourse.speaker(items[at].start) if at < len(items) else None
    if speaker is not None:
        return speaker
    if coded.symbols.isdisjoint(words.union("sourcing", "reporting")):
        return None
    for i, item in enumerate(items):
        if item.symbol in words["sourcing"]:
            for j in range(i + 1, min(i + 6, len(items))):
                if items[j].symbol in (PERSON, ORG):
                    return items[j].ref
    for i, item in enumerate(items):
        if item.symbol in words["reporting"] and not _leads_away(coded, i, at, words):
            found = _reporter(coded, i, discourse, words)
            if found is not None:
                return None if found in discourse.printer else found
    return None


def _leads_away(coded: Coded, verb: int, at: int, words: Grammar) -> bool:
    """Whether what a verb of saying reports stands behind it, and item ``at`` before: "X, hired in May, says that"."""
    return at < verb and verb + 1 < len(coded.items) and coded.items[verb + 1].symbol in words["subordinators"]


def _reporter(coded: Coded, verb: int, discourse: Discourse, words: Grammar) -> int | None:
    """Who says: the person or organisation right of a reporting verb (", said X"), else left of it."""
    items = coded.items
    for j in range(verb + 1, min(verb + 4, len(items))):
        symbol = items[j].symbol
        if items[verb].symbol in words["addressing"]:
            break
        if symbol in (PERSON, ORG):
            return items[j].ref
        if symbol == ORG_WORD:
            return discourse.org(items[j])
        if symbol in words["subordinators"] or not (symbol in words["determiners"] or symbol == POST):
            break
    plain = 0
    for j in range(verb - 1, max(-1, verb - 10), -1):
        symbol = items[j].symbol
        plain += symbol.isalpha() and len(symbol) > 1 and not words.is_function(symbol)
        if symbol == "," and plain >= _SOMEBODY:
            return None
        if symbol in (PERSON, PRONOUN):
            return discourse.person(coded, j)
        if symbol in (ORG, ORG_WORD) and (not j or items[j - 1].symbol not in words["prepositions"]):
            return discourse.org(items[j])
        if symbol in (";", ":") or symbol in words["relatives"]:
            return None
    return None
