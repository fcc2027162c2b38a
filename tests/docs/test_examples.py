"""The example dispatches are documents that the program takes in, and tell the year that their README tells."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command

from incumbent.cli import app
from incumbent.config import Settings
from incumbent.sources import Found, iter_sources, read_source
from incumbent.text.language import detect

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
FILES = sorted((EXAMPLES / "corrigane").iterdir())


def taken_in(path: Path) -> Found:
    (source,) = iter_sources([path])
    (found,) = read_source(source, Settings())
    assert isinstance(found, Found), str(found)
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_dispatch_has_its_metadata(path: Path) -> None:
    found = taken_in(path)
    document = found.document
    assert found.note is None
    assert path.suffix == ".txt"
    assert path.name.startswith(f"{document.published}-")
    assert document.published and document.published.precision == "day"
    assert document.title and document.publisher
    assert 600 <= len(document.text) <= 1800
    assert "---" not in document.text


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_language_told_is_the_language_found(path: Path) -> None:
    document = taken_in(path).document
    assert document.lang == detect(document.text)


def test_both_languages_and_a_year() -> None:
    documents = [taken_in(path).document for path in FILES]
    assert {document.lang for document in documents} == {"en", "fr"}
    days = sorted(document.published.earliest for document in documents if document.published)
    assert (days[-1] - days[0]).days > 365
    assert len({document.publisher for document in documents}) >= 4


def test_each_dispatch_has_a_row_in_the_story() -> None:
    rows = [line for line in (EXAMPLES / "README.md").read_text("utf-8").splitlines() if line.startswith("| 20")]
    assert [row.split("|")[1].strip() for row in rows] == [path.name[:10] for path in FILES]


def test_the_demonstration_asks_what_the_commands_take() -> None:
    script = (EXAMPLES / "demo.sh").read_text("utf-8").replace("\\\n", " ")
    commands = getattr(get_command(app), "commands", {})
    asked = [shlex.split(line)[2:] for line in script.splitlines() if line.lstrip().startswith("ask ")]
    assert {words[0] for words in asked} == {"add", "org", "who", "person", "changes", "verify"}
    for words in asked:
        known = {name for param in commands[words[0]].params for name in param.opts}
        assert {word for word in words if word.startswith("--")} <= known
    loops = {name: days.split() for name, days in re.findall(r"for (known|day) in (.+); do", script)}
    assert len(loops["day"]) >= 3 and len(loops["known"]) >= 2
