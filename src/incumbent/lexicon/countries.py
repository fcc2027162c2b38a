"""``countries.yml`` of a language: the names of countries and what their people and adjectives are called."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from incumbent.lexicon.loader import RESOURCES, load_yaml


class Countries(NamedTuple):
    """Countries of the world in one language.

    ``names`` maps every name of a country (small letters) to its ISO 3166 code (XE England, XS
    Scotland, XW Wales, XN Northern Ireland, XK Kosovo), ``demonyms`` every adjective or word for
    its people (small letters) to the same, ``usual`` a code to the country's usual name.
    """

    names: dict[str, str]
    demonyms: dict[str, str]
    usual: dict[str, str]


@cache
def countries(lang: str) -> Countries:
    """The countries in ``lang``. Raises LexiconError where the file breaks its schema."""
    table = Countries({}, {}, {})
    for code, node in load_yaml(RESOURCES / lang / "countries.yml").items():
        names, _, demonyms = node.text().partition("|")
        for part, target in ((names, table.names), (demonyms, table.demonyms)):
            for word in part.split(","):
                entry = word.strip().lower()
                if entry and target.setdefault(entry, code) != code:
                    node.fail(f"{entry!r} is a word for {target[entry]} already")
        table.usual[code] = names.split(",")[0].strip()
    return table


def country_of(lang: str, word: str) -> str | None:
    """The usual name, in ``lang``, of the country that a name, an adjective or a word for its people means.

    Case does not matter, nor the ending of a plural or a feminine that the table leaves out
    ("belges", "Kenyans"). None where the word means no country.
    """
    table = countries(lang)
    lower = word.lower()
    for form in (lower, lower.removesuffix("s"), lower.removesuffix("e"), lower.removesuffix("es")):
        code = table.demonyms.get(form) or table.names.get(form)
        if code:
            return table.usual[code]
    return None
