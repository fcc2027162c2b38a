"""Nationalities: by a word for it, by what a person is called, by the country that he is of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from incumbent.claims.passage import Passage
from incumbent.lexicon.countries import country_of
from incumbent.lexicon.dates import date_lexicon
from incumbent.lexicon.facts import FactLexicon
from incumbent.model import NameMention

Found = Iterator[tuple[int, str, str]]

_TRADE = 3
_COUNTRY = re.compile(r"\s*\(([^\W\d_][^()\d]{2,24})\)")


def is_national(words: FactLexicon, lower: str) -> bool:
    """Whether a word in small letters, or its last part, names a nationality."""
    if lower in words.nationals:
        return True
    return "-" in lower and lower.rsplit("-", 1)[1] in words.nationals


def nationality(passage: Passage, start: int, end: int) -> Found:
    """The nationality that stands beside a word for it ("of Danish origin", "de nationalité danoise")."""
    i = passage.token_at(end)
    while i < len(passage.tokens) and passage.tokens[i].text in ":(":
        i += 1
    before = passage.token_at(start) - 1
    if before > 0 and passage.tokens[before].text == "-":
        before -= 1
    for near in (i, before):
        if 0 <= near < len(passage.tokens) and is_national(passage.words, passage.tokens[near].lower):
            person = passage.person(start)
            if person is not None:
                yield person, "nationality", passage.tokens[near].text
            return


def nationals_of(passage: Passage) -> Found:
    """The nationality in a word that names a person by it: "the Swede", "la Québécoise X", "Belgian X"."""
    tokens, words = passage.tokens, passage.words
    for i, token in enumerate(tokens):
        if not is_national(words, token.lower):
            continue
        described = _by_apposition(passage, i)
        if described is not None:
            yield described, "nationality", token.text
            continue
        if not passage.is_capital(i):
            continue
        name = passage.name_at(token.start)
        if name is not None and (name.start, name.end) != (token.start, token.end):
            continue
        following = tokens[i + 1].start if i + 1 < len(tokens) else token.end
        beside = next((n for n in passage.names if n.start == following and n.kind == "person"), None)
        beside = _by_trade(passage, i) if beside is None else beside
        if beside is not None:
            yield beside.entity, "nationality", token.text
        elif i and tokens[i - 1].lower in passage.scene.words.determiners and _stands_alone(passage, i):
            person = passage.topic()
            if person is None:
                person = passage.scene.pronoun("", tokens[i - 1].start)
            if person is not None:
                yield person, "nationality", token.text


def _by_apposition(passage: Passage, i: int) -> int | None:
    """The person whom a word for nationals follows behind a comma, perhaps with a trade: "X, diplomate danoise"."""
    tokens = passage.tokens
    trade = not passage.is_capital(i)
    comma = i - 2 if trade else i - 1
    if comma < 1 or tokens[comma].text != "," or (trade and not tokens[i - 1].text.islower()):
        return None
    holder = next((n for n in passage.names if n.kind == "person" and n.end == tokens[comma - 1].end), None)
    if holder is not None and tokens[i - 1].lower not in passage.words["articles"]:
        return holder.entity
    alone = not trade and i + 1 < len(tokens) and tokens[i + 1].text == ","
    return passage.person(tokens[i].start, strict=True) if alone else None


def _by_trade(passage: Passage, i: int) -> NameMention | None:
    """The person whose nationality and trade stand before the name: "the Dominican diplomat X"."""
    words, scene = passage.words, passage.scene
    past = date_lexicon(scene.analysis.lang).cues
    for j in range(i + 1, min(i + 2 + _TRADE, len(passage.tokens))):
        token = passage.tokens[j]
        if passage.is_capital(j):
            name = passage.name_at(token.start)
            return name if j > i + 1 and name is not None and name.kind == "person" else None
        verb = token.lower in words["auxiliaries"] or token.lower in scene.words.reporting
        verb = verb or token.lower in past.past or token.lower.endswith(past.past_endings)
        if verb or not token.text[0].isalpha() or token.lower in words["stops"] | words["of"] | words["articles"]:
            return None
    return None


def of_country(passage: Passage) -> Found:
    """The country of a person who is named by it ("X of Ghana") and not by a post there."""
    for name in passage.names:
        i = passage.token_at(name.end)
        if name.kind != "person" or i + 1 >= len(passage.tokens) or passage.tokens[i].lower not in passage.words["of"]:
            continue
        end = max(passage.run(i + 1), i + 2)
        country = passage.text[passage.tokens[i + 1].start : passage.tokens[end - 1].end]
        if country.lower() in passage.words.countries and not passage.ends_post(name.start):
            yield name.entity, "nationality", country


def _stands_alone(passage: Passage, i: int) -> bool:
    """Whether a word for nationals is a noun here: by the language's spelling, by itself, or by what follows."""
    words, tokens = passage.words, passage.tokens
    if not words["person_nationals"] or tokens[i].lower in words["person_nationals"]:
        return not passage.is_capital(i + 1)
    if country_of(passage.scene.analysis.lang, tokens[i].text) is None:
        return False
    opens = i < 2 or not tokens[i - 2].text[0].isalpha()
    return opens and i + 1 < len(tokens) and tokens[i + 1].lower in words["auxiliaries"]


def in_brackets(passage: Passage) -> Found:
    """The country that stands in brackets behind a name: "X (Norway)"."""
    for name in passage.names:
        country = _COUNTRY.match(passage.text, name.end) if name.kind == "person" else None
        if country and country[1].lower() in passage.words.countries:
            yield name.entity, "nationality", country[1]
