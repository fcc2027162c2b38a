"""Votes by the words before and behind one mention of a name."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon import names as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Context, Votes
from incumbent.model import Token

_REACH = 4
_LONGEST_ACRONYM = 5
_LONGEST_MATTER = 3
_NO_BODY = 9.0
_CLOSES_SEAT = frozenset({",", "-", ".", ";"})
_COMMON = lx.HEAD | lx.STOP | lx.ORG_NOUN | lx.BODY | lx.PLACE_HEAD
_TITLE = -2.5  # what quotation marks around a name without a word for an organisation vote: a work's title


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
            _before_comma(candidate, tokens[i - 1], context, votes)
            if _is_seat(candidate, i - 1, context.lex):
                votes.place += 2.5
        return
    if token.text in ('"', "«") and i:
        bits = of(tokens[i - 1].lower)
        if _is_title(candidate, i, bits):
            votes.org += _TITLE
            votes.person += _TITLE
    small = token.text == token.lower
    if bits & lx.ORG_NOUN and not bits & lx.ROLE:
        votes.org += 2.5
    elif small and _is_kind(tokens, i, bits, context.lex):
        votes.org += 2.0
    elif small and bits & lx.APPOINTS:
        votes.person += 1.5
    elif token.end in context.post_ends or bits & (lx.ROLE | lx.PERSON_NOUN):
        votes.person += 2.2
    elif bits & lx.HONORIFIC and small:
        votes.person += 3.0
    elif bits & lx.ARTICLE and (small or candidate.initial or not i or not bits & lx.PARTICLE):
        votes.org += 1.0
        votes.person -= 1.0
        i -= 1
        bits = of(tokens[i].lower) if i >= 0 else 0
    if bits & lx.PLACE_PREPOSITION:
        votes.place += 1.2
    if bits & lx.OWNER and len(candidate.words) > 1 and _is_personal(tokens, i - 1, context.lex):
        votes.person += 2.0
    if bits & lx.ORG_VERB:
        votes.org += 1.2
    if bits & lx.ORG_PREPOSITION and not bits & (lx.OWNER | lx.ORIGIN | lx.ORG_PLACE) and _serves(candidate, context):
        votes.person += 2.0
    if bits & lx.OWNER and i and token is tokens[candidate.honorific - 1] and _is_matter(candidate, i - 1, context):
        votes.org -= _NO_BODY
    if i and f"{tokens[i - 1].lower} {token.lower}" in context.lex.personal_pairs:
        votes.person += 1.5
    if bits & lx.ORG_PREPOSITION:
        votes.org += 2.0 if bits & lx.ORG_PLACE else 0.6
        if bits & lx.ORIGIN and (candidate.key in context.lex.places or not bits & lx.COMPLEMENT):
            votes.place += 0.6  # "manager for Chile", "a baker from Chieti"
        elif i and (tokens[i - 1].end in context.post_ends or of(tokens[i - 1].lower) & lx.ROLE):
            votes.org += 2.0


def _serves(candidate: Candidate, context: Context) -> bool:
    """Whether one small word parts the name from a post behind it: "with Jane Roe as editor"."""
    tokens, j = candidate.tokens, candidate.last
    if j + 1 >= len(tokens) or not context.lex.of(tokens[j].lower) & lx.STOP or not tokens[j].text.islower():
        return False
    return len(candidate.words) > 1 and tokens[j + 1].start in context.post_starts


def _is_matter(candidate: Candidate, i: int, context: Context) -> bool:
    """Whether common words without an article tell what the post or the degree at ``i`` is of ("Head of Estates")."""
    tokens, lex = candidate.tokens, context.lex
    if lex.adjective_endings or tokens[i].text == tokens[i].lower or len(candidate.words) > _LONGEST_MATTER:
        return False
    words = [lex.of(w.lower()) for w in candidate.words]
    common = all(b & lx.HEAD and not b & (lx.GIVEN | lx.PLACE) for b in words) and not candidate.words[0].isupper()
    return common and (tokens[i].end in context.post_ends or bool(lex.of(tokens[i].lower) & (lx.ROLE | lx.STOP)))


def _is_title(candidate: Candidate, i: int, bits: int) -> bool:
    """Whether the name alone stands in quotation marks, behind no word for an organisation and in no bracket."""
    tokens, j = candidate.tokens, candidate.last
    closed = j < len(tokens) and tokens[j].text in ('"', "»") and len(candidate.words) > 1
    return closed and not bits & (lx.ORG_NOUN | lx.HEAD | lx.AND | lx.STOP) and tokens[i - 1].text[0].isalnum()


def _is_seat(candidate: Candidate, i: int, lex: NameLexicon) -> bool:
    """Whether one unknown word behind a comma tells where the organisation before it is ("X College, Wick,")."""
    tokens, j = candidate.tokens, candidate.last
    if len(candidate.words) > 1 or lex.adjective_endings or lex.of(candidate.key) & ~(lx.SURNAME | lx.PLACE):
        return False
    head = tokens[i].text != tokens[i].lower and lex.of(tokens[i].lower) & lx.HEAD
    closed = j < len(tokens) and tokens[j].text in _CLOSES_SEAT
    goes_on = closed and (j + 1 == len(tokens) or tokens[j].text == "-" or tokens[j + 1].text == tokens[j + 1].lower)
    return bool(head) and goes_on


def _is_kind(tokens: Sequence[Token], i: int, bits: int, lex: NameLexicon) -> bool:
    """Whether a noun or an adjective of origin before a name tells an firm ("la scierie …", "l'allemand …")."""
    if not lex.adjective_endings or bits & (lx.ROLE | lx.PERSON_NOUN | lx.STOP):
        return False
    article = i > 0 and tokens[i - 1].lower in lex.contracted
    return bool(article and bits & (lx.HEAD | lx.DEMONYM) and not bits & (lx.GIVEN | lx.PLACE))


def _is_personal(tokens: Sequence[Token], i: int, lex: NameLexicon) -> bool:
    """Whether the noun at ``i`` is something of a person's ("the death of …"), not of the one that "his" means."""
    return i > 0 and bool(lex.of(tokens[i].lower) & lx.PERSONAL) and tokens[i - 1].lower in lex.contracted


def _before_comma(candidate: Candidate, token: Token, context: Context, votes: Votes) -> None:
    bits = context.lex.of(token.lower)
    if bits & (lx.ROLE | lx.PERSON_NOUN) or token.end in context.post_ends:
        if candidate.label:  # the line of a signature: "Founder, Acme"
            votes.org += 1.5
        else:
            votes.person += 1.5
    elif bits & lx.ORG_NOUN:
        votes.org += 1.0


def _after(candidate: Candidate, context: Context, votes: Votes) -> None:
    tokens, lex = candidate.tokens, context.lex
    i = candidate.last
    if i >= len(tokens) or (i == len(tokens) - 1 and not tokens[i].text[0].isalnum()):
        if candidate.initial and not candidate.flat and tokens[-1].text == "." and _is_named(candidate, context):
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
            _before_dash(candidate, lex, votes)
    elif token.text == ":" and candidate.initial:
        votes.org += _opens_entry(tokens, i + 1, lex)
    elif token.text == "'s":
        _after_possessive(tokens, i + 1, context, votes)
    else:
        bits = lex.of(token.lower) if token.text == token.lower else 0
        if bits & lx.PERSON_VERB:
            votes.person += 1.2
        elif token.start in context.post_starts:
            votes.org += 1.5
        elif _says(tokens[i : i + 2], bits, lex):
            votes.person += 0.4
            votes.org += 1.0 if _unknown(candidate, context) else 0.4
        elif bits & lx.AUXILIARY:
            votes.person += 0.2
            votes.org += 0.2
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
    if bits & lx.RELATIVE:
        votes.org += 1.0
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
