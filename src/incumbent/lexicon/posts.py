"""``posts.yml``: titles of office with their roles, what may stand before and behind them, and areas of work."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from incumbent.lexicon.loader import RESOURCES, Node, load_yaml
from incumbent.model import ROLES

Trie = dict[str | None, Any]
"""Words to tries; under None stands what a sequence that ends there means."""

_AREAS = ("none", "known", "open", "names", "places")
_SECTIONS = {
    "inflection", "inclusive", "connectors", "conjunctions", "before", "after", "flags", "skip", "areas",
    "adjectives", "attached", "words", "suffixes", "organisations", "stops", "joins", "enclosing", "titles", "blocked",
}  # fmt: skip
_TITLE = {"role", "area", "mapped", "with_area", "links", "left", "capital", "match"}
_FLAGS = ("interim", "former", "future")
_BRACKET = re.compile(r"[\[\]]")
_PARTS = re.compile(r"'s\b|[^\W_]+(?:'(?!s\b))?|[^\w\s-]")


class Title(NamedTuple):
    """What a sequence of title words means.

    ``role``: None where the words are a post only with an area ("officer"). ``area``: which areas may follow:
    "none", "known" ones, "open" (any noun in small letters), "names" (one with a capital too) or "places"
    (any run of capitalised words). ``mapped``: an area's own role replaces the title's. ``with_area``: the
    role with an area that has none. ``links``: names of the connectors before an area. ``left``: areas may
    stand before. ``capital``: only where the first letter is a capital.
    """

    role: str | None
    area: str = "none"
    mapped: bool = False
    with_area: str | None = None
    links: tuple[str, ...] = ("of",)
    left: bool = False
    capital: bool = False


class Match(NamedTuple):
    """The end of a pattern: its title (None: blocked), and how many of its words are context before and behind."""

    title: Title | None
    before: int
    behind: int
    plural: frozenset[int]


class Change(NamedTuple):
    """What a modifier does to a role: ``roles`` maps the role it had to the new one, "any" the rest; empty: keep."""

    roles: dict[str, str]

    def apply(self, role: str | None) -> str | None:
        """The role after the modifier."""
        return self.roles.get(role or "", self.roles.get("any", role))


class Area(NamedTuple):
    """An area of work; ``role`` is that of the one who answers for it in a company, None where there is no code."""

    role: str | None


@dataclass(frozen=True, slots=True)
class PostLexicon:
    """The titles of a language. The head of ``posts.yml`` says what each table is for.

    ``telling``: basic forms of which one stands in every title, ``telling_words`` all forms of these.
    """

    lemmas: dict[str, str]
    plurals: frozenset[str]
    inclusive: re.Pattern[str] | None
    titles: Trie
    telling: frozenset[str]
    telling_words: frozenset[str]
    connectors: dict[str, Trie]
    conjunctions: frozenset[str]
    before: Trie
    after: Trie
    flags_before: dict[str, str]
    flags_after: Trie
    skip: frozenset[str]
    areas: Trie
    areas_backward: Trie
    adjectives: Trie
    suffixes: tuple[str, ...]
    organisations: frozenset[str]
    stops: frozenset[str]
    joins: dict[str, frozenset[str]]
    enclosing: dict[str, tuple[str, str]]


@cache
def post_lexicon(lang: str) -> PostLexicon:
    """The titles of ``lang``. Raises LexiconError where the file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "posts.yml")
    fields = dict(root.items(allowed=_SECTIONS, required={"titles", "connectors", "conjunctions"}))
    lemmas, plurals = _inflection(fields.get("inflection"))
    areas = _areas(fields.get("areas"))
    adjectives = _areas(fields.get("adjectives"))
    attached = _texts(fields.get("attached"))
    known = areas | adjectives
    before, after = _sides(fields.get("before")), _sides(fields.get("after"))
    flags = _flags(fields.get("flags"))
    titles, enclosing = _titles(fields, lemmas, plurals), _enclosing(fields.get("enclosing"))
    telling = frozenset(_telling(titles)).union(enclosing)
    return PostLexicon(
        lemmas=lemmas,
        plurals=plurals,
        inclusive=_inclusive(fields.get("inclusive")),
        titles=_trie(titles),
        telling=telling,
        telling_words=telling.union(form for form, lemma in lemmas.items() if lemma in telling),
        connectors={name: _connectors(node) for name, node in fields["connectors"].items()},
        conjunctions=frozenset(fields["conjunctions"].texts()),
        before=_trie({tuple(reversed(_lemmatised(k, lemmas))): v for k, v in before.items()}),
        after=_trie({_lemmatised(k, lemmas): v for k, v in after.items()}),
        flags_before={text: flag for flag, side, text in flags if side == "before"},
        flags_after=_trie({tuple(parts(text)): flag for flag, side, text in flags if side == "after"}),
        skip=frozenset(_texts(fields.get("skip"))),
        areas=_trie({_lemmatised(text, lemmas): area for text, area in known.items()}),
        areas_backward=_trie({tuple(reversed(_lemmatised(text, lemmas))): area for text, area in known.items()}),
        adjectives=_trie(
            {_lemmatised(text, lemmas): area for text, area in adjectives.items()}
            | {_lemmatised(text, lemmas): areas.get(text, Area(None)) for text in attached}
        ),
        suffixes=tuple(_texts(fields.get("suffixes"))),
        organisations=frozenset(_texts(fields.get("organisations"))),
        stops=frozenset(_texts(fields.get("stops"))),
        joins=_joins(fields.get("joins")),
        enclosing=enclosing,
    )


def parts(text: str) -> list[str]:
    """The units of a text in small letters: words with hyphens taken apart, elided articles, marks."""
    return _PARTS.findall(text.lower())


def _texts(node: Node | None) -> list[str]:
    return [] if node is None else [text.lower() for text in node.texts()]


def _lemmatised(text: str, lemmas: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(lemmas.get(word, word) for word in parts(text))


def _trie(entries: Mapping[tuple[str, ...], Any]) -> Trie:
    root: Trie = {}
    for words, value in entries.items():
        node = root
        for word in words:
            node = node.setdefault(word, {})
        node[None] = value
    return root


def _inflection(node: Node | None) -> tuple[dict[str, str], frozenset[str]]:
    """Every form of the declared words to its first form, and the forms that are plurals."""
    lemmas: dict[str, str] = {}
    plurals: set[str] = set()
    for entry in node.entries() if node else []:
        fields = dict(entry.items(allowed={"singular", "plural", "words"}, required={"singular", "plural", "words"}))
        singular, plural = ([e.strip("-") for e in fields[k].texts()] for k in ("singular", "plural"))
        for stem in fields["words"].texts():
            base = stem + singular[0]
            if base in lemmas:
                fields["words"].fail(f"{base!r} is inflected twice")
            lemmas.update({stem + ending: base for ending in (*singular, *plural)})
            plurals.update(stem + ending for ending in plural)
    return lemmas, frozenset(plurals)


def _inclusive(node: Node | None) -> re.Pattern[str] | None:
    """A pattern for the endings of forms that name both genders ("président·e", "directeur(trice)")."""
    if node is None:
        return None
    fields = dict(node.items(allowed={"marks", "endings"}, required={"marks", "endings"}))
    marks = "[" + "".join(map(re.escape, fields["marks"].texts())) + "]"
    endings = "|".join(sorted(map(re.escape, fields["endings"].texts()), key=len, reverse=True))
    return re.compile(rf"(?<=\w){marks}(?:{endings})\b(?:{marks}s\b)?\)?s?(?!\w)", re.IGNORECASE)


def _connectors(node: Node) -> Trie:
    """Connectors; the value is whether one is bare, so that the noun behind it names a kind, not an organisation."""
    entries = {}
    for kind, listed in node.items(allowed={"bare", "article"}):
        entries.update({tuple(parts(text)): kind == "bare" for text in listed.texts()})
    return _trie(entries)


def _sides(node: Node | None) -> dict[str, Change]:
    """Modifiers on one side of a title: ``keep``, a list, and ``change``, a table of what they do to roles."""
    found: dict[str, Change] = {}
    fields = dict(node.items(allowed={"keep", "change"})) if node else {}
    for text in _texts(fields.get("keep")):
        found[text] = Change({})
    for entry in fields["change"].entries() if "change" in fields else []:
        parts_of = dict(entry.items(allowed={"words", "roles"}, required={"words", "roles"}))
        change = Change({old: role.one_of(ROLES) for old, role in parts_of["roles"].items(allowed={*ROLES, "any"})})
        found.update(dict.fromkeys(_texts(parts_of["words"]), change))
    return found


def _flags(node: Node | None) -> list[tuple[str, str, str]]:
    return [
        (flag, side, text)
        for flag, sides in (node.items(allowed=set(_FLAGS)) if node else ())
        for side, listed in sides.items(allowed={"before", "after"})
        for text in _texts(listed)
    ]


def _areas(node: Node | None) -> dict[str, Area]:
    found: dict[str, Area] = {}
    for role, listed in node.items(allowed={*ROLES, "plain"}) if node else ():
        area = Area(None if role == "plain" else role)
        for text in _texts(listed):
            if found.setdefault(text, area) != area:
                listed.fail(f"{text!r} is an area of another role already")
    return found


def _joins(node: Node | None) -> dict[str, frozenset[str]]:
    return {} if node is None else {rank: frozenset(functions.texts()) for rank, functions in node.items()}


def _enclosing(node: Node | None) -> dict[str, tuple[str, str]]:
    """Titles that stand around their area ("chief … officer"): first word to last word and role."""
    found = {}
    for entry in node.entries() if node else []:
        fields = dict(entry.items(allowed={"open", "close", "role"}, required={"open", "close", "role"}))
        found[fields["open"].text()] = (fields["close"].text(), fields["role"].one_of(ROLES))
    return found


def _telling(titles: Mapping[tuple[str, ...], Match]) -> Iterator[str]:
    """The longest word of each title, rarer than the rest; what is blocked matters only beside a title."""
    for words, match in titles.items():
        if match.title is not None:
            yield max(words[match.before : len(words) - match.behind], key=len)


def _titles(
    fields: Mapping[str, Node], lemmas: Mapping[str, str], plurals: frozenset[str]
) -> dict[tuple[str, ...], Match]:
    entries: dict[tuple[str, ...], Match] = {}
    lines: dict[tuple[str, ...], int] = {}
    words = {name: _texts(node) for name, node in fields["words"].items()} if "words" in fields else {}
    groups = [(_title(entry), entry.get("match")) for entry in fields["titles"].entries()]
    for title, listed in [*groups, (None, fields.get("blocked"))]:
        for pattern in listed.entries() if listed else []:
            for sequence, match in _expand(pattern, title, plurals, words):
                key = tuple(lemmas.get(word, word) for word in sequence)
                if lines.setdefault(key, pattern.line) != pattern.line:
                    pattern.fail(f"{' '.join(key)!r} stands already on line {lines[key]}")
                entries[key] = match
    return entries


def _title(entry: Node) -> Title:
    fields = dict(entry.items(allowed=_TITLE, required={"role", "match"}))
    flags = {key: fields[key].flag() for key in ("mapped", "left", "capital") if key in fields}
    return Title(
        role=None if fields["role"].value is None else fields["role"].one_of(ROLES),
        area=fields["area"].one_of(_AREAS) if "area" in fields else "none",
        with_area=fields["with_area"].one_of(ROLES) if "with_area" in fields else None,
        links=tuple(fields["links"].texts()) if "links" in fields else ("of",),
        mapped=flags.get("mapped", False),
        left=flags.get("left", False),
        capital=flags.get("capital", False),
    )


def _expand(
    pattern: Node, title: Title | None, plurals: frozenset[str], words: Mapping[str, list[str]]
) -> Iterator[tuple[tuple[str, ...], Match]]:
    """Every sequence of words that a pattern stands for."""
    elements = _BRACKET.sub(r" \g<0> ", pattern.text()).split()
    if elements.count("[") != elements.count("]"):
        pattern.fail("a bracket stands alone")
    choices = [
        [[element]] if element in "[]" else [parts(option) for option in _options(pattern, element, words)]
        for element in elements
    ]
    # Most patterns have no bracket, and most of their sequences no plural: one match is shared by all of these.
    plain = Match(title, 0, 0, frozenset())
    for chosen in itertools.product(*choices):
        row = list(itertools.chain.from_iterable(chosen))
        if "[" not in elements and plurals.isdisjoint(row):
            yield tuple(row), plain
            continue
        first, last = (row.index("["), row.index("]")) if "[" in row else (-1, len(row))
        lead, sequence, tail = row[: max(first, 0)], row[first + 1 : last], row[last + 1 :]
        plural = frozenset(i for i, word in enumerate(sequence) if word in plurals)
        yield (*lead, *sequence, *tail), Match(title, len(lead), len(tail), plural)


def _options(pattern: Node, element: str, words: Mapping[str, list[str]]) -> list[str]:
    """What an element of a pattern may be: ``a|b``, ``$name`` for a list of words, ``a?`` where it may be missing."""
    options = [""] if element.endswith("?") else []
    for option in element.removesuffix("?").split("|"):
        if not option.startswith("$"):
            options.append(option)
        elif option[1:] in words:
            options.extend(words[option[1:]])
        else:
            pattern.fail(f"the list {option} is not among the words of this file")
    return options
