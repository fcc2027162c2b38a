"""Facts of a person's life around the claims: births, deaths, nationalities; attainments.py reads the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incumbent.claims.attainments import award, degree, graduate, honour, rank, study, title, training
from incumbent.claims.passage import Passage
from incumbent.claims.scene import Scene
from incumbent.claims.works import owned_work, work
from incumbent.lexicon.countries import country_of
from incumbent.lexicon.facts import FactLexicon, fact_lexicon
from incumbent.model import Analysis, Fact, Mentions, Span

_LIFE = re.compile(r"\s*\(\D{0,14}?(\d{4})\s*-\s*\D{0,14}?(\d{4})\)")
_BORN = re.compile(r",?\s*\(?(?:b\.|\*)\s*(\d{4})\b")
_SINGLE = frozenset({"born", "died", "birthplace", "nationality"})
_BIRTH_REACH = 90
_DEATH_REACH = 80
_LIFETIME = range(30, 112)


class Found(NamedTuple):
    """A fact as a reader finds it: whose (an entity id), which and its value."""

    person: int
    property: str
    value: str


_Reader = Callable[[Passage, int, int], Iterator[tuple[int, str, str]]]


def find_facts(analysis: Analysis, mentions: Mentions) -> tuple[Fact, ...]:
    """The CV facts of a document in the order of the text; evidence spans are into ``analysis.text``."""
    scene = Scene(analysis, mentions)
    words = fact_lexicon(analysis.lang)
    seen: dict[tuple[int, str, str], Fact] = {}
    for sentence in analysis.sentences:
        found_words = {token.lower for token in sentence.tokens}
        cues = {cue for word in words.anchors.keys() & found_words for cue in words.anchors[word]}
        nationals = any(_is_national(words, word) for word in found_words if "-" in word or word in words.nationals)
        lives = "(" in found_words
        nationals = nationals or not found_words.isdisjoint(words.countries)
        if not (cues or nationals or lives):
            continue
        passage = Passage(scene, words, sentence)
        for found in _read(passage, cues, nationals, lives):
            key = _key(found)
            if key not in seen:
                name = mentions.entities[found.person].name
                seen[key] = Fact(name, found.property, found.value, Span(sentence.start, sentence.end))
    return tuple(fact for fact in seen.values() if not any(_within(fact, other) for other in seen.values()))


def _within(fact: Fact, other: Fact) -> bool:
    """Whether another fact says the same of the person and more."""
    if fact is other or (fact.person, fact.property) != (other.person, other.property):
        return False
    return fact.value != other.value and fact.value.casefold() in other.value.casefold()


def _key(found: Found) -> tuple[int, str, str]:
    """What makes two facts the same: for what a person has but one of, the person and the property."""
    return found.person, found.property, "" if found.property in _SINGLE else found.value.casefold()


def _read(passage: Passage, cues: set[str], nationals: bool, lives: bool) -> Iterator[Found]:
    for cue, reader in _READERS.items():
        if cue in cues:
            for match in passage.words.cues[cue].finditer(passage.text, passage.sentence.start, passage.sentence.end):
                for person, prop, value in reader(passage, match.start(), match.end()):
                    yield Found(person, prop, value)
    if nationals:
        yield from _nationals(passage)
        yield from _of_country(passage)
    if lives:
        yield from _lives(passage)


def _birth(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The date and the place behind a word of birth."""
    person = passage.person(start)
    if person is None:
        return
    stop = _clause_end(passage, end)
    dates = passage.dates(end, stop)
    if dates:
        yield person, "born", str(dates[0].date)
    place = _place(passage, end, stop)
    if place is not None:
        yield person, "birthplace", place


def _clause_end(passage: Passage, start: int) -> int:
    """Where a clause of birth ends: at a comma, unless a date or a place goes on behind it."""
    words, tokens = passage.words, passage.tokens
    first = passage.token_at(start)
    for i in range(first, len(tokens)):
        text = tokens[i].text
        if text in (".", ";", ")") or tokens[i].lower in words["and"] or tokens[i].start > start + _BIRTH_REACH:
            return tokens[i].start
        if text == ",":
            following = i + 1 < len(tokens) and tokens[i + 1].lower in words["place_prepositions"]
            if not following and not passage.dates(tokens[i].start, tokens[i].start + 6):
                return tokens[i].start
        if i > first and any(words.cues[cue].match(passage.text, tokens[i].start) for cue in ("died", "born")):
            return tokens[i].start
    return passage.sentence.end


def _place(passage: Passage, start: int, end: int) -> str | None:
    """The place that follows a preposition between two places."""
    tokens = passage.tokens
    for i in range(passage.token_at(start), passage.token_at(end)):
        following = i + 1
        if tokens[i].lower not in passage.words["place_prepositions"] or not passage.is_capital(following):
            continue
        if any(d.start <= tokens[following].start < d.end for d in passage.dates(start, end)):
            continue
        last = passage.run(following)
        if last > following:
            return passage.text[tokens[following].start : tokens[last - 1].end]
    return None


def _native(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The birthplace behind "native of"."""
    i = passage.token_at(end)
    while i < len(passage.tokens) and passage.tokens[i].lower in passage.words["articles"] | {":"}:
        i += 1
    person = passage.person(start)
    if person is None or not passage.is_capital(i) or passage.in_post(start):
        return
    last = passage.run(i)
    if last > i:
        yield person, "birthplace", passage.text[passage.tokens[i].start : passage.tokens[last - 1].end]


def _death(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The date of the death that a verb tells, of its subject."""
    date = None if passage.is_said_of_thing(start) else _death_date(passage, start, end)
    person = passage.person(start, strict=True) if date else None
    if person is not None and date:
        yield person, "died", date


def _death_of(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The date of the death that a noun tells, of the person in its genitive."""
    date = _death_date(passage, start, end)
    named = passage.scene.persons(end, min(passage.sentence.end, end + _DEATH_REACH))
    if not date or not named:
        return
    between = passage.scene.items(end, named[0].start)
    kin = any(item.lower in passage.words["possessives"] for item in between)
    genitive = any(item.lower in passage.words["of"] for item in between)
    clause = any(item.lower[:1].isalpha() and item.lower in passage.words["auxiliaries"] for item in between)
    if genitive and not kin and not clause:
        yield named[0].entity, "died", date


def _death_date(passage: Passage, start: int, end: int) -> str | None:
    """The date behind the words of a death (the last of two that are joined, as nights are), else the only one."""
    words = passage.words
    stop = min(passage.sentence.end, end + _DEATH_REACH)
    for token in passage.tokens[passage.token_at(end) :]:
        if token.lower in words.cue_words["born"] or (token.text[0].isalpha() and token.lower in words["auxiliaries"]):
            stop = min(stop, token.start)
            break
    after = passage.dates(end, stop)
    if after:
        chosen = after[0]
        for date in after[1:]:
            if date.start - chosen.end > 4:
                break
            chosen = date
        return str(chosen.until or chosen.date)
    before = passage.dates(max(passage.sentence.start, start - _DEATH_REACH), start)
    return str(before[0].date) if len(before) == 1 else None


def _is_national(words: FactLexicon, lower: str) -> bool:
    if lower in words.nationals:
        return True
    return "-" in lower and lower.rsplit("-", 1)[1] in words.nationals


def _nationality(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The nationality that stands beside a word for it ("of Danish origin", "de nationalité danoise")."""
    i = passage.token_at(end)
    while i < len(passage.tokens) and passage.tokens[i].text in ":(":
        i += 1
    before = passage.token_at(start) - 1
    if before > 0 and passage.tokens[before].text == "-":
        before -= 1
    for near in (i, before):
        if 0 <= near < len(passage.tokens) and _is_national(passage.words, passage.tokens[near].lower):
            person = passage.person(start)
            if person is not None:
                yield person, "nationality", passage.tokens[near].text
            return


def _nationals(passage: Passage) -> Iterator[Found]:
    """The nationality in a word that names a person by it: "the Swede", "la Québécoise X", "Belgian X"."""
    tokens, words = passage.tokens, passage.words
    for i, token in enumerate(tokens):
        if not passage.is_capital(i) or not _is_national(words, token.lower):
            continue
        name = passage.name_at(token.start)
        if name is not None and (name.start, name.end) != (token.start, token.end):
            continue
        following = tokens[i + 1].start if i + 1 < len(tokens) else token.end
        beside = next((n for n in passage.names if n.start == following and n.kind == "person"), None)
        if beside is not None:
            yield Found(beside.entity, "nationality", token.text)
        elif i and tokens[i - 1].lower in passage.scene.words.determiners and _stands_alone(passage, i):
            person = passage.topic()
            if person is None:
                person = passage.scene.pronoun("", tokens[i - 1].start)
            if person is not None:
                yield Found(person, "nationality", token.text)


def _of_country(passage: Passage) -> Iterator[Found]:
    """The country of a person who is named by it ("X of Ghana") and not by a post there."""
    for name in passage.names:
        i = passage.token_at(name.end)
        if name.kind != "person" or i + 1 >= len(passage.tokens) or passage.tokens[i].lower not in passage.words["of"]:
            continue
        end = max(passage.run(i + 1), i + 2)
        country = passage.text[passage.tokens[i + 1].start : passage.tokens[end - 1].end]
        if country.lower() in passage.words.countries and not passage.ends_post(name.start):
            yield Found(name.entity, "nationality", country)


def _stands_alone(passage: Passage, i: int) -> bool:
    """Whether a word for nationals is a noun here: by the language's spelling, by itself, or by what follows."""
    words, tokens = passage.words, passage.tokens
    if not words["person_nationals"] or tokens[i].lower in words["person_nationals"]:
        return not passage.is_capital(i + 1)
    if country_of(passage.scene.analysis.lang, tokens[i].text) is None:
        return False
    return i + 1 < len(tokens) and tokens[i + 1].lower in words["auxiliaries"]


def _lives(passage: Passage) -> Iterator[Found]:
    """The years of a life in brackets behind a name: "(1939-2023)", "(b. 1974)"."""
    for name in passage.names:
        match = _LIFE.match(passage.text, name.end) if name.kind == "person" else None
        if match and int(match[2]) - int(match[1]) in _LIFETIME:
            yield Found(name.entity, "born", match[1])
            yield Found(name.entity, "died", match[2])
        elif name.kind == "person" and (match := _BORN.match(passage.text, name.end)):
            yield Found(name.entity, "born", match[1])


_READERS: dict[str, _Reader] = {
    "born": _birth,
    "native": _native,
    "died": _death,
    "death": _death_of,
    "nationality": _nationality,
    "degrees": degree,
    "graduates": graduate,
    "studies": study,
    "trainings": training,
    "honours": honour,
    "ranks": rank,
    "awards": award,
    "titles": title,
    "works": work,
    "possessed_works": owned_work,
}
