"""Votes by the words behind one mention of a name."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Context, Votes
from incumbent.model import Token

_REACH = 4
_LONGEST_ACRONYM = 5
_FOUNDED = 2.0  # what "was founded" behind a name votes
_SUBJECT = 1.0  # what a singular verb behind the first word of a sentence votes
_COMMON = lx.HEAD | lx.STOP | lx.ORG_NOUN | lx.BODY | lx.PLACE_HEAD


def behind(candidate: Candidate, context: Context, votes: Votes) -> None:
    """Add what the words behind one mention tell."""
    tokens, lex = candidate.tokens, context.lex
    i = candidate.last
    if i >= len(tokens) or (i == len(tokens) - 1 and not tokens[i].text[0].isalnum()):
        if candidate.initial and not candidate.flat and tokens[-1].text == "." and _is_named(candidate, context):
            votes.org += 1.0
        return
    token = tokens[i]
    if token.text == ",":
        _after_comma(candidate, i + 1, context, votes)
    elif token.text == "(":
        _after_bracket(tokens, i + 1, lex, votes)
    elif token.text == "-":
        if candidate.initial:
            votes.place += 1.5
            _before_dash(candidate, lex, votes)
    elif token.text == ":" and candidate.initial:
        votes.org += _opens_entry(tokens, i + 1, lex)
    elif token.lower == "'s":
        _after_possessive(tokens, i + 1, context, votes)
    else:
        bits = lex.of(token.lower) if token.text == token.lower or candidate.flat else 0
        if bits & lx.PERSON_VERB:
            votes.person += 1.2
        elif token.start in context.post_starts:
            votes.org += 1.5
        elif _says(tokens[i : i + 2], bits, lex):
            votes.person += 0.4
            votes.org += 1.0 if _unknown(candidate, context) else 0.4
        elif bits & lx.AUXILIARY and any(lex.of(t.lower) & lx.SEAT for t in tokens[i + 1 : i + 3]):
            votes.org += _FOUNDED
        elif bits & lx.AUXILIARY:
            votes.person += 0.2
            votes.org += _SUBJECT if _is_subject(candidate, tokens[i + 1 : i + 2], context) else 0.2
        elif bits & lx.ROLE:
            votes.org += 1.5
    if candidate.initial and token.text in ",(" and _dateline(tokens, i + 1, lex):
        votes.place += 8.0 if all(map(str.isupper, candidate.words)) else 4.0


def _before_dash(candidate: Candidate, lex: NameLexicon, votes: Votes) -> None:
    """A line opens in capitals with its subject ("PORTS - …") or with where it was written ("WICK - …")."""
    if not all(map(str.isupper, candidate.words)):
        return
    word = candidate.words[-1].lower()
    if (lex.of(word) | lex.of(word.removesuffix("s"))) & _COMMON:
        votes.org -= 6.0
    elif len(candidate.key) > _LONGEST_ACRONYM:
        votes.place += 8.0


def _opens_entry(tokens: Sequence[Token], i: int, lex: NameLexicon) -> float:
    """What a colon behind the first name of a line votes: a list tells whom a firm names ("Acme: Jane Roe")."""
    if i < len(tokens) and tokens[i].text[0].isupper() and lex.of(tokens[i].lower) & lx.GIVEN:
        return 2.0
    return 0.0


def _is_named(candidate: Candidate, context: Context) -> bool:
    """Whether a sentence of the name alone is no label: several words, or one that is on no list and not shouted."""
    words = candidate.words
    return len(words) > 1 or not (words[0].isupper() or context.lex.of(candidate.key))


def _says(behind: Sequence[Token], bits: int, lex: NameLexicon) -> bool:
    """Whether a verb of saying, of which ``bits`` are the first word's, stands there: "announces", "has announced"."""
    return bool(bits & lx.SPEECH_VERB or (bits & lx.AUXILIARY and lex.of(behind[-1].lower) & lx.SPEECH_VERB))


def _is_subject(candidate: Candidate, ahead: Sequence[Token], context: Context) -> bool:
    """Whether one unknown word without an article opens the sentence as its subject ("Acme has …", "Acme is …")."""
    key, lex = candidate.key, context.lex
    if not candidate.initial or candidate.doubtful or key.endswith(lex.common_endings) or key[-1] in "sx":
        return False
    return not any(lex.of(t.lower) & lx.PERSON_VERB for t in ahead) and _unknown(candidate, context) and not lex.of(key)


def _unknown(candidate: Candidate, context: Context) -> bool:
    """Whether the one word of the name is common in no form that the lexicon or the document has."""
    key, of = candidate.key, context.lex.of
    common = lx.ORG_NOUN | lx.PERSON_NOUN | lx.ROLE | lx.STOP
    return " " not in key and not (key in context.lowers or (of(key) | of(key.removesuffix("s"))) & common)


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
    closing = next((j for j in range(i, min(i + 4, len(tokens) - 1)) if tokens[j].text == ")"), 0)
    if closing and tokens[closing + 1].text == "-":
        return True
    for token in tokens[i : i + 3]:
        bits = lex.of(token.lower)
        if bits & lx.CALENDAR:
            return True
        if not (token.text.isdigit() or bits & lx.ARTICLE):
            return False
    return False


def _after_comma(candidate: Candidate, i: int, context: Context, votes: Votes) -> None:
    tokens = candidate.tokens
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
    belongs = bits & lx.COMPLEMENT and i + 1 < len(tokens) and lex.of(tokens[i + 1].lower) & lx.RELATIVE
    if bits & lx.RELATIVE or belongs:
        votes.org += 1.5 if belongs else 1.0
        return
    if bits & lx.SEAT:
        votes.org += 0.0 if any(lex.of(w.lower()) & lx.GIVEN for w in candidate.words) else _SUBJECT
        return
    for j, token in enumerate(tokens[i : i + _REACH], i):
        if _is_post(token, context):
            votes.person += 1.8
            return
        if lex.of(token.lower) & lx.ORG_NOUN and not (j + 1 < len(tokens) and _is_post(tokens[j + 1], context)):
            votes.org += 1.5
            return
        if not token.text[0].isalpha() or (token.text != token.lower and not lex.of(token.lower) & lx.ROLE):
            return


def _is_post(token: Token, context: Context) -> bool:
    return token.start in context.post_starts or (
        token.text == token.lower and bool(context.lex.of(token.lower) & lx.ROLE)
    )


def _after_bracket(tokens: Sequence[Token], i: int, lex: NameLexicon, votes: Votes) -> None:
    if i + 1 >= len(tokens):
        return
    closing = next((j for j in range(i, min(i + 6, len(tokens) - 1)) if tokens[j].text == ")"), 0)
    if closing and tokens[closing + 1].text == ":":
        votes.org += 2.0
    text, behind = tokens[i].text, tokens[i + 1].text
    if _is_age(text) and behind in (")", "ans"):
        votes.person += 3.0
    elif text.isupper() and len(text) > 1 and behind in (")", ":"):
        votes.org += 2.5


def _is_age(text: str) -> bool:
    return len(text) == 2 and text.isdigit() and text > "15"
