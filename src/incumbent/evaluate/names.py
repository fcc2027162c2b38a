"""When the scorer takes two names for the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache

from incumbent.lexicon.scoring import scoring_words

_JOINERS = re.compile("['’.·・]")
_NON_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """A name as it is compared: small letters, no accents, no punctuation, single spaces."""
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    return _NON_WORDS.sub(" ", _JOINERS.sub("", bare)).strip()


def _words(name: str, without: frozenset[str]) -> list[str]:
    """The folded words of a name but for ``without``; all of them where nothing else would be left."""
    every = fold(name).split()
    return [word for word in every if word not in without] or every


class Names:
    """The names of one gold document: which forms stand for the same person or organisation."""

    def __init__(self, aliases: Mapping[str, Sequence[str]]) -> None:
        self._ignored = scoring_words()
        self._groups = [frozenset(map(fold, (name, *others))) for name, others in aliases.items()]

    def _forms(self, name: str) -> frozenset[str]:
        forms = frozenset({fold(name)})
        for group in self._groups:
            if forms & group:
                forms |= group
        return forms - {""}

    def same_person(self, one: str | None, other: str | None) -> bool:
        """Equal or aliases, or all words (two or more) of the shorter name are in the longer one."""
        if not one or not other:
            return not one and not other
        if self._forms(one) & self._forms(other):
            return True
        lists = [_words(name, self._ignored.honorifics) for name in (one, other)]
        shorter, longer = sorted(lists, key=len)
        return len(shorter) > 1 and frozenset(shorter) <= frozenset(longer)

    def same_org(self, one: str | None, other: str | None) -> bool:
        """Equal or aliases, or the same words but for legal forms and articles."""
        if not one or not other:
            return not one and not other
        if self._forms(one) & self._forms(other):
            return True
        words, others = (frozenset(_words(name, self._ignored.legal_forms)) for name in (one, other))
        return words == others

    def same_source(self, one: str | None, other: str | None) -> bool:
        """The same person or the same organisation."""
        return self.same_person(one, other) or self.same_org(one, other)
