"""Names that a head noun in small letters opens ("musée de …")."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.organisation import is_plain_noun
from incumbent.mentions.names.reach import go_on, reach_acronym
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_SMALL_HEADS = lx.LOWER_HEAD | lx.WORK | lx.CENTRE | lx.BRAND
_MAX_LOWER = 10
_MAX_PLAIN = 4


def lower_head_run(scan: Scan, i: int) -> Run | None:
    """The name that begins with a head noun in small letters at ``i`` ("musée de …"), None where no capital follows."""
    tokens = scan.tokens
    if not _opens_small(scan, i):
        return None
    plain = 0
    for j in range(i + 1, min(i + _MAX_LOWER, len(tokens))):
        bits = scan.bits[j]
        if scan.caps[j]:
            if scan.is_blocked(j) or (bits & (lx.HONORIFIC | lx.CALENDAR | lx.ROLE) and not bits & lx.HEAD):
                return None
            if j == i + 1 and bits & lx.ARTICLE and scan.bits[i] & lx.ALONE:
                return None
            if j > i + 1 and scan.bits[i] & _SMALL_HEADS in (lx.WORK, lx.CENTRE) and not _is_own(scan, i, j):
                return None
            run = Run(i)
            run.head = run.lower = True
            run.complement = j > i + 1
            run.take(scan, j)
            go_on(scan, run)
            if scan.acronyms:
                reach_acronym(scan, run)
            return run
        if bits & (lx.ARTICLE | lx.AND) or (bits & lx.PARTICLE and bits & lx.COMPLEMENT):
            continue
        plain += 1
        if plain > _MAX_PLAIN or not is_plain_noun(scan, j):
            return None
    return None


def _is_own(scan: Scan, i: int, j: int) -> bool:
    """Whether the capital at ``j`` ends a name that the small head at ``i`` opens, and is no organisation itself."""
    word = scan.tokens[i].lower
    if scan.bits[i] & lx.PAIR and any(f"{word} {t.lower}" in scan.lex.lower_pairs for t in scan.tokens[i + 1 : j]):
        return True
    return bool(scan.bits[j - 1] & (lx.COMPLEMENT | lx.ARTICLE)) and not scan.bits[j] & lx.HEAD


def _opens_small(scan: Scan, i: int) -> bool:
    """Whether the small word at ``i`` opens a name: a head noun, alone, with its purpose, before "de" or a name."""
    tokens = scan.tokens
    bits = scan.bits[i]
    if i + 1 >= len(tokens):
        return False
    if bits & lx.LOWER_HEAD:
        return True
    behind = scan.bits[i + 1]
    of = behind & lx.COMPLEMENT and behind & lx.PARTICLE
    quality = behind & lx.ADJECTIVE and not scan.caps[i + 1]
    family = bits & lx.WORK and behind & (lx.SURNAME | lx.GIVEN) == lx.SURNAME
    if (bits & lx.WORK and (of or quality)) or ((bits & lx.BRAND or family) and scan.caps[i + 1]):
        return True
    second = i + 1
    while of and second < min(i + 4, len(tokens) - 1) and scan.bits[second] & (lx.COMPLEMENT | lx.ARTICLE):
        second += 1
    if bits & lx.CENTRE and (quality or (of and not scan.caps[second])):
        return True
    return bool(bits & lx.PAIR) and f"{tokens[i].lower} {tokens[second].lower}" in scan.lex.lower_pairs
