"""``incumbent read``: what a person sees, what a program gets, and what bad input does."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from incumbent.model import Document, Reading

Run = Callable[..., Any]


STORY = "Norvale names a chief\nAda Byrne joined Norvale as head of tides.\nBo Lind may leave Norvale as chair.\n"


def errors(text: str) -> list[str]:
    lines = text.splitlines()
    assert all(line.startswith("incumbent: ") for line in lines), text
    return lines


def test_a_reading_for_people(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    result = run("read", "a.txt", "--published", "2024-09-26", "--publisher", "The Norvale Post")
    assert (result.code, result.err) == (0, "")
    assert result.out.splitlines() == [
        "Norvale names a chief",
        "The Norvale Post · 2024-09-26 · a.txt",
        "Starts",
        "  Ada Byrne, head of tides, Norvale  (2024-09-26)",
        "    “Ada Byrne joined Norvale as head of tides.”",
        "Ends",
        "  RUMOURED Bo Lind, chair, Norvale  (2024-09-26)",
        "    “Bo Lind may leave Norvale as chair.”",
        "Facts",
        "  Ada Byrne: worked on Norvale",
        "Quotes",
        "  Ada Byrne: “Ada Byrne joined Norvale as head of tides.”",
        "",
    ]


def test_a_reading_for_programs(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    result = run("read", "a.txt", "-", "--json", "--published", "2024-09", stdin=b"Cy Dahl left Norvale as chair.")
    assert (result.code, result.err) == (0, "")
    one, two = map(json.loads, result.out.splitlines())
    assert one["input"] == "a.txt" and two["input"] == "standard input"
    assert [(c["kind"], c["person"], c["status"]) for c in one["claims"]] == [
        ("start", "Ada Byrne", "actual"),
        ("end", "Bo Lind", "rumoured"),
    ]
    assert all(STORY[c["start"] : c["end"]] == c["evidence"] for c in one["claims"])
    assert (one["published"], one["title"]) == ("2024-09", "Norvale names a chief")
    assert {"facts", "quotes", "warnings", "sha256", "publisher", "url", "lang"} <= one.keys()
    assert two["claims"][0]["date"] == "2024-09"


def test_a_text_without_claims_is_done_all_the_same(run: Run) -> None:
    result = run("read", "-", stdin=b"The weather was fine.")
    assert result.code == 0
    assert "No claim about a post." in result.out


def test_a_mixed_batch_names_what_fails_and_keeps_the_rest(run: Run, tmp_path: Path) -> None:
    bad = {
        "1-empty.txt": b"",
        "2-nul.txt": b"Ada\0joined",
        "3-pdf.txt": b"%PDF-1.7 and so on",
        "4-png.txt": b"\x89PNG\r\n\x1a\nand so on",
        "5-blank.txt": b" \n\t\n",
        "6-cannot.txt": b"An unreadable text.",
        "7-page.txt": b"<!doctype html><p>Ada",
    }
    good = {
        "0-plain.txt": b"Ada Byrne joined Norvale as head of tides.",
        "8-latin.txt": "Zoé Hébert joined Société Générique as présidente du comité.".encode("latin-1"),
        "9-gb.txt": "李明 joined 远航集团 as 首席执行官，董事会周一宣布了这一任命.".encode("gb18030"),
    }
    for name, data in {**bad, **good}.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "hollow").mkdir()
    result = run("read", "missing.txt", "hollow", *sorted({**bad, **good}), "--json")
    assert result.code == 1
    complaints = errors(result.err)
    assert [line.split(": ")[1] for line in complaints] == ["missing.txt", "hollow", *bad]
    read = {row["input"]: row for row in map(json.loads, result.out.splitlines())}
    assert list(read) == list(good)
    assert read["8-latin.txt"]["claims"][0]["person"] == "Zoé Hébert"
    assert read["9-gb.txt"]["claims"][0]["org"] == "远航集团"
    assert "GB18030" in read["9-gb.txt"]["warnings"][0]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["https://norvale.example/story"], "is an address"),
        (["a.txt", "--lang", "xx"], "'xx' is no language that is read: use one of en, fr"),
        (["a.txt", "--published", "2024-02-31"], "--published: 2024-02 has no day 31"),
        (["a.txt", "--published", "yesterday"], "--published: 'yesterday' is no date: write YYYY"),
        (["a.txt", "b.txt", "--title", "One"], "--title is for one document, and 2 were given"),
        (["a.txt", "b.txt", "--url", "x"], "--url is for one document"),
        ([""], "an empty path"),
    ],
)
def test_wrong_arguments_are_usage_errors_on_one_line(run: Run, args: list[str], message: str) -> None:
    result = run("read", *args)
    assert (result.code, result.out) == (2, "")
    (line,) = errors(result.err)
    assert message in line


def test_options_that_do_not_exist(run: Run) -> None:
    assert run("read", "--shout").code == 2
    assert run("read").code == 2
    assert run("sing").code == 2


def test_hostile_text_does_nothing_to_the_terminal(run: Run) -> None:
    name = "Ada\x1b[2J\x1b]0;owned\x07\x9b31m\u202eByrne\x7f [bold]Lovell[/bold]"
    result = run("read", "-", stdin=f"{name} joined Nor\rvale as head of tides.".encode())
    assert result.code == 0
    assert not [c for c in result.out if not c.isprintable() and c != "\n"]
    assert "AdaByrne [bold]Lovell[/bold], head of tides, Nor vale" in result.out


def test_hostile_text_is_escaped_in_json(run: Run) -> None:
    name = "Ada\x1b[2J\x9b31m\u202eByrne\x7f"
    result = run("read", "-", "--json", stdin=f"{name} joined Norvale as head of tides.".encode())
    assert not [c for c in result.out if not c.isprintable() and c != "\n"]
    assert json.loads(result.out)["claims"][0]["person"] == name


def test_hostile_names_of_files(run: Run) -> None:
    result = run("read", "no\x1b[31mfile\nhere")
    assert result.err == "incumbent: nofile here: no such file or folder: check the path\n"


@pytest.mark.parametrize("columns", ["30", "80", "200", "0", "wide"])
def test_lines_fit_the_width(run: Run, monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    text = f"Ada Byrne joined {'The Norvale Tidal Power Company ' * 5}as head of {'unending ' * 20}tides."
    result = run("read", "-", stdin=text.encode())
    width = int(columns) if columns.isdecimal() and int(columns) else 100
    assert max(map(len, result.out.splitlines())) <= width
    assert "".join(text.split()) in "".join(result.out.split())


def test_only_the_beginning_of_a_very_long_text_is_read_and_it_says_so(run: Run) -> None:
    text = b"Ada Byrne joined Norvale as head of tides. " * 60_000
    result = run("read", "-", "--json", stdin=text)
    assert json.loads(result.out)["warnings"] == ["only its beginning was read"]


def test_a_language_of_the_document_that_is_not_read_yet(run: Run) -> None:
    result = run("read", "-", "--json", stdin=b"---\nlang: nl\n---\nAda Byrne joined Norvale as chair.")
    answer = json.loads(result.out)
    assert (result.code, answer["claims"]) == (0, [])
    assert "'nl', which is not read" in answer["warnings"][0]


def test_interrupted(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("incumbent.pipeline.read_sources", interrupt)
    result = run("read", "-")
    assert (result.code, result.out) == (130, "")
    assert result.err == "incumbent: stopped; what was finished by then is kept\n"


def test_a_fault_of_the_program_costs_one_document(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = tmp_path / "a.txt", tmp_path / "b.txt"
    good.write_text("Ada Bell joined Tamar Foods as chair.")
    bad.write_text("Ada Bell joined Tamar Foods as chair. divide")
    real = sys.modules["incumbent.claims"].extract

    def extract(document: Document, max_chars: int) -> Reading:
        if "divide" in document.text:
            raise ZeroDivisionError("by nothing")
        reading: Reading = real(document, max_chars)
        return reading

    monkeypatch.setattr(sys.modules["incumbent.claims"], "extract", extract)
    result = run("read", "--json", good, bad)
    assert result.code == 1
    assert "Ada Bell" in result.out
    assert "b.txt: a fault of the program stopped its reading (ZeroDivisionError: by nothing)" in result.err
