"""The gazetteers that all languages share (``resources/names/``): given and family names, cities, shapes of names."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from incumbent.lexicon.loader import RESOURCES, Node, load_lines, load_yaml

_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
_FOLDER = RESOURCES / "names"
_HONORIFICS = (("honorifics_m", "m"), ("honorifics_f", "f"), ("honorifics", ""))


class Gazetteer(NamedTuple):
    """Folded words: ``given`` maps a given name to "f", "m" or "" (either); the rest are plain sets.

    ``weak_forms`` are those of ``legal_forms`` that need capitals or a comma to count;
    ``east_asian`` are family names that stand first, ``heads`` head nouns of organisations' names,
    ``org_endings`` endings of such names in one word. ``honorifics`` maps a word before a name
    to the gender that it tells, ``diminutives`` a given name to its short forms.
    """

    given: dict[str, str]
    surnames: frozenset[str]
    places: frozenset[str]
    particles: frozenset[str]
    legal_forms: frozenset[str]
    weak_forms: frozenset[str]
    east_asian: frozenset[str]
    heads: frozenset[str]
    org_endings: tuple[str, ...]
    honorifics: dict[str, str]
    diminutives: dict[str, tuple[str, ...]]


def row(node: Node) -> tuple[str, ...]:
    """The words of a row parted by blanks; "_" is a blank inside a word. A word that stands there twice is a fault."""
    words = tuple(w.replace("_", " ") for w in node.text().split()) if node.value else ()
    if len(set(words)) != len(words):
        twice = next(w for i, w in enumerate(words) if w in words[:i])
        node.fail(f"{twice!r} stands here twice")
    return words


@lru_cache(maxsize=1 << 14)
def fold_word(word: str) -> str:
    """A word in small letters without accents, as the gazetteers write it."""
    lower = word.lower()
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFD", lower)
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_PLAIN)


@cache
def gazetteer() -> Gazetteer:
    """The shared gazetteers, read once. Raises LexiconError where a file is missing or breaks its schema."""
    given: dict[str, str] = {}
    for gender in "fm":
        for name in ("given", "more_given"):
            for word in load_lines(_FOLDER / f"{name}_{gender}.txt"):
                given[word] = gender if given.get(word, gender) == gender else ""
    keys = {
        "particles",
        "legal_forms",
        "weak_forms",
        "east_asian",
        "heads",
        "org_endings",
        "honorifics_m",
        "honorifics_f",
        "honorifics",
    }
    rows = {key: row(node) for key, node in load_yaml(_FOLDER / "shapes.yml").items(allowed=keys, required=keys)}
    return Gazetteer(
        given=given,
        surnames=frozenset(load_lines(_FOLDER / "surnames.txt")),
        places=frozenset(load_lines(_FOLDER / "cities.txt")) | frozenset(load_lines(_FOLDER / "places.txt")),
        particles=frozenset(rows["particles"]),
        legal_forms=frozenset(rows["legal_forms"]),
        weak_forms=frozenset(rows["weak_forms"]),
        east_asian=frozenset(rows["east_asian"]),
        heads=frozenset(rows["heads"]),
        org_endings=rows["org_endings"],
        honorifics={word: gender for key, gender in _HONORIFICS for word in rows[key]},
        diminutives=_diminutives(),
    )


def _diminutives() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in load_lines(_FOLDER / "diminutives.txt"):
        short, *full = line.split()
        for name in full:
            table[name] = (*table.get(name, ()), short)
    return table
