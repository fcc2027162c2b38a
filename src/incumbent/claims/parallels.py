"""Posts and people that stand side by side: "A becomes chief executive, B finance director", "respectively"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from incumbent.claims.encode import Item
from incumbent.claims.found import Passage
from incumbent.claims.triggers import Trigger
from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, PERSON, POST

_MANY = 2


class Pair(NamedTuple):
    """The items of a person and of the post that the person takes up."""

    person: int
    post: int


def further_pairs(passage: Passage, trigger: Trigger, words: Grammar) -> list[Pair]:
    """The people and posts that go on a verb's list without a verb of their own, behind its first post."""
    items = passage.coded.items
    if trigger.frame.kind != "start" or trigger.frame.post == "none" or not _has_many(passage):
        return []
    post = passage.finder.post(trigger)
    pairs: list[Pair] = []
    while post is not None:
        pair = _next(passage, passage.links.behind(post), words)
        if pair is None:
            break
        pairs.append(pair)
        post = pair.post
    last = passage.links.behind(pairs[-1].post) if pairs else 0
    return pairs if pairs and _closes(items, last, words) else []


def _has_many(passage: Passage) -> bool:
    text = passage.coded.text
    return text.count(PERSON) >= _MANY and text.count(POST) >= _MANY


def _next(passage: Passage, at: int, words: Grammar) -> Pair | None:
    """The pair that begins at an item with a comma or "and"."""
    items = passage.coded.items
    parts = {",", ";", *words["conjunctions"]}
    start = at
    while at < len(items) and items[at].symbol in parts:
        at += 1
    if at == start or at >= len(items) or items[at].symbol != PERSON:
        return None
    person = at
    at += 1
    while at < len(items) and (
        items[at].symbol == "," or items[at].symbol in words["as"] or items[at].symbol in words["determiners"]
    ):
        at += 1
    taken = at < len(items) and items[at].symbol == POST and at > person
    return Pair(person, at) if taken and _is_free(passage, at, person) else None


def _is_free(passage: Passage, post: int, person: int) -> bool:
    return passage.links.person_of.get(post, person) == person


def _closes(items: Sequence[Item], at: int, words: Grammar) -> bool:
    """Whether a list of pairs may end before an item, so that no verb has the last name as its subject."""
    if at >= len(items) or items[at].symbol in (".", ";", DATE):
        return True
    return items[at].symbol in words["prepositions"] or items[at].symbol in words["at"]


def respective(passage: Passage, people: Sequence[int], posts: Sequence[int | None], words: Grammar) -> dict[int, int]:
    """The person's item for each post's item where a sentence says that they go by order."""
    if passage.coded.symbols.isdisjoint(words["respectively"]) or len(people) != len(posts) or len(posts) < _MANY:
        return {}
    return {post: person for post, person in zip(posts, sorted(people), strict=True) if post is not None}
