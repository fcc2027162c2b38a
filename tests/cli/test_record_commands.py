"""``add`` and the questions to the record, end to end on a record of this test's own."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

STORIES = {
    "1.txt": "---\npublished: 2023-01-10\npublisher: The Norvale Post\n---\nAda Byrne joined Norvale as chair.\n",
    "2.txt": "---\npublished: 2024-03-04\npublisher: Quarry Wire\n---\nBo Lind may leave Norvale as chair.\n"
    "Cy Dahl joined Norvale as head of tides.\n",
}


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in STORIES.items():
        (folder / name).write_text(text)
    return folder


@pytest.fixture
def record(run: Run, articles: Path) -> Run:
    assert run("add", articles).code == 0
    return run


def rows(result: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.out.splitlines()]


def test_add_tells_what_it_did(run: Run, articles: Path) -> None:
    result = run("add", articles)
    assert (result.code, result.out, result.err) == (0, "incumbent.db: 2 added with 3 claims\n", "")


def test_adding_again_changes_nothing(record: Run, articles: Path) -> None:
    before = record("org", "Norvale", "--json").out
    result = record("add", articles, articles / "1.txt", "--json")
    assert [row["outcome"] for row in rows(result)] == ["known", "known", "known"]
    assert record("org", "Norvale", "--json").out == before
    assert record("add", articles).out == "incumbent.db: 0 added with 0 claims, 2 kept before\n"


def test_a_bad_file_does_not_stop_the_rest_and_is_named(run: Run, articles: Path) -> None:
    (articles / "0-picture.txt").write_bytes(b"\x89PNG\r\n\x1a\nabc")
    (articles / "3-cannot.txt").write_text("An unreadable text.")
    result = run("add", articles, "nowhere", "--json")
    assert result.code == 1
    assert [row["outcome"] for row in rows(result)] == ["failed", "added", "added", "failed", "failed"]
    assert [line.split(": ")[1].rsplit("/", 1)[-1] for line in result.err.splitlines()] == [
        "0-picture.txt",
        "3-cannot.txt",
        "nowhere",
    ]
    assert run("who", "Norvale", "--on", "2024-04-01").code == 0


def test_the_record_itself_is_not_taken_in(record: Run) -> None:
    result = record("add", ".", "--json")
    assert (result.code, result.err) == (0, "")
    assert [row["outcome"] for row in rows(result)] == ["known", "known"]


def test_a_stopped_run_keeps_what_was_finished(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    claims = sys.modules["incumbent.claims"]
    extract = claims.extract

    def stop_at_the_second(document: Any, max_chars: int) -> Any:
        if "Bo Lind" in document.text:
            raise KeyboardInterrupt
        return extract(document, max_chars)

    with monkeypatch.context() as patch:
        patch.setattr(claims, "extract", stop_at_the_second)
        assert run("add", articles).code == 130
    assert [row["outcome"] for row in rows(run("add", articles, "--json"))] == ["known", "added"]


def test_who(record: Run) -> None:
    (row,) = rows(record("who", "Norvale", "--post", "chair", "--on", "2023-02-01", "--json"))
    assert (row["person"], row["org"], row["post"]) == ("Ada Byrne", "Norvale", "chair")
    (evidence,) = row["evidence"]
    assert evidence["text"] == "Ada Byrne joined Norvale as chair."
    assert (evidence["publisher"], evidence["published"]) == ("The Norvale Post", "2023-01-10")


def test_who_for_people(record: Run) -> None:
    result = record("who", "Norvale", "--on", "2024-04-01")
    assert result.code == 0
    assert "Ada Byrne" in result.out and "Cy Dahl" in result.out
    assert "“Cy Dahl joined Norvale as head of tides.” Quarry Wire, 2024-03-04, document " in " ".join(
        result.out.split()
    )


@pytest.mark.parametrize("columns", ["40", "80", "160"])
@pytest.mark.parametrize("question", [("who", "Norvale"), ("person", "Ada Byrne"), ("org", "Norvale"), ("changes",)])
def test_tables_fit(record: Run, monkeypatch: pytest.MonkeyPatch, columns: str, question: tuple[str, ...]) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    result = record(*question)
    assert result.code == 0
    assert max(map(len, result.out.splitlines())) <= int(columns)
    assert "\x1b" not in result.out
    assert "Ada" in result.out


def test_known_on_and_recorded_on(record: Run) -> None:
    people = {row["person"] for row in rows(record("org", "Norvale", "--known-on", "2023-12", "--json"))}
    assert people == {"Ada Byrne"}
    assert record("org", "Norvale", "--recorded-on", "2020-01-01").code == 1
    assert record("org", "Norvale", "--recorded-on", "2020-01-01T10:00").code == 1
    assert record("org", "Norvale", "--recorded-on", "2999-01-01").code == 0


def test_changes(record: Run) -> None:
    found = rows(record("changes", "--org", "Norvale", "--json"))
    assert {(row["kind"], row["person"], row["status"]) for row in found} == {
        ("start", "Ada Byrne", "actual"),
        ("end", "Bo Lind", "rumoured"),
        ("start", "Cy Dahl", "actual"),
    }
    (rumour,) = rows(record("changes", "--status", "rumoured", "--since", "2024", "--json"))
    assert rumour["person"] == "Bo Lind"
    assert "rumoured" in record("changes").out


def test_cohort(record: Run) -> None:
    result = record("cohort", "Norvale", "--from", "2023-02-01", "--to", "2024-04-01", "--json")
    assert {row["person"] for row in rows(result)} == {"Ada Byrne"}
    assert "Ada Byrne" in record("cohort", "Norvale", "--from", "2023-02-01", "--to", "2024-04-01").out


def test_verify(record: Run) -> None:
    result = record("verify")
    assert (result.code, result.out) == (0, "2 documents checked: all as they were taken in\n")


@pytest.mark.parametrize(
    "question", [("who", "Norvalle"), ("person", "Ada Burne"), ("org", "Norvalle"), ("changes", "--since", "2999")]
)
def test_nothing_found(record: Run, question: tuple[str, ...]) -> None:
    result = record(*question)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("incumbent: nothing found")
    assert len(result.err.splitlines()) == 1


def test_names_like_it_are_offered(record: Run) -> None:
    assert "names like it: Ada Byrne" in record("person", "Ada Burne").err


def test_a_known_name_with_nothing_on_the_day_is_not_taken_for_misspelt(record: Run) -> None:
    result = record("who", "Norvale", "--on", "1950-01-01")
    assert "the record knows the name" in result.err
    assert "names like it" not in result.err


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("who", "Norvale", "--on", "2024-13"), "--on: month 13"),
        (("person", "Ada Byrne", "--known-on", "soon"), "--known-on: 'soon' is no date"),
        (("org", "Norvale", "--recorded-on", "2024-01-01T99"), "--recorded-on: '2024-01-01T99' is no time"),
        (("changes", "--since", "2024-02-31"), "--since: 2024-02 has no day 31"),
        (("changes", "--status", "loud"), "loud"),
        (("who", "Norvale", "--store", ""), "the store is an empty path"),
    ],
)
def test_wrong_values_are_usage_errors(record: Run, args: tuple[str, ...], message: str) -> None:
    result = record(*args)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert len(result.err.splitlines()) == 1


def test_a_record_that_is_not_there(run: Run, tmp_path: Path) -> None:
    for question in (("who", "Norvale"), ("verify",), ("changes",)):
        result = run(*question, "--store", "none.db")
        assert (result.code, result.out) == (2, "")
        assert len(result.err.splitlines()) == 1
    assert not (tmp_path / "none.db").exists()


def test_a_store_that_is_no_record(run: Run, articles: Path) -> None:
    result = run("add", articles, "--store", articles / "1.txt")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1


def test_the_store_of_the_environment(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INCUMBENT_STORE", "other.db")
    assert run("add", articles).out.startswith("other.db: 2 added")
    assert Path("other.db").exists() and not Path("incumbent.db").exists()


def test_hostile_names_do_nothing_to_the_terminal(run: Run) -> None:
    hostile = "Ada\x1b[2J\x9b31m\u202e [red]Byrne[/red] joined Norvale as chair.".encode()
    assert run("add", "-", "--publisher", "Post\x1b[5m", stdin=hostile).code == 0
    for question in (("org", "Norvale"), ("changes",)):
        result = run(*question)
        assert result.code == 0
        assert not [c for c in result.out if not c.isprintable() and c != "\n"]
        assert "[red]" in result.out
