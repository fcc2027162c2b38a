"""One sentence made ready for the search: where its capitals are, which of them tell something."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.model import Sentence, Token

_NAMELIKE = lx.GIVEN | lx.SURNAME
_SMALL = lx.STOP | lx.CONNECTOR | lx.PARTICLE
_PLAIN = (
    lx.STOP
    | lx.ROLE
    | lx.CALENDAR
    | lx.PERSON_VERB
    | lx.SPEECH_VERB
    | lx.AUXILIARY
    | lx.ORG_VERB
    | lx.PERSON_NOUN
    | lx.BODY
)
_TITLE_CASE = 5
_PREFIX = 2


def _is_small(bits: int) -> bool:
    """Whether a word is written small inside a name, or is none of a name's."""
    return bool(bits & _SMALL) and not (bits & lx.ADJECTIVE and bits & lx.STOP)


class Scan:
    """A sentence being searched.

    ``caps`` tells of each token whether it is written with a capital that may be a name's. ``flat``:
    the sentence is in capitals throughout (``shouted``) or a heading in title case, so that capitals
    tell little; ``label``: it is a heading of any kind. ``acronyms`` are the opening brackets before a word in
    capitals that closes them. ``blocked`` holds the starts of tokens of
    posts and dates, ``lowers`` the words that the document has in small letters.
    ``bits`` tells of each token what it may be, ``cut`` are those that stood behind a prefix ("ex-Acme").
    """

    __slots__ = (
        "acronyms",
        "bits",
        "blocked",
        "caps",
        "cut",
        "flat",
        "label",
        "lex",
        "lowers",
        "opening",
        "shouted",
        "tokens",
    )

    def __init__(self, sentence: Sentence, lex: NameLexicon, blocked: frozenset[int], lowers: set[str]) -> None:
        self.lex = lex
        self.blocked = blocked
        self.lowers = lowers
        self.label = sentence.heading
        self.tokens: Sequence[Token] = sentence.tokens
        self.caps = [text != lower and text[0].isalpha() for _, _, text, lower in sentence.tokens]
        self.shouted = self.flat = False
        self.cut: list[int] = []
        self.bits = [lex.of(token[3]) for token in self.tokens]
        capitals = sum(self.caps)
        if not capitals:
            return
        self._part_compounds()
        if capitals > 2:
            self._judge_case(capitals, sentence.heading)
        self.opening = next((i for i, t in enumerate(self.tokens) if t.text[0].isalnum()), 0)
        self.acronyms = [i for i, t in enumerate(self.tokens) if t.text == "(" and self._is_acronym(i + 1)]

    def _is_acronym(self, i: int) -> bool:
        tokens = self.tokens
        return (
            i + 1 < len(tokens) and len(tokens[i].text) > 1 and tokens[i].text.isupper() and tokens[i + 1].text == ")"
        )

    def _part_compounds(self) -> None:
        """ "Paris-based" is no name, and of "ex-Acme" only what stands behind the hyphen."""
        for i, token in enumerate(self.tokens):
            if not self.caps[i] or "-" not in token.text or token.start in self.blocked:
                continue
            head, _, tail = token.text.rpartition("-")
            if tail.islower() and tail in self.lex.compounds:
                self.caps[i] = False
            elif self._is_prefix(head) and tail[:1].isupper() and not self.lex.of(head) & lx.PARTICLE:
                cut = len(head) + 1
                tokens = list(self.tokens)
                tokens[i] = Token(token.start + cut, token.end, tail, token.lower[cut:])
                self.tokens = tokens
                self.bits[i] = self.lex.of(token.lower[cut:])
                self.cut.append(i)

    def _is_prefix(self, head: str) -> bool:
        """Whether what stands before a hyphen is a small word, or "EX" in capitals."""
        return head.islower() or (head.isupper() and len(head) == _PREFIX and bool(self.lex.of(head.lower()) & lx.STOP))

    def _judge_case(self, capitals: int, heading: bool) -> None:
        words = [t.text for t in self.tokens if len(t.text) > 1 and t.text[0].isalpha()]
        upper = sum(map(str.isupper, words))
        self.shouted = upper > 2 and upper * 10 >= len(words) * 7
        if self.shouted:
            self.caps = [c and not _is_small(b) for c, b in zip(self.caps, self.bits, strict=True)]
        elif heading and len(words) >= _TITLE_CASE and capitals * 2 > len(words):
            long = [w for w in words if len(w) > 3]
            self.flat = sum(w[0].isupper() for w in long) * 10 >= len(long) * 8
        self.flat = self.flat or self.shouted

    def is_blocked(self, i: int) -> bool:
        """Whether the token belongs to a post or a date."""
        return self.tokens[i].start in self.blocked

    def is_name_word(self, i: int) -> bool:
        """Whether the token exists, has a capital and belongs to no post or date."""
        return i < len(self.tokens) and self.caps[i] and self.tokens[i].start not in self.blocked

    def apart(self, i: int) -> bool:
        """Whether more than a blank parts the token from the one before it."""
        return self.tokens[i].start - self.tokens[i - 1].end > 1

    def is_common(self, i: int) -> bool:
        """Whether the word is one that headlines write with a capital though it is no name."""
        bits = self.bits[i]
        if self.shouted and bits & (lx.ORG_NOUN | lx.PERSON_NOUN) and not bits & (lx.HEAD | _NAMELIKE):
            return True
        if bits & lx.HEAD or (bits & lx.ADJECTIVE and self.is_name_word(i + 1) and self.bits[i + 1] & lx.HEAD):
            return False
        if bits & (_NAMELIKE | lx.PLACE | lx.LEGAL):
            return bool(bits & (lx.STOP | lx.SPEECH_VERB | lx.PERSON_VERB | lx.ROLE))
        return bool(bits & _PLAIN) or self.tokens[i].lower in self.lowers
