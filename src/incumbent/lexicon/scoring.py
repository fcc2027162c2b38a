"""The words of names that the scorer passes over (``resources/scoring.yml``)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from incumbent.lexicon.loader import RESOURCES, load_yaml


class ScoringWords(NamedTuple):
    """Folded words that do not count in a comparison of persons' and of organisations' names."""

    honorifics: frozenset[str]
    legal_forms: frozenset[str]


@cache
def scoring_words() -> ScoringWords:
    """The lists, read once. Raises LexiconError with file and line where the file is at fault."""
    keys = set(ScoringWords._fields)
    lists = dict(load_yaml(RESOURCES / "scoring.yml").items(allowed=keys, required=keys))
    return ScoringWords(**{key: frozenset(node.texts()) for key, node in lists.items()})
