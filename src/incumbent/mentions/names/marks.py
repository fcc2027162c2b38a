"""Marks inside a name: full stops, commas before legal forms, possessives, nicknames."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.phrases import is_seat
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SAINTS = frozenset({"st", "ste", "mt", "ft"})
_OWNS_NOTHING = (
    lx.AUXILIARY | lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION | lx.AND | lx.COMPLEMENT | lx.SPEECH_VERB | lx.CLAUSE
)

_CLOSING = {'"': '"', "«": "»", "(": ")"}
_MARKS = frozenset({"&", ",", "'", "'s", '"', "«", "("})


def mark(scan: Scan, run: Run, j: int) -> int:
    """How far a mark at ``j`` carries the run; 0 where it ends it."""
    tokens = scan.tokens
    sign = tokens[j].lower
    if sign == ".":
        return _full_stop(scan, run, j)
    if sign == "+" and tokens[j - 1].end == tokens[j].start:
        run.kept.add(j)
        return j + 1
    if j + 1 >= len(tokens) or sign not in _MARKS:
        return 0
    if sign == "&" and scan.caps[j + 1]:
        run.head = True
        return j + 2
    if sign == "," and scan.caps[j + 1]:
        return _comma(scan, run, j)
    if sign == "'" and tokens[j - 1].text[-1] == "s" and tokens[j - 1].end == tokens[j].start:
        return _possessive(scan, run, j) if scan.caps[j + 1] else 0
    if sign == "'s":
        return _possessive(scan, run, j) if scan.caps[j + 1] else _final_possessive(scan, run, j)
    return _nickname(scan, run, j) if sign in _CLOSING and not run.head else 0


def _full_stop(scan: Scan, run: Run, j: int) -> int:
    before = scan.tokens[j - 1]
    if before.end != scan.tokens[j].start:
        return 0
    if len(before.text) == 1 and before.text.isupper():
        return j + 1 if j + 1 < len(scan.tokens) else 0
    if j + 1 == len(scan.tokens):
        return 0
    if (scan.bits[j - 1] & lx.LEGAL and j - 1 > run.first) or before.lower in _GENERATIONS:
        run.kept.add(j)
        return j + 1
    return j + 1 if before.lower in _SAINTS else 0


def _comma(scan: Scan, run: Run, j: int) -> int:
    """A comma before a legal form, "Jr." or, in filings, a given name behind the family's ("Mr Chan Ka Ho, Peter")."""
    bits = scan.bits[j + 1]
    if scan.tokens[j + 1].lower in _GENERATIONS:
        return j + 2
    if bits & lx.LEGAL and not bits & lx.GIVEN and not run.titled:
        return 0 if bits & lx.WEAK_FORM and j + 2 < len(scan.tokens) and scan.caps[j + 2] else j + 2
    if bits & lx.PLACE and run.head and run.complement and is_seat(scan, run, j + 1):
        return j + 2
    inverted = run.titled and scan.bits[run.first] & lx.EAST_ASIAN and bits & lx.GIVEN
    return j + 2 if inverted and not scan.is_name_word(j + 2) else 0


def _possessive(scan: Scan, run: Run, j: int) -> int:
    """A possessive inside a name ("King's College"), not one that owns ("Ghana's Ministry")."""
    group = scan.bits[j - 1] & lx.POSSESSOR
    saint = scan.tokens[run.first].lower in _SAINTS
    if scan.is_blocked(j + 1) and not scan.bits[j + 1] & lx.HEAD:
        return 0
    if not (group or saint) and (run.head or j - run.first > 3 or scan.bits[run.first] & lx.PLACE):
        return 0
    k = j + 1
    while scan.is_name_word(k) and k < j + 4:
        k += 1
    bits = scan.bits[k - 1]
    if group or saint:
        run.head = run.head or bool(bits & lx.HEAD) or saint
        return k if k > j + 1 and run.head else 0
    opens = k > j + 2 and scan.bits[j + 1] & lx.HEAD
    return k if bits & lx.HEAD and not bits & lx.ROLE and not opens else 0


def _final_possessive(scan: Scan, run: Run, j: int) -> int:
    """A possessive that owns nothing is part of the name ("at Sotheby's in London")."""
    if scan.tokens[run.first].lower in _SAINTS and j - run.first == 2:
        run.kept.add(j)
        return j + 1
    if (
        run.head
        or run.titled
        or scan.bits[run.first] & lx.PLACE
        or (j - run.first > 1 and scan.bits[run.first] & lx.GIVEN)
    ):
        return 0
    if scan.bits[j + 1] & lx.BELONGING:
        return 0
    if scan.tokens[j + 1].text not in ",;:)" and not scan.bits[j + 1] & _OWNS_NOTHING:
        return 0
    run.kept.add(j)
    return j + 1


def _nickname(scan: Scan, run: Run, j: int) -> int:
    tokens, count = scan.tokens, len(scan.tokens)
    closing = _CLOSING[tokens[j].text]
    for k in range(j + 2, min(j + 4, count)):
        if tokens[k].text != closing:
            continue
        if not all(scan.caps[j + 1 : k]) or (tokens[j].text == "(" and not scan.bits[j + 1] & lx.GIVEN):
            return 0
        m = k + 1
        while m < min(k + 3, count) and not scan.caps[m] and scan.bits[m] & lx.PARTICLE:
            m += 1
        return m + 1 if scan.is_name_word(m) and not scan.apart(k + 1) else 0
    return 0
