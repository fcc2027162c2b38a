"""What judgements say of claims."""

from __future__ import annotations

from collections.abc import Iterable

from incumbent.model import Judgement


def wrong_claims(judgements: Iterable[Judgement]) -> frozenset[str]:
    """The claims that are judged wrong: by the last judgement on each that is not taken back."""
    ordered = sorted(judgements, key=lambda judgement: (judgement.made, judgement.id))
    undone = {judgement.undoes for judgement in ordered if judgement.undoes}
    last = {judgement.target: judgement.kind for judgement in ordered if judgement.id not in undone}
    return frozenset(target for target, kind in last.items() if kind == "wrong")
