"""``dates.yml`` of a language: its words for dates, the patterns that they stand in, and what ties them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from incumbent.lexicon.date_patterns import FILLER, Alphabet, DatePattern, compile_pattern, literals
from incumbent.lexicon.loader import RESOURCES, Node, load_yaml

FIRST_YEAR, LAST_YEAR = 1900, 2100
RELATIONS = ("at", "since", "until", "from", "by", "before", "after")
# What a pattern's match is turned into; mentions/dates/actions.py has a function for each.
ACTIONS = (
    "date", "day_only", "month", "weekday", "nth_weekday", "year", "iso", "numeric", "shift", "part_of_unit", "ago",
    "ahead", "ahead_if_future", "later", "earlier", "before_feast", "after_feast", "length", "length_to_now", "same",
    "season", "quarter", "span_of_years", "feast", "instant",
)  # fmt: skip
_CLASSES = (
    "approx", "compound_month", "compound_year", "day", "fiscal", "month", "month_short", "number", "ordinal", "part",
    "quarter", "same_day", "same_month", "same_year", "season", "shift", "shift_day", "shift_month", "shift_week",
    "shift_year", "unit", "unit_now", "weekday",
)  # fmt: skip
_GENERATED = ("monthnum", "two", "year", "numeric", "feast")


@dataclass(frozen=True, slots=True)
class Feast:
    """How a feast falls.

    ``easter`` counts days from Easter Sunday. Else it is ``day`` of ``month``, or the ``nth``
    ``weekday`` (0 is Monday) of ``month``, or the last ``weekday`` on or before ``day`` of ``month``.
    ``precision`` is "month" where the word means the time around the feast.
    """

    month: int = 0
    day: int = 0
    weekday: int | None = None
    nth: int = 0
    easter: int | None = None
    precision: str = "day"


@dataclass(frozen=True, slots=True)
class Cues:
    """Signs of tense: words, pairs of words and endings. ``plain`` words only look like one.

    A word with one of ``past_endings`` is none within three words of ``participle_after``; one with one of
    ``compound_endings`` is one directly behind ``compound_after``. ``prepositions`` make a date lie ahead where
    nothing else tells, ``perfect`` words make a plain length reach to the day of publication.
    """

    future: frozenset[str]
    past: frozenset[str]
    present: frozenset[str]
    future_endings: tuple[str, ...]
    past_endings: tuple[str, ...]
    participle_after: frozenset[str]
    compound_after: frozenset[str]
    compound_endings: tuple[str, ...]
    plain: frozenset[str]
    prepositions: frozenset[str]
    perfect: frozenset[str]


@dataclass(frozen=True, slots=True)
class Context:
    """Words beside a date that decide whether it is one.

    ``proper`` words are dates only with a capital, ``names`` only without one when they stand alone,
    ``alone`` only behind a word of ``before_month``. A bare year needs one of ``before_year`` before it or
    ``after_year`` behind it and none of ``not_after_year``. A word of ``habits`` in front makes a shifted day
    ("aujourd'hui") mean no day; a bare day of the month needs one of ``stops`` behind it. ``skip`` stands between
    a relation and its date; ``lists`` joins years. Behind a word of ``open`` the tense of the verb does not
    matter, and behind one of ``indefinite`` a weekday or a feast is any ("a Sunday walk").
    """

    proper: frozenset[str]
    names: frozenset[str]
    alone: frozenset[str]
    before_month: frozenset[str]
    before_year: frozenset[str]
    after_year: frozenset[str]
    not_after_year: frozenset[str]
    habits: frozenset[str]
    stops: frozenset[str]
    skip: frozenset[str]
    lists: frozenset[str]
    open: frozenset[str]
    indefinite: frozenset[str]


@dataclass(frozen=True, slots=True)
class DateLexicon:
    """All of ``dates.yml``, compiled.

    ``codes`` gives a word's character, ``start`` finds those that a date may begin with, and ``by_head`` has the
    patterns by the first two characters (or the only one) of their matches. ``links`` gives for
    each word or phrase that joins two dates to a range the words that must stand before the first (none: no
    condition). ``relation_sizes`` and ``skip_sizes`` give by the last word of the phrases that ``relations`` and
    ``context.skip`` hold of how many words these are, the longest first. ``month_first`` says how 3/4/2024 is
    read: None where both ways are in use.
    """

    codes: Mapping[str, str]
    numeric_code: str
    start: re.Pattern[str]
    by_head: Mapping[str, tuple[DatePattern, ...]]
    values: Mapping[str, Mapping[str, int]]
    feasts: tuple[Feast, ...]
    relations: Mapping[str, str]
    relation_sizes: Mapping[str, Sequence[int]]
    skip_sizes: Mapping[str, Sequence[int]]
    trailing: Mapping[str, str]
    links: Mapping[str, frozenset[str]]
    present: frozenset[str]
    cues: Cues
    context: Context
    month_first: bool | None


_KEYS = {
    "words", "numeric_order", "ordinal_suffixes", "fiscal_prefixes", "compound_prefixes", "feasts", "patterns",
    "relations", "trailing", "links", "present", "cues", "context",
}  # fmt: skip


@cache
def date_lexicon(lang: str) -> DateLexicon:
    """The dates of a language. Raises LexiconError where its file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "dates.yml")
    nodes = dict(root.items(allowed=_KEYS, required=_KEYS))
    values = _values(nodes)
    feasts, values["feast"] = _feasts(nodes["feasts"])
    alphabet = Alphabet()
    for cls, words in values.items():
        alphabet.add_class(cls, words)
    patterns = _patterns(nodes["patterns"], alphabet, values)
    by_head: dict[str, list[DatePattern]] = {}
    for pattern in patterns:
        for head in pattern.heads:
            by_head.setdefault(head, []).append(pattern)
    relations, context = _phrases(nodes["relations"]), _context(nodes["context"])
    order = nodes["numeric_order"].one_of(("day-first", "month-first", "unknown"))
    return DateLexicon(
        codes=alphabet.codes,
        numeric_code=alphabet.codes["0/0/0"],
        start=re.compile(f"[{''.join(sorted({head[0] for head in by_head}))}]"),
        by_head={head: tuple(found) for head, found in by_head.items()},
        values=values,
        feasts=feasts,
        relations=relations,
        relation_sizes=_sizes(relations),
        skip_sizes=_sizes(context.skip),
        trailing=_phrases(nodes["trailing"]),
        links=_links(nodes["links"]),
        present=frozenset(nodes["present"].texts()),
        cues=_cues(nodes["cues"]),
        context=context,
        month_first=None if order == "unknown" else order == "month-first",
    )


def _values(nodes: Mapping[str, Node]) -> dict[str, dict[str, int]]:
    words = nodes["words"]
    values: dict[str, dict[str, int]] = {cls: {} for cls in _CLASSES + _GENERATED}
    for cls, node in words.items(allowed=set(_CLASSES)):
        for value, entry in node.items():
            values[cls].update(dict.fromkeys(entry.texts(), _signed(value, entry)))
    suffixes = ["", *nodes["ordinal_suffixes"].texts()]
    for n in range(1, 32):
        values["day"].update({f"{n}{s}": n for s in suffixes} | {f"{n:02}": n})
        values["ordinal"].update({f"{n}{s}": n for s in suffixes[1:]})
    values["number"].update({str(n): n for n in range(1, 100)})
    values["two"] = {f"{n:02}": n for n in range(100)}
    values["monthnum"] = {text: n for n in range(1, 13) for text in (str(n), f"{n:02}")}
    values["year"] = {str(n): n for n in range(FIRST_YEAR, LAST_YEAR + 1)}
    values["numeric"] = {"0/0/0": 0}
    values["month_short"].update(values["month"])
    values["fiscal"].update({f"{n}/{(n + 1) % 100:02}": n for n in range(FIRST_YEAR, LAST_YEAR)})
    for prefix in nodes["fiscal_prefixes"].texts() if nodes["fiscal_prefixes"].value else ():
        values["fiscal"].update({f"{prefix}{text}": n for n in range(2000, 2100) for text in (str(n), f"{n % 100:02}")})
    for prefix in nodes["compound_prefixes"].texts() if nodes["compound_prefixes"].value else ():
        values["compound_month"].update({f"{prefix}-{w}": n for w, n in values["month_short"].items()})
        values["compound_year"].update({f"{prefix}-{w}": n for w, n in values["year"].items()})
    return values


def _signed(text: str, node: Node) -> int:
    if not text.removeprefix("-").isdecimal():
        node.fail(f"a whole number is expected here, not {text!r}")
    return int(text)


def _feasts(node: Node) -> tuple[tuple[Feast, ...], dict[str, int]]:
    feasts: list[Feast] = []
    names: dict[str, int] = {}
    for _, entry in node.items():
        fields = dict(
            entry.items(allowed={"names", "month", "day", "weekday", "nth", "easter", "precision"}, required={"names"})
        )
        if ("easter" in fields) == ("month" in fields):
            entry.fail("a feast has either 'easter' or 'month'")
        for name in fields.pop("names").texts():
            names[name] = len(feasts)
        precision = fields.pop("precision").one_of(("day", "month")) if "precision" in fields else "day"
        numbers = {key: _signed(str(value.value), value) for key, value in fields.items()}
        feasts.append(Feast(precision=precision, **numbers))
    return tuple(feasts), names


def _patterns(node: Node, alphabet: Alphabet, classes: Mapping[str, object]) -> list[DatePattern]:
    texts = [(action, p) for action, group in node.items(allowed=set(ACTIONS)) for p in group.entries()]
    for _, pattern in texts:
        for word in literals(pattern.text()):
            alphabet.add_literal(word)
    alphabet.close()
    return [compile_pattern(action, pattern, alphabet, classes) for action, pattern in texts]


def _phrases(node: Node) -> dict[str, str]:
    return {phrase: relation for relation, group in node.items(allowed=set(RELATIONS)) for phrase in group.texts()}


def _links(node: Node) -> dict[str, frozenset[str]]:
    links: dict[str, frozenset[str]] = {}
    for entry in node.entries():
        fields = dict(entry.items(allowed={"words", "after"}, required={"words"}))
        after = frozenset(fields["after"].texts()) if "after" in fields else frozenset[str]()
        links.update(dict.fromkeys(fields["words"].texts(), after))
    return links


def _sets(node: Node, keys: tuple[str, ...]) -> dict[str, frozenset[str]]:
    fields = dict(node.items(allowed=set(keys)))
    return {key: frozenset(fields[key].texts() if key in fields else ()) for key in keys}


def _cues(node: Node) -> Cues:
    sets = _sets(node, tuple(Cues.__slots__))
    endings = {key: tuple(sorted(sets.pop(key))) for key in ("future_endings", "past_endings", "compound_endings")}
    return Cues(
        **sets,
        future_endings=endings["future_endings"],
        past_endings=endings["past_endings"],
        compound_endings=endings["compound_endings"],
    )


def _sizes(phrases: Iterable[str]) -> dict[str, list[int]]:
    sizes: dict[str, set[int]] = {}
    for words in map(str.split, phrases):
        sizes.setdefault(words[-1], set()).add(len(words))
    return {word: sorted(found, reverse=True) for word, found in sizes.items()}


def _context(node: Node) -> Context:
    return Context(**_sets(node, tuple(Context.__slots__)))


__all__ = ["ACTIONS", "FILLER", "Context", "Cues", "DateLexicon", "DatePattern", "Feast", "date_lexicon"]
