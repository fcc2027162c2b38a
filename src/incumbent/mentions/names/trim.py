"""Runs cut down to names: common words at their ends fall away, posts and headline words part them."""

from __future__ import annotations

from collections.abc import Iterator

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan

_NAMELIKE = lx.GIVEN | lx.SURNAME
_LEADS = lx.STOP | lx.CALENDAR | lx.BODY
_NO_NAME = lx.STOP | lx.DEMONYM | lx.BODY
_VERBS = lx.PERSON_VERB | lx.SPEECH_VERB | lx.ORG_VERB
_KINDS = lx.HEAD | lx.ORG_NOUN
_DASHES = frozenset({":", "-", "–", "—"})
_OPENERS = lx.CALENDAR | lx.BODY | lx.ARTICLE | lx.ROLE | lx.HONORIFIC | lx.DEMONYM
_NUMBERING = frozenset({"/", "°", "º", "#"})
_PARTS = _VERBS | lx.ROLE | lx.CALENDAR
_SHORTEST_NAME, _LONGEST_NAME = 2, 3
_NO_CUT = _NAMELIKE | lx.HEAD | lx.LEGAL | lx.PARTICLE


def parts(scan: Scan, run: Run) -> Iterator[tuple[int, int]]:
    """The run without common words at its ends, and split where a post or, in a headline, a common word parts it."""
    first = run.first
    if run.last - first > 1:
        for i in range(first, run.last):
            if not scan.caps[i]:
                continue
            cuts = _cuts(scan, run, i)
            if cuts or (scan.shouted and i > first and _begins_person(scan, first, i, run)):
                if part := _trim(scan, first, i, run):
                    yield part
                first = i + cuts
    if part := _trim(scan, first, run.last, run):
        yield part


def _cuts(scan: Scan, run: Run, i: int) -> bool:
    if scan.flat and (scan.shouted or not run.head):
        inside = run.head and i > run.first and not scan.caps[i - 1] and not scan.bits[i] & _PARTS
        inside = inside or (scan.shouted and i + 1 < run.last and _qualifies(scan, i))
        return scan.is_common(i) and not inside
    bits = scan.bits[i]
    return bool(bits & lx.ROLE) and not run.head and not bits & _NO_CUT


def _qualifies(scan: Scan, i: int) -> bool:
    """Whether an adjective in a line of capitals is of the name behind it: "NORTHERN STAR GOLD"."""
    return bool(scan.bits[i] & lx.ADJECTIVE) and not scan.bits[i + 1] & _PARTS and not scan.is_common(i + 1)


def _begins_person(scan: Scan, first: int, i: int, run: Run) -> bool:
    """Whether in a line in capitals a person's first name follows a word on no list ("SAYS ACME JANE ROE LEAVES")."""
    bits, count = scan.bits[i], run.last - i
    if not bits & lx.GIVEN or bits & (lx.SURNAME | lx.PLACE) or not _SHORTEST_NAME <= count <= _LONGEST_NAME:
        return False
    return not any(scan.bits[k] for k in range(first, i)) and not scan.bits[run.last - 1] & (lx.HEAD | lx.LEGAL)


def _trim(scan: Scan, first: int, last: int, run: Run) -> tuple[int, int] | None:
    while last > first and not (scan.caps[last - 1] or last - 1 in run.kept):
        last -= 1
    if last - first > 1 and len(scan.tokens[last - 1].text) == 1 and _is_number_sign(scan, last):
        last -= 1
    while first < last - 1 and ((not scan.caps[first] and not run.lower) or _leads(scan, first, last, run)):
        first += 1
    if first >= last or (not scan.caps[first] and not run.lower):
        return None
    bits = scan.bits[first]
    if last - first == 1:
        if bits & _VERBS and first <= scan.opening and not bits & _NAMELIKE:
            return None
        if _is_no_single(scan, first, bits):
            return None
        if bits & _NO_NAME and not (bits & _NAMELIKE and not bits & lx.STOP):
            return None
        return (first, last) if len(scan.tokens[first].text) > 1 and not _is_label_or_townsman(scan, first) else None
    if all(len(t.text) == 1 or scan.lex.of(t.lower) & lx.STOP for t in scan.tokens[first:last]):
        return None
    return first, last


def _is_no_single(scan: Scan, i: int, bits: int) -> bool:
    """Whether a word alone is none here: a month or "COURT" in a line of capitals, a degree behind a person's name."""
    if scan.shouted and bits & (lx.CALENDAR | lx.HEAD) and not bits & (_NAMELIKE | lx.PLACE):
        return True
    degree = bits & lx.SUFFIX and scan.tokens[i].text.isupper() and i > 1 and scan.tokens[i - 1].text == ","
    return bool(degree) and scan.caps[i - 2]


def _is_inside_sentence(scan: Scan, i: int) -> bool:
    """Whether a word in small letters stands right before, so that the capital at ``i`` is a name's."""
    return (
        i > scan.opening and not scan.flat and scan.tokens[i - 1].text.islower() and not scan.tokens[i].text.isupper()
    )


def _is_number_sign(scan: Scan, i: int) -> bool:
    """Whether a number of a document goes on behind a single letter: "Circular C/41", "N° 14"."""
    return i < len(scan.tokens) and scan.tokens[i].text in _NUMBERING


def _is_label_or_townsman(scan: Scan, i: int) -> bool:
    """Whether the one word heads a section ("Press: …") or opens a description ("Water company X …") or tells where
    a person comes from ("the Mancunian …")."""
    tokens = scan.tokens
    after = tokens[i + 1] if i + 1 < len(tokens) else None
    bits = scan.bits[i]
    if i <= scan.opening and after is not None and bits & _KINDS:
        named = after.text == after.lower and bits & lx.HEAD and scan.bits[i + 1] & _KINDS
        if after.text in _DASHES or named:
            return True
    if not i or bits & (lx.HEAD | _NAMELIKE) or not tokens[i].lower.endswith(scan.lex.demonym_endings):
        return False
    return _has_article(scan, i) and not scan.is_name_word(i + 1)


def _has_kind(scan: Scan, i: int) -> bool:
    """Whether what kind of organisation it is stands right before the name ("the think tank Policy Lens")."""
    before, tokens = scan.bits[i - 1], scan.tokens
    if scan.caps[i - 1] or scan.flat or before & (lx.ROLE | lx.PERSON_NOUN | lx.AGENT):
        return False
    return bool(before & lx.ORG_NOUN) or (i > 1 and f"{tokens[i - 2].lower} {tokens[i - 1].lower}" in scan.lex.firms)


def _is_object(scan: Scan, i: int) -> bool:
    """Whether the adjective at ``i`` belongs to a name without an article: "joined Norwegian Lifeline"."""
    before = scan.bits[i - 1]
    governed = before & (lx.JOIN | lx.ORG_PLACE | lx.ORG_PREPOSITION) and not scan.caps[i - 1] and not scan.flat
    if scan.tokens[i - 1].lower in scan.lex.contracted:
        return False
    return bool(governed) and not scan.bits[i + 1] & (_NAMELIKE | lx.ROLE | lx.HONORIFIC)


def _has_article(scan: Scan, i: int) -> bool:
    """Whether an article that belongs to no name stands before the word."""
    return i > 0 and bool(scan.bits[i - 1] & lx.ARTICLE) and (not scan.caps[i - 1] or i - 1 <= scan.opening)


def _leads(scan: Scan, first: int, last: int, run: Run) -> bool:
    """Whether the first word of a run of several only leads up to the name."""
    bits = scan.bits[first]
    if scan.flat and bits & (_VERBS | lx.JOIN) and not bits & (_NAMELIKE | lx.HEAD):
        return True
    opens = first <= scan.opening or scan.tokens[first - 1].text == "."
    if bits & _LEADS:
        if not opens and bits & lx.STOP and not bits & _OPENERS and _has_kind(scan, first):
            return False
        if bits & lx.GIVEN and not opens and scan.is_name_word(first + 1) and first + 2 == last:
            return False
        if _is_inside_sentence(scan, first) and not bits & _OPENERS and (scan.lex.adjective_endings or not scan.label):
            return False
        small = lx.ARTICLE | lx.CONNECTOR | lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION
        if bits & lx.ARTICLE and not opens and scan.tokens[first].text.endswith("'"):
            return False
        if (bits & lx.BODY and scan.bits[first + 1] & lx.COMPLEMENT) or (bits & small and run.head):
            return True
        if not opens and (run.head or bits & lx.ADJECTIVE) and not bits & lx.CALENDAR:
            return False
        if (bits & (lx.HEAD | lx.ADJECTIVE) and run.head) or (bits & lx.GIVEN and not bits & lx.STOP):
            return False
        return opens or not bits & lx.PARTICLE
    if bits & (lx.DEMONYM | lx.ROLE):
        if bits & lx.DEMONYM and not opens and _is_object(scan, first):
            return False
        form = scan.bits[run.last - 1]
        return not run.head and not bits & lx.GIVEN and not (form & lx.LEGAL and not form & lx.WEAK_FORM)
    if scan.bits[first + 1] & lx.GIVEN and not run.head and not bits & _NAMELIKE and _has_article(scan, first):
        return scan.tokens[first].lower.endswith(scan.lex.demonym_endings)
    if not opens or bits & (lx.GIVEN | lx.HEAD | lx.ADJECTIVE):
        return False
    return scan.tokens[first].lower in scan.lowers or bool(bits & (lx.ORG_NOUN | lx.PERSON_NOUN))
