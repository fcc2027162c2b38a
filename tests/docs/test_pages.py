"""The pages keep up with the program: commands, options, settings, resource files, links."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from typer.main import get_command

import incumbent
from incumbent.cli import app
from incumbent.config import Settings
from incumbent.lexicon.loader import RESOURCES, languages

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "examples/README.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))
CLI_PAGE = (ROOT / "docs" / "cli.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
# Set down apart from the program, so that a command that vanishes is noticed.
COMMANDS = {"read", "add", "who", "person", "org", "changes", "cohort", "verify", "eval"}
GROUP = get_command(app)


def options(command: object) -> set[str]:
    return {name for param in getattr(command, "params", []) for name in param.opts if name.startswith("--")}


def commands() -> dict[str, object]:
    return dict(getattr(GROUP, "commands", {}))


def section(name: str) -> str:
    match = re.search(rf"^## {re.escape(name)}\n(.*?)(?=^## |\Z)", CLI_PAGE, re.DOTALL | re.MULTILINE)
    assert match, f"docs/cli.md has no section {name!r}"
    return match[1]


def test_the_program_has_the_commands() -> None:
    assert set(commands()) >= COMMANDS


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_of_a_command_has_a_line(name: str) -> None:
    text = section(f"incumbent {name}")
    missing = {option for option in options(commands()[name]) if not re.search(rf"`{option}\b", text)}
    assert not missing


@pytest.mark.parametrize("name", sorted(commands()))
def test_no_option_is_described_that_a_command_lacks(name: str) -> None:
    described = set(re.findall(r"`(--[a-z-]+)", section(f"incumbent {name}")))
    assert described <= options(commands()[name]) | {"--help"}


def test_options_of_the_program_itself() -> None:
    text = section("incumbent")
    assert {option for option in options(GROUP) if f"`{option}" not in text} == set()


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_stands_in_the_readme(name: str) -> None:
    assert f"`incumbent {name}" in README


def test_commands_shown_anywhere_exist() -> None:
    unknown = {
        f"{page.name}: {word}"
        for page in PAGES
        for word in re.findall(r"(?:^|[`/$ ])incumbent ([a-z]+)", shown(page.read_text("utf-8")), re.MULTILINE)
        if word not in commands()
    }
    assert not unknown


def shown(text: str) -> str:
    """What stands in code: fenced blocks without their comments, and inline."""
    blocks = re.findall(r"```(?:sh|console)\n(.*?)```", text, re.DOTALL)
    return "\n".join([*blocks, *re.findall(r"`[^`\n]+`", text)])


@pytest.mark.parametrize("variable", sorted(set(re.findall(r"INCUMBENT_[A-Z_]+", inspect.getsource(Settings)))))
def test_every_setting_has_a_row(variable: str) -> None:
    assert f"| `{variable}` |" in README


def test_no_setting_is_described_that_is_not_read() -> None:
    known = set(re.findall(r"INCUMBENT_[A-Z_]+", inspect.getsource(Settings)))
    assert set(re.findall(r"INCUMBENT_[A-Z_]+", README)) <= known


def test_every_resource_file_has_a_row() -> None:
    page = (ROOT / "docs" / "languages.md").read_text("utf-8")
    folders = {RESOURCES / tag for tag in languages()}
    files = {path.name for folder in folders for path in folder.iterdir() if path.suffix in (".yml", ".txt")}
    shared = {
        path.relative_to(RESOURCES).as_posix()
        for path in RESOURCES.rglob("*")
        if path.suffix in (".yml", ".txt") and path.parent not in folders
    }
    listed = set(re.findall(r"^\| `([^`]+\.(?:yml|txt))`", page, re.MULTILINE))
    assert listed == files | shared


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    missing = {target for target in targets if "://" not in target and not (page.parent / target).exists()}
    assert not missing


@pytest.mark.parametrize(
    "page",
    [*PAGES, ROOT / "examples" / "demo.sh", ROOT / "Makefile"],
    ids=lambda page: page.relative_to(ROOT).as_posix(),
)
def test_pages_name_no_path_of_one_machine(page: Path) -> None:
    assert not re.findall(r"(?:/work|/root|/home|/tmp|/opt|C:\\)[\w/\\.-]*", page.read_text("utf-8"))


def test_names_used_from_python_are_public() -> None:
    block = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert block
    imported = re.search(r"from incumbent import (.+)", block[1])
    assert imported
    assert {name.strip() for name in imported[1].split(",")} <= set(incumbent.__all__)


def test_the_example_in_python_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    block = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert block
    monkeypatch.chdir(tmp_path)
    exec(compile(block[1], "README.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("start Ada Byrne chief executive Norvale 2024-09-23 ")
    assert lines[-1].startswith("Ada Byrne 2024-09-23 ")


def test_the_picture_loads_nothing() -> None:
    svg = (ROOT / "docs" / "timeline.svg").read_text("utf-8")
    assert set(re.findall(r"https?://[^\s\"'<>)]+", svg)) <= {"http://www.w3.org/2000/svg"}
    assert "@font-face" not in svg
    assert "Corrigane" in svg


def test_make_targets_named_in_pages_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {word for page in PAGES for word in re.findall(r"`make ([a-z]+)", page.read_text("utf-8"))}
    assert {"demo", "test", "lint", "bench", "clean"} <= targets
    assert named <= targets
