"""Products and works that a person made: the readers that facts.py calls for their cues."""

from __future__ import annotations

from collections.abc import Iterator

from incumbent.claims.passage import Passage

Found = Iterator[tuple[int, str, str]]

_TITLE_REACH = 14


def work(passage: Passage, start: int, end: int) -> Found:
    """A product or a work behind its common noun, where a verb says that the sentence's person made it."""
    words, tokens = passage.words, passage.tokens
    first, last = passage.token_at(start), passage.token_at(end)
    makers = [t for t in tokens[:first] if t.lower in words["work_verbs"]]
    values = list(_work_names(passage, last)) or (_name_before(passage, first) if makers else [])
    if not values:
        return
    person = _named_maker(passage, first, last) if not makers else passage.person(makers[0].start, strict=True)
    if person is None and makers:
        person = _named_maker(passage, first, last)
    if person is not None:
        for value in values:
            yield person, "worked_on", value


def _name_before(passage: Passage, first: int) -> list[str]:
    """The name of a work right before its common noun, behind an article ("the Coral browser")."""
    begin = first
    while begin and passage.is_capital(begin - 1):
        begin -= 1
    openers = passage.words["articles"] | passage.words["possessives"]
    if begin == first or not begin or passage.tokens[begin - 1].lower not in openers or not _is_work(passage, begin):
        return []
    return [passage.text[passage.tokens[begin].start : passage.tokens[first - 1].end]]


def _named_maker(passage: Passage, first: int, last: int) -> int | None:
    """The person whose work it is by a genitive: "the new model X of Y", "Y's novel X"."""
    words, tokens = passage.words, passage.tokens
    for i in range(last, min(last + 6, len(tokens) - 1)):
        if tokens[i].lower in words["of"]:
            name = passage.name_at(tokens[i + 1].start)
            if name is not None and name.kind == "person":
                return name.entity
    for i in range(first - 1, max(0, first - 4), -1):
        if tokens[i].lower in words["possessive_mark"]:
            name = passage.name_at(tokens[i - 1].start)
            return name.entity if name is not None and name.kind == "person" else None
    return None


def _work_names(passage: Passage, i: int) -> Iterator[str]:
    """Names of works behind a common noun: right behind it, in quotation marks, or in a list."""
    tokens, words = passage.tokens, passage.words
    lists = next((m for phrase in words["lists"] if (m := _phrase_at(passage, i, phrase)) is not None), None)
    if lists is not None:
        yield from _list(passage, lists)
        return
    if _is_work(passage, i):
        yield passage.text[tokens[i].start : tokens[passage.run(i) - 1].end]
        return
    for j in range(i, min(i + _TITLE_REACH, len(tokens))):
        quoted = passage.title(j)
        if quoted is not None:
            yield passage.text[quoted[0] : quoted[1]]
            return
        if (
            tokens[j].text == ","
            and _is_work(passage, j + 1)
            and tokens[passage.run(j + 1) % len(tokens)].text in ".,;"
        ):
            yield passage.text[tokens[j + 1].start : tokens[passage.run(j + 1) - 1].end]
            return
        if tokens[j].text in (".", ";", ":") or (tokens[j].lower in passage.scene.words.relatives):
            return


def _phrase_at(passage: Passage, i: int, phrase: str) -> int | None:
    """The index behind a phrase that stands at token ``i`` or behind a comma there."""
    tokens = passage.tokens
    if i < len(tokens) and tokens[i].text == ",":
        i += 1
    parts = phrase.split()
    if [t.lower for t in tokens[i : i + len(parts)]] == parts:
        return i + len(parts)
    return None


def _list(passage: Passage, i: int) -> Iterator[str]:
    """The names in a list: set off by commas and by the language's "and"."""
    tokens = passage.tokens
    while i < len(tokens):
        while i < len(tokens) and tokens[i].lower in passage.words["articles"]:
            i += 1
        if i >= len(tokens) or not _is_work(passage, i):
            return
        end = passage.run(i)
        yield passage.text[tokens[i].start : tokens[end - 1].end]
        i = end
        while i < len(tokens) and (tokens[i].text == "," or tokens[i].lower in passage.words["and"]):
            i += 1
        if i == end:
            return


def _is_work(passage: Passage, i: int) -> bool:
    """Whether a name that may be a product's begins at token ``i``."""
    if not passage.is_capital(i) or passage.run(i) <= i:
        return False
    start = passage.tokens[i].start
    if passage.scene.words.phrases["platforms"].pattern.fullmatch(
        passage.text, start, passage.tokens[passage.run(i) - 1].end
    ):
        return False
    name = passage.name_at(start)
    return name is None or name.kind == "org"


def owned_work(passage: Passage, start: int, end: int) -> Found:
    """A work by its theme: "her book on X"."""
    tokens, words = passage.tokens, passage.words
    first, last = passage.token_at(start), passage.token_at(end)
    if not first or tokens[first - 1].lower not in words["possessives"] or last + 1 >= len(tokens):
        return
    quoted = passage.title(last)
    if quoted is not None:
        person = passage.topic()
        if person is not None:
            yield person, "worked_on", passage.text[quoted[0] : quoted[1]]
        return
    if not passage.is_capital(last + 1) or tokens[last].text in ",.;":
        return
    stop = passage.run(last + 1)
    person = passage.topic()
    if person is not None and stop > last + 1:
        yield person, "worked_on", passage.text[start : tokens[stop - 1].end]
