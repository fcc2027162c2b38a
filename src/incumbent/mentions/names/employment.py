"""Votes by the places that employers fill in a sentence: "joined X", "the board of X", "the insurer X", "X names …"."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.mentions.names.candidates import Candidate
from incumbent.mentions.names.votes import Context, Votes

_NO_FIRM = lx.ROLE | lx.AGENT
_DOES = lx.PERSON_VERB | lx.ORG_VERB | lx.JOIN
_ENDS_NOUN = lx.STOP | lx.COMPLEMENT | lx.CONNECTOR | lx.RELATIVE | lx.AUXILIARY
_FIRM = 4.4  # carries a name against a given name and a surname, but not against a further sign of a person
_SHORT = 2.2
_STATE = 5.0
_POST = 1.8  # what a post behind a comma votes for a person
_APPOSITION = 5


def by_employment(candidate: Candidate, context: Context, votes: Votes) -> None:
    """Add what the words around one mention tell of employers, and of states that no list has."""
    if candidate.honorific < candidate.first:
        return
    if candidate.key in context.lex.places:
        return
    weight = _FIRM if len(candidate.words) > 1 else _SHORT
    if _is_state(candidate, context):
        votes.place += _STATE
    elif _is_former(candidate, context) or _is_governed(candidate, context):
        votes.org += weight
        if _goes_on(candidate, context):
            votes.org += _POST
    elif _governs(candidate, context):
        votes.org += weight


def _is_former(candidate: Candidate, context: Context) -> bool:
    """Whether "ex-" stands before a name in which no given name is ("ex-Acme")."""
    return candidate.former and not any(context.lex.of(word.lower()) & lx.GIVEN for word in candidate.words)


def _is_governed(candidate: Candidate, context: Context) -> bool:
    i = candidate.first - 1
    if i < 0:
        return False
    tokens, of = candidate.tokens, context.lex.of
    if tokens[i].text == "(":
        closed = candidate.last < len(tokens) and tokens[candidate.last].text == ")"
        return closed and i > 0 and tokens[i - 1].text[0].isupper() and len(candidate.words) > 1
    bits = of(tokens[i].lower)
    if bits & lx.JOIN and bits & lx.ROLE and tokens[i].end in context.post_ends:
        return False
    if bits & lx.JOIN:
        return not (
            _next(candidate, context) & lx.BESIDE or any(of(t.lower) & lx.INVERTER for t in tokens[max(0, i - 3) : i])
        )
    if i and f"{tokens[i - 1].lower} {tokens[i].lower}" in context.lex.employers:
        return True
    if bits & (lx.DEMONYM | lx.ADJECTIVE) and not bits & lx.ROLE and _is_firm_of_origin(candidate, context, i):
        return True
    if bits & lx.ORG_NOUN or bits & lx.BELONGING:
        return not bits & _NO_FIRM and not _acts(candidate, context)
    if bits & lx.ARTICLE and i:
        i -= 1
        bits = of(tokens[i].lower)
    head = of(tokens[i - 1].lower) if i else 0
    possessive = candidate.last < len(tokens) and tokens[candidate.last].lower == "'s"
    if bits & lx.ORG_PLACE:
        return not (possessive or head & lx.GLANCE)
    if bits & lx.ORIGIN and (head & lx.MOVE or _moved_thing(candidate, context, i)):
        return not possessive
    if bits & lx.ORG_PREPOSITION and head & lx.TERM and not bits & lx.OWNER:
        return True
    if head & lx.RETAINER or not bits & (lx.ORG_PREPOSITION | lx.PLACE_PREPOSITION):
        return False
    if bits & lx.OWNER:
        post = head & lx.ROLE or (i and tokens[i - 1].end in context.post_ends and tokens[i - 1].text.islower())
        return bool(head & (lx.BELONGING | lx.MOVE) or post)
    thing = head & lx.BELONGING and not context.lex.adjective_endings
    return bool(thing or (head & lx.ROLE and _next(candidate, context) & lx.PLACE_PREPOSITION))


def _is_firm_of_origin(candidate: Candidate, context: Context, i: int) -> bool:
    """Whether a kind of firm and where it is from stand before the name ("la banque indonésienne …")."""
    tokens, of = candidate.tokens, context.lex.of
    while i > 1 and of(tokens[i].lower) & (lx.DEMONYM | lx.ADJECTIVE) and tokens[i].text.islower():
        i -= 1
    firm = of(tokens[i].lower) & lx.ORG_NOUN and not of(tokens[i].lower) & (_NO_FIRM | lx.PERSON_NOUN)
    return bool(firm) and i > 0 and tokens[i - 1].lower in context.lex.contracted


def _moved_thing(candidate: Candidate, context: Context, i: int) -> bool:
    """Whether somebody is moved with words between: "poached its risk chief from X"."""
    tokens, of = candidate.tokens, context.lex.of
    return any(of(t.lower) & lx.TAKE for t in tokens[max(0, i - 6) : i - 1])


def _acts(candidate: Candidate, context: Context) -> bool:
    """Whether a verb follows that makes the name a clause of its own: "the company X founded"."""
    i = candidate.last
    tokens, of = candidate.tokens, context.lex.of
    if i < len(tokens) and of(tokens[i].lower) & lx.HAVING:
        i += 1
    return i < len(tokens) and tokens[i].text.islower() and bool(of(tokens[i].lower) & _DOES)


def _goes_on(candidate: Candidate, context: Context) -> bool:
    """Whether the sentence goes on behind a comma with no apposition: "joined X, becoming its head"."""
    i = candidate.last
    tokens, of = candidate.tokens, context.lex.of
    if i + 1 >= len(tokens) or tokens[i].text != ",":
        return False
    return tokens[i + 1].start not in context.post_starts and not of(tokens[i + 1].lower) & (lx.ARTICLE | lx.ROLE)


def _next(candidate: Candidate, context: Context) -> int:
    i = candidate.last
    return context.lex.of(candidate.tokens[i].lower) if i < len(candidate.tokens) else 0


def _governs(candidate: Candidate, context: Context) -> bool:
    tokens, of = candidate.tokens, context.lex.of
    i = candidate.last
    if i + 1 >= len(tokens):
        return False
    text = tokens[i].text
    ahead = of(tokens[i + 1].lower)
    if text == "'s":
        return bool(ahead & lx.BELONGING)
    if text == ",":
        return _is_apposition(candidate, context, i + 1)
    bits = of(tokens[i].lower)
    if bits & lx.HAVING:
        owns = i + 2 < len(tokens) and of(tokens[i + 2].lower) & lx.ITSELF and not ahead & (lx.JOIN | lx.STOP)
        return bool(ahead & lx.APPOINTED) or bool(owns)
    if bits & lx.BELONGING and text.islower() and not context.lex.adjective_endings:
        return not bits & lx.SPEECH_VERB or bool(ahead & (lx.SPEECH_VERB | lx.AUXILIARY))
    if bits & lx.SPEECH_VERB and text.islower() and (ahead | of(tokens[min(i + 2, len(tokens) - 1)].lower)) & lx.ITSELF:
        return True
    if (text.islower() or candidate.flat) and bits & lx.APPOINTS:
        return True
    return bool(bits & lx.APPOINTED and ahead & lx.GIVEN and not ahead & lx.ROLE and tokens[i + 1].text[0].isupper())


def _is_apposition(candidate: Candidate, context: Context, i: int) -> bool:
    """Whether a kind of firm is told behind the comma: ", a maker of …", ", the insurer,", but not ", a bank clerk"."""
    tokens, of = candidate.tokens, context.lex.of
    for j in range(i, min(i + _APPOSITION, len(tokens) - 1)):
        token = tokens[j]
        bits = of(token.lower)
        if token.start in context.post_starts or bits & lx.ROLE or not token.text[0].isalpha():
            return False
        after = tokens[j + 1]
        if f"{token.lower} {after.lower}" in context.lex.firms:
            return True
        if bits & lx.ORG_NOUN:
            if after.lower == "'s":
                return False
            closed = not after.text[0].isalpha() or of(after.lower) & _ENDS_NOUN
            if closed:
                return not bits & (lx.AGENT | lx.PERSON_NOUN)
        elif (
            (j == i and bits & lx.ORG_VERB and not bits & lx.ORG_NOUN)
            or (token.text != token.lower and "-" not in token.text)
            or bits & (_DOES | lx.SPEECH_VERB)
            or (j > i and bits & (lx.COMPLEMENT | lx.AND))
        ):
            return False
    return False


def _is_state(candidate: Candidate, context: Context) -> bool:
    """Whether a state must be meant: "the king of X", "X's parliament"."""
    lex, tokens = context.lex, candidate.tokens
    if len(candidate.words) > 2 or lex.of(candidate.words[0].lower()) & (lx.HEAD | lx.GIVEN | lx.ROLE):
        return False
    i = candidate.last
    if i + 1 < len(tokens) and tokens[i].lower == "'s":
        pair = f"{tokens[i + 1].lower} {tokens[i + 2].lower}" if i + 2 < len(tokens) else ""
        return tokens[i + 1].lower in lex.states or pair in lex.states
    i = candidate.first - 1
    while i > 0 and lex.of(tokens[i].lower) & lx.ARTICLE:
        i -= 1
    if i < 1 or not lex.of(tokens[i].lower) & lx.OWNER:
        return False
    return tokens[i - 1].lower in lex.states or (i > 1 and f"{tokens[i - 2].lower} {tokens[i - 1].lower}" in lex.states)
