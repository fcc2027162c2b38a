"""Files of learned weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from incumbent.errors import LexiconError
from incumbent.lexicon import weights as module
from incumbent.lexicon.loader import RESOURCES
from incumbent.lexicon.weights import Weights, weights


def test_scores_add_up_and_leave_unseen_features_out() -> None:
    model = Weights(("start", "end"), {"a": (1.0, -1.0), "b": (0.5, 2.0)})
    assert model.scores(["a", "b", "never seen"]) == [1.5, 1.0]
    assert model.scores([]) == [0.0, 0.0]


def test_a_language_without_weights_has_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "RESOURCES", tmp_path)
    assert weights.__wrapped__("xx/telling") == Weights((), {})


@pytest.mark.parametrize(
    "text",
    ["", "[]", '{"classes": ["a"]}', '{"classes": ["a"], "weights": {"f": [1, 2]}}', '{"classes": [], "weights": 3}'],
)
def test_a_damaged_file_is_named(text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "telling.json").write_text(text, "utf-8")
    monkeypatch.setattr(module, "RESOURCES", tmp_path)
    with pytest.raises(LexiconError, match=r"telling\.json"):
        weights.__wrapped__("telling")


def test_what_ships_can_be_read() -> None:
    root = RESOURCES
    names = [path.relative_to(root).with_suffix("").as_posix() for path in root.rglob("*.json")]
    assert "models/workplaces" in names
    for name in names:
        assert weights(name).classes == tuple(json.loads((root / f"{name}.json").read_text("utf-8"))["classes"])
