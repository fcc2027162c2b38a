"""How far a run of name words reaches: particles, initials, nicknames, possessives, legal forms."""

from __future__ import annotations

from incumbent.lexicon import names as lx
from incumbent.mentions.names.brands import as_brand, before_form, in_capitals, titled_phrase, up_to_acronym
from incumbent.mentions.names.organisation import inside, is_plain_noun, joined
from incumbent.mentions.names.phrases import is_seat, phrase, special
from incumbent.mentions.names.scan import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME
_INSIDE = _NAMELIKE | lx.HEAD | lx.PARTICLE | lx.ADJECTIVE | lx.PLACE | lx.LEGAL | lx.PLACE_HEAD
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_SAINTS = frozenset({"st", "ste", "mt", "ft"})
_OWNS_NOTHING = lx.AUXILIARY | lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION | lx.AND | lx.COMPLEMENT | lx.SPEECH_VERB
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
_SMALL_HEADS = lx.LOWER_HEAD | lx.WORK | lx.CENTRE | lx.BRAND
_OWNING = frozenset({"'s", "'"})
_CLOSING = {'"': '"', "«": "»", "(": ")"}
_MARKS = frozenset({"&", ",", "'", "'s", '"', "«", "("})
_MAX_WORDS = 14
_SPECIAL = lx.FUNCTION | lx.ARTICLE | lx.AND | lx.TRAILING
_MAX_LOWER = 10
_MAX_PLAIN = 4
_LONGEST_FORM = 4


class Run:
    """Tokens [first, last) that may be one name or several.

    ``head``: a head noun of organisations or places is in it. ``lower``: it begins with one in
    small letters. ``complement``: it has gone on with "of". ``titled``: an honorific stands before
    it. ``kept`` holds the indices of tokens without capital that may close it ("SA.", "Acme+").
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

    def take(self, scan: Scan, i: int) -> None:
        """Go on to the token after ``i``, a word with a capital."""
        bits = scan.bits(i)
        if bits & (lx.HEAD | lx.PLACE_HEAD) and not self.head:
            surname = bits & _NAMELIKE and i > self.first and scan.bits(self.first) & lx.GIVEN
            self.head = not surname and not self.titled
        self.last = i + 1


def extend(scan: Scan, i: int, titled: bool) -> Run:
    """The run that begins with the capital at token ``i``."""
    run = Run(i, titled)
    run.take(scan, i)
    if scan.bits(i) & lx.PAIR and _is_inner_body(scan, i):
        run.head = False
        return run
    if scan.bits(i) & lx.PAIR and i + 1 < len(scan.tokens):
        run.head = run.head or f"{scan.tokens[i].lower} {scan.tokens[i + 1].lower}" in scan.lex.pairs
    if i > scan.opening and scan.bits(i) & lx.ARTICLE and not scan.flat:
        run.head = True  # a title with its article: "L'Atelier bleu"
    _go_on(scan, run)
    if scan.acronyms:
        _reach_acronym(scan, run)
    return run


def _is_inner_body(scan: Scan, i: int) -> bool:
    """Whether a body inside an organisation begins at ``i`` ("Conseil municipal de …"), which is named after it."""
    tokens = scan.tokens
    behind = [t.lower for t in tokens[i + 1 : i + 3]]
    return any(f"{tokens[i].lower} {word}" in scan.lex.inner_bodies for word in behind)


def _reach_acronym(scan: Scan, run: Run) -> None:
    """Take the words up to an acronym in brackets that they spell."""
    end = up_to_acronym(scan, run)
    if end > run.last:
        run.head = True
        run.kept.update(range(run.last, end))
        run.last = end


def lower_head_run(scan: Scan, i: int) -> Run | None:
    """The name that begins with a head noun in small letters at ``i`` ("musée de …"), None where no capital follows."""
    tokens = scan.tokens
    if not _opens_small(scan, i):
        return None
    plain = 0
    for j in range(i + 1, min(i + _MAX_LOWER, len(tokens))):
        bits = scan.bits(j)
        if scan.caps[j]:
            if scan.is_blocked(j) or (bits & (lx.HONORIFIC | lx.CALENDAR | lx.ROLE) and not bits & lx.HEAD):
                return None
            if j == i + 1 and bits & lx.ARTICLE and scan.bits(i) & lx.ALONE:
                return None
            if j > i + 1 and scan.bits(i) & _SMALL_HEADS in (lx.WORK, lx.CENTRE) and not _is_own(scan, i, j):
                return None
            run = Run(i)
            run.head = run.lower = True
            run.complement = j > i + 1
            run.take(scan, j)
            _go_on(scan, run)
            if scan.acronyms:
                _reach_acronym(scan, run)
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
    if scan.bits(i) & lx.PAIR and any(f"{word} {t.lower}" in scan.lex.lower_pairs for t in scan.tokens[i + 1 : j]):
        return True
    return bool(scan.bits(j - 1) & (lx.COMPLEMENT | lx.ARTICLE)) and not scan.bits(j) & lx.HEAD


def _opens_small(scan: Scan, i: int) -> bool:
    """Whether the small word at ``i`` opens a name: a head noun, alone, with its purpose, before "de" or a name."""
    tokens = scan.tokens
    bits = scan.bits(i)
    if i + 1 >= len(tokens):
        return False
    if bits & lx.LOWER_HEAD:
        return True
    behind = scan.bits(i + 1)
    of = behind & lx.COMPLEMENT and behind & lx.PARTICLE
    quality = behind & lx.ADJECTIVE and not scan.caps[i + 1]
    if (bits & lx.WORK and (of or quality)) or (bits & lx.BRAND and scan.caps[i + 1]):
        return True
    second = i + 1
    while of and second < min(i + 4, len(tokens) - 1) and scan.bits(second) & (lx.COMPLEMENT | lx.ARTICLE):
        second += 1
    if bits & lx.CENTRE and (quality or (of and not scan.caps[second])):
        return True
    return bool(bits & lx.PAIR) and f"{tokens[i].lower} {tokens[second].lower}" in scan.lex.lower_pairs


def _go_on(scan: Scan, run: Run) -> None:
    tokens, count = scan.tokens, len(scan.tokens)
    while (j := run.last) < count and j - run.first < _MAX_WORDS and not scan.apart(j):
        if scan.caps[j]:
            if scan.bits(j) & lx.STOP and not scan.flat and (step := in_capitals(scan, run, j)):
                run.head = True
                run.last = step
                continue
            if j == run.first + 1 and scan.bits(j) & lx.FUNCTION and (step := phrase(scan, run, j)):
                run.last = step
                continue
            if not _continues(scan, run, j):
                return
            run.take(scan, j)
            continue
        step = _small_word(scan, run, j) if tokens[j].text[0].isalnum() else _mark(scan, run, j)
        if not step:
            return
        for k in range(j, step):
            if scan.caps[k]:
                run.take(scan, k)
        run.last = step


def _continues(scan: Scan, run: Run, j: int) -> bool:
    """Whether the capitalised word at ``j`` belongs to the same run."""
    bits = scan.bits(j)
    if scan.is_blocked(j):
        holder = bits & lx.ROLE and scan.is_name_word(j + 1) and scan.bits(j + 1) & lx.GIVEN
        return run.head and not scan.flat and not holder
    if (
        bits & lx.GIVEN
        and j == run.first + 1
        and (_is_led_by(scan, run, j) or (run.head and _is_portfolio(scan, run, j)))
    ):
        return False
    if scan.shouted and j - 1 == run.first and scan.bits(run.first) & lx.PLACE and not scan.bits(run.first) & _NAMELIKE:
        return False
    if not bits or (bits & _INSIDE and not bits & lx.CALENDAR):
        return True
    if bits & lx.CALENDAR:
        return bool(scan.bits(j - 1) & lx.GIVEN and bits & _NAMELIKE)
    if bits & lx.ROLE:
        return (run.head and run.complement) or _is_surname(scan, run, j)
    if bits & lx.STOP:
        if run.head and j == run.first + 1 and scan.bits(run.first) & lx.ARTICLE:
            return True
        if _before_head(scan, run, j, bits) or _is_capital_inside(scan, run, j, bits):
            return True
        return scan.tokens[j].text.endswith("'") and scan.is_name_word(j + 1)
    if bits & lx.DEMONYM:
        return scan.is_name_word(j + 1)
    return not bits & lx.HONORIFIC or bool(bits & lx.SUFFIX) or _is_surname(scan, run, j)


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
    last = scan.bits(k - 1)
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
    before = scan.bits(j - 1)
    first = j - 1 == run.first and bool(before & lx.GIVEN) and not before & lx.PLACE
    return first and not scan.flat and not scan.is_name_word(j + 1)


def _is_led_by(scan: Scan, run: Run, j: int) -> bool:
    """Whether a body that is named after nobody stands right before its holder ("le président du CNRX Jean Roux")."""
    if run.first <= scan.opening or scan.flat or not scan.is_name_word(j + 1) or scan.is_name_word(j + 2):
        return False
    token = scan.tokens[run.first]
    acronym = token.text.isupper() and len(token.text) > 2 and not scan.bits(run.first)
    before = scan.tokens[run.first - 1].lower
    if token.lower in scan.lex.states and scan.lex.of(before) & lx.OWNER:
        return True
    return (acronym or token.lower in scan.lex.states) and before in scan.lex.contracted


def _is_portfolio(scan: Scan, run: Run, j: int) -> bool:
    """Whether the head noun is what a post is about, before its holder ("Minister for Fisheries Tom Roe")."""
    i = run.first - 1
    behind_post = i > 0 and scan.bits(i) & lx.COMPLEMENT and scan.is_blocked(i - 1)
    return bool(behind_post) and not scan.lex.adjective_endings and scan.is_name_word(j + 1)


def _mark(scan: Scan, run: Run, j: int) -> int:
    """How far a mark at ``j`` carries the run; 0 where it ends it."""
    tokens = scan.tokens
    mark = tokens[j].text
    if mark == ".":
        return _full_stop(scan, run, j)
    if mark == "+" and tokens[j - 1].end == tokens[j].start:
        run.kept.add(j)
        return j + 1
    if j + 1 >= len(tokens) or mark not in _MARKS:
        return 0
    if mark == "&" and scan.caps[j + 1]:
        run.head = True
        return j + 2
    if mark == "," and scan.caps[j + 1]:
        return _comma(scan, run, j)
    if mark == "'" and tokens[j - 1].text[-1] == "s" and tokens[j - 1].end == tokens[j].start:
        return _possessive(scan, run, j) if scan.caps[j + 1] else 0
    if mark == "'s":
        return _possessive(scan, run, j) if scan.caps[j + 1] else _final_possessive(scan, run, j)
    return _nickname(scan, run, j) if mark in _CLOSING and not run.head else 0


def _full_stop(scan: Scan, run: Run, j: int) -> int:
    before = scan.tokens[j - 1]
    if before.end != scan.tokens[j].start:
        return 0
    if len(before.text) == 1 and before.text.isupper():
        return j + 1 if j + 1 < len(scan.tokens) else 0
    if j + 1 == len(scan.tokens):
        return 0
    if (scan.bits(j - 1) & lx.LEGAL and j - 1 > run.first) or before.lower in _GENERATIONS:
        run.kept.add(j)
        return j + 1
    return j + 1 if before.lower in _SAINTS else 0


def _comma(scan: Scan, run: Run, j: int) -> int:
    """A comma before a legal form, "Jr." or, in filings, a given name behind the family's ("Mr Chan Ka Ho, Peter")."""
    bits = scan.bits(j + 1)
    if scan.tokens[j + 1].lower in _GENERATIONS:
        return j + 2
    if bits & lx.LEGAL and not bits & lx.GIVEN and not run.titled:
        return 0 if bits & lx.WEAK_FORM and j + 2 < len(scan.tokens) and scan.caps[j + 2] else j + 2
    if bits & lx.PLACE and run.head and run.complement and is_seat(scan, run, j + 1):
        return j + 2
    inverted = run.titled and scan.bits(run.first) & lx.EAST_ASIAN and bits & lx.GIVEN
    return j + 2 if inverted and not scan.is_name_word(j + 2) else 0


def _possessive(scan: Scan, run: Run, j: int) -> int:
    """A possessive inside a name ("King's College"), not one that owns ("Ghana's Ministry")."""
    group = scan.bits(j - 1) & lx.POSSESSOR
    saint = scan.tokens[run.first].lower in _SAINTS
    if scan.is_blocked(j + 1) and not scan.bits(j + 1) & lx.HEAD:
        return 0
    if not (group or saint) and (run.head or j - run.first > 3 or scan.bits(run.first) & lx.PLACE):
        return 0
    k = j + 1
    while scan.is_name_word(k) and k < j + 4:
        k += 1
    bits = scan.bits(k - 1)
    if group or saint:
        run.head = run.head or bool(bits & lx.HEAD) or saint
        return k if k > j + 1 and run.head else 0
    opens = k > j + 2 and scan.bits(j + 1) & lx.HEAD
    return k if bits & lx.HEAD and not bits & lx.ROLE and not opens else 0


def _final_possessive(scan: Scan, run: Run, j: int) -> int:
    """A possessive that owns nothing is part of the name ("at Sotheby's in London")."""
    if scan.tokens[run.first].lower in _SAINTS and j - run.first == 2:
        run.kept.add(j)
        return j + 1
    if (
        run.head
        or run.titled
        or scan.bits(run.first) & lx.PLACE
        or (j - run.first > 1 and scan.bits(run.first) & lx.GIVEN)
    ):
        return 0
    if scan.tokens[j + 1].text not in ",;:)" and not scan.bits(j + 1) & _OWNS_NOTHING:
        return 0
    run.kept.add(j)
    return j + 1


def _nickname(scan: Scan, run: Run, j: int) -> int:
    tokens, count = scan.tokens, len(scan.tokens)
    closing = _CLOSING[tokens[j].text]
    for k in range(j + 2, min(j + 4, count)):
        if tokens[k].text != closing:
            continue
        if not all(scan.caps[j + 1 : k]) or (tokens[j].text == "(" and not scan.bits(j + 1) & lx.GIVEN):
            return 0
        m = k + 1
        while m < min(k + 3, count) and not scan.caps[m] and scan.bits(m) & lx.PARTICLE:
            m += 1
        return m + 1 if scan.is_name_word(m) and not scan.apart(k + 1) else 0
    return 0


def _small_word(scan: Scan, run: Run, j: int) -> int:
    bits = scan.bits(j)
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
    if scan.bits(run.first) & lx.ARTICLE and (step := titled_phrase(scan, run, j)):
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
        and scan.bits(j - 1) & (lx.HEAD | lx.ADJECTIVE | lx.PLACE)
    ):
        return 0
    run.kept.add(j)
    return j + 1


def _of(scan: Scan, run: Run, j: int) -> int:
    """ "of" behind a peer's name, or before the head noun of an organisation's ("Royal West of … Academy")."""
    if not scan.is_name_word(j + 1):
        return 0
    if scan.bits(run.first - 1 if run.titled else run.first) & lx.NOBILITY:
        return j + 2
    k = j + 1
    while scan.is_name_word(k):
        k += 1
    return k if scan.bits(run.first) & lx.ADJECTIVE and scan.bits(k - 1) & lx.HEAD and k > j + 2 else 0


def _particles(scan: Scan, run: Run, j: int) -> int:
    """Particles up to the next capital; those that are prepositions as well only after a given name or an honorific."""
    tokens, count = scan.tokens, len(scan.tokens)
    k = j
    preposition = False
    while k < count and k < j + 3 and not scan.caps[k]:
        bits = scan.bits(k)
        if not bits & lx.PARTICLE or scan.apart(k):
            return 0
        preposition = preposition or bool(bits & (lx.COMPLEMENT | lx.ARTICLE | lx.CONNECTOR))
        k += 1
    if not scan.is_name_word(k):
        return 0
    if preposition and not _looks_personal(scan, run):
        acronym = run.last - run.first == 1 and tokens[run.first].text.isupper()
        return k + 1 if acronym and scan.bits(k) & lx.PLACE else 0
    return k + 1


def _looks_personal(scan: Scan, run: Run) -> bool:
    first = scan.tokens[run.first].lower
    return run.titled or bool((scan.lex.of(first) | scan.lex.of(first.partition("-")[0])) & lx.GIVEN)
