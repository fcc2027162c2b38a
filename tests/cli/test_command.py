"""The command as a whole: help, version, pipes, start."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

import incumbent

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
    code = """
import sys
from types import ModuleType
from incumbent.cli import main
from incumbent.model import Reading
fake = ModuleType("incumbent.claims")
fake.extract = lambda document, max_chars: Reading(document)
sys.modules["incumbent.claims"] = fake
sys.argv = ["incumbent", "read", "-", "--json"]
main()
"""
    lines = b'{"text": "Nothing was said."}\n' * 20_000
    process = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(lines)
    process.stdin.close()
    assert process.stdout.readline().startswith(b'{"input"')
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_completion_is_offered(run: Run) -> None:
    assert "--install-completion" in run("--help").out
