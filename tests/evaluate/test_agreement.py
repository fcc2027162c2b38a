"""Our figures against those of the scorer that comes with the gold documents, where it is at hand."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from incumbent.evaluate import by_language, score_document

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold"
SLOTS = ("kind", "role", "date", "status", "manner", "counterpart", "source", "other_org")

pytestmark = pytest.mark.skipif(
    not (GOLD / "score.py").is_file(), reason="the gold documents are not beside the checkout"
)


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("gold_score", GOLD / "score.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def spoil_claim(claim: dict[str, Any], gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    spoilt = dict(claim)
    at = gold["text"].find(claim["evidence"])
    spoilt["start"], spoilt["end"] = at + (rng.random() < 0.1), at + len(claim["evidence"])
    for slot in SLOTS:
        if rng.random() < 0.15:
            spoilt[slot] = rng.choice(gold["claims"])[slot]
    if rng.random() < 0.2:
        spoilt["person"] = spoilt["person"].split()[-1]
    if rng.random() < 0.2:
        spoilt["person"] = f"Dr {spoilt['person']}"
    if rng.random() < 0.2:
        spoilt["org"] += " Inc."
    return spoilt


def spoil(gold: dict[str, Any], rng: random.Random) -> dict[str, Any]:
    """A prediction with every sort of mistake."""
    claims = [spoil_claim(claim, gold, rng) for claim in gold["claims"] if rng.random() < 0.85]
    claims += [dict(claim) for claim in claims if rng.random() < 0.1]
    quotes = [
        {**q, "quote": q["quote"][: int(len(q["quote"]) * rng.uniform(0.6, 1))].replace("e", "a", rng.randint(0, 8))}
        for q in gold["quotes"]
    ]
    facts = [{**fact, "value": fact["value"][: rng.randint(0, 20)]} for fact in gold["facts"]]
    for rows in (claims, quotes, facts):
        rng.shuffle(rows)
    return {"claims": claims, "quotes": quotes, "facts": facts}


@pytest.mark.parametrize("folder", ["dispatch", "train"])
def test_the_two_scorers_agree(folder: str) -> None:
    scorer = load_scorer()
    rng = random.Random(7)
    theirs = {name: scorer.Tally() for name in scorer.NAMES}
    ours = []
    for path in sorted((GOLD / folder).glob("*.json"))[::3]:
        gold = json.loads(path.read_text("utf-8"))
        predicted = spoil(gold, rng)
        scorer.score_doc(gold, predicted, theirs)
        ours.append((gold["lang"], score_document(gold, predicted)))
    assert ours
    figures = by_language(ours)["all"].to_json()
    assert figures == {name: tally.prf() for name, tally in theirs.items()}
    assert 0 < figures["changes"]["f1"] < 1
