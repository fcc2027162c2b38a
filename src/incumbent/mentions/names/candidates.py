"""Candidates: the runs of words that may be names, by their shape alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from incumbent.lexicon import names as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.run import Run, extend, lower_head_run
from incumbent.model import Analysis, Sentence, Token

_NOT_NAME = lx.STOP | lx.ROLE | lx.CALENDAR
_NAMELIKE = lx.GIVEN | lx.SURNAME
_FLAT_WORDS = 4


class Candidate:
    """A run of words that may be a name, at tokens [first, last) of a sentence.

    ``initial``: nothing but marks stands before it, so its capital tells nothing. ``flat``: the
    sentence is in capitals or in title case. ``honorific`` is the index of the first honorific
    before it (``first`` where there is none), ``gender`` what that tells.
    """

    __slots__ = ("end", "first", "flat", "gender", "honorific", "initial", "key", "last", "sentence", "start", "words")

    def __init__(self, sentence: Sentence, run: tuple[int, int], honorific: int, gender: str, flat: bool) -> None:
        first, last = run
        tokens = sentence.tokens
        self.sentence = sentence
        self.first = first
        self.last = last
        self.start = tokens[first].start
        self.end = tokens[last - 1].end
        self.honorific = honorific
        self.gender = gender
        self.flat = flat
        self.words = tuple(t.text for t in tokens[first:last])
        self.key = " ".join(w.lower() for w in self.words if w[0].isalnum() or w == "&")
        self.initial = not any(t.text[0].isalnum() for t in tokens[:honorific])


class Scan:
    """One sentence being searched: its tokens, which of them begin with a capital, which belong to posts or dates."""

    __slots__ = ("blocked", "caps", "flat", "lex", "lowers", "sentence", "shouted", "tokens")

    def __init__(self, sentence: Sentence, lex: NameLexicon, blocked: frozenset[int], lowers: set[str]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.lex = lex
        self.blocked = blocked
        self.lowers = lowers
        self.caps = [t.text != t.lower for t in self.tokens]
        self.shouted = False
        self.flat = False
        capitals = sum(self.caps)
        if capitals >= _FLAT_WORDS - 1:
            self._judge_case(capitals)

    def _judge_case(self, capitals: int) -> None:
        words = [t for t in self.tokens if len(t.text) > 1 and t.text[0].isalpha()]
        if not words:
            return
        upper = sum(t.text.isupper() for t in words)
        self.shouted = upper * 10 >= len(words) * 7 and upper >= 3
        long = [t for t in words if len(t.text) > 3]
        big = sum(t.text[0].isupper() for t in long)
        self.flat = self.shouted or (
            len(words) >= _FLAT_WORDS + 1 and big * 10 >= len(long) * 8 and capitals * 2 > len(words) and self._is_label()
        )
        if self.shouted:
            bits = self.lex.of
            mask = lx.STOP | lx.CONNECTOR | lx.PARTICLE
            self.caps = [c and not bits(t.lower) & mask for c, t in zip(self.caps, self.tokens, strict=True)]

    def _is_label(self) -> bool:
        return self.sentence.heading

    def is_common(self, i: int) -> bool:
        """Whether the word is one that headlines write with a capital though it is no name."""
        token = self.tokens[i]
        bits = self.lex.of(token.lower)
        if bits & (_NAMELIKE | lx.PLACE | lx.LEGAL):
            return bool(bits & lx.STOP)
        plain = lx.STOP | lx.ROLE | lx.CALENDAR | lx.PERSON_VERB | lx.SPEECH_VERB
        return token.lower in self.lowers and not bits & lx.HEAD or bool(bits & plain and not bits & lx.HEAD)


def find_candidates(analysis: Analysis, lex: NameLexicon, blocked: frozenset[int]) -> list[Candidate]:
    """All candidates of a document in the order of the text; ``blocked`` holds the starts of tokens of posts and dates."""
    lowers = {t.text for s in analysis.sentences for t in s.tokens if t.text == t.lower}
    found: list[Candidate] = []
    for sentence in analysis.sentences:
        scan = Scan(sentence, lex, blocked, lowers)
        found.extend(_in_sentence(scan))
    return found


def _in_sentence(scan: Scan) -> Iterator[Candidate]:
    tokens, caps, lex = scan.tokens, scan.caps, scan.lex
    bits = lex.bits
    i, count = 0, len(tokens)
    while i < count:
        if not caps[i]:
            if bits.get(tokens[i].lower, 0) & lx.LOWER_HEAD and (run := lower_head_run(scan, i)):
                yield Candidate(scan.sentence, (run.first, run.last), run.first, "", scan.flat)
                i = run.last
                continue
            i += 1
            continue
        honorific, i, gender = _honorifics(scan, i)
        if i >= count or not caps[i] or not tokens[i].text[0].isalpha():
            i += 1
            continue
        if tokens[i].start in scan.blocked and honorific == i and not lex.of(tokens[i].lower) & lx.HEAD:
            i += 1
            continue
        run = extend(scan, i, titled=honorific < i)
        if run.last == i:
            i += 1
            continue
        for part in _parts(scan, run):
            before = honorific if part[0] == i else part[0]
            yield Candidate(scan.sentence, part, before, gender if part[0] == i else "", scan.flat)
        i = max(run.last, i + 1)


def _honorifics(scan: Scan, i: int) -> tuple[int, int, str]:
    """The honorifics that begin at token ``i``: (where they begin, where the name begins, gender)."""
    tokens, caps, lex = scan.tokens, scan.caps, scan.lex
    first, gender = i, ""
    count = len(tokens)
    while i < count:
        bits = lex.of(tokens[i].lower)
        if not bits & lx.HONORIFIC or not caps[i]:
            break
        after = i + 1
        if after < count and tokens[after].text == ".":
            after += 1
        if after + 2 < count and tokens[after].text == "(" and tokens[after + 2].text in (".", ")"):
            after = _behind_bracket(tokens, after)
        if after >= count or not caps[after] or tokens[after].start - tokens[after - 1].end > 1:
            break
        if bits & lx.GIVEN and not lex.of(tokens[after].lower) & (lx.GIVEN | lx.HONORIFIC):
            break
        if bits & lx.SURNAME and first == i and after + 1 < count and bits & lx.EAST_ASIAN:
            break
        gender = lex.genders.get(tokens[i].lower, "") or gender
        i = after
    return first, i, gender


def _behind_bracket(tokens: Sequence[Token], i: int) -> int:
    for j in range(i + 1, min(i + 4, len(tokens))):
        if tokens[j].text == ")" and tokens[i + 1].text.islower():
            return j + 1
    return i


def _parts(scan: Scan, run: Run) -> Iterator[tuple[int, int]]:
    """The run without common words at its ends, and split where a post or, in a headline, a common word parts it."""
    first = run.first
    cuts = [i for i in range(run.first, run.last) if scan.caps[i] and _cuts(scan, run, i)]
    for cut in [*cuts, run.last]:
        part = _trim(scan, first, cut, run)
        if part:
            yield part
        first = cut + 1


def _cuts(scan: Scan, run: Run, i: int) -> bool:
    if scan.flat and not run.head:
        return scan.is_common(i)
    bits = scan.lex.of(scan.tokens[i].lower)
    if run.head or bits & (_NAMELIKE | lx.HEAD | lx.LEGAL | lx.PARTICLE):
        return False
    return bool(bits & lx.ROLE)


def _trim(scan: Scan, first: int, last: int, run: Run) -> tuple[int, int] | None:
    tokens, lex, caps = scan.tokens, scan.lex, scan.caps
    while last > first and not (caps[last - 1] or last - 1 in run.kept):
        last -= 1
    while first < last:
        bits = lex.of(tokens[first].lower)
        if not caps[first] and not run.lower:
            first += 1
        elif last - first > 1 and _leads(scan, first, last, bits, run):
            first += 1
        else:
            break
    if first == last:
        return None
    if last - first == 1:
        bits = lex.of(tokens[first].lower)
        if bits & (_NOT_NAME | lx.DEMONYM) and not (bits & _NAMELIKE and not bits & lx.STOP):
            return None
        if len(tokens[first].text) == 1 and not tokens[first].text.isdigit():
            return None
    return first, last


def _leads(scan: Scan, first: int, last: int, bits: int, run: Run) -> bool:
    """Whether the first word of a run of several only leads up to the name."""
    token = scan.tokens[first]
    if bits & (lx.STOP | lx.CALENDAR):
        return not (bits & (lx.HEAD | lx.ADJECTIVE) and run.head) and not (bits & lx.PARTICLE and first > 0 and run.first > 0 and not _opens(scan, first))
    if bits & (lx.DEMONYM | lx.ROLE):
        return not run.head and not bits & lx.GIVEN
    return _opens(scan, first) and token.lower in scan.lowers and not bits & (lx.GIVEN | lx.HEAD | lx.ADJECTIVE)


def _opens(scan: Scan, i: int) -> bool:
    return not any(t.text[0].isalnum() for t in scan.tokens[:i])
