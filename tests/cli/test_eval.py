"""``incumbent eval``: the table, the files it writes, and folders that hold no gold."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]


def gold(**changes: object) -> dict[str, object]:
    text = "Ada Byrne joined Norvale as chair. Bo Lind left Norvale as clerk."
    claim = {"kind": "start", "person": "Ada Byrne", "org": "Norvale", "post": "chair", "role": "other"}
    claim |= {"status": "actual", "date": "2024-09-26"}
    base: dict[str, object] = {
        "id": "x",
        "lang": "en",
        "published": "2024-09-26",
        "publisher": None,
        "title": "A title",
    }
    return base | {"text": text, "aliases": {}, "claims": [claim], "facts": [], "quotes": []} | changes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "gold"
    path.mkdir()
    (path / "en-1.json").write_text(json.dumps(gold()))
    (path / "fr-1.json").write_text(json.dumps(gold(lang="fr", text="Rien.")))
    (path / "nl-1.json").write_text(json.dumps(gold(lang="nl")))
    return path


def test_the_table(run: Run, folder: Path) -> None:
    result = run("eval", folder, "--per-doc")
    assert (result.code, result.err) == (0, "")
    lines = result.out.splitlines()
    assert lines[0] == "3 documents"
    assert [line.split()[0] for line in lines[2:6]] == ["all", "en", "fr", "nl"]
    assert lines[3].split()[1:3] == ["0.667", "0.667"]
    assert lines[4].split()[1:3] == ["0.000", "0.000"]
    assert lines[6] == "changes: precision 0.500, recall 0.333"
    assert "date 1.000" in lines[7]
    assert lines[-1].split() == ["en-1", "changes", "0.667", "claims", "0.667"]


def test_json_and_languages(run: Run, folder: Path) -> None:
    figures = json.loads(run("eval", folder, "--json", "--lang", "en", "--lang", "fr", "--per-doc").out)
    assert list(figures) == ["all", "en", "fr", "documents"]
    assert figures["en"]["changes"] == {"p": 0.5, "r": 1.0, "f1": 0.6667, "gold": 1, "pred": 2}
    assert figures["documents"].keys() == {"en-1", "fr-1"}
    assert figures["all"]["evidence"]["f1"] == 1.0


def test_predictions_are_written_in_the_golds_form(run: Run, folder: Path, tmp_path: Path) -> None:
    assert run("eval", folder, "--out", tmp_path / "deep" / "out").code == 0
    written = json.loads((tmp_path / "deep" / "out" / "en-1.json").read_text("utf-8"))
    assert [claim["person"] for claim in written["claims"]] == ["Ada Byrne", "Bo Lind"]
    assert written["claims"][0]["date"] == "2024-09-26"
    assert {"id", "lang", "facts", "quotes"} <= written.keys()
    assert json.loads((tmp_path / "deep" / "out" / "nl-1.json").read_text("utf-8"))["claims"] == []


def test_the_gold_is_never_overwritten(run: Run, folder: Path, tmp_path: Path) -> None:
    before = (folder / "en-1.json").read_bytes()
    result = run("eval", folder, "--out", folder)
    assert result.code == 2 and "would be overwritten" in result.err
    assert (folder / "en-1.json").read_bytes() == before
    (tmp_path / "file").touch()
    assert run("eval", folder, "--out", tmp_path / "file").code == 2


def test_predictions_that_cannot_be_written(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "out" / "en-1.json").mkdir(parents=True)
    result = run("eval", folder, "--out", "out")
    assert result.code == 2
    assert result.err == "incumbent: out/en-1.json cannot be written: Is a directory\n"


def test_what_is_no_gold_is_named_and_the_rest_scored(run: Run, folder: Path) -> None:
    (folder / "a.json").write_text("{broken")
    (folder / "b.json").write_text('{"text": "no language"}')
    (folder / "c.json").write_text(json.dumps(gold(published="2024-02-31")))
    result = run("eval", folder)
    assert result.code == 1
    assert [line.split(": ")[1].rsplit("/", 1)[-1] for line in result.err.splitlines()] == [
        "a.json",
        "b.json",
        "c.json",
    ]
    assert result.out.startswith("3 documents")


@pytest.mark.parametrize("args", [["empty"], ["missing"], ["gold", "--lang", "zh"]])
def test_no_gold_documents(run: Run, folder: Path, tmp_path: Path, args: list[str]) -> None:
    (tmp_path / "empty").mkdir()
    result = run("eval", *args)
    assert (result.code, result.out) == (1, "")
    assert "no gold documents" in result.err
