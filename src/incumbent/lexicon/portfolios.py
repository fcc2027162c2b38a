"""The ``portfolios`` of ``governments.yml``: fields of government that stand for the post of their minister."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from incumbent.lexicon.loader import RESOURCES, load_yaml
from incumbent.lexicon.posts import Trie


class Portfolios(NamedTuple):
    """Fields of government, and the words around one that tell that its minister is meant.

    ``words`` are the fields; ``articles`` and ``skipped`` may stand before one, with ``articles`` nothing else
    is needed; ``direct`` stand right before one or its article; ``parts`` likewise, behind one of ``movers``.
    ``behind`` may follow, empty for any; ``opens`` follow one that begins a sentence; ``small`` are those of
    ``direct`` behind which it may be written in small letters.
    """

    words: Trie
    articles: frozenset[str]
    skipped: frozenset[str]
    direct: frozenset[str]
    parts: frozenset[str]
    movers: frozenset[str]
    behind: frozenset[str]
    opens: frozenset[str]
    small: frozenset[str]


@cache
def portfolios(lang: str) -> Portfolios:
    """The portfolios of ``lang``. Raises LexiconError where the file breaks its schema."""
    node = load_yaml(RESOURCES / lang / "governments.yml").get("portfolios")
    names = Portfolios._fields
    given = dict(node.items(allowed=set(names))) if node else {}
    words: Trie = {}
    for text in given["words"].texts() if node else ():
        at = words
        for word in text.lower().split():
            at = at.setdefault(word, {})
        at[None] = True
    rest = (given[name].texts() if name in given else () for name in names[1:])
    return Portfolios(words, *(frozenset(word.lower() for word in listed) for listed in rest))
