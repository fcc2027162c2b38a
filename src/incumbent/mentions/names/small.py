"""Words in small letters inside a name: particles, legal forms, "of", "and"."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.brands import as_brand, before_form, titled_phrase
from incumbent.mentions.names.organisation import inside, joined
from incumbent.mentions.names.phrases import special
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_SPECIAL = lx.FUNCTION | lx.ARTICLE | lx.AND | lx.TRAILING
_LONGEST_FORM = 4
_NO_COMMON = (
    lx.GIVEN | lx.SURNAME | lx.PLACE | lx.PLACE_HEAD | lx.STOP | lx.CALENDAR | lx.ROLE | lx.HONORIFIC | lx.DEMONYM
)


def small_word(scan: Scan, run: Run, j: int) -> int:
    """How far a word without capital at ``j`` carries the run; 0 where it ends it."""
    bits = scan.bits[j]
    if scan.shouted and (step := before_form(scan, run, j)):
        run.head = True
        return step
    if scan.is_blocked(j):
        return _blocked_adjective(scan, run, j, bits)
    if (bits & _SPECIAL or not bits) and (step := special(scan, run, j, bits)):
        return step
    if run.head and not bits & lx.LEGAL:
        return inside(scan, run, j)
    if bits & lx.LEGAL and not bits & lx.WEAK_FORM and len(scan.tokens[j].text) <= _LONGEST_FORM:
        run.kept.add(j)
        return j + 1
    if run.head:
        return inside(scan, run, j)
    if bits & lx.AND:
        return joined(scan, run, j)
    if scan.lex.adjective_endings and (step := as_brand(scan, run, j, bits)):
        return step
    if scan.bits[run.first] & lx.ARTICLE and (step := titled_phrase(scan, run, j)):
        return step
    if bits & lx.PARTICLE:
        return _particles(scan, run, j)
    return _of(scan, run, j) if bits & lx.COMPLEMENT else 0


def _blocked_adjective(scan: Scan, run: Run, j: int, bits: int) -> int:
    """An adjective that is a post as well ("École supérieure …"), or the rest of a post that a name has begun with."""
    if run.head and j - 1 in run.kept and scan.is_blocked(j - 1):
        run.kept.add(j)
        return j + 1
    if not (
        run.head
        and bits & lx.ADJECTIVE
        and scan.lex.adjective_endings
        and scan.bits[j - 1] & (lx.HEAD | lx.ADJECTIVE | lx.PLACE)
    ):
        return 0
    run.kept.add(j)
    return j + 1


def _of(scan: Scan, run: Run, j: int) -> int:
    """ "of" behind a peer's name, or before the head noun of an organisation's ("Royal West of … Academy")."""
    if not scan.is_name_word(j + 1):
        return 0
    if scan.bits[run.first - 1 if run.titled else run.first] & lx.NOBILITY:
        return j + 2
    if scan.bits[j] & lx.OWNER and _is_employer(scan, run):
        run.head = run.complement = True
        return j + 2
    k = j + 1
    while scan.is_name_word(k):
        k += 1
    return k if scan.bits[run.first] & lx.ADJECTIVE and scan.bits[k - 1] & lx.HEAD and k > j + 2 else 0


def _is_employer(scan: Scan, run: Run) -> bool:
    """Whether one common word stands where an employer does, without an article: "left Pinch of Salt"."""
    i = run.first - 1
    if run.last - run.first != 1 or run.titled or scan.flat or i <= scan.opening or scan.caps[i]:
        return False
    before = scan.bits[i]
    governed = before & (lx.JOIN | lx.ORG_PLACE) or (before & lx.OWNER and scan.is_blocked(i - 1))
    return bool(governed) and not scan.bits[run.first] & _NO_COMMON and not scan.tokens[run.first].text.isupper()


def _particles(scan: Scan, run: Run, j: int) -> int:
    """Particles up to the next capital; those that are prepositions as well only after a given name or an honorific."""
    tokens, count = scan.tokens, len(scan.tokens)
    k = j
    preposition = False
    while k < count and k < j + 3 and not scan.caps[k]:
        bits = scan.bits[k]
        if not bits & lx.PARTICLE or scan.apart(k):
            return 0
        preposition = preposition or bool(bits & (lx.COMPLEMENT | lx.ARTICLE | lx.CONNECTOR))
        k += 1
    if not scan.is_name_word(k):
        return 0
    if preposition and not _looks_personal(scan, run):
        acronym = run.last - run.first == 1 and tokens[run.first].text.isupper()
        return k + 1 if acronym and scan.bits[k] & lx.PLACE else 0
    return k + 1


def _looks_personal(scan: Scan, run: Run) -> bool:
    first = scan.tokens[run.first].lower
    return run.titled or bool((scan.lex.of(first) | scan.lex.of(first.partition("-")[0])) & lx.GIVEN)
