"""A sentence as the patterns see it: words in lower case, mentions as single symbols, one blank between."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from incumbent.lexicon.grammar import Grammar
from incumbent.lexicon.patterns import DATE, ORG, ORG_WORD, PERSON, PLACE, POST, PRONOUN, SPEAKER, Pattern
from incumbent.model import Analysis, Mentions, Sentence

_NAME_SYMBOLS = {"person": PERSON, "org": ORG, "place": PLACE}
_TICKER = 8
_CLOSING = frozenset({",", ".", ";", ")"})
PEOPLE = frozenset({PERSON, PRONOUN, SPEAKER})
ORGS = frozenset({ORG, ORG_WORD, PLACE})


class Item(NamedTuple):
    """A word (``symbol`` is its lower-case form) or a mention.

    ``ref`` is an entity id for names, an index into Mentions.posts or .dates for posts and dates,
    -1 otherwise; ``gender`` what a pronoun asks for (LATTER: the person named last).
    """

    symbol: str
    start: int
    end: int
    ref: int = -1
    gender: str = ""


class Coded(NamedTuple):
    """A sentence with its items, the string that patterns are run on, all its symbols."""

    number: int
    sentence: Sentence
    items: list[Item]
    text: str
    symbols: frozenset[str]

    def item_at(self, offset: int) -> int:
        """The index of the item that begins at an offset of ``text``, or behind the blank at it."""
        return _item_at(self.text, offset)


class _Mention(NamedTuple):
    start: int
    end: int
    symbol: str
    ref: int


_NO_MORE = _Mention(sys.maxsize, sys.maxsize, "", -1)


def encode(analysis: Analysis, mentions: Mentions, words: Grammar, honorifics: frozenset[str]) -> list[Coded]:
    """Every sentence of a document, coded."""
    marks = _merge(mentions)
    coded: list[Coded] = []
    cursor = 0
    for index, sentence in enumerate(analysis.sentences):
        while cursor < len(marks) and marks[cursor].start < sentence.start:
            cursor += 1
        last = cursor
        while last < len(marks) and marks[last].start < sentence.end:
            last += 1
        items = _items(sentence, _dated(sentence, marks[cursor:last], words), words, honorifics)
        cursor = last
        symbols = [item[0] for item in items]
        if described := words.person_words.fitting(frozenset(symbols)):
            items = _describe_people(items, described, analysis.text, words)
            symbols = [item[0] for item in items]
        coded.append(Coded(index, sentence, items, _write(symbols), frozenset(symbols)))
    return coded


def _merge(mentions: Mentions) -> list[_Mention]:
    """All mentions in order; where two overlap the longer one stays, a name before a post before a date."""
    marks = [_Mention(n.start, n.end, _NAME_SYMBOLS[n.kind], n.entity) for n in mentions.names]
    marks += [_Mention(p.start, p.end, POST, i) for i, p in enumerate(mentions.posts)]
    marks += [_Mention(d.start, d.end, DATE, i) for i, d in enumerate(mentions.dates)]
    marks.sort(key=lambda m: (m.start, -m.end))
    kept: list[_Mention] = []
    for mark in marks:
        if kept and mark.start < kept[-1].end:
            if mark.end - mark.start > kept[-1].end - kept[-1].start:
                kept[-1] = mark
            continue
        kept.append(mark)
    return kept


def _dated(sentence: Sentence, marks: Sequence[_Mention], words: Grammar) -> Sequence[_Mention]:
    """The mentions of a sentence without a "today" that only says which post somebody has: "today head of tax"."""
    today = {
        date.start
        for date, post in pairwise(marks)
        if date.symbol == DATE and post.symbol == POST and post.start == date.end + 1
    }
    if today:
        today &= {token.start for token in sentence.tokens if token.lower in words["current"]}
    return [mark for mark in marks if mark.start not in today] if today else marks


def _items(sentence: Sentence, marks: Sequence[_Mention], words: Grammar, honorifics: frozenset[str]) -> list[Item]:
    # What Item(...) does, without the call of a function in Python for each of a text's words.
    new = tuple.__new__
    if not marks and words.referring.isdisjoint(sentence.words):
        return [new(Item, (word, start, end, -1, "")) for start, end, _, word in sentence.tokens]
    items: list[Item] = []
    append = items.append
    pronouns, first_person, possessives = words.pronouns, words["first_person"], words["possessives"]
    referring, left, verbs = words.referring, iter(marks), words["post_verbs"]
    mark = next(left, _NO_MORE)
    for number, (start, end, _, word) in enumerate(sentence.tokens):
        while mark.end <= start:
            mark = next(left, _NO_MORE)
        if mark.start < end:
            alone = word in verbs and (mark.symbol, mark.start, mark.end) == (POST, start, end)
            if alone and _has_subject(items, words):
                items.append(Item(word, start, end))
            elif not items or items[-1].start != mark.start or items[-1].symbol != mark.symbol:
                if mark.symbol == PERSON:
                    _drop_honorifics(items, honorifics)
                if start < mark.start and (prefix := word[: mark.start - start]) in words["former"]:
                    items.append(Item(prefix, start, mark.start))
                append(new(Item, (mark.symbol, mark.start, mark.end, mark.ref, "")))
        elif word not in referring:
            append(new(Item, (word, start, end, -1, "")))
        elif word in pronouns and not (word in possessives and _owns(sentence, number, words)):
            items.append(Item(PRONOUN, start, end, -1, pronouns[word]))
        elif word in first_person and word not in possessives:
            items.append(Item(SPEAKER, start, end))
        elif word in words.org_words:
            _add_org_word(items, Item(word, start, end), words)
        else:
            items.append(Item(word, start, end))
    if not words.org_words.isdisjoint(sentence.words):
        items = _undo_titles_of_names(items, words)
    return _drop_tickers(items) if "(" in sentence.words else items


def _has_subject(items: list[Item], words: Grammar) -> bool:
    """Whether what stands before a word that names posts, or is a verb, is a subject: "P chairs O", "who heads O"."""
    before = items[-1].symbol if items else ""
    return before in PEOPLE or before in words["relatives"] or before in words["current"]


def _owns(sentence: Sentence, number: int, words: Grammar) -> bool:
    """Whether a word that is both pronoun and possessive ("her") has something behind it that it may own."""
    if number + 1 >= len(sentence.tokens):
        return False
    following = sentence.tokens[number + 1].lower
    return following[0].isalnum() and not any(
        following in words[name] for name in ("prepositions", "as", "conjunctions", "determiners", "subordinators")
    )


def _drop_honorifics(items: list[Item], honorifics: frozenset[str]) -> None:
    while items and (
        items[-1].symbol in honorifics
        or (items[-1].symbol == "." and len(items) > 1 and items[-2].symbol in honorifics)
    ):
        items.pop()


def _add_org_word(items: list[Item], item: Item, words: Grammar) -> None:
    """ "the company", "the Leeds-based group", "la société": one item that stands for an organisation.

    In "the Halden group" the name says which, and the word adds nothing.
    """
    if items and items[-1].symbol == ORG:
        return
    for back in (1, 2, 3):
        if len(items) >= back and items[-back].symbol in words.org_determiners:
            start = items[-back].start
            if all(i.symbol.isalnum() or "-" in i.symbol or i.symbol == PLACE for i in items[len(items) - back + 1 :]):
                del items[len(items) - back :]
                items.append(Item(ORG_WORD, start, item.end))
                return
    items.append(item)


def _undo_titles_of_names(items: list[Item], words: Grammar) -> list[Item]:
    """ "the group Renault", "the board of Renault" are Renault: words of the name's description are left out.

    So is "the company" in "the company, Renault, ...", and "the parent company" in "the parent company, Renault".
    """
    kept: list[Item] = []
    skip = 0
    for i, item in enumerate(items):
        if skip:
            skip -= 1
        elif item.symbol != ORG_WORD or not (skip := _title_length(items, i, words)):
            kept.append(item)
        else:
            skip -= 1
    return kept


def _title_length(items: list[Item], i: int, words: Grammar) -> int:
    """How many items from ``i`` on describe the name behind them, 0 where they do not."""
    at = i + 1
    apposed = at < len(items) and items[at].symbol == ","
    joined = at < len(items) and items[at].symbol in words["of"]
    at += apposed or joined
    while (apposed or joined) and at < len(items) and items[at].symbol in words["determiners"]:
        at += 1
    if at >= len(items) or items[at].symbol != ORG:
        return 0
    closed = at + 1 >= len(items) or items[at + 1].symbol in _CLOSING
    return at - i if closed or not apposed else 0


def _drop_tickers(items: list[Item]) -> list[Item]:
    """Leave out a name's code in brackets: "Acme (LSE: ACM)", "Jane Roe (DIN: 012345)"."""
    for i, item in enumerate(items):
        if item.symbol == "(" and any(other.symbol == ":" for other in items[i + 1 : i + 4]):
            closing = next((j for j in range(i + 1, min(i + _TICKER, len(items))) if items[j].symbol == ")"), None)
            inside = {other.symbol for other in items[i:closing]}
            if closing is not None and i and items[i - 1].symbol in (ORG, PERSON) and not inside & {PERSON, POST}:
                return [*items[:i], *_drop_tickers(items[closing + 1 :])]
    return items


def _describe_people(
    items: list[Item], described: Iterable[tuple[Pattern, str]], whole: str, words: Grammar
) -> list[Item]:
    """Replace descriptions of a person ("the 52-year-old", "ce dernier", "le Croate") by a pronoun item."""
    for pattern, gender in described:
        text = _write([item[0] for item in items])
        for match in reversed(list(pattern.regex.finditer(text))):
            first, last = _item_at(text, match.start()), _item_at(text, match.end()) - 1
            if last + 1 < len(items) and items[last + 1].symbol in (PERSON, ORG):
                continue
            named = [item for item in items[first : last + 1] if item.symbol in words.nationals]
            if named and not whole[named[0].start].isupper():
                continue
            items = [
                *items[:first], Item(PRONOUN, items[first].start, items[last].end, -1, gender), *items[last + 1 :]
            ]  # fmt: skip
    return items


def _write(symbols: Iterable[str]) -> str:
    return f" {' '.join(symbols)} "


def _item_at(text: str, offset: int) -> int:
    # Before each symbol stands one blank, and none in it.
    return text.count(" ", 0, offset + 1) - 1
