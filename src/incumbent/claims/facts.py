"""Facts of a person's life around the claims: births, deaths, nationalities; attainments.py reads the rest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from incumbent.claims.attainments import award, degree, graduate, honour, rank, study, title, training
from incumbent.claims.nationalities import in_brackets, is_national, nationality, nationals_of, of_country
from incumbent.claims.passage import Passage
from incumbent.claims.scene import Scene
from incumbent.claims.works import owned_work, work
from incumbent.lexicon.facts import fact_lexicon
from incumbent.model import Analysis, DateMention, Fact, Mentions, Span

_LIFE = re.compile(r"\s*\(\D{0,14}?(\d{4})\s*-\s*\D{0,14}?(\d{4})\)")
_BORN = re.compile(r",?\s*\(?(?:b\.|\*)\s*(\d{4})\b")
_SINGLE = frozenset({"born", "died", "birthplace", "nationality"})
_BIRTH_REACH = 90
_DEATH_REACH = 80
_YEAR = re.compile(r"(?<=[^\W\d_] )(1[89]\d\d|20\d\d)(?!\w)")
_LIFETIME = range(30, 112)
_RANGES = ("from", "since", "until")


class Found(NamedTuple):
    """A fact as a reader finds it: whose (an entity id), which and its value."""

    person: int
    property: str
    value: str


_Reader = Callable[[Passage, int, int], Iterator[tuple[int, str, str]]]


def find_facts(analysis: Analysis, mentions: Mentions, scene: Scene | None = None) -> tuple[Fact, ...]:
    """The CV facts of a document in the order of the text; evidence spans are into ``analysis.text``.

    ``scene`` is that of the document, where the caller has it already.
    """
    scene = Scene(analysis, mentions) if scene is None else scene
    words = fact_lexicon(analysis.lang)
    seen: dict[tuple[int, str, str], Fact] = {}
    for sentence in analysis.sentences:
        found_words = frozenset(sentence.words)
        text = analysis.text[sentence.start : sentence.end].lower()
        if "-" in text:
            found_words = found_words.union([word.rsplit("-", 1)[1] for word in found_words if "-" in word])
        anchored = words.anchors.keys() & found_words
        cues = {cue for word in anchored for cue, phrase in words.anchors[word] if phrase == word or phrase in text}
        nationals = not (found_words.isdisjoint(words.nationals) and found_words.isdisjoint(words.countries))
        lives = "(" in found_words
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
        yield from (Found(*found) for found in (*nationals_of(passage), *of_country(passage)))
    if lives:
        yield from (Found(*found) for found in in_brackets(passage))
        yield from _lives(passage)


def _birth(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The date and the place behind a word of birth."""
    person = passage.person(start)
    if person is None:
        return
    stop = _clause_end(passage, end)
    dates = passage.dates(end, stop)
    year = None if dates else _YEAR.search(passage.text, end, stop)
    if dates or year:
        yield person, "born", str(dates[0].date) if dates else str(year and year[1])
    place = _hyphened_place(passage, start) or _place(passage, end, stop) or _bare_place(passage, end, stop)
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


def _hyphened_place(passage: Passage, start: int) -> str | None:
    """The place joined to a word of birth: "the Antwerp-born designer". A nationality is none."""
    i = passage.token_at(start + 1) - 1
    if i < 0 or passage.text[start - 1 : start] != "-" or not passage.is_capital(i):
        return None
    place = passage.text[passage.tokens[i].start : start - 1]
    return None if not place or is_national(passage.words, place.lower()) else place


def _bare_place(passage: Passage, start: int, end: int) -> str | None:
    """The place right behind a word of birth, before a date: "born Helsinki 1985"."""
    i = passage.token_at(start)
    if not passage.is_capital(i) or passage.tokens[i].start >= end or passage.name_at(start + 1) is None:
        return None
    name = passage.name_at(passage.tokens[i].start)
    return passage.text[name.start : name.end] if name is not None and name.kind == "place" else None


def _native(passage: Passage, start: int, end: int) -> Iterator[tuple[int, str, str]]:
    """The birthplace behind "native of"."""
    i = passage.token_at(end)
    while i < len(passage.tokens) and (
        passage.tokens[i].lower == ":" or passage.tokens[i].lower in passage.words["articles"]
    ):
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
    person = _right_before(passage, start) if date else None
    if person is None and date:
        person = passage.person(start, strict=True)
    if person is not None and date:
        yield person, "died", date


def _right_before(passage: Passage, start: int) -> int | None:
    """The person named right before a verb, with nothing but auxiliaries between: "... since X died"."""
    items = passage.scene.items(passage.sentence.start, start)
    while items and items[-1].lower[:1].isalpha() and items[-1].lower in passage.words["auxiliaries"]:
        items.pop()
    return items[-1].ref if items and items[-1].kind == "person" else None


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
    after = [date for date in passage.dates(end, stop) if not _is_range(date)]
    if after:
        chosen = after[0]
        for date in after[1:]:
            if date.start - chosen.end > 4:
                break
            chosen = date
        return str(chosen.until or chosen.date)
    before = passage.dates(max(passage.sentence.start, start - _DEATH_REACH), start)
    return str(before[0].date) if len(before) == 1 and before[0].relation not in ("since", "until") else None


def _is_range(date: DateMention) -> bool:
    """Whether a date is an end of years that a life is described by: "its chair from 1969 to 1999"."""
    years = date.until and date.date and date.until.year != date.date.year
    return bool(years) or date.relation in _RANGES


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
    "nationality": nationality,
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
