"""Votes by the words of a name itself."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Context, Votes

_NAMELIKE = lx.GIVEN | lx.SURNAME
_REGION = 2
_HEADED = 2.5


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
    given = bool(first & lx.GIVEN) or (
        "-" in words[0] and bool(context.lex.of(words[0].lower().partition("-")[0]) & lx.GIVEN)
    )
    head = _head_weight(bits, given, last)
    votes.org += head
    votes.org += _legal_weight(words, bits)
    if given:
        votes.person += 1.2 if first & lx.PLACE else 3.0
    surname = last & lx.SURNAME or (last & lx.GIVEN and not last & lx.HEAD)  # "Council" is a first name, too
    if surname or ("-" in words[-1] and _double_surname(words[-1], context.lex)):
        votes.person += 1.0
    if first & lx.EAST_ASIAN and count <= 3 and not head and all(len(w) < 8 for w in words):
        votes.person += 2.2
    if candidate.headed and not head and not given:
        votes.org += _HEADED
    elif not head:
        _personal_shape(candidate, words, bits, votes)
    if (first & lx.ADJECTIVE and not first & _NAMELIKE) or (last & lx.ADJECTIVE and not given):
        votes.org += 1.5
    elif count == 2 and "-" in words[1] and not (head or (first | last) & (lx.PLACE | lx.PLACE_HEAD)):
        votes.person += 1.2 if words[1].rpartition("-")[2][:1].isupper() and not words[0].isupper() else 0.0
    if any(b & lx.DEMONYM and not b & _NAMELIKE for b in bits):
        votes.org += 1.2
    if (first | last) & lx.PLACE_HEAD and not given:
        votes.place += 2.5
    if any(w.lower().endswith(context.lex.gazetteer.org_endings) for w in words):
        votes.org += 1.5
    if any(_camel(w) or w.isdigit() for w in words) or (
        not candidate.flat and len(words[0]) > 1 and words[0].isupper()
    ):
        votes.org += 1.5
    if count > 4 and not given:
        votes.org += 1.0
    if last & lx.PLACE and count == _REGION and first & lx.STOP and first & lx.ADJECTIVE and not head:
        votes.place += 3.0
    elif last & lx.PLACE and not given:
        votes.org += 1.5
    if any(len(w) > 3 and not b & _NAMELIKE and w.lower() in context.lowers for w, b in zip(words, bits, strict=True)):
        votes.org += 0.8
    if count == 2 and first & last & lx.SURNAME and not first & (lx.GIVEN | lx.EAST_ASIAN) and not candidate.flat:
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
