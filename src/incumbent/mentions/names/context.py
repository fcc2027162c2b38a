"""Votes by the words around one mention of a name."""

from __future__ import annotations

from collections.abc import Sequence

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.mentions.names.behind import behind
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Context, Votes
from incumbent.model import Token

_LONGEST_MATTER = 3
_NO_BODY = 9.0
_CLOSES_SEAT = frozenset({",", "-", ".", ";"})
_WITH_ARTICLE = 2.5  # what an article right before a name of several words votes against a person
_TITLE = -2.5  # what quotation marks around a name without a word for an organisation vote: a work's title


def by_context(candidate: Candidate, context: Context) -> Votes:
    """What the words before and after one mention tell."""
    votes = Votes()
    if candidate.honorific < candidate.first:
        votes.person += 5.0
    if candidate.signed:
        votes.person += 2.0
    _before(candidate, context, votes)
    behind(candidate, context, votes)
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
        votes.person -= _WITH_ARTICLE if small and _is_bare(candidate, context.lex) else 1.0
        i -= 1
        bits = of(tokens[i].lower) if i >= 0 else 0
    if token.text in context.lex.contracted:
        votes.person -= _WITH_ARTICLE  # nobody is called "du Real", and few are "des Martin"
        votes.org += 1.0 if _is_plural(candidate, token) else 0.0
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


def _is_bare(candidate: Candidate, lex: NameLexicon) -> bool:
    """Whether several words are a name with no word before them that an article of a person's belongs to."""
    return len(candidate.words) > 1 and not lex.of(candidate.words[0].lower()) & (lx.DEMONYM | lx.ROLE | lx.HONORIFIC)


def _is_plural(candidate: Candidate, article: Token) -> bool:
    """Whether article and words all have the ending of the plural ("des Petits Glands")."""
    words = [w for w in candidate.words if w[0].isalpha()]
    return len(words) > 1 and all(w[-1] in "sx" for w in (article.lower, words[0], words[-1]))


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
