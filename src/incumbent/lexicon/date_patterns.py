"""Compiles the token patterns of ``dates.yml``.

Every known word becomes one character that stands for the set of its memberships (the classes and
the literal words that it is), every unknown word the same filler. A sentence is then a short string and
a pattern an ordinary regular expression over it, tried only where its first word may stand.

A pattern is a sequence of items with blanks between them: ``{class}`` is a word of that class, read off under
the class's name, or under another with ``{class=name}``; ``( a | b c )`` is a choice; anything else is itself;
``?`` behind an item makes it optional.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce

from incumbent.lexicon.loader import Node

FILLER = "."
_FIRST_CODE = 0xE000
_HEAD = 2
_VALUES = frozenset({
    "approx", "day", "day1", "feast", "fiscal", "shift", "month", "monthnum", "number", "numeric", "ordinal", "part",
    "quarter", "same_day", "same_month", "same_year", "season", "shift_day", "shift_month", "shift_week", "shift_year",
    "two", "unit", "unit_now", "weekday", "year",
})  # fmt: skip
_ITEM = re.compile(r"\{(\w+)(?:=(\w+))?\}|([()|?](?=\s|$|\?|\)))|([^\s?]+|\?)")


@dataclass(frozen=True)
class DatePattern:
    """One pattern, compiled when it is first run.

    ``heads`` are the first two characters of all its matches (the only one of a match of one); ``source`` is its
    regular expression; ``groups`` pairs the name of a value with the class that it is looked up in.
    """

    action: str
    heads: frozenset[str]
    source: str
    groups: tuple[tuple[str, str], ...]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression over a sentence's characters."""
        return re.compile(self.source)


@dataclass(frozen=True, slots=True)
class _Part:
    regex: str
    heads: frozenset[str]

    def then(self, other: _Part) -> _Part:
        """This part with another behind it."""
        heads = {head for head in self.heads if len(head) == _HEAD}
        heads.update((a + b)[:_HEAD] for a in self.heads - heads for b in other.heads)
        return _Part(self.regex + other.regex, frozenset(heads))


@dataclass(slots=True)
class Alphabet:
    """The words of all classes and patterns, each with the character that stands for its memberships."""

    codes: dict[str, str] = field(default_factory=dict)
    _atoms: dict[str, set[str]] = field(default_factory=dict)
    _holders: dict[str, str] = field(default_factory=dict)
    _phrases: dict[str, set[tuple[str, ...]]] = field(default_factory=dict)

    def add_class(self, name: str, words: Iterable[str]) -> None:
        """Register the words of a class; a word of several tokens has blanks between them."""
        for word in words:
            tokens = tuple(word.split(" "))
            if len(tokens) == 1:
                self._atoms.setdefault(word, set()).add("{" + name)
                continue
            self._phrases.setdefault(name, set()).add(tokens)
            for token in tokens:
                self.add_literal(token)

    def add_literal(self, word: str) -> None:
        """Register a word that a pattern or a phrase spells out."""
        self._atoms.setdefault(word, set()).add(word)

    def close(self) -> None:
        """Give every word its character: words with the same memberships share one."""
        sets: dict[frozenset[str], str] = {}
        for word, atoms in self._atoms.items():
            code = sets.setdefault(frozenset(atoms), chr(_FIRST_CODE + len(sets)))
            self.codes[word] = code
        for atoms_of, code in sets.items():
            for atom in atoms_of:
                self._holders[atom] = self._holders.get(atom, "") + code

    def literal(self, word: str) -> _Part:
        """The expression for one word."""
        holders = self._holders[word]
        return _Part(f"[{holders}]", frozenset(holders))

    def group(self, cls: str, name: str) -> _Part:
        """The expression for any word or phrase of a class, as a named group, the longest first."""
        phrases = sorted(self._phrases.get(cls, ()), key=lambda p: (-len(p), p))
        parts = [reduce(_Part.then, map(self.literal, phrase)) for phrase in phrases]
        if singles := self._holders.get("{" + cls):
            parts.append(_Part(f"[{singles}]", frozenset(singles)))
        return _either(parts, f"?P<{name}>")


def _either(parts: list[_Part], mark: str = "?:") -> _Part:
    regex = "|".join(part.regex for part in parts)
    return _Part(f"({mark}{regex})", frozenset[str]().union(*(part.heads for part in parts)))


def literals(pattern: str) -> list[str]:
    """The words that a pattern spells out."""
    return [m.group(4) for m in _ITEM.finditer(pattern) if m.group(4)]


def compile_pattern(action: str, node: Node, alphabet: Alphabet, classes: Mapping[str, object]) -> DatePattern:
    """Compile a pattern. Raises LexiconError for an unknown class or a bracket left open."""
    return _Compiler(node, alphabet, classes).compile(action)


class _Compiler:
    def __init__(self, node: Node, alphabet: Alphabet, classes: Mapping[str, object]) -> None:
        self.node = node
        self.alphabet = alphabet
        self.classes = classes
        self.items = list(_ITEM.finditer(node.text()))
        self.at = 0
        self.groups: dict[str, str] = {}

    def compile(self, action: str) -> DatePattern:
        part = self._choice()
        if self.at < len(self.items):
            self.node.fail("a bracket is closed that was not opened")
        if "" in part.heads:
            self.node.fail("the pattern matches nothing at all")
        return DatePattern(action, part.heads, part.regex, tuple(self.groups.items()))

    def _choice(self) -> _Part:
        parts = [self._sequence()]
        while self._mark() == "|":
            self.at += 1
            parts.append(self._sequence())
        return parts[0] if len(parts) == 1 else _either(parts)

    def _sequence(self) -> _Part:
        part = _Part("", frozenset({""}))
        while self.at < len(self.items) and self._mark() not in ("|", ")"):
            part = part.then(self._item())
        return part

    def _item(self) -> _Part:
        item = self.items[self.at]
        self.at += 1
        if item.group(1):
            part = self._class(item.group(1), item.group(2) or item.group(1))
        elif item.group(3) == "(":
            part = self._choice()
            if self._mark() != ")":
                self.node.fail("a bracket is left open")
            self.at += 1
        elif item.group(4):
            part = self.alphabet.literal(item.group(4))
        else:
            self.node.fail(f"{item.group()!r} stands where a word is expected")
        if self._mark() == "?":
            self.at += 1
            return _Part(f"(?:{part.regex})?", part.heads | {""})
        return part

    def _class(self, cls: str, name: str) -> _Part:
        if cls not in self.classes:
            self.node.fail(f"unknown class {cls!r}; known: {', '.join(sorted(self.classes))}")
        if name in self.groups:
            self.node.fail(f"the value {name!r} is read twice: name one with {{{cls}=other}}")
        if name not in _VALUES:
            self.node.fail(f"nothing reads a value {name!r}; known: {', '.join(sorted(_VALUES))}")
        self.groups[name] = cls
        return self.alphabet.group(cls, name)

    def _mark(self) -> str | None:
        return self.items[self.at].group(3) if self.at < len(self.items) else None
