"""Whether a capitalised word goes on with the run before it."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME
_INSIDE = _NAMELIKE | lx.HEAD | lx.PARTICLE | lx.ADJECTIVE | lx.PLACE | lx.LEGAL | lx.PLACE_HEAD
_NO_CONTENT = (
    lx.ROLE
    | lx.ARTICLE
    | lx.CONNECTOR
    | lx.AND
    | lx.ORG_PREPOSITION
    | lx.PLACE_PREPOSITION
    | lx.AUXILIARY
    | lx.FUNCTION
)
_OWNING = frozenset({"'s", "'"})


def continues(scan: Scan, run: Run, j: int) -> bool:
    """Whether the capitalised word at ``j`` belongs to the same run."""
    bits = scan.bits[j]
    if scan.is_blocked(j):
        holder = bits & lx.ROLE and scan.is_name_word(j + 1) and scan.bits[j + 1] & lx.GIVEN
        return run.head and not scan.flat and not holder
    if (
        bits & lx.GIVEN
        and j == run.first + 1
        and (_is_led_by(scan, run, j) or (run.head and _is_portfolio(scan, run, j)))
    ):
        return False
    if scan.shouted and j - 1 == run.first and _is_dateline(scan, run, j):
        return False
    if not bits or (bits & _INSIDE and not bits & lx.CALENDAR):
        return True
    if bits & lx.CALENDAR:
        return bool(scan.bits[j - 1] & lx.GIVEN and bits & _NAMELIKE)
    if bits & lx.ROLE:
        return (run.head and run.complement) or _is_surname(scan, run, j)
    if bits & lx.STOP:
        if run.head and j == run.first + 1 and scan.bits[run.first] & lx.ARTICLE:
            return True
        if _before_head(scan, run, j, bits) or _is_capital_inside(scan, run, j, bits):
            return True
        return scan.tokens[j].text.endswith("'") and scan.is_name_word(j + 1)
    if bits & lx.DEMONYM:
        return scan.is_name_word(j + 1)
    return not bits & lx.HONORIFIC or bool(bits & lx.SUFFIX) or _is_surname(scan, run, j)


def _is_dateline(scan: Scan, run: Run, j: int) -> bool:
    """Whether a place that begins a line in capitals is no part of a name: not before "SCHOOL OF …"."""
    first = scan.bits[run.first]
    of = j + 1 < len(scan.tokens) and scan.bits[j] & lx.HEAD and scan.bits[j + 1] & lx.COMPLEMENT
    return bool(first & lx.PLACE and not first & _NAMELIKE and not of)


def _before_head(scan: Scan, run: Run, j: int, bits: int) -> bool:
    """Whether a common word with a capital stands between a name's first words and its head noun ("Tin Audit Board").

    Not where a sentence or a heading in capitals begins, and not for small words or posts.
    """
    if scan.flat or run.titled or bits & _NO_CONTENT:
        return False
    if scan.lex.adjective_endings:
        return not scan.label and run.first > scan.opening and not scan.tokens[j].text.isupper()
    k = j + 1
    while scan.is_name_word(k) and k < j + 4:
        k += 1
    last = scan.bits[k - 1]
    near = k == j + 2 or (k > j + 1 and not scan.label)
    return near and bool(last & lx.HEAD) and not last & (lx.ROLE | lx.GIVEN)


def _is_capital_inside(scan: Scan, run: Run, j: int, bits: int) -> bool:
    """Whether a common word with a capital goes on with a name inside a sentence: "Sisters of the Holy Well"."""
    if scan.lex.adjective_endings or scan.flat or scan.label or run.titled or bits & _NO_CONTENT or bits & lx.BODY:
        return False
    if scan.tokens[j].text.isupper():
        return False
    owns = bits & lx.POSSESSOR and j + 1 < len(scan.tokens) and scan.tokens[j + 1].text in _OWNING
    return bool(owns) or (run.head and scan.caps[j - 1] and run.first > scan.opening) or _is_surname(scan, run, j)


def _is_surname(scan: Scan, run: Run, j: int) -> bool:
    """Whether a title is a surname here, right behind a first name and before no other name ("Élodie Maréchal")."""
    before = scan.bits[j - 1]
    first = j - 1 == run.first and bool(before & lx.GIVEN) and not before & lx.PLACE
    return first and not scan.flat and not scan.is_name_word(j + 1)


def _is_led_by(scan: Scan, run: Run, j: int) -> bool:
    """Whether a body that is named after nobody stands right before its holder ("le président du CNRX Jean Roux")."""
    if run.first <= scan.opening or scan.flat or not scan.is_name_word(j + 1) or scan.is_name_word(j + 2):
        return False
    token = scan.tokens[run.first]
    acronym = token.text.isupper() and len(token.text) > 2 and not scan.bits[run.first]
    before = scan.tokens[run.first - 1].lower
    if scan.bits[run.first - 1] & lx.OWNER and run.first > 1 and scan.is_blocked(run.first - 2):
        return not scan.bits[run.first] & ~lx.PLACE and not scan.bits[j + 1] & (lx.HEAD | lx.LEGAL)
    if token.lower in scan.lex.states and scan.lex.of(before) & lx.OWNER:
        return True
    return (acronym or token.lower in scan.lex.states) and before in scan.lex.contracted


def _is_portfolio(scan: Scan, run: Run, j: int) -> bool:
    """Whether the head noun is what a post is about, before its holder ("Minister for Fisheries Tom Roe")."""
    i = run.first - 1
    behind_post = i > 0 and scan.bits[i] & lx.COMPLEMENT and scan.is_blocked(i - 1)
    return bool(behind_post) and not scan.lex.adjective_endings and scan.is_name_word(j + 1)
