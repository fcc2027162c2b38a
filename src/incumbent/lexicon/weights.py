"""``telling.json`` of a language and ``models/*.json``: the weights of learned choices, by feature."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from incumbent.errors import LexiconError
from incumbent.lexicon.loader import RESOURCES

Words = tuple[str, ...]


@dataclass(frozen=True)
class Weights:
    """A linear model: what each feature adds to the score of each class. One that was never seen adds nothing."""

    classes: tuple[str, ...]
    of: dict[str, tuple[float, ...]]

    def scores(self, features: Iterable[str]) -> list[float]:
        """For each class the sum of the weights of some features."""
        return self._sum(map(self.of.get, features))

    def scores_of_words(self, features: Iterable[Words]) -> list[float]:
        """The same of features that are given word by word, which are made faster than strings of them."""
        return self._sum(map(self._of_words.get, features))

    def score(self, features: Iterable[str]) -> float:
        """The score of the first class."""
        return sum([found[0] for found in map(self.of.get, features) if found])

    def _sum(self, weights: Iterable[tuple[float, ...] | None]) -> list[float]:
        found = filter(None, weights)
        return list(map(sum, zip(*found, strict=True))) or [0.0] * len(self.classes)

    @cached_property
    def _of_words(self) -> dict[Words, tuple[float, ...]]:
        return {tuple(feature.split(" ")): weights for feature, weights in self.of.items()}


@cache
def weights(name: str) -> Weights:
    """The weights in ``resources/NAME.json``; none where there is no such file.

    Raises LexiconError where the file is not of the form that the training scripts write.
    """
    path = RESOURCES / f"{name}.json"
    if not path.is_file():
        return Weights((), {})
    try:
        read = json.loads(path.read_text("utf-8"))
        classes = tuple(map(str, read["classes"]))
        of = {str(feature): tuple(map(float, values)) for feature, values in read["weights"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise LexiconError(f"{name}.json: not a file of weights: {fault!r}") from fault
    if any(len(values) != len(classes) for values in of.values()):
        raise LexiconError(f"{name}.json: a feature has not one weight for each of {', '.join(classes)}")
    return Weights(classes, of)
