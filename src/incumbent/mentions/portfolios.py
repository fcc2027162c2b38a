"""Fields of government that stand for the post of their minister: "Health goes to …", « hérite des Finances »."""

from __future__ import annotations

from collections.abc import Container, Iterator

from incumbent.lexicon.governments import governments
from incumbent.lexicon.portfolios import Portfolios, portfolios
from incumbent.mentions.units import longest
from incumbent.model import Analysis, PostMention, Sentence

_OF_CABINET = frozenset({"minister", "deputy_minister", "head_of_government"})
_ROLE = "minister"


def add_portfolios(analysis: Analysis, posts: tuple[PostMention, ...]) -> tuple[PostMention, ...]:
    """The posts, and in a document that names one of a cabinet those of ministers told by their field alone."""
    if not any(post.role in _OF_CABINET for post in posts):
        return posts
    table, adjectives = portfolios(analysis.lang), governments(analysis.lang).adjectives
    spans = {span for sentence in analysis.sentences for span in _portfolios(sentence, table, adjectives)}
    known = [p._replace(role=_ROLE) if (p.start, p.end) in spans else p for p in posts]
    taken = {place for post in posts for place in range(post.start, post.end)}
    found = [
        PostMention(start, end, _ROLE, False, False, False, False)
        for start, end in spans
        if start not in taken and end - 1 not in taken
    ]
    return tuple(sorted((*known, *found)))


def _portfolios(sentence: Sentence, table: Portfolios, adjectives: Container[str]) -> Iterator[tuple[int, int]]:
    """Where the fields stand in a sentence."""
    words = sentence.words
    for i, word in enumerate(words):
        found = longest(table.words, words, i) if word in table.words else None
        if found is not None and _stands_for_post(sentence, i, found[0], table, adjectives):
            yield sentence.tokens[i].start, sentence.tokens[found[0] - 1].end


def _stands_for_post(sentence: Sentence, first: int, end: int, table: Portfolios, adjectives: Container[str]) -> bool:
    """Whether the words around a field tell it: an adjective of nationality before "of" is that of a minister."""
    tokens, words = sentence.tokens, sentence.words
    following = words[end] if end < len(words) else "."
    capital = tokens[first].text[0].isupper()
    if end < len(words) and tokens[end].text[0].isupper():
        return False
    if not first:
        return following in table.opens
    if table.behind and following not in table.behind:
        return False
    before = words[first - 1]
    if before == "(":
        named = first > 1 and tokens[first - 2].text[0].isupper()
        return (capital or named) and following in (")", ",")
    article = before in table.articles
    at = first - 1 - (article or before in table.skipped)
    lead = words[at] if at >= 0 else ""
    if not capital:
        return lead in table.small and at > 0 and tokens[at - 1].text[0].isupper()
    if lead in table.parts:
        return at > 0 and (words[at - 1] in table.movers or words[at - 1] in adjectives)
    return article or lead in table.direct
