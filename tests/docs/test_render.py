"""The script that fills the pages with what commands print."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "docs" / "render.py"
STORE = Path("unused.db")


@pytest.fixture
def render(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("render", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "run", lambda command, store, colour=False: f"one  \n\x1b[32mtwo\x1b[0m\n{command}\n")
    return module


def test_a_block_is_replaced_and_the_rest_kept(render: ModuleType) -> None:
    page = "before\n<!-- render: incumbent verify -->\nold\n<!-- /render -->\nafter\n"
    expected = (
        "before\n<!-- render: incumbent verify -->\n```console\n$ incumbent verify\n"
        "one\n\x1b[32mtwo\x1b[0m\nincumbent verify\n```\n<!-- /render -->\nafter\n"
    )
    assert render.render_page(page, STORE) == expected
    assert render.render_page(expected, STORE) == expected


def test_a_block_is_cut_with_a_mark(render: ModuleType) -> None:
    page = "<!-- render lines=1: incumbent verify -->\n<!-- /render -->"
    assert "\none\n…\n```" in render.render_page(page, STORE)


def test_the_picture_names_no_address(render: ModuleType) -> None:
    svg = render.render_picture(STORE)
    assert "two" in svg and "incumbent" in svg
    assert "@font-face" not in svg and "<!--" not in svg
    assert svg.replace("http://www.w3.org/2000/svg", "").count("://") == 0


def test_each_block_of_the_pages_runs_the_program(render: ModuleType) -> None:
    blocks = [match for page in render.PAGES for match in render.BLOCK.finditer(page.read_text("utf-8"))]
    assert len(blocks) >= 5
    assert all(match[3].startswith("incumbent ") for match in blocks)


def test_the_pages_show_what_the_commands_print() -> None:
    done = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
