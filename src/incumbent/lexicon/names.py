"""``names.yml`` of a language: the words around and inside names, as bits that one look-up yields."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from incumbent.lexicon.countries import countries
from incumbent.lexicon.gazetteer import Gazetteer, fold_word, gazetteer, row
from incumbent.lexicon.loader import RESOURCES, load_yaml
from incumbent.lexicon.name_bits import (
    BITS,
    DEMONYM,
    EAST_ASIAN,
    GIVEN,
    HEAD,
    HONORIFIC,
    LEGAL,
    OPTIONAL,
    OTHER_KEYS,
    PAIR,
    PARTICLE,
    PLACE,
    QUOTE,
    ROLE,
    SURNAME,
    WEAK_FORM,
)

_QUOTES = ('"', "«")
_HONORIFIC_KEYS = (("honorifics_m", "m"), ("honorifics_f", "f"), ("honorifics", ""))


_FOLDED = GIVEN | SURNAME | EAST_ASIAN | PLACE


class Bits(dict[str, int]):
    """Words in small letters with their bits; 0 where no list has the word."""

    def __missing__(self, lower: str) -> int:
        """A compound takes a role from its last part, names and places are found without their accents."""
        if "-" in lower:
            return self.get(lower.rpartition("-")[2], 0) & ROLE or self.get(fold_word(lower), 0) & _FOLDED
        return 0 if lower.isascii() else self.get(fold_word(lower), 0) & _FOLDED


class NameLexicon(NamedTuple):
    """The words of one language, with the shared gazetteers laid in.

    ``of`` tells the bits of a word in small letters; ``genders`` an honorific to the gender that
    it tells; ``places`` are the names of places in small letters; ``adjective_endings`` tell an
    adjective inside an organisation's name; ``compounds`` are the second parts of adjectives made
    of names ("Paris-based"); ``states`` are heads and bodies of states ("prime minister"), behind which a country
    stands; ``firms`` kinds of firms told by two words ("fund manager"),
    ``pairs`` the first two words of organisations' names whose first is no head noun alone,
    ``lower_pairs`` of those that may be written small ("centre hospitalier"); ``demonym_endings`` tell who comes
    from a town, ``quality_endings`` that a word in the plural tells a quality,
    ``common_endings`` those of words that are seldom names; ``contracted`` are articles with or
    without a preposition in them ("du", "aux"); ``inner_bodies`` the first two words of bodies inside an organisation;
    ``employers`` two words behind which an employer stands, ``firms`` among them;
    ``personal_pairs`` two words before whom somebody does ("led by").
    """

    of: Callable[[str], int]
    genders: dict[str, str]
    places: frozenset[str]
    adjective_endings: tuple[str, ...]
    compounds: frozenset[str]
    states: frozenset[str]
    firms: frozenset[str]
    pairs: frozenset[str]
    lower_pairs: frozenset[str]
    demonym_endings: tuple[str, ...]
    quality_endings: tuple[str, ...]
    common_endings: tuple[str, ...]
    contracted: frozenset[str]
    inner_bodies: frozenset[str]
    personal_pairs: frozenset[str]
    employers: frozenset[str]
    gazetteer: Gazetteer

    def gender(self, given: str) -> str:
        """ "f" or "m" where a given name (or the first part of a double one) tells the gender, else ""."""
        word = fold_word(given)
        return self.gazetteer.given.get(word) or self.gazetteer.given.get(word.partition("-")[0], "")


@cache
def name_lexicon(lang: str) -> NameLexicon:
    """The words of ``lang``. Raises LexiconError where a file is missing or breaks its schema."""
    nodes = dict(
        load_yaml(RESOURCES / lang / "names.yml").items(allowed=set(BITS) | OTHER_KEYS, required=set(BITS) - OPTIONAL)
    )
    shared = gazetteer()
    world = countries(lang)
    bits = Bits()

    def add(words: Iterable[str], bit: int) -> None:
        for word in words:
            bits[word] = bits.get(word, 0) | bit

    bits.update(dict.fromkeys(shared.surnames, SURNAME))
    add(shared.given, GIVEN)
    add(shared.east_asian, EAST_ASIAN)
    add(shared.particles, PARTICLE)
    add(shared.legal_forms, LEGAL)
    add(shared.weak_forms, WEAK_FORM)
    add(shared.heads, HEAD)
    places = shared.places | world.names.keys()
    add((p for p in places if " " not in p), PLACE)
    add(world.demonyms, DEMONYM)
    for key, bit in BITS.items():
        if key in nodes:
            add(row(nodes[key]), bit)
    genders = dict(shared.honorifics)
    for key, gender in _HONORIFIC_KEYS:
        if key in nodes:
            genders.update(dict.fromkeys(row(nodes[key]), gender))
    add(genders, HONORIFIC)
    add(_QUOTES, QUOTE)
    endings, demonyms, qualities, common = (
        row(nodes[key]) if key in nodes else ()
        for key in ("adjective_endings", "demonym_endings", "quality_endings", "common_endings")
    )
    compounds, states, firms, pairs, small, contracted, inner, personal, employers = (
        frozenset(row(nodes[key])) if key in nodes else frozenset()
        for key in (
            "compounds",
            "states",
            "firms",
            "pairs",
            "lower_pairs",
            "contracted",
            "inner_bodies",
            "personal_pairs",
            "employers",
        )
    )
    add({pair.split(" ")[0] for pair in pairs | small | inner}, PAIR)
    return NameLexicon(
        bits.__getitem__, genders, places, endings, compounds, states, firms, pairs | small, small, demonyms, qualities,
        common, contracted, inner, personal, employers | firms, shared,
    )  # fmt: skip
