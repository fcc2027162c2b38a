"""Votes on what a candidate is: by its own words, and by the words around each mention of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incumbent.lexicon import names as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.model import Token

_NAMELIKE = lx.GIVEN | lx.SURNAME
_REACH = 4


class Votes:
    """Weights for a person, an organisation and a place."""

    __slots__ = ("org", "person", "place")

    def __init__(self, person: float = 0.0, org: float = 0.0, place: float = 0.0) -> None:
        self.person = person
        self.org = org
        self.place = place

    def add(self, other: Votes) -> None:
        """Add another's weights."""
        self.person += other.person
        self.org += other.org
        self.place += other.place

    @property
    def best(self) -> float:
        """The greatest weight."""
        return max(self.person, self.org, self.place)

    def kind(self, several: bool) -> str:
        """The kind with the greatest weight; in a tie a person where the name has ``several`` words."""
        if self.place > self.person and self.place > self.org:
            return "place"
        if self.person == self.org:
            return "person" if several else "org"
        return "person" if self.person > self.org else "org"


class Context(NamedTuple):
    """The language, where the posts of the document start and end (offsets), its words in small letters."""

    lex: NameLexicon
    post_starts: set[int]
    post_ends: set[int]
    lowers: set[str]


def by_shape(candidate: Candidate, context: Context) -> Votes:
    """What the words of the name itself tell."""
    lex = context.lex
    words = [w for w in candidate.words if w[0].isalnum()]
    bits = [lex.of(w.lower()) for w in words]
    votes = Votes()
    if candidate.key in lex.places:
        votes.place += 3.0
        if len(words) > 1:
            votes.place += 4.0
    if len(words) == 1:
        _single(words[0], bits[0], candidate, lex.gazetteer.org_endings, votes)
    else:
        _several(words, bits, candidate, context, votes)
    if "&" in candidate.words:
        votes.org += 4.0
    if "'s" in candidate.words:
        votes.org += 2.0
    if "+" in candidate.words:
        votes.org += 2.0
    if '"' in candidate.words or "«" in candidate.words or "(" in candidate.words:
        votes.person += 4.0
    return votes


def _single(word: str, bits: int, candidate: Candidate, endings: tuple[str, ...], votes: Votes) -> None:
    votes.org += 0.5
    if bits & lx.GIVEN:
        votes.person += 1.0
    if bits & lx.SURNAME:
        votes.person += 0.6
    if bits & lx.HEAD:
        votes.org += 1.5
    if "-" in word or "'" in word:
        votes.person += 0.3
    if not candidate.flat and word.isupper() and 1 < len(word) < 8:
        votes.org += 2.0 if len(word) < 6 else 1.0
    elif _camel(word) or any(c.isdigit() for c in word) or word.lower().endswith(endings):
        votes.org += 1.5


def _camel(word: str) -> bool:
    """An inner capital that no name of a person has (not "McNeil", "O'Brien", "al-Rashid")."""
    if word.startswith(("Mc", "Mac", "De", "Di", "Le", "La", "Fitz", "Van")) or "-" in word or "'" in word:
        return False
    return any(c.isupper() for c in word[1:]) and not word.isupper()


def _several(words: list[str], bits: list[int], candidate: Candidate, context: Context, votes: Votes) -> None:
    first, last, count = bits[0], bits[-1], len(words)
    given = bool(first & lx.GIVEN) or ("-" in words[0] and bool(context.lex.of(words[0].lower().partition("-")[0]) & lx.GIVEN))
    head = _head_weight(bits, given, last)
    votes.org += head
    votes.org += _legal_weight(words, bits)
    if given:
        votes.person += 1.2 if first & lx.PLACE else 3.0
    if last & _NAMELIKE or "-" in words[-1] and _double_surname(words[-1], context.lex):
        votes.person += 1.0
    if first & lx.EAST_ASIAN and count <= 3 and not head and all(len(w) < 8 for w in words):
        votes.person += 2.2
    if not head:
        _personal_shape(candidate, words, bits, votes)
    if first & lx.ADJECTIVE and not first & _NAMELIKE:
        votes.org += 1.5
    if any(b & lx.DEMONYM and not b & _NAMELIKE for b in bits):
        votes.org += 1.2
    if (first | last) & lx.PLACE_HEAD and not given:
        votes.place += 2.5
    if any(w.lower().endswith(context.lex.gazetteer.org_endings) for w in words):
        votes.org += 1.5
    if any(_camel(w) or w.isdigit() for w in words) or (not candidate.flat and len(words[0]) > 1 and words[0].isupper()):
        votes.org += 1.5
    if count > 4 and not given:
        votes.org += 1.0
    if last & lx.PLACE and not given:
        votes.org += 1.5
    if any(len(w) > 3 and not b & _NAMELIKE and w.lower() in context.lowers for w, b in zip(words, bits, strict=True)):
        votes.org += 0.8
    if count <= 3:
        votes.person += 0.7
    votes.org += 0.5


def _double_surname(word: str, lex: NameLexicon) -> bool:
    return all(part[:1].isupper() for part in word.split("-")) and any(
        lex.of(part) & _NAMELIKE for part in word.lower().split("-")
    )


def _head_weight(bits: list[int], given: bool, last: int) -> float:
    heads = [i for i, b in enumerate(bits) if b & lx.HEAD]
    if not heads:
        return 0.0
    if given and heads == [len(bits) - 1] and len(bits) == 2 and last & lx.SURNAME:
        return 1.0
    return 4.0 if heads[0] == 0 or heads[-1] == len(bits) - 1 or any(b & lx.COMPLEMENT for b in bits) else 3.0


def _legal_weight(words: list[str], bits: list[int]) -> float:
    if not bits[-1] & lx.LEGAL:
        return 0.0
    if not bits[-1] & lx.WEAK_FORM:
        return 5.0
    return 4.0 if words[-1].isupper() or len(words[-1]) > 2 else 0.0


def _personal_shape(candidate: Candidate, words: list[str], bits: list[int], votes: Votes) -> None:
    if any(len(w) == 1 and w.isupper() for w in words[:-1]):
        votes.person += 2.0
    if any(w.islower() and b & lx.PARTICLE for w, b in zip(words[1:], bits[1:], strict=True)):
        votes.person += 1.5
    if bits[-1] & lx.SUFFIX:
        votes.person += 2.5
    if not candidate.flat and len(words[-1]) > 3 and words[-1].isupper() and not words[0].isupper():
        votes.person += 1.5


def by_context(candidate: Candidate, context: Context) -> Votes:
    """What the words before and after one mention tell."""
    votes = Votes()
    if candidate.honorific < candidate.first:
        votes.person += 5.0
    if candidate.signed:
        votes.person += 2.0
    _before(candidate, context, votes)
    _after(candidate, context, votes)
    return votes


def _before(candidate: Candidate, context: Context, votes: Votes) -> None:
    i = candidate.honorific - 1
    if i < 0:
        return
    tokens, of = candidate.tokens, context.lex.of
    token = tokens[i]
    bits = of(token.lower)
    if token.text == ",":
        if i:
            _before_comma(tokens[i - 1], of(tokens[i - 1].lower), context, votes)
        return
    if token.text in ('"', "«") and i:
        bits = of(tokens[i - 1].lower)
    small = token.text == token.lower
    if token.end in context.post_ends or bits & (lx.ROLE | lx.PERSON_NOUN) and not bits & lx.ORG_NOUN:
        votes.person += 2.2
    elif bits & lx.HONORIFIC and small:
        votes.person += 3.0
    elif bits & lx.ORG_NOUN:
        votes.org += 2.5
    elif bits & lx.ARTICLE and small:
        votes.org += 1.0
        votes.person -= 1.0
        i -= 1
        bits = of(tokens[i].lower) if i >= 0 else 0
    if bits & lx.PLACE_PREPOSITION:
        votes.place += 1.2
    if bits & lx.ORG_VERB:
        votes.org += 1.2
    if bits & lx.ORG_PREPOSITION:
        votes.org += 2.0 if bits & lx.ORG_PLACE else 0.6
        if i and (tokens[i - 1].end in context.post_ends or of(tokens[i - 1].lower) & lx.ROLE):
            votes.org += 2.0


def _before_comma(token: Token, bits: int, context: Context, votes: Votes) -> None:
    if bits & (lx.ROLE | lx.PERSON_NOUN) or token.end in context.post_ends:
        votes.person += 1.5
    elif bits & lx.ORG_NOUN:
        votes.org += 1.0


def _after(candidate: Candidate, context: Context, votes: Votes) -> None:
    tokens, lex = candidate.tokens, context.lex
    i = candidate.last
    if i >= len(tokens) or i == len(tokens) - 1 and not tokens[i].text[0].isalnum():
        if candidate.initial and not candidate.flat and tokens[-1].text == ".":
            votes.org += 1.0
        return
    token = tokens[i]
    if token.text == ",":
        _after_comma(tokens, i + 1, context, votes)
    elif token.text == "(":
        _after_bracket(tokens, i + 1, lex, votes)
    elif token.text == "-":
        if candidate.initial:
            votes.place += 1.5
    elif token.text == "'s":
        _after_possessive(tokens, i + 1, context, votes)
    elif token.start in context.post_starts:
        votes.org += 1.5
    else:
        bits = lex.of(token.lower) if token.text == token.lower else 0
        if bits & lx.PERSON_VERB:
            votes.person += 1.2
        elif bits & lx.SPEECH_VERB:
            votes.person += 0.4
            votes.org += 0.4
        elif bits & lx.ROLE:
            votes.org += 1.5
    if candidate.initial and token.text in ",(" and _dateline(tokens, i + 1, lex):
        votes.place += 4.0


def _after_possessive(tokens: Sequence[Token], i: int, context: Context, votes: Votes) -> None:
    """Who owns a post or a person is an organisation or a country: "Acme's finance director", "Acme's Jane Roe"."""
    for j, token in enumerate(tokens[i : i + _REACH]):
        bits = context.lex.of(token.lower)
        if token.start in context.post_starts or bits & lx.ROLE:
            votes.org += 1.5
            return
        if token.text != token.lower:
            if bits & lx.GIVEN and not j:
                votes.org += 1.5
            return


def _dateline(tokens: Sequence[Token], i: int, lex: NameLexicon) -> bool:
    """Whether a date follows and then a dash: "DAKAR, 3 mars (Agence) -", "Lyon, le 5 mai"."""
    for token in tokens[i : i + 3]:
        if lex.of(token.lower) & lx.CALENDAR:
            return True
    return False


def _after_comma(tokens: Sequence[Token], i: int, context: Context, votes: Votes) -> None:
    if i >= len(tokens):
        return
    lex = context.lex
    bits = lex.of(tokens[i].lower)
    if _is_age(tokens[i].text) or bits & lx.AGE:
        votes.person += 4.0
        return
    if bits & lx.PERSON_VERB:
        votes.person += 1.0
        return
    for token in tokens[i : i + _REACH]:
        if token.start in context.post_starts or lex.of(token.lower) & lx.ROLE and token.text == token.lower:
            votes.person += 1.8
            return
        if not token.text[0].isalpha() or token.text != token.lower and not lex.of(token.lower) & lx.ROLE:
            return


def _after_bracket(tokens: Sequence[Token], i: int, lex: NameLexicon, votes: Votes) -> None:
    if i + 1 >= len(tokens):
        return
    text, behind = tokens[i].text, tokens[i + 1].text
    if _is_age(text) and behind in (")", "ans"):
        votes.person += 3.0
    elif text.isupper() and len(text) > 1 and behind in (")", ":"):
        votes.org += 2.5


def _is_age(text: str) -> bool:
    return len(text) == 2 and text.isdigit() and text > "15"
