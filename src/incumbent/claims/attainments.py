"""Degrees and awards: the readers that facts.py calls for their cues."""

from __future__ import annotations

from collections.abc import Iterator

from incumbent.claims.passage import Passage
from incumbent.model import Token

Found = Iterator[tuple[int, str, str]]

_LEFT_REACH = 5
_SUBJECT_REACH = 7
_CHAIN_REACH = 14
_VERB_REACH = 14
# Degrees as short as this are abbreviations of other things too, unless an article stands before them.
_SHORT = 2


def degree(passage: Passage, start: int, end: int) -> Found:
    """A degree by its name, with its subject and institution where they follow."""
    first, last = passage.token_at(start), passage.token_at(end)
    name = passage.name_at(start)
    if passage.in_post(start) or (name is not None and not start <= name.start < name.end <= end):
        return
    subject, place = _chain(passage, last)
    if place is None and last < len(passage.tokens) and passage.tokens[last].lower in passage.words["not_degrees"]:
        return
    begin = _modifiers(passage, first)
    text = passage.text[start:end].lower()
    if place is None and subject == last and (begin is None or (begin == first and text in passage.words["bare"])):
        return
    if begin is None and len(text) <= _SHORT:
        return
    person = passage.person(start)
    if person is None:
        return
    where = place or _studied_where(passage, first)
    yield person, "degree", _joined(passage, first if begin is None else begin, subject, where)


def graduate(passage: Passage, start: int, end: int) -> Found:
    """A person called by the institution that he studied at."""
    first, last = passage.token_at(start), passage.token_at(end)
    subject, place = _chain(passage, last)
    if (
        place is None
        and passage.tokens[last - 1].lower in passage.words["of"] | passage.words["institution_prepositions"]
    ):
        place = _institution(passage, last)
    person = passage.person(start) if place else None
    if person is not None and place:
        named = _degree_behind(passage, place[1])
        whole = passage.text[start : passage.tokens[place[1] - 1].end] if place[0] < subject else None
        yield person, "degree", whole if whole and not named else _joined(passage, *(named or (first, subject)), place)


def _degree_behind(passage: Passage, i: int) -> tuple[int, int] | None:
    """The tokens of a degree in brackets behind its institution: "a graduate of X (MA, 2006)"."""
    tokens = passage.tokens
    if i + 1 >= len(tokens) or tokens[i].text != "(":
        return None
    match = passage.words.cues["degrees"].match(passage.text, tokens[i + 1].start)
    return (i + 1, passage.token_at(match.end())) if match else None


def training(passage: Passage, start: int, end: int) -> Found:
    """What somebody was trained as, and where: "trained as a chemist at X"."""
    last = passage.token_at(end)
    bare = last < len(passage.tokens) and passage.tokens[last].lower in passage.words["articles"]
    yield from study(passage, start, passage.tokens[last].end if bare else end)


def study(passage: Passage, start: int, end: int) -> Found:
    """What somebody read, and where: "studied law at X", "graduated from X", "finished the X university"."""
    words, tokens = passage.words, passage.tokens
    last = passage.token_at(end)
    named = None
    if last and tokens[last - 1].lower in words["institution_prepositions"]:
        named = _institution(passage, last)
    thing = last < len(tokens) and tokens[last].lower in words["articles"]
    subject = last
    while named is None and subject < min(last + _SUBJECT_REACH, len(tokens)):
        lower = tokens[subject].lower
        if lower in words["institution_prepositions"] and not thing:
            named = _institution(passage, subject + 1)
            if named is not None:
                break
        if lower in words["institutions"]:
            named = (last + thing, max(passage.run(subject), subject + 1))
            subject = last
            break
        if not lower[0].isalpha() or lower in words["stops"]:
            return
        subject += 1
    person = passage.person(start) if named else None
    if person is None or named is None or _is_person(passage, named[0]):
        return
    begin = last
    while begin < subject and tokens[begin].lower in words["articles"] | words["chain"]:
        begin += 1
    yield person, "degree", _joined(passage, begin, subject, named)


def _is_person(passage: Passage, i: int) -> bool:
    """Whether what stands where an institution may is somebody's name: "a letter read from X"."""
    name = passage.name_at(passage.tokens[i].start)
    return name is not None and name.kind == "person"


def _modifiers(passage: Passage, first: int) -> int | None:
    """Where the words before a degree begin ("a mathematics degree"), None where no article stands before them."""
    words = passage.words
    openers = words["articles"] | words["possessives"]
    for i in range(first - 1, max(-1, first - _LEFT_REACH), -1):
        lower = passage.tokens[i].lower
        if lower in openers or lower == "d'":
            return i + 1
        if not lower[0].isalpha() or lower in words["stops"]:
            return None
    return None


def _chain(passage: Passage, i: int) -> tuple[int, tuple[int, int] | None]:
    """The index behind a degree's subject that begins at ``i``, and the tokens of its institution."""
    words, tokens = passage.words, passage.tokens
    end, linked, plain = i, i > 0 and tokens[i - 1].lower in words["chain"], 0
    limit = min(len(tokens), i + _CHAIN_REACH)
    while i < limit:
        lower = tokens[i].lower
        if lower in words["institution_prepositions"]:
            place = _institution(passage, i + 1)
            if place is not None:
                return end, place
        if lower in words["and"] and (i + 2 >= len(tokens) or tokens[i + 2].lower in words["articles"]):
            break
        if lower in words["chain"]:
            linked, plain = True, 0
        elif not lower[0].isalpha() or lower in words["stops"] or not linked or plain > 2:
            break
        else:
            plain += 1
            end = i + 1
        i += 1
    return end, None


def _institution(passage: Passage, i: int) -> tuple[int, int] | None:
    """The tokens of an institution's name at ``i``, after an article."""
    words, tokens = passage.words, passage.tokens
    while i < len(tokens) and tokens[i].lower in words["articles"] | {"l'"} and not passage.is_capital(i):
        i += 1
    if i >= len(tokens):
        return None
    if i + 1 < len(tokens) and tokens[i].text in words["articles"] | {"The"}:
        last = passage.run(i)
        return (i, last) if last > i else None
    if passage.is_capital(i):
        date = any(d.start <= tokens[i].start < d.end for d in passage.dates(tokens[i].start - 20, tokens[i].end))
        last = passage.run(i)
        if tokens[i].lower in words["institutions"]:
            last = _institution_end(passage, last)
        return (i, last) if last > i and not date else None
    if tokens[i].lower in words["institutions"]:
        last = _institution_end(passage, i + 1)
        return (i, last) if any(passage.is_capital(j) for j in range(i, last)) else None
    return None


def _institution_end(passage: Passage, i: int) -> int:
    """The index behind an institution's name that goes on at ``i`` in small letters ("École des mines de Paris")."""
    words, tokens = passage.words, passage.tokens
    end, plain = i, 0
    while i < min(len(tokens), end + 4) and plain < 3:
        lower = tokens[i].lower
        if passage.is_capital(i):
            i = end = max(passage.run(i), i + 1)
            continue
        if lower not in words["of"] | words["articles"]:
            if not lower[0].isalpha() or lower in words["stops"] or lower in words["chain"]:
                break
            plain += 1
            end = i + 1
        i += 1
    return end


def _studied_where(passage: Passage, first: int) -> tuple[int, int] | None:
    """The institution that "where" points back to: "the X, where she took a degree"."""
    for i in range(first - 1, max(1, first - _CHAIN_REACH), -1):
        if passage.tokens[i].lower in passage.words["where"]:
            name = passage.name_at(passage.tokens[i - 1].start) or passage.name_at(passage.tokens[max(0, i - 2)].start)
            if name is not None and name.kind != "person":
                return passage.token_at(name.start), passage.token_at(name.end)
    return None


def _joined(passage: Passage, begin: int, end: int, place: tuple[int, int] | None) -> str:
    """A degree with its institution: as it stands, or "degree, institution" where the language's file says so."""
    tokens, text = passage.tokens, passage.text
    if place is None:
        return text[tokens[begin].start : tokens[end - 1].end]
    there = text[tokens[place[0]].start : tokens[place[1] - 1].end]
    if begin >= end:
        return there
    if passage.words.composed or place[0] < begin:
        return f"{text[tokens[begin].start : tokens[end - 1].end]}, {there}"
    return text[tokens[begin].start : tokens[place[1] - 1].end]


def honour(passage: Passage, start: int, end: int) -> Found:
    """An honour told by a verb alone ("was knighted")."""
    person = passage.person(start)
    if person is not None:
        yield person, "award", passage.text[start:end].split()[0]


def rank(passage: Passage, start: int, end: int) -> Found:
    """A decoration by the rank in it: "Officier de la Légion d'honneur", "CBE"."""
    last = _award_end(passage, passage.token_at(end), small=0 if passage.text[start:end].isupper() else 3)
    person = None if passage.in_post(start) else passage.person(start)
    if person is not None:
        yield person, "award", passage.text[start : passage.tokens[last - 1].end]


def award(passage: Passage, start: int, end: int) -> Found:
    """An award that a verb says somebody got: "won the X Prize", "a reçu le prix X"."""
    words, tokens = passage.words, passage.tokens
    first = passage.token_at(start)
    verb = next(
        (i for i in range(first - 1, max(-1, first - _VERB_REACH), -1) if tokens[i].lower in words["award_verbs"]), None
    )
    if verb is None or passage.in_post(start) or words.cues["titles"].search(passage.text, tokens[verb].start, start):
        return
    begin = first
    ends = (words["chain"] | words["and"]) - words["of"] - words["articles"]
    while begin - 1 > verb and _in_name(tokens[begin - 1], ends):
        begin -= 1
    while begin < first and tokens[begin].lower in words["articles"] | words["of"] | words["possessives"]:
        begin += 1
    last = _award_end(passage, passage.token_at(end), small=0)
    if not any(passage.is_capital(i) for i in range(begin, last)):
        return
    person = passage.person(tokens[verb].start, strict=True)
    if person is None and tokens[0].lower in words["possessives"]:
        person = passage.topic()
    if person is not None:
        yield person, "award", passage.text[tokens[begin].start : tokens[last - 1].end]


def _in_name(token: Token, ends: frozenset[str]) -> bool:
    """Whether a token may be a part of an award's name: a word that is none of ``ends``, a hyphen, a possessive."""
    return token.lower not in ends and (token.text[0].isalpha() or token.text[0] in "'-&")


def _award_end(passage: Passage, i: int, small: int) -> int:
    """The index behind an award's name that goes on at ``i``: capitals and up to ``small`` plain words."""
    words, tokens = passage.words, passage.tokens
    end, plain = i, 0
    while i < min(len(tokens), end + 5):
        if passage.is_capital(i):
            end = i + 1
        elif tokens[i].lower not in words["of"] | words["articles"]:
            if plain >= small or not tokens[i].lower[0].isalpha() or tokens[i].lower in words["stops"] | words["chain"]:
                break
            plain += 1
            end = i + 1
        i += 1
    return end


def title(passage: Passage, start: int, end: int) -> Found:
    """An award that is a title: "named Engineer of the Year"."""
    words, tokens = passage.words, passage.tokens
    first = passage.token_at(start)
    begin = first
    while begin and (passage.is_capital(begin - 1) or tokens[begin - 1].lower in words["chain"]):
        begin -= 1
    while begin < first and not passage.is_capital(begin):
        begin += 1
    named = any(t.lower in words["award_verbs"] for t in tokens[max(0, begin - 5) : begin])
    person = passage.person(tokens[begin].start) if named and begin < first else None
    if person is not None:
        yield person, "award", passage.text[tokens[begin].start : end]
