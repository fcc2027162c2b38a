"""What reaches the terminal: made harmless, wrapped to its width, coloured only where somebody looks."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

T = TypeVar("T")

# Escape sequences, other controls, and marks that reverse or hide what stands after them.
_HOSTILE = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b.?"
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_JSON_HOSTILE = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = re.compile(r"\s+")
_WIDTH_UNWATCHED = 100
_MANY = 5


def plain(text: str) -> str:
    """``text`` on one line, without anything that a terminal would obey instead of showing."""
    return _HOSTILE.sub("", _SPACES.sub(" ", text)).strip()


def words(text: str, style: str = "") -> Text:
    """``plain`` text for a table or a line, in a style; square brackets in it are only brackets."""
    from rich.text import Text

    return Text(plain(text), style=style)


def console(*, stderr: bool = False) -> Console:
    """A console on standard output (or error). Without a terminal: no colour, and 100 columns or $COLUMNS."""
    from rich.console import Console

    stream = sys.stderr if stderr else sys.stdout
    columns = os.environ.get("COLUMNS", "")
    width = None if stream.isatty() else int(columns) if columns.isdecimal() and int(columns) else _WIDTH_UNWATCHED
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False, force_terminal=None)


def indented(screen: Console, text: Text, indent: int, *, hanging: int = 0) -> None:
    """Print ``text`` wrapped to the width, moved in by ``indent`` columns and ``hanging`` more after its first line."""
    from rich.text import Text

    margin = indent
    for line in text.wrap(screen, max(screen.width - indent - hanging, 10)):
        line.rstrip()
        screen.print(Text(" " * margin).append_text(line), no_wrap=True, overflow="ignore", crop=False)
        margin = indent + hanging


def print_json(value: Any) -> None:
    """One JSON object on one line, with every character that could act on a terminal written as an escape."""
    encoding = (getattr(sys.stdout, "encoding", None) or "ascii").lower().replace("-", "")
    line = json.dumps(value, ensure_ascii=encoding != "utf8")
    print(_JSON_HOSTILE.sub(lambda match: f"\\u{ord(match[0]):04x}", line))


def warn(message: str) -> None:
    """One line on standard error."""
    print(f"incumbent: {plain(message)}", file=sys.stderr)


@contextmanager
def progress(items: Iterable[T], total: int, label: str, *, shown: bool = True) -> Iterator[Iterable[T]]:
    """``items`` with a progress bar on standard error: for more than a few, and only where somebody looks."""
    if not shown or total <= _MANY or not sys.stderr.isatty():
        yield items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # rich would send what is printed meanwhile to the bar's stream: answers must stay on standard output.
    with Progress(*columns, console=console(stderr=True), transient=True, redirect_stdout=False) as bar:
        yield bar.track(items, total=total, description=label)
