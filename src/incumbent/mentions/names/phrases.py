"""Rarer shapes of organisations' names: phrases, numbers, a head noun in small letters behind a place, the seat."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.organisation import is_plain_noun
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_LONGEST_NUMBER = 3
_LONGEST_ORDINAL = 5
_SHORTEST = 2
_SMALL = lx.FUNCTION | lx.ARTICLE | lx.AND
_LONGEST_TITLE = 6
_CLOSES = frozenset(".,;)")
_CLOSING = {'"': '"', "«": "»"}


def special(scan: Scan, run: Run, j: int, bits: int) -> int:
    """How far a word that is no name carries one of these shapes at ``j``; 0 where there is none."""
    if bits & _SMALL:
        return phrase(scan, run, j)
    if bits & lx.TRAILING:
        return _behind_place(scan, run, j)
    return _number(scan, run, j) if scan.tokens[j].text.isdigit() else 0


def phrase(scan: Scan, run: Run, j: int) -> int:
    """A phrase in capitals with its small words ("Women in …", "Feed the …"), inside a sentence only."""
    opening = lx.PHRASE | (lx.HEAD if scan.caps[j] else 0)
    if j != run.first + 1 or not (scan.bits[run.first] & opening and scan.bits[j] & _SMALL):
        return 0
    if run.titled or scan.flat:
        return 0
    k = j + 1
    if k < len(scan.tokens) and not scan.caps[k] and scan.bits[k] & lx.ARTICLE:
        k += 1
    if run.first <= scan.opening and not scan.caps[j]:
        return 0
    if not scan.is_name_word(k):
        if not scan.lex.adjective_endings or k >= len(scan.tokens) or not is_plain_noun(scan, k):
            return 0
        run.kept.update(range(j, k + 1))
    run.head = True
    return k + 1


def _behind_place(scan: Scan, run: Run, j: int) -> int:
    """ "the Leeds hospice": a head noun in small letters behind the name of a place and an article."""
    if not run.first or not scan.bits[run.first - 1] & lx.ARTICLE or scan.is_name_word(j + 1):
        return 0
    key = " ".join(t.lower for t in scan.tokens[run.first : j])
    bits = scan.lex.of(key.partition(" ")[0])
    if key not in scan.lex.places and not bits & lx.PLACE_HEAD and (bits or " " in key):
        return 0
    run.head = True
    run.kept.add(j)
    return j + 1


def _number(scan: Scan, run: Run, j: int) -> int:
    """ "Radio 6"; behind a word that is none of a name alone only where the name goes on ("Article 12 …")."""
    bits = scan.bits[run.first]
    if len(scan.tokens[j].text) > _LONGEST_NUMBER:
        return 0
    if j != run.first + 1:
        return _last_number(scan, run, j)
    if not bits & lx.NUMBERED:
        unknown = not bits and run.first > scan.opening and scan.tokens[run.first].lower not in scan.lowers
        closed = j + 1 == len(scan.tokens) or not scan.tokens[j + 1].text[0].isalnum()
        governed = run.first > scan.opening and scan.bits[run.first - 1] & (lx.JOIN | lx.ORG_PLACE)
        if not (unknown and (closed or governed) and not run.titled and scan.bits[run.first - 1]):
            return 0
    if bits & (lx.STOP | lx.PLACE) and not scan.is_name_word(j + 1):
        return 0
    run.head = True
    run.kept.add(j)
    return j + 1


def _last_number(scan: Scan, run: Run, j: int) -> int:
    """ "Wick Radio 6": a number that closes a name of several words, and counts nothing behind it."""
    if run.titled or scan.flat or not scan.caps[j - 1] or scan.is_blocked(j) or run.first <= scan.opening:
        return 0
    if j + 1 == len(scan.tokens) or scan.tokens[j + 1].text in _CLOSES:
        if not scan.bits[run.first - 1] & (lx.JOIN | lx.ORG_PREPOSITION | lx.ARTICLE):
            return 0
    elif not scan.tokens[j + 1].text.islower() or is_plain_noun(scan, j + 1):
        return 0
    run.kept.add(j)
    return j + 1


def numbered(scan: Scan, run: Run, first: int, last: int) -> int:
    """Where the name at ``first`` begins with the number before it ("9th Wick Rifles", "at 4 Quay Court", "4Site")."""
    i = first - 1
    if i >= 0 and scan.tokens[i].end == scan.tokens[first].start and scan.tokens[i].text.isdigit():
        return i  # "4Site"
    if i < 1 or not run.head or last - first < _SHORTEST or scan.flat or not scan.tokens[i].text[0].isdigit():
        return first
    text = scan.tokens[i].text
    ordinal = text[-2:].isalpha() and text[:-2].isdigit() and len(text) <= _LONGEST_ORDINAL
    plain = text.isdigit() and len(text) < _LONGEST_NUMBER and not scan.tokens[last - 1].lower.endswith("s")
    before = scan.bits[i - 1] & (lx.ARTICLE | lx.ORG_PREPOSITION | lx.JOIN) and not scan.caps[i - 1]
    if not (ordinal or plain) or not before or scan.is_blocked(i) or not scan.bits[last - 1] & lx.HEAD:
        return first
    return i


def is_seat(scan: Scan, run: Run, k: int) -> bool:
    """Whether the place at ``k`` closes the name ("National Museum of Glass, Sunderland")."""
    if scan.bits[k - 2] & (lx.PLACE | lx.LEGAL) or not scan.caps[k - 2] or not scan.is_name_word(k):
        return False
    follows = k + 1 < len(scan.tokens) and (scan.is_name_word(k + 1) or scan.tokens[k + 1].text == ",")
    return not (follows and (scan.is_name_word(k + 1) or scan.is_name_word(k + 2)))


def quoted(scan: Scan, i: int) -> int:
    """Where a title ends that the quotation mark at ``i`` opens behind what kind it is of (la revue « Eaux lentes »).

    0 where none is opened there, and where the words inside are names by their capitals anyway.
    """
    tokens = scan.tokens
    if not i or i + 2 >= len(tokens) or scan.caps[i - 1] or not scan.bits[i - 1] & lx.ORG_NOUN or not scan.caps[i + 1]:
        return 0
    for k in range(i + 2, min(i + 2 + _LONGEST_TITLE, len(tokens))):
        if tokens[k].text == _CLOSING[tokens[i].text]:
            return 0 if all(scan.is_name_word(j) for j in range(i + 1, k)) else k
        if not tokens[k].text[0].isalnum():
            return 0
    return 0
