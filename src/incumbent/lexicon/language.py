"""``language.yml`` of a language (what sentence and token splitting needs) and ``languages.yml`` for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from incumbent.lexicon.loader import RESOURCES, load_yaml


@dataclass(frozen=True, slots=True)
class Language:
    """Orthography of a language.

    ``abbreviations`` never close a sentence; ``soft_abbreviations`` close one unless a number
    follows; ``elisions`` are words that lean on the next one (l'), ``clitics`` on the one before
    ('s); ``final_letters`` are single letters that may close a sentence.
    """

    abbreviations: frozenset[str]
    soft_abbreviations: frozenset[str]
    elisions: frozenset[str]
    clitics: frozenset[str]
    final_letters: frozenset[str]


_KEYS = ("abbreviations", "soft_abbreviations", "elisions", "clitics", "final_letters")


@cache
def language(lang: str) -> Language:
    """The orthography of ``lang``. Raises LexiconError where its file breaks the schema."""
    root = load_yaml(RESOURCES / lang / "language.yml")
    fields = dict(root.items(allowed=set(_KEYS), required={"abbreviations"}))
    return Language(
        **{key: frozenset(w.lower() for w in fields[key].texts()) if key in fields else frozenset() for key in _KEYS}
    )


@cache
def function_words() -> dict[str, frozenset[str]]:
    """Frequent function words by language, for telling languages apart."""
    root = load_yaml(RESOURCES / "languages.yml")
    return {lang: frozenset(node.text().split()) for lang, node in root.items()}


@cache
def languages_by_word() -> dict[str, tuple[str, ...]]:
    """The languages that each function word is of."""
    found: dict[str, list[str]] = {}
    for lang, table in function_words().items():
        for word in table:
            found.setdefault(word, []).append(lang)
    return {word: tuple(langs) for word, langs in found.items()}
