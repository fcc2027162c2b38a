"""Candidates: the runs of words that may be names, by their shape alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.brands import alone
from incumbent.mentions.names.lower import lower_head_run
from incumbent.mentions.names.phrases import numbered, quoted
from incumbent.mentions.names.reach import extend
from incumbent.mentions.names.run import Run
from incumbent.mentions.names.scan import Scan
from incumbent.mentions.names.trim import parts
from incumbent.model import Analysis, Token

_NAMELIKE = lx.GIVEN | lx.SURNAME
_DOUBTFUL = lx.DEMONYM | lx.ROLE | lx.CALENDAR | lx.HONORIFIC | lx.PERSON_NOUN | lx.ORG_NOUN
_SHORT_TITLE = 3
_OPENERS = lx.LOWER_HEAD | lx.PAIR | lx.WORK | lx.BRAND | lx.ALONE | lx.CENTRE | lx.QUOTE


class Candidate:
    """A run of words that may be a name, at ``tokens[first:last]``.

    ``initial``: nothing but marks stands before it, so its capital tells nothing. ``flat``: the
    sentence is in capitals or in title case, ``label``: it is a heading. ``honorific`` is the index of the first
    honorific before it (``first`` where there is none), ``gender`` what that tells. ``doubtful``: the one
    word of it is a common word as well. ``headed``: it was read as an organisation's or a place's.
    ``former``: "ex-" stood before it. ``signed``: it stands on a line of its own above a post or closes the text.
    """

    __slots__ = (
        "doubtful",
        "end",
        "first",
        "flat",
        "former",
        "gender",
        "headed",
        "honorific",
        "initial",
        "key",
        "label",
        "last",
        "signed",
        "start",
        "tokens",
        "words",
    )

    def __init__(
        self,
        tokens: Sequence[Token],
        first: int,
        last: int,
        *,
        honorific: int,
        gender: str = "",
        flat: bool,
        initial: bool,
        label: bool,
    ) -> None:
        self.tokens = tokens
        self.first = first
        self.last = last
        self.start = tokens[first].start
        self.end = tokens[last - 1].end
        self.honorific = honorific
        self.gender = gender
        self.flat = flat
        self.initial = initial
        self.label = label
        self.doubtful = False
        self.headed = False
        self.former = self.signed = False
        self.words = tuple(t.text for t in tokens[first:last])
        self.key = key_of(tokens, first, last)


def key_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words of tokens[first:last] in small letters, without marks."""
    return " ".join([t.lower for t in tokens[first:last] if t.text[0].isalnum() or t.text == "&"])


def lower_words(analysis: Analysis) -> set[str]:
    """The words that the document has in small letters."""
    return {text for s in analysis.sentences for _, _, text, lower in s.tokens if text == lower}


def find_candidates(analysis: Analysis, lex: NameLexicon, blocked: frozenset[int], lowers: set[str]) -> list[Candidate]:
    """All candidates of a document in the order of the text, with ``blocked`` and ``lowers`` as Scan has them."""
    found: list[Candidate] = []
    label: Candidate | None = None
    for sentence in analysis.sentences:
        scan = Scan(sentence, lex, blocked, lowers)
        if label is not None:
            label.signed = any(scan.bits[i] & lx.ROLE or scan.is_blocked(i) for i in range(min(3, len(scan.tokens))))
            label = None
        names = list(_in_sentence(scan))
        if sentence.heading and len(names) == 1 and names[0].last - names[0].honorific == len(sentence.tokens):
            label = names[0]
        found.extend(names)
    if label is not None:
        label.signed = len(label.words) > 1
    return found


def _in_sentence(scan: Scan) -> Iterator[Candidate]:
    tokens, caps, passed = scan.tokens, scan.caps, 0
    for i in [i for i, (cap, bits) in enumerate(zip(caps, scan.bits, strict=True)) if cap or bits & _OPENERS]:
        if i < passed:
            continue
        if not caps[i]:
            if found := _small(scan, i):
                yield found
                passed = found.last
            continue
        honorific, first, gender = _honorifics(scan, i)
        passed = first + 1
        if (
            not caps[first]
            or not tokens[first].text[0].isalpha()
            or (honorific == first and scan.is_blocked(first) and not _opens_body(scan, first))
        ):
            continue
        run = extend(scan, first, titled=honorific < first)
        if honorific < first and _closes_name(scan, first, run.last - 1):
            run, first = extend(scan, honorific, titled=False), honorific
        yield from _parted(scan, run, first, honorific, gender)
        passed = run.last


def _parted(scan: Scan, run: Run, opening: int, honorific: int, gender: str) -> Iterator[Candidate]:
    """The names of a run that begins at ``opening``, behind honorifics from ``honorific``."""
    for named, last in parts(scan, run):
        first = numbered(scan, run, named, last)
        titled = first == opening
        found = _candidate(scan, first, last, honorific if titled else first, gender if titled else "")
        found.headed = run.head and honorific == opening
        yield found


def _small(scan: Scan, i: int) -> Candidate | None:
    """The name that a head noun in small letters or a quotation mark opens at ``i``, None where it opens none."""
    bits = scan.bits[i]
    if bits & lx.QUOTE:
        end = quoted(scan, i)
        if not end:
            return None
        found = _candidate(scan, i + 1, end, i + 1, "")
        found.headed = True
        return found
    run = lower_head_run(scan, i)
    end = run.last if run else alone(scan, i) if bits & lx.ALONE else 0
    return _candidate(scan, i, end, i, "") if end else None


def _opens_body(scan: Scan, i: int) -> bool:
    """Whether a head noun inside a post may open a name: no other capital of the post stands behind it."""
    bits = scan.bits[i]
    if bits & lx.PHRASE and i > scan.opening and i + 1 < len(scan.tokens) and not scan.is_blocked(i + 1):
        return bool(scan.bits[i + 1] & lx.FUNCTION)
    return bool(bits & lx.HEAD) and i + 1 < len(scan.tokens) and not (scan.caps[i + 1] and scan.is_blocked(i + 1))


def _closes_name(scan: Scan, first: int, last: int) -> bool:
    """Whether the head noun of an organisation closes a name behind a title, which then begins it ("Prince X Fund")."""
    bits = scan.bits[last]
    common = lx.HEAD | lx.STOP | lx.ROLE
    return last > first and bits & common == lx.HEAD and not bits & _NAMELIKE and not scan.flat and scan.caps[last]


def _candidate(scan: Scan, first: int, last: int, honorific: int, gender: str) -> Candidate:
    found = Candidate(
        scan.tokens, first, last, honorific=honorific, gender=gender, flat=scan.flat,
        initial=honorific <= scan.opening, label=scan.label,
    )  # fmt: skip
    found.former = first in scan.cut
    if last - first == 1 and honorific == first:
        bits = scan.bits[first]
        opens = _opens_clause(scan, first) and not bits & _NAMELIKE
        found.doubtful = opens and scan.tokens[first].lower.endswith(scan.lex.common_endings)
        found.doubtful = found.doubtful or bool(bits & _DOUBTFUL) or (bits & lx.STOP and not bits & lx.PLACE) != 0
    return found


def _opens_clause(scan: Scan, first: int) -> bool:
    """Whether a mark stands right before that is no comma ("a bike hire, Acme, …")."""
    tokens = scan.tokens
    if not first or tokens[first - 1].text[0].isalnum():
        return False
    return tokens[first - 1].text != ","


def _honorifics(scan: Scan, i: int) -> tuple[int, int, str]:
    """The honorifics that begin at token ``i``: (where they begin, where the name begins, gender)."""
    tokens, lex, count = scan.tokens, scan.lex, len(scan.tokens)
    first, gender = i, ""
    while True:
        bits = scan.bits[i]
        if not bits & lx.HONORIFIC or (scan.is_blocked(i) and first < i):
            break
        after = _behind_abbreviation(tokens, i)
        if after >= count or not scan.caps[after] or scan.apart(after):
            break
        ahead = scan.bits[after]
        if bits & lx.GIVEN and bits & lx.SURNAME and not ahead & (lx.GIVEN | lx.HONORIFIC):
            break
        if f"{tokens[i].lower} {tokens[after].lower}" in lex.places or (
            ahead & lx.HEAD and not ahead & _NAMELIKE and len(tokens[i].text) > _SHORT_TITLE
        ):
            break
        gender = lex.genders.get(tokens[i].lower, "") or gender
        i = after
    return first, i, gender


def _behind_abbreviation(tokens: Sequence[Token], i: int) -> int:
    """The token behind an honorific, its full stop and a remark in brackets ("Captain (ret.) …")."""
    after = i + 1
    if after < len(tokens) and tokens[after].text == ".":
        after += 1
    if after + 2 < len(tokens) and tokens[after].text == "(" and tokens[after + 1].text.islower():
        for j in range(after + 2, min(after + 4, len(tokens))):
            if tokens[j].text == ")":
                return j + 1
    return after
