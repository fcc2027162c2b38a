"""What does not tell two names apart: legal forms of organisations, honorifics of persons.

Reads ``resources/names/legal_forms.yml`` and ``resources/names/honorifics.yml``, for all languages together.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from incumbent.lexicon.loader import RESOURCES, Node, load_yaml

Phrases = tuple[tuple[str, ...], ...]


class NameForms(NamedTuple):
    """Phrases dropped from the beginning and the end of a folded name, the longest first.

    ``attached`` are written without a space; ``conjunctions`` are the words for "and".
    """

    before: Phrases
    after: Phrases
    attached: tuple[str, ...]
    conjunctions: frozenset[str]


def _phrases(node: Node) -> Phrases:
    return tuple(sorted((tuple(text.split()) for text in node.texts()), key=lambda words: (-len(words), words)))


def _attached(node: Node) -> tuple[str, ...]:
    return tuple(sorted(node.texts(), key=lambda text: (-len(text), text)))


@cache
def legal_forms() -> NameForms:
    """The forms of organisations' names. Raises LexiconError with file and line where the file is at fault."""
    keys = {"before", "after", "attached", "and", "letters"}
    nodes = dict(load_yaml(RESOURCES / "names" / "legal_forms.yml").items(allowed=keys, required=keys))
    conjunctions = frozenset(nodes["and"].texts())
    return NameForms(_phrases(nodes["before"]), _phrases(nodes["after"]), _attached(nodes["attached"]), conjunctions)


@cache
def honorifics() -> NameForms:
    """The forms of persons' names. Raises LexiconError with file and line where the file is at fault."""
    keys = {"before", "after", "attached"}
    nodes = dict(load_yaml(RESOURCES / "names" / "honorifics.yml").items(allowed=keys, required=keys))
    return NameForms(_phrases(nodes["before"]), _phrases(nodes["after"]), _attached(nodes["attached"]), frozenset())


@cache
def letters() -> dict[int, str]:
    """A table for ``str.translate`` of the letters that Unicode does not take apart."""
    node = load_yaml(RESOURCES / "names" / "legal_forms.yml").get("letters")
    if node is None:
        return {}
    return {ord(key): value.text() for key, value in node.items()}
