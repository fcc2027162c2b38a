#!/usr/bin/env python3
"""Regenerate the gazetteers of resources/names/ from the locale providers of Faker and the CLDR data of Babel.

    python tools/make_given_names.py

Writes given_f.txt, given_m.txt, surnames.txt and cities.txt. Names in Cyrillic and Greek letters are
transliterated; those of other scripts are left out (more_given_*.txt and east_asian.txt are kept by hand).
Needs ``pip install faker babel``, which the package itself never imports.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import faker.providers.lorem.en_US
import faker.providers.person
from babel import Locale

TARGET = Path(__file__).resolve().parent.parent / "src" / "incumbent" / "resources" / "names"
CITY_LANGUAGES = ("en", "fr", "de", "es")
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґў",
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "y",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "_",
            "y",
            "_",
            "e",
            "yu",
            "ya",
            "i",
            "i",
            "ye",
            "g",
            "u",
        ],
        strict=True,
    )
)
GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρσςτυφχψω",
        [
            "a",
            "v",
            "g",
            "d",
            "e",
            "z",
            "i",
            "th",
            "i",
            "k",
            "l",
            "m",
            "n",
            "x",
            "o",
            "p",
            "r",
            "s",
            "s",
            "t",
            "y",
            "f",
            "ch",
            "ps",
            "o",
        ],
        strict=True,
    )
)
GREEK_PAIRS = (("ου", "ou"), ("μπ", "b"), ("ντ", "nt"), ("αυ", "av"), ("ευ", "ev"), ("γγ", "ng"), ("γκ", "gk"))
PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"})
WORD = re.compile(r"[a-z]{2,}(?:['-][a-z]+)*")
LICENCE = """\
# {what}
# Folded (lower case, no accents), one a line, read by lexicon/gazetteer.py.
# Made by tools/make_given_names.py from {source}.
"""
FAKER = (
    "the locale providers of Faker, Copyright (c) 2012 Daniele Faraglia,\n"
    "# under the MIT licence: permission is granted, free of charge, to deal in the data without restriction,\n"
    '# provided that this notice is kept; it is provided "as is", without warranty of any kind'
)
CLDR = "Unicode CLDR (Unicode License v3, Copyright (c) 1991- Unicode, Inc.) as shipped by Babel"


def fold(name: str) -> str | None:
    """The Latin, lower-case form of a name without accents; None where its script is not transliterated."""
    text = name.strip().lower()
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c) or c == "\u0306")
    if any("\u0370" <= c < "\u0400" for c in plain):
        for pair, latin in GREEK_PAIRS:
            plain = plain.replace(pair, latin)
        plain = "".join(GREEK.get(c, c) for c in plain)
    elif any("\u0400" <= c < "\u0500" for c in plain):
        plain = "".join(CYRILLIC.get(c, c) for c in unicodedata.normalize("NFC", plain)).replace("_", "")
    plain = plain.replace("\u0306", "").translate(PLAIN).replace("\u2019", "'")
    return plain if WORD.fullmatch(plain) else None


def harvest() -> tuple[Counter[str], Counter[str], Counter[str]]:
    """Female given names, male given names and surnames, each with the number of locales that list it."""
    counts: tuple[Counter[str], Counter[str], Counter[str]] = (Counter(), Counter(), Counter())
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for counter, field in zip(counts, ("first_names_female", "first_names_male", "last_names"), strict=True):
            listed = getattr(provider, field, ())
            if isinstance(listed, Iterable):
                counter.update({folded for name in listed if (folded := fold(str(name)))})
    return counts


def write(name: str, what: str, source: str, lines: Iterable[str]) -> None:
    """Write one gazetteer with its header."""
    body = "\n".join(sorted(set(lines)))
    (TARGET / name).write_text(LICENCE.format(what=what, source=source) + body + "\n", "utf-8")


def cities() -> set[str]:
    """Names of cities that stand for time zones, in the languages read."""
    found: set[str] = set()
    for lang in CITY_LANGUAGES:
        for zone, names in Locale(lang).time_zones.items():
            city = names.get("city") or zone.rsplit("/", 1)[-1].replace("_", " ")
            if "/" in zone and not zone.startswith("Etc/") and "(" not in city:
                found.add(re.sub(r"\s*[,\[].*", "", city).replace("\u2019", "'").lower())
    return found


def main() -> None:
    """Write the four files."""
    female, male, surnames = harvest()
    words = {w.lower() for w in faker.providers.lorem.en_US.Provider.word_list}
    # A name that nearly all locales give to one gender is of that gender though one locale differs (Maria, Andrea).
    for mine, other, name, what in (
        (female, male, "given_f.txt", "Given names of women"),
        (male, female, "given_m.txt", "Given names of men"),
    ):
        kept = (n for n in mine if len(n) < 11 and mine[n] * 3 > other[n] and (n not in words or mine[n] > 1))
        write(name, what, FAKER, kept)
    # Particles are no surnames by themselves, and common words would make every headline a person.
    kept_surnames = (n for n in surnames if 2 < len(n) < 10 and n not in words and n not in female and n not in male)
    write("surnames.txt", "Family names (weak evidence)", FAKER, kept_surnames)
    write("cities.txt", "Cities", CLDR, cities())


if __name__ == "__main__":
    main()
