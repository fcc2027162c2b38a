"""``models/*.json``: the weights of learned choices, by feature."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from incumbent.errors import LexiconError
from incumbent.lexicon.loader import RESOURCES


@dataclass(frozen=True, slots=True)
class Weights:
    """A linear model: what each feature adds to the score of an option."""

    of: dict[str, float]

    def score(self, features: Iterable[str]) -> float:
        """The sum of the weights of some features; one that was never seen adds nothing."""
        of = self.of
        return sum([of.get(feature, 0.0) for feature in features])


@cache
def weights(name: str) -> Weights:
    """The weights of the choice ``name``. Raises LexiconError where the file is no object of numbers."""
    path = RESOURCES / "models" / f"{name}.json"
    try:
        read = json.loads(path.read_text("utf-8"))
        return Weights({str(feature): float(weight) for feature, weight in read["weights"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        raise LexiconError(f"{path.name}: not a file of weights: {fault}") from fault
