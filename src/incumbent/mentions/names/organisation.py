"""Small words inside an organisation's name: complements ("Ministry of …"), "and", adjectives."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME
_OTHER = lx.STOP | lx.PERSON_VERB | lx.SPEECH_VERB | lx.AUXILIARY | lx.ORG_VERB | lx.ROLE | lx.COMPLEMENT
_OF_NAMES = _NAMELIKE | lx.PLACE | lx.HEAD
_PREPOSITION = lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION | lx.ORIGIN
_NO_MATTER = _NAMELIKE | lx.PLACE | lx.CALENDAR | lx.HONORIFIC | lx.ROLE | lx.STOP
_MAX_LOWER = 6
_SHORTEST_ADJECTIVE = 4


def is_plain_noun(scan: Scan, j: int) -> bool:
    """Whether the word in small letters may be a noun or an adjective inside a name."""
    bits = scan.bits[j]
    word = scan.tokens[j].text
    plain = not bits & _OTHER or bits & lx.INNER or (bits & lx.HEAD and not bits & lx.ROLE)
    return bool(plain) and (word.isalpha() or word.replace("-", "").isalpha()) and not scan.is_blocked(j)


def inside(scan: Scan, run: Run, j: int) -> int:
    """How far the small word at ``j``, behind a head noun, carries the run; 0 where it ends it."""
    bits = scan.bits[j]
    if bits & lx.AND:
        return _and_inside(scan, run, j)
    if bits & lx.COMPLEMENT:
        return _complement(scan, run, j, bits)
    if bits & lx.CONNECTOR and (run.complement or not scan.lex.adjective_endings):
        return _second_noun(scan, run, j, j + 1) if scan.lex.adjective_endings else _against(scan, j, bits)
    return j + 1 if scan.lex.adjective_endings and _is_adjective(scan, run, j, bits) else 0


def _complement(scan: Scan, run: Run, j: int, bits: int) -> int:
    if (scan.bits[j - 1] & lx.BODY and not _is_board(scan, run, j)) or (
        not bits & lx.PARTICLE and (run.lower or run.complement) and scan.lex.adjective_endings
    ):
        return 0
    k = _behind_articles(scan, j + 1)
    if k >= len(scan.tokens) or _is_aim(scan, run, j):
        return 0
    after = scan.bits[k]
    if after & lx.BODY or (bits & lx.PLACE_PREPOSITION and scan.lex.adjective_endings and scan.caps[k]):
        return 0
    if scan.caps[k]:
        if after & lx.CALENDAR or (after & lx.HONORIFIC and not (after & _OF_NAMES or _opens_place(scan, k))):
            return 0
        run.complement = True
        return k + 1
    if (
        not scan.lex.adjective_endings
        or run.lower
        or not (bits & lx.PARTICLE or _has_purpose(scan, run, j) or _is_charge(scan, j))
        or not (is_plain_noun(scan, k) or is_trade(scan, k))
    ):
        return 0
    if sum(not cap for cap in scan.caps[run.first : k]) > _MAX_LOWER:
        return 0
    run.complement = True
    run.kept.update(range(j, k + 1))
    return k + 1


def _is_board(scan: Scan, run: Run, j: int) -> bool:
    """Whether a body of its own is named by what it is for: "Diocesan Board of Finance", not "… of Directors"."""
    own = run.last - run.first > 1 and scan.caps[j - 1] and scan.is_name_word(j + 1)
    return own and not scan.lex.adjective_endings and not scan.bits[j + 1] & (lx.ROLE | lx.PERSON_NOUN | lx.BODY)


def _is_aim(scan: Scan, run: Run, j: int) -> bool:
    """Whether where one goes from an organisation follows: "leaves Acme Trust for …", not "leaves the Trust for …"."""
    i = run.first - 1
    article = i > 0 and bool(scan.bits[i] & lx.ARTICLE) and not scan.caps[i]
    verb = scan.bits[i - article] if i >= article else 0
    if not (scan.bits[j] & lx.ORIGIN and verb & lx.QUIT) or scan.caps[i - article]:
        return False
    if article:  # "leaves the Rovers for the Harriers"
        again = j + 2 < len(scan.tokens) and scan.bits[j + 1] & lx.ARTICLE and scan.caps[j + 2]
        return bool(again) and not scan.bits[j - 1] & lx.HEAD
    return run.last - run.first > 1 or bool(scan.bits[run.first] & lx.ORG_NOUN)


def _against(scan: Scan, j: int, bits: int) -> int:
    """ "on" and "against" between a head noun and what it is about ("Council on Tribunals")."""
    if bits & _PREPOSITION or not bits & lx.FUNCTION or not scan.is_name_word(j + 1):
        return 0
    return 0 if scan.bits[j + 1] & _NO_MATTER else j + 2


def _second_noun(scan: Scan, run: Run, j: int, k: int) -> int:
    """A further noun in small letters ("… des haras et des courses", "… de recherche sur les sols")."""
    if run.lower or j - 1 not in run.kept:
        return 0
    k = _behind_articles(scan, k)
    if k == j + 1 or k >= len(scan.tokens) or scan.caps[k] or not is_plain_noun(scan, k):
        return 0
    run.kept.update(range(j, k + 1))
    return k + 1


def _has_purpose(scan: Scan, run: Run, j: int) -> bool:
    """ "Association pour la …": told from "quitte l'Association pour la …" by the want of a verb of leaving before."""
    if not (scan.caps[j - 1] and scan.bits[j - 1] & lx.ORG_NOUN and scan.bits[j + 1] & lx.ARTICLE):
        return False
    return not any(
        scan.bits[i] & lx.JOIN and scan.bits[i] & lx.PERSON_VERB for i in range(max(0, run.first - 3), run.first)
    )


def _is_charge(scan: Scan, j: int) -> bool:
    """ "Haut-Commissariat aux mers": a body with the preposition before what it is in charge of."""
    return f"{scan.tokens[j - 1].lower} {scan.tokens[j].lower}" in scan.lex.pairs


def _opens_place(scan: Scan, k: int) -> bool:
    return k + 1 < len(scan.tokens) and f"{scan.tokens[k].lower} {scan.tokens[k + 1].lower}" in scan.lex.places


def is_trade(scan: Scan, k: int) -> bool:
    """Whether the word means people of one trade, whose association it is ("Fédération des directeurs …")."""
    word = scan.tokens[k].lower
    trades = lx.ROLE | lx.PERSON_NOUN
    return word.endswith("s") and bool((scan.lex.of(word) | scan.lex.of(word[:-1])) & trades)


def _behind_articles(scan: Scan, k: int) -> int:
    end = min(k + 2, len(scan.tokens))
    while k < end and not scan.caps[k] and scan.bits[k] & (lx.ARTICLE | lx.COMPLEMENT):
        k += 1
    return k


def _is_adjective(scan: Scan, run: Run, j: int, bits: int) -> bool:
    token = scan.tokens[j]
    if (len(token.text) < _SHORTEST_ADJECTIVE and not bits & lx.ADJECTIVE) or not (
        is_plain_noun(scan, j) or _ranks(scan, j, bits)
    ):
        return False
    if bits & (lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION | lx.ORG_PLACE):
        return False
    before = scan.tokens[j - 1]
    agrees = before.text[-1] == token.text[-1] == "s"
    agrees = agrees and (
        not scan.caps[j - 1]
        or bool(scan.bits[j - 1] & (lx.HEAD | lx.INNER | lx.STOP))
        or token.lower.endswith(scan.lex.quality_endings)
    )
    if not (agrees or bits & (lx.ADJECTIVE | lx.DEMONYM) or token.lower.endswith(scan.lex.adjective_endings)):
        return False
    run.kept.add(j)
    return True


def _ranks(scan: Scan, j: int, bits: int) -> bool:
    """Whether a rank ("générale") stands as an adjective right behind a head noun in capitals."""
    ranks = bits & lx.ADJECTIVE and not bits & lx.STOP and scan.caps[j - 1] and scan.bits[j - 1] & lx.HEAD
    return bool(ranks) and not scan.is_blocked(j)


def _is_quality(scan: Scan, j: int) -> bool:
    """Whether the small word at ``j`` is an adjective by its own."""
    if scan.caps[j] or not scan.lex.adjective_endings or not is_plain_noun(scan, j):
        return False
    return bool(scan.bits[j] & lx.ADJECTIVE) or scan.tokens[j].lower.endswith(scan.lex.adjective_endings)


def joined(scan: Scan, run: Run, j: int) -> int:
    """ "and" between words of one organisation's name without a head noun yet: "the Food and Drugs Agency"."""
    k = _capitals(scan, j + 1)
    if k == j + 1:
        return 0
    if f"{scan.tokens[j].lower} {scan.tokens[j + 1].lower}" in scan.lex.pairs:
        run.head = True
        return j + 2
    last, first = scan.bits[k - 1], scan.bits[run.first]
    if last & lx.LEGAL and not last & lx.WEAK_FORM:
        return k
    start = run.first
    if first & lx.ARTICLE and run.last - start > 1:
        start, first = start + 1, scan.bits[start + 1]
    article = start and scan.bits[start - 1] & lx.ARTICLE
    of_both = article or (not scan.flat and scan.tokens[k - 1].lower.endswith("s") and k == j + 3)
    if last & lx.HEAD and of_both and run.last - start == 1 and not first & (_NAMELIKE | lx.PLACE):
        run.head = True
        return k
    return 0


def _capitals(scan: Scan, k: int) -> int:
    while scan.is_name_word(k):
        k += 1
    return k


def _and_inside(scan: Scan, run: Run, j: int) -> int:
    if j - 1 in run.kept and j + 1 < len(scan.tokens) and _is_quality(scan, j - 1) and _is_quality(scan, j + 1):
        run.kept.update((j, j + 1))
        return j + 2
    if not run.complement:
        k = _capitals(scan, j + 1)
        last = scan.bits[k - 1] if k > j + 1 else 0
        whole = (last & lx.LEGAL and not last & lx.WEAK_FORM) or (last & lx.HEAD and k == j + 3)
        return k if whole and not scan.bits[j - 1] & lx.LEGAL else 0
    again = j + 1 < len(scan.tokens) and scan.bits[j + 1] & lx.COMPLEMENT
    listed = bool(run.kept) and j > 3 and scan.bits[j - 2] & lx.ARTICLE and not scan.bits[j - 3] & lx.COMPLEMENT
    again = again or (listed and scan.bits[j - 3] & lx.CONNECTOR)
    k = _behind_articles(scan, j + 1) if again else j + 1
    if not scan.is_name_word(k):
        return _second_noun(scan, run, j, j + 1) if again and scan.lex.adjective_endings else 0
    after = scan.bits[k]
    if after & lx.HEAD and k + 1 < len(scan.tokens) and scan.bits[k + 1] & lx.COMPLEMENT:
        return 0
    if k == j + 1 and (scan.bits[j - 1] & lx.PLACE or after & (lx.GIVEN | lx.HONORIFIC)):
        return 0
    return k + 1
