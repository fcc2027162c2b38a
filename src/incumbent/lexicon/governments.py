"""``governments.yml`` of a language: by what names, adjectives and seats a text tells whose government it means."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from incumbent.lexicon.countries import countries
from incumbent.lexicon.loader import RESOURCES, Node, load_yaml

# Endings of a plural or a feminine that the tables leave out.
_ENDINGS = ("", "s", "e", "es")


class Governments(NamedTuple):
    """Countries and the regions with a government of their own, in one language.

    ``names``, ``adjectives`` (with the words for the people) and ``seats`` (capitals, palaces, houses of
    parliament) map words in small letters to the usual name of the country or region. ``tellers`` are the
    adjectives and those seats that are one word.
    """

    names: dict[str, str]
    adjectives: dict[str, str]
    seats: dict[str, str]
    tellers: frozenset[str]


@cache
def governments(lang: str) -> Governments:
    """The governments that a text in ``lang`` may mean. Raises LexiconError where the file breaks its schema."""
    root = dict(load_yaml(RESOURCES / lang / "governments.yml").items(allowed={"seats", "regions", "portfolios"}))
    world = countries(lang)
    table = Governments({n: world.usual[code] for n, code in world.names.items()}, {}, {}, frozenset())
    for word, code in world.demonyms.items():
        _add(table.adjectives, word, world.usual[code], _ENDINGS)
    for code, node in root["seats"].items(allowed=set(world.usual)) if "seats" in root else ():
        _add(table.seats, node.text(), world.usual[code])
    for node in root["regions"].entries() if "regions" in root else ():
        _add_region(table, node)
    seats = (seat for seat in table.seats if " " not in seat)
    return table._replace(tellers=frozenset(table.adjectives).union(seats))


def _add_region(table: Governments, node: Node) -> None:
    names, adjectives, seats = (*node.text().split("|"), "", "")[:3]
    usual = names.split(",")[0].strip()
    for part, target in ((names, table.names), (seats, table.seats)):
        _add(target, part, usual)
    _add(table.adjectives, adjectives, usual, _ENDINGS)


def _add(target: dict[str, str], words: str, usual: str, endings: tuple[str, ...] = ("",)) -> None:
    """Add words to a table, with endings that they may have; of two governments the one named first keeps a word."""
    for word in words.split(","):
        if word.strip():
            for ending in endings:
                target.setdefault(word.strip().lower() + ending, usual)
