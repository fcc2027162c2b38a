"""Names parted from the posts beside them: what looks like a title may be a word of a name, or have one in it."""

from __future__ import annotations

from incumbent.lexicon import name_bits as lx
from incumbent.lexicon.names import NameLexicon
from incumbent.model import Analysis, PostMention, Token

_REACH = 6
_OF_STATE = "ambassador"
# What stands behind a minister is what the ministry is for.
_PORTFOLIO = frozenset({"minister", "deputy_minister"})
_KINDS = lx.LOWER_HEAD | lx.WORK | lx.BRAND
_NAMELIKE = lx.GIVEN | lx.SURNAME | lx.PLACE
_JOINING = lx.CONNECTOR | lx.ARTICLE | lx.ORG_PREPOSITION | lx.PARTICLE
_OPENS = lx.ROLE | lx.HONORIFIC | lx.STOP | lx.ARTICLE | lx.CALENDAR
_NO_NAME = _OPENS | lx.GIVEN
_ENDS = lx.HEAD | lx.PLACE_HEAD
_BODY = lx.HEAD | lx.ORG_NOUN
_PARTING = lx.ORG_PLACE | lx.CALENDAR | lx.AUXILIARY


def part(analysis: Analysis, posts: tuple[PostMention, ...], lexicon: NameLexicon) -> tuple[PostMention, ...]:
    """The posts without the names in them, and without those that are but a part of a name."""
    parted: list[PostMention] = []
    waiting = iter(posts)
    post = next(waiting, None)
    for sentence in analysis.sentences:
        while post is not None and post.start < sentence.end:
            tokens = sentence.tokens
            if not (_ends_name(tokens, post, lexicon) or _is_body(analysis.text, post, lexicon)):
                inside = [i for i, t in enumerate(tokens) if post.start <= t.start < post.end]
                if not _is_name_word(tokens, inside, post, lexicon):
                    start = _start_behind_name(tokens, inside, lexicon)
                    end = _end_before_organisation(tokens, inside, post, lexicon)
                    parted.append(post._replace(start=start or post.start, end=end or post.end))
            post = next(waiting, None)
    return tuple(parted)


def _is_body(text: str, post: PostMention, lexicon: NameLexicon) -> bool:
    """Whether a body of its own ("direction régionale de …") was taken for the post of leading it."""
    words = text[post.start : post.end].lower().split(" ", 2)
    first = lexicon.of(words[0])
    if len(words) > 1 and text[post.start].isupper() and first & _KINDS and not first & lx.ROLE:
        return True
    return len(words) > 2 and f"{words[0]} {words[1]}" in lexicon.lower_pairs


def _ends_name(tokens: tuple[Token, ...], post: PostMention, lexicon: NameLexicon) -> bool:
    """Whether a title in the plural is the last word of a firm's name: "Corin Partners", "Corin & Partners"."""
    if not post.plural:
        return False
    at = next((i for i, t in enumerate(tokens) if t.start == post.start), 0)
    ampersand = at > 1 and tokens[at - 1].text == "&"
    if not at or (tokens[at].end != post.end and not ampersand) or not tokens[at].text[0].isupper():
        return False
    joined = ampersand or bool(lexicon.of(tokens[at - 1].lower) & lx.AND)
    last = at - 2 if at > 1 and joined else at - 1
    before = lexicon.of(tokens[last].lower)
    is_name = tokens[last].text[0].isupper() and bool(not before or before & _NAMELIKE)
    return is_name and bool(lexicon.of(tokens[at].lower) & lx.HEAD)


def _end_before_organisation(
    tokens: tuple[Token, ...], inside: list[int], post: PostMention, lexicon: NameLexicon
) -> int | None:
    """Where a post ends if an organisation of a proper name ("the university of Lyon") stands in its last words."""
    if post.role == _OF_STATE and len(inside) > 2 and lexicon.of(tokens[inside[-1]].lower) & lx.PLACE:
        before = lexicon.of(tokens[inside[-2]].lower)
        return tokens[inside[-3]].end if before & lx.PARTICLE and tokens[inside[-2]].text.islower() else None
    if post.role in _PORTFOLIO:
        return None
    if (end := _before_brand(tokens, inside, lexicon)) is not None:
        return end
    for i in inside[2:]:
        bits = lexicon.of(tokens[i].lower)
        if not bits & lx.HEAD or bits & lx.BODY or not lexicon.of(tokens[i - 1].lower) & _JOINING:
            continue
        if _is_named_body(tokens, i, lexicon) or _names(tokens[i + 1 : i + _REACH], lexicon):
            last = i - 1
            while last > inside[0] and lexicon.of(tokens[last].lower) & _JOINING:
                last -= 1
            return tokens[last].end
    return None


def _before_brand(tokens: tuple[Token, ...], inside: list[int], lexicon: NameLexicon) -> int | None:
    """Where a post ends whose last word is the first of a name: "présidence d'Habitat et Partage"."""
    if len(inside) != 3 or inside[-1] + 2 >= len(tokens):
        return None
    title, of, word = (tokens[i] for i in inside)
    if not (title.text.islower() and word.text[0].isupper() and lexicon.of(of.lower) & lx.PARTICLE):
        return None
    joint = lexicon.of(tokens[inside[-1] + 1].lower) & (lx.AND | lx.PARTICLE)
    goes_on = joint and tokens[inside[-1] + 1].text.islower() and tokens[inside[-1] + 2].text[0].isupper()
    return title.end if goes_on else None


def _is_named_body(tokens: tuple[Token, ...], i: int, lexicon: NameLexicon) -> bool:
    """Whether a body of its own is written with a capital ("présidence du Comité départemental")."""
    if not tokens[i].text[0].isupper() or i + 1 >= len(tokens):
        return False
    return f"{tokens[i].lower} {tokens[i + 1].lower}" in lexicon.lower_pairs


def _names(behind: tuple[Token, ...], lexicon: NameLexicon) -> bool:
    """Whether a name follows, with nothing before it that says where ("chez") or when, and no verb."""
    for token in behind:
        if not token.text[0].isalnum() or lexicon.of(token.lower) & _PARTING:
            return False
        if token.text[0].isupper():
            return True
    return False


def _start_behind_name(tokens: tuple[Token, ...], inside: list[int], lexicon: NameLexicon) -> int | None:
    """Where a post begins whose first words close a name before it: "the Wick Parish Council clerk"."""
    if not inside or not inside[0] or not tokens[inside[0]].text[0].isupper():
        return None
    before = tokens[inside[0] - 1]
    if not before.text[0].isupper() or lexicon.of(before.lower) & _OPENS:
        return None
    small = next((i for i in inside if tokens[i].text.islower()), 0)
    if small:
        return tokens[small].start if lexicon.of(tokens[small - 1].lower) & _ENDS else None
    ends = [i for i in inside[:-1] if lexicon.of(tokens[i].lower) & (_BODY | lx.LEGAL | lx.ROLE) == _BODY]
    return tokens[ends[-1] + 1].start if ends else None


def _is_name_word(tokens: tuple[Token, ...], inside: list[int], post: PostMention, lexicon: NameLexicon) -> bool:
    """Whether what looks like a title is a word of a name: "Gull Anchor Fisheries", "the Wick Reporter"."""
    if not inside or not all(_is_capital(tokens, i) for i in inside) or lexicon.of(tokens[inside[0]].lower) & lx.ROLE:
        return False
    first, last = inside[0], inside[-1]
    named = first > 0 and _is_capital(tokens, first - 1) and not lexicon.of(tokens[first - 1].lower) & _NO_NAME
    if last > first:
        return named and bool(lexicon.of(tokens[last].lower) & lx.HEAD)
    goes_on = last + 1 < len(tokens) and _is_capital(tokens, last + 1)
    if goes_on:
        ahead = lexicon.of(tokens[last + 1].lower)
        return bool(ahead & _ENDS) and not ahead & lx.ROLE and (named or post.plural)
    while named and _is_capital(tokens, first - 1):
        first -= 1
    return named and first > 0 and bool(lexicon.of(tokens[first - 1].lower) & lx.ARTICLE)


def _is_capital(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether the word has a capital and is not shouted."""
    return tokens[i].text[0].isupper() and not (tokens[i].text.isupper() and len(tokens[i].text) > 1)
