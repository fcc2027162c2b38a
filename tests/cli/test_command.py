"""The command as a whole: help, version, pipes, start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import incumbent

FAKE = """
import sys
from types import ModuleType
from incumbent.cli import main
from incumbent.model import Reading
fake = ModuleType("incumbent.claims")
fake.extract = lambda document, max_chars: Reading(document)
sys.modules["incumbent.claims"] = fake
main()
"""
COMMANDS = ("read", "add", "who", "person", "org", "changes", "cohort", "verify", "eval")


Run = Callable[..., Any]


def python(code: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


def test_version(run: Run) -> None:
    assert run("--version").out == f"incumbent {incumbent.__version__}\n"


def test_help_lists_every_command_with_a_whole_sentence(run: Run) -> None:
    result = run("--help")
    assert result.code == 0
    for command in COMMANDS:
        (line,) = [line for line in result.out.splitlines() if line.startswith(f"  {command} ")]
        assert line.endswith(".") and not line.endswith("...")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_an_example(run: Run, command: str) -> None:
    result = run(command, "--help")
    assert result.code == 0
    assert f"    incumbent {command} " in result.out or f"incumbent {command}" in result.out.split("Example")[1]


def test_without_arguments_it_helps(run: Run) -> None:
    result = run()
    assert "Commands:" in result.out + result.err


def test_help_loads_nothing_heavy() -> None:
    code = """
import sys
sys.argv = ["incumbent", "--help"]
from incumbent.cli import main
try:
    main()
except SystemExit:
    pass
heavy = {"sqlalchemy", "alembic", "rich", "yaml", "charset_normalizer", "incumbent.claims", "incumbent.store"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    assert python(code).stderr.decode().strip() == "[]"


def test_the_package_loads_nothing_before_it_is_asked() -> None:
    code = "import sys, incumbent; print([m for m in sys.modules if m.startswith('incumbent')])"
    assert python(code).stdout.decode().strip() == "['incumbent']"


def test_a_reader_that_has_seen_enough() -> None:
    lines = b'{"text": "Nothing was said."}\n' * 20_000
    process = subprocess.Popen(
        [sys.executable, "-c", FAKE, "read", "-", "--json"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(lines)
    process.stdin.close()
    assert process.stdout.readline().startswith(b'{"input"')
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_under_the_output(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Nothing was said.")
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-c", FAKE, "read", "a.txt"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode() == "incumbent: the output cannot be written: No space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_the_progress_bar_stays_off_standard_output(tmp_path: Path) -> None:
    for number in range(8):
        (tmp_path / f"{number}.txt").write_text(f"Nothing was said on day {number}.")
    (tmp_path / "bad.txt").write_bytes(b"\0")
    main_end, terminal = os.openpty()
    command = [sys.executable, "-c", FAKE, "read", ".", "--json"]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=terminal, check=False, env={**os.environ, "TERM": "xterm"}, cwd=tmp_path
    )
    os.close(terminal)
    seen = os.read(main_end, 100_000).decode()
    assert [json.loads(line)["input"] for line in done.stdout.splitlines()] == [f"{n}.txt" for n in range(8)]
    assert "reading" in seen and "9/9" in seen
    assert "bad.txt: binary data" in seen


def test_completion_is_offered(run: Run) -> None:
    assert "--install-completion" in run("--help").out
