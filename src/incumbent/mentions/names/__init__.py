"""Names of persons, organisations and places, with the forms of one name joined to one entity."""

from __future__ import annotations

from incumbent.lexicon.names import name_lexicon
from incumbent.mentions.names.candidates import find_candidates, lower_words
from incumbent.mentions.names.entities import build
from incumbent.mentions.names.votes import Context
from incumbent.model import Analysis, DateMention, Entity, NameMention, PostMention

__all__ = ["find_names"]


def find_names(
    analysis: Analysis, posts: tuple[PostMention, ...], dates: tuple[DateMention, ...]
) -> tuple[tuple[NameMention, ...], tuple[Entity, ...]]:
    """All names of a document and the entities that they mean.

    ``posts`` and ``dates`` are those of the same analysis: no name is sought inside them, and a
    post beside a name tells what it is. ``NameMention.entity`` indexes the entities returned.
    """
    lex = name_lexicon(analysis.lang)
    spans = [(p.start, p.end) for p in posts] + [(d.start, d.end) for d in dates]
    blocked = _token_starts(analysis, sorted(spans))
    lowers = lower_words(analysis)
    candidates = find_candidates(analysis, lex, blocked, lowers)
    return build(candidates, Context(lex, {p.start for p in posts}, {p.end for p in posts}, lowers))


def _token_starts(analysis: Analysis, spans: list[tuple[int, int]]) -> frozenset[int]:
    """The offsets at which the tokens inside the spans start."""
    starts: set[int] = set()
    k = 0
    for sentence in analysis.sentences:
        if k >= len(spans):
            break
        if spans[k][0] >= sentence.end:
            continue
        for token in sentence.tokens:
            while k < len(spans) and spans[k][1] <= token.start:
                k += 1
            if k < len(spans) and spans[k][0] < token.end:
                starts.add(token.start)
    return frozenset(starts)
