"""States told otherwise than by name: "the Italian prime minister", "le ministre danois de l'Énergie", a dateline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from incumbent.lexicon.countries import country_of
from incumbent.lexicon.governments import Governments, governments
from incumbent.model import Analysis, Entity, NameMention, PostMention, Token

_OF_STATE = frozenset({"minister", "deputy_minister", "head_of_government", "head_of_state", "ambassador"})

Names = tuple[tuple[NameMention, ...], tuple[Entity, ...]]


def add_states(analysis: Analysis, posts: tuple[PostMention, ...], names: Names) -> Names:
    """The names with a mention of the state for each adjective of nationality right beside or in a post of state.

    The state is the entity that the document names, or a new one under the country's usual name. Where the
    document has a post of state, a state that its capital or an adjective tells is an entity too, without a mention.
    """
    found = _posts_of_state(analysis, posts)
    if not found:
        return names
    mentions, entities = list(names[0]), list(names[1])
    known = {form.casefold(): e.id for e in entities if e.kind != "person" for form in e.forms}

    def entity(name: str) -> int:
        if name.casefold() not in known:
            known[name.casefold()] = len(entities)
            entities.append(Entity(len(entities), "place", name, (name,), ""))
        return known[name.casefold()]

    taken = {m.start for m in mentions}
    for post, tokens in found:
        for token in _beside(tokens, post):
            country = country_of(analysis.lang, token.text)
            if country is None or token.start in taken:
                continue
            mentions.append(NameMention(token.start, token.end, "place", entity(country)))
            taken.add(token.start)
            break
    table = governments(analysis.lang)
    present = {table.names.get(form) for form in known}
    for state in sorted(set(_told(analysis, table, known))):
        if state not in present:
            entity(state)
    mentions.sort()
    return tuple(mentions), tuple(entities)


def _told(analysis: Analysis, table: Governments, known: Iterable[str]) -> Iterator[str]:
    """The states whose seat is named, or whose adjective stands, in the text or in the publisher's name."""
    yield from (table.seats[form] for form in known if form in table.seats)
    words = {t.lower for s in analysis.sentences for t in s.tokens}
    words.update((analysis.publisher or "").lower().split())
    yield from (table.adjectives.get(word) or table.seats[word] for word in words & table.tellers)


def _posts_of_state(analysis: Analysis, posts: tuple[PostMention, ...]) -> list[tuple[PostMention, tuple[Token, ...]]]:
    """The posts of state, each with the tokens of its sentence."""
    found: list[tuple[PostMention, tuple[Token, ...]]] = []
    at = 0
    for post in posts:
        while analysis.sentences[at].end <= post.start:
            at += 1
        if post.role in _OF_STATE:
            found.append((post, analysis.sentences[at].tokens))
    return found


def _beside(tokens: tuple[Token, ...], post: PostMention) -> list[Token]:
    """The words right before and right behind a post."""
    before = [t for t in tokens if t.end <= post.start][-1:]
    behind = [t for t in tokens if t.start >= post.end][:1]
    return [t for t in (*before, *behind) if t.text[0].isalpha()]
