"""The small pattern language of ``triggers.yml`` and ``qualifiers.yml``, compiled to regular expressions.

A pattern is read against a sentence that claims/encode.py has written as words in lower case and
mentions as single symbols, one blank between any two. It is a row of elements:

    word            that word
    a|b|c           one of these words
    [a|b c]         an optional row of elements
    $name           one of the words of the list ``name`` of the file's ``words`` (entries may be several words long)
    stem+name       the stem with one of the endings of the list ``+name`` (the file's ``endings``), in lists as well
    <P>             a mention: P person (a pronoun too), N a named person, S a pronoun of the first person,
                    O organisation or place, C organisation, R post, D date (and one of the ``days`` words
                    before it), L place
    <P:old>         a mention that fills a slot
    #               a number
    {name}          up to five of the words of the list ``name``, organisations, places and numbers
    ..              up to three words or mentions, without a full stop, semicolon or colon
    ...             up to twelve of them
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Generic, TypeVar

from incumbent.lexicon.loader import Node

PERSON, PRONOUN, SPEAKER, ORG, ORG_WORD, POST, DATE, PLACE = "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007"

# The list, in a file's ``words``, of those that stand in most sentences and are anchors only where there is no other.
COMMON = "common"
# The list, in a file's ``words``, of those that may stand before a day.
DAYS = "days"

_CLASSES = {
    "P": f"[{PERSON}{PRONOUN}{SPEAKER}]",
    "N": PERSON,
    "S": SPEAKER,
    "O": f"[{ORG}{ORG_WORD}{PLACE}]",
    "C": f"[{ORG}{ORG_WORD}]",
    "R": POST,
    "D": DATE,
    "L": PLACE,
}
_FREE = {"..": r"(?: [^\s.;:]+){0,3}?", "...": r"(?: [^\s.;:]+){0,12}?", "#": r" \d\S*"}
_SLOTS = {"old", "new", "post", "left", "org", "other", "date", "person"}
_INFLECTED = re.compile(r"(\S*)\+(\w+)")
_ELEMENT = re.compile(r"\[|\]|<([A-Z])(?::([a-z]+))?>|\S+?(?=[\s\[\]]|$)")
T = TypeVar("T")


class Pattern:
    """A pattern, written out and compiled when it is first run: most texts hold the anchors of few.

    A match begins with the blank before its first element, so that only blanks are tried, and ends before the one
    behind its last. ``parts`` are pieces of the regular expression, or lists of words of which one is to stand there;
    ``anchors`` are words of which one must stand in any sentence that it matches; ``needs`` holds,
    for each mention and each other word that it asks for, the symbols of which one must.
    """

    __slots__ = ("_compiled", "_parts", "anchors", "needs")

    def __init__(
        self, parts: list[str | list[str]], anchors: frozenset[str], needs: tuple[frozenset[str], ...]
    ) -> None:
        self._parts = parts
        self._compiled: re.Pattern[str] | None = None
        self.anchors = anchors
        self.needs = needs

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression."""
        if self._compiled is None:
            self._compiled = re.compile("".join(p if isinstance(p, str) else _one_of(p) for p in self._parts))
        return self._compiled


class Patterns(Generic[T]):
    """Patterns, each with what it stands for, and a quick way to leave out those that a sentence cannot match.

    Every set of symbols of which a pattern needs one has a bit, those that most need the lowest, for short numbers;
    a sentence has the bits of the sets that it meets.
    """

    __slots__ = ("_all", "_by_anchor", "_met", "patterns")

    def __init__(self, patterns: Iterable[tuple[Pattern, T]]) -> None:
        self.patterns: Sequence[tuple[Pattern, T]] = tuple(patterns)
        needs = Counter(symbols for pattern, _ in self.patterns for symbols in pattern.needs)
        bits = {symbols: 1 << i for i, (symbols, _) in enumerate(needs.most_common())}
        self._all = (1 << len(bits)) - 1
        by_anchor: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for index, (pattern, _) in enumerate(self.patterns):
            needed = sum(bits[symbols] for symbols in pattern.needs)
            for anchor in pattern.anchors:
                by_anchor[anchor].append((index, needed))
        met: dict[str, int] = defaultdict(int)
        for symbols, bit in bits.items():
            for symbol in symbols:
                met[symbol] |= bit
        self._by_anchor = dict(by_anchor)
        self._met = dict(met)

    def fitting(self, symbols: frozenset[str]) -> list[tuple[Pattern, T]]:
        """The patterns, in order, whose anchor and needs a sentence of some symbols has."""
        anchors = self._by_anchor.keys() & symbols
        if not anchors:
            return []
        unmet = self._all ^ reduce(or_, map(self._met.__getitem__, self._met.keys() & symbols), 0)
        found = {index for anchor in anchors for index, needed in self._by_anchor[anchor] if not needed & unmet}
        return [self.patterns[index] for index in sorted(found)]


def compile_pattern(node: Node, words: Mapping[str, list[str]]) -> Pattern:
    """Compile one pattern. Raises LexiconError where it is malformed or has no word that every match must hold."""
    source: list[str | list[str]] = []
    anchor_sets: list[frozenset[str]] = []
    needs: set[frozenset[str]] = set()
    slots: set[str] = set()
    depth = 0
    for match in _ELEMENT.finditer(node.text()):
        element = match.group()
        if element == "[":
            depth += 1
            source.append("(?:")
        elif element == "]":
            depth -= 1
            source.append(")?")
        elif match.group(1):
            slot = match.group(2)
            if slot in slots:
                node.fail(f"the slot {slot} stands here twice")
            slots |= {slot} if slot else set()
            if match.group(1) == "D" and DAYS in words:
                source += ("(?: ", words[DAYS], ")?")
            source.append(_mention(node, match.group(1), slot))
            if not depth:
                needs.add(frozenset(_CLASSES[match.group(1)].strip("[]")))
        elif element.startswith("{") and element.endswith("}"):
            source += _run(node, element[1:-1], words)
        elif element in _FREE:
            source.append(_FREE[element])
        else:
            forms = _forms(node, element, words)
            source += (" ", forms)
            if not depth:
                anchor_sets.append(frozenset(max(f.split(), key=len) if " " in f else f for f in forms))
        if depth < 0:
            node.fail("a ] without its [")
    if depth:
        node.fail("a [ without its ]")
    if not anchor_sets:
        node.fail("a pattern needs at least one word that is not optional")
    common = words.get(COMMON, ())
    best = max(anchor_sets, key=lambda s: (s.isdisjoint(common), min(map(len, s)), -len(s)))
    needs.update(words for words in anchor_sets if words is not best)
    return Pattern([*source, "(?= )"], best, tuple(needs))


def _mention(node: Node, symbol: str, slot: str | None) -> str:
    if symbol not in _CLASSES:
        node.fail(f"<{symbol}> is no kind of mention; there are {', '.join(_CLASSES)}")
    if slot is None:
        return " " + _CLASSES[symbol]
    if slot not in _SLOTS:
        node.fail(f"{slot!r} is no slot; there are {', '.join(sorted(_SLOTS))}")
    return f" (?P<{slot}>{_CLASSES[symbol]})"


def _run(node: Node, name: str, words: Mapping[str, list[str]]) -> tuple[str | list[str], ...]:
    if name not in words:
        node.fail(f"the list {name} is not among the words of this file")
    return "(?: (?:", _forms(node, f"${name}", words), rf"|{_CLASSES['O']}|\d\S*)){{0,5}}"


def _forms(node: Node, element: str, words: Mapping[str, list[str]]) -> list[str]:
    forms: list[str] = []
    for part in element.split("|"):
        if not part.startswith("$"):
            forms += inflected(node, part, words)
        elif part[1:] in words:
            forms.extend(words[part[1:]])
        else:
            node.fail(f"the list {part} is not among the words of this file")
    return [f.lower() for f in forms]


def inflected(node: Node, entry: str, words: Mapping[str, list[str]]) -> list[str]:
    """An entry with the stem of one of its words put before each of the endings that it names ("nomm+er sa fille")."""
    found = _INFLECTED.search(entry)
    if found is None:
        return [entry]
    if f"+{found[2]}" not in words:
        node.fail(f"the list {found[2]} is not among the endings of this file")
    return [entry[: found.start()] + found[1] + e + entry[found.end() :] for e in words[f"+{found[2]}"]]


def _one_of(forms: Iterable[str]) -> str:
    """A regular expression for one of some words: a tree of their letters, so that few are compared at each place."""
    tree: dict[str, Any] = {}
    for form in forms:
        branch = tree
        for letter in form:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return _branches(tree)


def _branches(tree: dict[str, Any]) -> str:
    found = [re.escape(letter) + _branches(below) for letter, below in tree.items() if letter]
    if not found:
        return ""
    ends = "" in tree
    if len(found) == 1 and not ends:
        return found[0]
    return "(?:" + "|".join(found) + (")?" if ends else ")")
