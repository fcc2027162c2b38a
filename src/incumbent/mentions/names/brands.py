"""Names made of common words: "les Forges du Nord", "chez Voiles bleues", "AUX TROIS ANCRES", and by their acronym."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.organisation import is_plain_noun, is_trade
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_NO_BRAND = (
    lx.GIVEN
    | lx.PLACE
    | lx.PLACE_HEAD
    | lx.STOP
    | lx.CALENDAR
    | lx.ROLE
    | lx.HONORIFIC
    | lx.DEMONYM
    | lx.BODY
    | lx.ARTICLE
    | lx.LEGAL
)
_PEOPLE = lx.PERSON_NOUN | lx.ROLE
_BEFORE = lx.ORG_PREPOSITION | lx.OWNER | lx.AND | lx.ORG_PLACE | lx.JOIN | lx.ORG_VERB
_GOVERNS = lx.JOIN | lx.ORG_VERB | lx.ORG_PLACE
_SMALL = lx.CONNECTOR | lx.COMPLEMENT | lx.AND | lx.ARTICLE | lx.PARTICLE
_NO_MATTER = lx.HONORIFIC | lx.CALENDAR | lx.ROLE
_SHORTEST = 3
_FURTHEST = 10


def as_brand(scan: Scan, run: Run, j: int, bits: int) -> int:
    """How far a small word at ``j`` carries a common word written with a capital; 0 where it is no such name."""
    if run.last - run.first != 1 or run.titled or scan.flat or run.first <= scan.opening:
        return 0
    token = scan.tokens[run.first]
    first = scan.bits[run.first]
    plural = token.lower[-1] in "sx"
    people = plural and first & _PEOPLE and not first & (lx.GIVEN | lx.STOP)
    if len(token.text) < _SHORTEST or token.text.isupper() or (first & _NO_BRAND and not people):
        return 0
    if not plural and token.lower.endswith(scan.lex.demonym_endings):
        return 0
    before = scan.bits[run.first - 1] if not scan.caps[run.first - 1] else 0
    article = before & lx.ARTICLE or scan.tokens[run.first - 1].lower in scan.lex.contracted
    if not article and not before & (_BEFORE | lx.ORG_NOUN):
        return 0
    if bits & lx.COMPLEMENT and bits & lx.PARTICLE:
        named = before & _GOVERNS and scan.is_name_word(j + 1) and scan.bits[j + 1] & lx.PLACE
        return _of_place(scan, run, j) if article or plural or named else 0
    return _quality(scan, run, j, bits, plural)


def _of_place(scan: Scan, run: Run, j: int) -> int:
    k = j + 1
    while k < j + 3 and k < len(scan.tokens) and not scan.caps[k] and scan.bits[k] & lx.ARTICLE:
        k += 1
    if not scan.is_name_word(k) or (scan.bits[k] & _NO_MATTER and not scan.bits[k] & lx.HEAD):
        return 0
    run.head = run.complement = True
    return k + 1


def _quality(scan: Scan, run: Run, j: int, bits: int, plural: bool) -> int:
    """An adjective that agrees with the noun before it ("chez Voiles bleues", "à Port sec")."""
    word = scan.tokens[j].lower
    if len(word) < _SHORTEST or not is_plain_noun(scan, j):
        return 0
    agrees = plural and word[-1] in "sx" and (bits & lx.ADJECTIVE or word.endswith(scan.lex.quality_endings))
    if not agrees and (
        plural or word.endswith(scan.lex.quality_endings) or not bits & lx.ADJECTIVE or bits & lx.DEMONYM
    ):
        return 0
    run.head = True
    run.kept.add(j)
    return j + 1


def titled_phrase(scan: Scan, run: Run, j: int) -> int:
    """A title whose article alone has a capital, behind what kind it is of ("l'association Les mains vertes")."""
    if run.last - run.first != 1 or not run.first or not scan.bits[run.first] & lx.ARTICLE or scan.flat:
        return 0
    before = scan.bits[run.first - 1]
    if scan.caps[run.first - 1] or not before & (lx.ORG_NOUN | lx.HEAD):
        return 0
    k = end = j
    while k < min(j + 5, len(scan.tokens)) and not scan.caps[k]:
        if is_plain_noun(scan, k) and not scan.bits[k] & lx.CONNECTOR:
            end = k + 1
        elif k == j or not scan.bits[k] & (lx.CONNECTOR | lx.ARTICLE):
            break
        k += 1
    run.head = end > j
    run.kept.update(range(j, end))
    return end if end > j else 0


def in_capitals(scan: Scan, run: Run, j: int) -> int:
    """The small words of a name that is written in capitals throughout ("ATELIERS DES TROIS LUNES, SARL")."""
    tokens = scan.tokens
    first = tokens[run.first].text
    if not (len(first) >= _SHORTEST and first.isupper() and tokens[j - 1].text.isupper()):
        return 0
    k = j
    while k < len(tokens) and k < j + 4 and tokens[k].text.isupper() and scan.bits[k] & (_SMALL | lx.STOP):
        k += 1
    return k if k > j and k < len(tokens) and tokens[k].text.isupper() and len(tokens[k].text) > 1 else 0


def before_form(scan: Scan, run: Run, j: int) -> int:
    """Where a name in capitals ends that a comma and a legal form close ("QUAIS ET FORGES DU NORD, SARL")."""
    tokens = scan.tokens
    for k in range(j, min(j + _FURTHEST, len(tokens) - 1)):
        if tokens[k].text == ",":
            if k == j or not scan.bits[k + 1] & lx.LEGAL:
                return 0
            run.kept.add(k + 1)
            return k + 2
        if not tokens[k].text.isupper() or scan.is_blocked(k):
            return 0
    return 0


def up_to_acronym(scan: Scan, run: Run) -> int:
    """Where the name ends if an acronym of its words stands in brackets further on: "Fonds d'appui aux quais (FAQ)"."""
    for bracket in scan.acronyms:
        if run.last < bracket <= run.last + _FURTHEST and _spells(scan, run.first, bracket):
            return bracket
    return run.last


def _spells(scan: Scan, first: int, bracket: int) -> bool:
    tokens = scan.tokens
    letters = [c for c in tokens[bracket + 1].lower if c.isalpha()]
    words = [t.lower for t in tokens[first:bracket]]
    if not letters or words[0][0] != letters[0] or not all(w[0].isalpha() for w in words):
        return False
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
    return at == len(letters)


def alone(scan: Scan, i: int) -> int:
    """Where a body ends that no capital tells ("la fédération de la chaussure", "l'association des minotiers gascons").

    0 where the small word at ``i`` opens none: it has an article and goes on with what the body is of.
    """
    tokens = scan.tokens
    if not i or tokens[i - 1].lower not in scan.lex.contracted:
        return 0
    end = k = i + 1
    if k < len(tokens) and scan.bits[k] & lx.ADJECTIVE and not scan.caps[k] and is_plain_noun(scan, k):
        end = k = k + 1
    while k + 1 < len(tokens) and scan.bits[k] & lx.PARTICLE and scan.bits[k] & lx.COMPLEMENT and not scan.caps[k]:
        trade = tokens[k].lower.endswith("s")
        noun = k + 1
        if scan.bits[noun] & lx.ARTICLE and not scan.caps[noun]:
            noun += 1
        if noun >= len(tokens) or (scan.is_blocked(noun) and not trade):
            break
        if scan.caps[noun]:
            end = noun + 1 if end > i + 1 and scan.is_name_word(noun) and not scan.bits[noun] & _NO_MATTER else end
            break
        if not _is_matter(scan, noun, trade) or (end == i + 1 and not trade and noun == k + 1):
            break
        end = k = noun + 1
        while k < len(tokens) and not scan.caps[k] and (_agrees(scan, k) if trade else _is_of_one(scan, k)):
            end = k = k + 1
    return end if end > i + 1 else 0


def _is_matter(scan: Scan, k: int, trade: bool) -> bool:
    """Whether the small word at ``k`` may be what a body is of: behind a plural article only what is in the plural."""
    word = scan.tokens[k].lower
    if trade:
        return word[-1] in "sx" and (is_plain_noun(scan, k) or is_trade(scan, k))
    return is_plain_noun(scan, k)


def _is_of_one(scan: Scan, k: int) -> bool:
    """Whether the word is an adjective of what is in the singular."""
    return bool(scan.bits[k] & lx.ADJECTIVE) and is_plain_noun(scan, k) and scan.tokens[k].lower[-1] not in "sx"


def _agrees(scan: Scan, k: int) -> bool:
    word = scan.tokens[k].lower
    plain = word[0].isalpha() and is_plain_noun(scan, k)
    quality = (scan.bits[k] | scan.lex.of(word[:-1])) & (lx.ADJECTIVE | lx.DEMONYM)
    return plain and word[-1] in "sx" and bool(quality or word.endswith(scan.lex.quality_endings))
