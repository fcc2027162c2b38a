"""Votes on what a candidate is: by its own words, and by the words around each mention of it."""

from __future__ import annotations

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


class PostEdges(NamedTuple):
    """Where the posts of a document start and end (character offsets)."""

    starts: frozenset[int]
    ends: frozenset[int]


def by_shape(candidate: Candidate, lex: NameLexicon) -> Votes:
    """What the words of the name itself tell."""
    words = [w for w in candidate.words if w[0].isalnum()]
    bits = [lex.of(w.lower()) for w in words]
    votes = Votes()
    if candidate.key in lex.places:
        votes.place += 3.0
    if len(words) == 1:
        _single(words[0], bits[0], candidate, votes)
    else:
        _several(words, bits, candidate, lex, votes)
    if "&" in candidate.words:
        votes.org += 4.0
    if "+" in candidate.words:
        votes.org += 2.0
    if '"' in candidate.words or "«" in candidate.words or "(" in candidate.words:
        votes.person += 4.0
    return votes


def _single(word: str, bits: int, candidate: Candidate, votes: Votes) -> None:
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
    elif _camel(word) or any(c.isdigit() for c in word):
        votes.org += 1.5


def _camel(word: str) -> bool:
    """An inner capital that no name of a person has (not "McNeil", "O'Brien", "al-Rashid")."""
    if word.startswith(("Mc", "Mac", "De", "Di", "Le", "La", "Fitz", "Van")) or "-" in word or "'" in word:
        return False
    return any(c.isupper() for c in word[1:]) and not word.isupper()


def _several(words: list[str], bits: list[int], candidate: Candidate, lex: NameLexicon, votes: Votes) -> None:
    first, last, count = bits[0], bits[-1], len(words)
    given = bool(first & lx.GIVEN) or ("-" in words[0] and bool(lex.of(words[0].lower().partition("-")[0]) & lx.GIVEN))
    head = _head_weight(bits, given, last)
    votes.org += head
    votes.org += _legal_weight(words, bits)
    if given:
        votes.person += 1.2 if first & lx.PLACE else 3.0
    if last & _NAMELIKE:
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
    if any(_camel(w) or w.isdigit() for w in words) or (not candidate.flat and len(words[0]) > 1 and words[0].isupper()):
        votes.org += 1.5
    if count > 4 and not given:
        votes.org += 1.0
    if count <= 3:
        votes.person += 0.8
    votes.org += 0.5


def _head_weight(bits: list[int], given: bool, last: int) -> float:
    heads = [i for i, b in enumerate(bits) if b & lx.HEAD]
    if not heads:
        return 0.0
    if given and heads == [len(bits) - 1] and len(bits) == 2 and last & lx.SURNAME:
        return 1.0
    return 4.0 if heads[0] == 0 or heads[-1] == len(bits) - 1 or any(b & lx.COMPLEMENT for b in bits) else 2.0


def _legal_weight(words: list[str], bits: list[int]) -> float:
    if not bits[-1] & lx.LEGAL:
        return 0.0
    if not bits[-1] & lx.WEAK_FORM:
        return 5.0
    return 4.0 if words[-1].isupper() or len(words[-1]) > 2 else 0.0


def _personal_shape(candidate: Candidate, words: list[str], bits: list[int], votes: Votes) -> None:
    if any(len(w) == 1 and w.isupper() for w in words):
        votes.person += 2.0
    if any(w.islower() and b & lx.PARTICLE for w, b in zip(words[1:], bits[1:], strict=True)):
        votes.person += 1.5
    if bits[-1] & lx.SUFFIX:
        votes.person += 2.5
    if not candidate.flat and len(words[-1]) > 3 and words[-1].isupper() and not words[0].isupper():
        votes.person += 1.5


def by_context(candidate: Candidate, lex: NameLexicon, posts: PostEdges) -> Votes:
    """What the words before and after one mention tell."""
    votes = Votes()
    if candidate.honorific < candidate.first:
        votes.person += 5.0
    _before(candidate, lex, posts, votes)
    _after(candidate, lex, posts, votes)
    return votes


def _before(candidate: Candidate, lex: NameLexicon, posts: PostEdges, votes: Votes) -> None:
    i = candidate.honorific - 1
    if i < 0:
        return
    tokens = candidate.sentence.tokens
    token = tokens[i]
    bits = lex.of(token.lower)
    if token.text == "," and i:
        bits = lex.of(tokens[i - 1].lower)
        if bits & (lx.ROLE | lx.PERSON_NOUN) or tokens[i - 1].end in posts.ends:
            votes.person += 1.5
        elif bits & lx.ORG_NOUN:
            votes.org += 1.0
        return
    if token.text in ('"', "«") and i:
        bits = lex.of(tokens[i - 1].lower)
    if token.end in posts.ends or bits & (lx.ROLE | lx.PERSON_NOUN) and not bits & lx.ORG_NOUN:
        votes.person += 2.2
    elif bits & lx.HONORIFIC and token.text == token.lower:
        votes.person += 3.0
    elif bits & lx.ORG_NOUN:
        votes.org += 2.5
    elif bits & lx.ARTICLE:
        votes.org += 1.0
        votes.person -= 1.0
        i -= 1
        bits = lex.of(tokens[i].lower) if i >= 0 else 0
    if bits & lx.PLACE_PREPOSITION:
        votes.place += 1.2
    if bits & lx.ORG_PREPOSITION:
        votes.org += 0.6
        if i and (tokens[i - 1].end in posts.ends or lex.of(tokens[i - 1].lower) & lx.ROLE):
            votes.org += 2.0


def _after(candidate: Candidate, lex: NameLexicon, posts: PostEdges, votes: Votes) -> None:
    tokens = candidate.sentence.tokens
    i = candidate.last
    if i >= len(tokens):
        return
    token = tokens[i]
    if token.text == ",":
        _after_comma(tokens, i + 1, lex, posts, votes)
    elif token.text == "(":
        _after_bracket(tokens, i + 1, lex, votes)
    elif token.text == "-":
        if candidate.initial:
            votes.place += 1.5
    elif token.start in posts.starts:
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


def _dateline(tokens: tuple[Token, ...], i: int, lex: NameLexicon) -> bool:
    """Whether a date follows and then a dash: "DAKAR, 3 mars (Agence) -", "Lyon, le 5 mai"."""
    for token in tokens[i : i + 3]:
        if lex.of(token.lower) & lx.CALENDAR:
            return True
    return False


def _after_comma(tokens: tuple[Token, ...], i: int, lex: NameLexicon, posts: PostEdges, votes: Votes) -> None:
    if i >= len(tokens):
        return
    bits = lex.of(tokens[i].lower)
    if _is_age(tokens[i].text) or bits & lx.AGE:
        votes.person += 4.0
        return
    if bits & lx.PERSON_VERB:
        votes.person += 1.0
        return
    for token in tokens[i : i + _REACH]:
        if token.start in posts.starts or lex.of(token.lower) & lx.ROLE and token.text == token.lower:
            votes.person += 1.8
            return
        if not token.text[0].isalpha() or token.text != token.lower and not lex.of(token.lower) & lx.ROLE:
            return


def _after_bracket(tokens: tuple[Token, ...], i: int, lex: NameLexicon, votes: Votes) -> None:
    if i + 1 >= len(tokens):
        return
    text, behind = tokens[i].text, tokens[i + 1].text
    if _is_age(text) and behind in (")", "ans"):
        votes.person += 3.0
    elif text.isupper() and len(text) > 1 and behind in (")", ":"):
        votes.org += 2.5


def _is_age(text: str) -> bool:
    return len(text) == 2 and text.isdigit() and text > "15"
