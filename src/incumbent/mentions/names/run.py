"""How far a run of name words reaches: particles, initials, nicknames, connectors, complements, legal forms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from incumbent.lexicon import names as lx

if TYPE_CHECKING:
    from incumbent.mentions.names.candidates import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME
_INSIDE = _NAMELIKE | lx.HEAD | lx.PARTICLE | lx.ADJECTIVE | lx.PLACE | lx.LEGAL | lx.PLACE_HEAD
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_OPENING = frozenset({'"', "«", "("})
_CLOSING = {'"': '"', "«": "»", "(": ")"}
_MAX_WORDS = 14
_MAX_LOWER = 6


class Run:
    """Tokens [first, last) that may be one name or several.

    ``head``: a head noun of organisations or places is in it. ``lower``: it begins with one in
    small letters. ``kept`` holds the indices of tokens without capital that close the name all
    the same ("SA.", "Trucky+").
    """

    __slots__ = ("complement", "first", "head", "kept", "last", "lower", "titled")

    def __init__(self, first: int, titled: bool = False) -> None:
        self.first = first
        self.last = first
        self.head = False
        self.lower = False
        self.complement = False
        self.titled = titled
        self.kept: set[int] = set()


def extend(scan: Scan, i: int, titled: bool) -> Run:
    """The run that begins with the capital at token ``i``; empty where that word begins none."""
    run = Run(i, titled)
    _take(scan, run, i)
    _go_on(scan, run)
    return run


def lower_head_run(scan: Scan, i: int) -> Run | None:
    """The name that begins with a head noun in small letters at ``i`` ("musée de …"), None where no capital follows."""
    tokens, lex = scan.tokens, scan.lex
    plain = 0
    for j in range(i + 1, min(i + 7, len(tokens))):
        if scan.caps[j]:
            bits = lex.of(tokens[j].lower)
            if tokens[j].start in scan.blocked or (bits & (lx.HONORIFIC | lx.CALENDAR | lx.ROLE) and not bits & lx.HEAD):
                return None
            run = Run(i)
            run.head = run.lower = True
            run.complement = j > i + 1
            run.last = j
            _take(scan, run, j)
            _go_on(scan, run)
            return run
        bits = lex.of(tokens[j].lower)
        if bits & lx.PARTICLE and bits & (lx.COMPLEMENT | lx.ARTICLE):
            continue
        plain += 1
        if plain > 3 or not _is_plain_noun(scan, j, bits):
            return None
    return None


def _is_plain_noun(scan: Scan, j: int, bits: int) -> bool:
    token = scan.tokens[j]
    return token.text.isalpha() and not bits & (lx.STOP | lx.PERSON_VERB | lx.SPEECH_VERB | lx.ROLE) and token.start not in scan.blocked


def _take(scan: Scan, run: Run, i: int) -> None:
    bits = scan.lex.of(scan.tokens[i].lower)
    if bits & (lx.HEAD | lx.PLACE_HEAD) and not (bits & _NAMELIKE and run.last > run.first and not run.head and bits & lx.PLACE_HEAD):
        run.head = True
    run.last = i + 1


def _go_on(scan: Scan, run: Run) -> None:
    tokens, count = scan.tokens, len(scan.tokens)
    while (j := run.last) < count and j - run.first < _MAX_WORDS:
        token = tokens[j]
        if token.start - tokens[j - 1].end > 1:
            return
        if scan.caps[j]:
            if not _continues(scan, run, j):
                return
            _take(scan, run, j)
            continue
        step = _mark(scan, run, j) if not token.text[0].isalnum() else _small_word(scan, run, j)
        if not step:
            return
        for k in range(j, step):
            if scan.caps[k]:
                _take(scan, run, k)
        run.last = step


def _continues(scan: Scan, run: Run, j: int) -> bool:
    """Whether the capitalised word at ``j`` belongs to the same run."""
    token = scan.tokens[j]
    bits = scan.lex.of(token.lower)
    before = scan.lex.of(scan.tokens[j - 1].lower)
    if token.start in scan.blocked and not (run.head and not scan.flat):
        return False
    if bits & lx.CALENDAR:
        return bool(before & lx.GIVEN and bits & _NAMELIKE) and j > run.first
    if bits & lx.HONORIFIC and not bits & (_INSIDE | lx.ROLE | lx.SUFFIX):
        return False
    if bits & lx.ROLE and not bits & _INSIDE:
        return run.head and run.complement
    if bits & lx.STOP and not bits & _INSIDE:
        return False
    if bits & lx.DEMONYM and not bits & _INSIDE:
        return j + 1 < len(scan.tokens) and scan.caps[j + 1]
    return True


def _mark(scan: Scan, run: Run, j: int) -> int:
    """How far a mark at ``j`` carries the run; 0 where it ends it."""
    tokens, count = scan.tokens, len(scan.tokens)
    mark = tokens[j].text
    before = tokens[j - 1]
    if mark == ".":
        return _full_stop(scan, run, j)
    if mark in "+!" and before.end == tokens[j].start and mark == "+":
        run.kept.add(j)
        return j + 1
    if mark == "&" and j + 1 < count and scan.caps[j + 1]:
        run.head = True
        return j + 2
    if mark == "," and j + 1 < count and scan.caps[j + 1]:
        return _comma(scan, run, j)
    if mark == "'s" and j + 1 < count and scan.caps[j + 1]:
        return _possessive(scan, run, j)
    if mark in _OPENING:
        return _nickname(scan, run, j)
    return 0


def _full_stop(scan: Scan, run: Run, j: int) -> int:
    before = scan.tokens[j - 1]
    if before.end != scan.tokens[j].start:
        return 0
    bits = scan.lex.of(before.lower)
    if len(before.text) == 1 and before.text.isupper():
        return j + 1 if j + 1 < len(scan.tokens) else 0
    if (bits & lx.LEGAL and j - 1 > run.first) or before.lower in _GENERATIONS:
        run.kept.add(j)
        return j + 1
    return j + 1 if before.lower in ("st", "ste", "mt", "ft") else 0


def _comma(scan: Scan, run: Run, j: int) -> int:
    tokens, lex = scan.tokens, scan.lex
    after = tokens[j + 1]
    bits = lex.of(after.lower)
    if after.lower in _GENERATIONS or (bits & lx.LEGAL and not bits & lx.GIVEN):
        return j + 2
    inverted = run.titled and lex.of(tokens[run.first].lower) & lx.EAST_ASIAN and bits & lx.GIVEN
    if inverted and not (j + 2 < len(tokens) and scan.caps[j + 2]):
        return j + 2
    return 0


def _possessive(scan: Scan, run: Run, j: int) -> int:
    """A possessive inside a name ("King's College"), not one that owns ("Ghana's Ministry")."""
    tokens, lex = scan.tokens, scan.lex
    owner = lex.of(tokens[run.first].lower)
    bits = lex.of(tokens[j + 1].lower)
    behind = lex.of(tokens[j + 2].lower) if j + 2 < len(tokens) and scan.caps[j + 2] else 0
    if run.head or owner & lx.PLACE or tokens[j + 1].start in scan.blocked or j - run.first > 2:
        return 0
    closes = bits & lx.HEAD and not bits & lx.ROLE
    return j + 2 if closes or behind & lx.HEAD and not behind & lx.ROLE and not bits & lx.HEAD else 0


def _nickname(scan: Scan, run: Run, j: int) -> int:
    tokens, count = scan.tokens, len(scan.tokens)
    closing = _CLOSING[tokens[j].text]
    for k in range(j + 2, min(j + 4, count)):
        if tokens[k].text == closing:
            follows = k + 1 < count and scan.caps[k + 1] and tokens[k + 1].start - tokens[k].end == 1
            given = tokens[j].text != "(" or scan.lex.of(tokens[j + 1].lower) & lx.GIVEN
            inside = all(scan.caps[m] for m in range(j + 1, k))
            return k + 2 if follows and given and inside and not run.head and tokens[k + 1].start not in scan.blocked else 0
    return 0


def _small_word(scan: Scan, run: Run, j: int) -> int:
    bits = scan.lex.of(scan.tokens[j].lower)
    if scan.tokens[j].start in scan.blocked:
        return 0
    if run.head:
        return _inside_organisation(scan, run, j, bits)
    if bits & lx.AND:
        return _joined(scan, run, j)
    if bits & lx.PARTICLE:
        return _particles(scan, run, j)
    if bits & lx.COMPLEMENT and run.titled or lx.NOBILITY & scan.lex.of(scan.tokens[run.first].lower):
        return _peerage(scan, run, j, bits)
    return 0


def _peerage(scan: Scan, run: Run, j: int, bits: int) -> int:
    if not bits & lx.COMPLEMENT or j + 1 >= len(scan.tokens) or not scan.caps[j + 1]:
        return 0
    before = run.first - 1 if run.titled else run.first
    noble = before >= 0 and scan.lex.of(scan.tokens[before].lower) & lx.NOBILITY
    return j + 2 if noble else 0


def _particles(scan: Scan, run: Run, j: int) -> int:
    """Particles up to the next capital; those that are prepositions as well only after a given name or an honorific."""
    tokens, lex, count = scan.tokens, scan.lex, len(scan.tokens)
    k = j
    preposition = False
    while k < count and k < j + 3 and not scan.caps[k]:
        bits = lex.of(tokens[k].lower)
        if not bits & lx.PARTICLE or tokens[k].start - tokens[k - 1].end > 1:
            return 0
        preposition = preposition or bool(bits & (lx.COMPLEMENT | lx.ARTICLE | lx.CONNECTOR))
        k += 1
    if k >= count or k == j + 3 and not scan.caps[k] or tokens[k].start in scan.blocked:
        return 0
    if preposition and not _looks_personal(scan, run):
        place = lex.of(tokens[k].lower) & lx.PLACE
        return k + 1 if place and run.last - run.first == 1 and tokens[run.first].text.isupper() else 0
    return k + 1


def _looks_personal(scan: Scan, run: Run) -> bool:
    if run.titled:
        return True
    first = scan.tokens[run.first].lower
    return bool(scan.lex.of(first) & lx.GIVEN or scan.lex.of(first.partition("-")[0]) & lx.GIVEN)


def _joined(scan: Scan, run: Run, j: int) -> int:
    """ "and" between words of one organisation's name: "Securities and Exchange Commission"."""
    tokens, lex, count = scan.tokens, scan.lex, len(scan.tokens)
    k = j + 1
    while k < count and scan.caps[k] and tokens[k].start not in scan.blocked:
        k += 1
    if k == j + 1:
        return 0
    last = lex.of(tokens[k - 1].lower)
    if last & lx.LEGAL and not last & lx.WEAK_FORM:
        return k
    article = run.first and lex.of(tokens[run.first - 1].lower) & lx.ARTICLE
    if last & lx.HEAD and article and run.last - run.first == 1 and not lex.of(tokens[run.first].lower) & (_NAMELIKE | lx.PLACE):
        run.head = True
        return k
    return 0


def _inside_organisation(scan: Scan, run: Run, j: int, bits: int) -> int:
    """A small word after a head noun: a complement, "and", an adjective."""
    tokens, lex, count = scan.tokens, scan.lex, len(scan.tokens)
    if bits & lx.AND:
        return _and_inside(scan, run, j)
    if not bits & lx.COMPLEMENT:
        return j + 1 if lex.adjective_endings and _is_adjective(scan, run, j, bits) else 0
    k = j + 1
    while k < count and k < j + 3 and not scan.caps[k] and lex.of(tokens[k].lower) & (lx.ARTICLE | lx.COMPLEMENT):
        k += 1
    if k >= count:
        return 0
    after = lex.of(tokens[k].lower)
    if scan.caps[k]:
        if after & lx.HONORIFIC and not after & _INSIDE or after & lx.CALENDAR:
            return 0
        run.complement = True
        return k + 1
    if not lex.adjective_endings or run.lower or not bits & lx.PARTICLE or not _is_plain_noun(scan, k, after):
        return 0
    small = sum(not scan.caps[m] for m in range(run.first, k))
    if small > _MAX_LOWER:
        return 0
    run.complement = True
    run.kept.update(range(j, k + 1))
    return k + 1


def _is_adjective(scan: Scan, run: Run, j: int, bits: int) -> bool:
    token = scan.tokens[j]
    if not _is_plain_noun(scan, j, bits) or bits & (lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION) or len(token.text) < 4:
        return False
    if not (bits & (lx.ADJECTIVE | lx.DEMONYM) or token.lower.endswith(scan.lex.adjective_endings)):
        return False
    run.kept.add(j)
    return True


def _and_inside(scan: Scan, run: Run, j: int) -> int:
    tokens, lex, count = scan.tokens, scan.lex, len(scan.tokens)
    if not run.complement:
        k = j + 1
        while k < count and scan.caps[k] and tokens[k].start not in scan.blocked:
            k += 1
        last = lex.of(tokens[k - 1].lower) if k > j + 1 else 0
        whole = last & lx.LEGAL and not last & lx.WEAK_FORM or last & lx.HEAD and k == j + 3
        return k if whole and not lex.of(tokens[run.last - 1].lower) & lx.LEGAL else 0
    k = j + 1
    while k < count and k < j + 3 and not scan.caps[k] and lex.of(tokens[k].lower) & (lx.ARTICLE | lx.COMPLEMENT):
        k += 1
    if k >= count or not scan.caps[k] or tokens[k].start in scan.blocked:
        return 0
    after, before = lex.of(tokens[k].lower), lex.of(tokens[j - 1].lower)
    repeated = k > j + 1
    if after & lx.HEAD and k + 1 < count and lex.of(tokens[k + 1].lower) & lx.COMPLEMENT:
        return 0
    if not repeated and (before & lx.PLACE or after & (lx.GIVEN | lx.HONORIFIC)):
        return 0
    return k + 1
