"""The options that several commands share, and how their values are read."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path
from typing import Annotated

import typer

from incumbent.config import Settings
from incumbent.errors import UsageError
from incumbent.model import PartialDate

Store = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="PATH",
        help="The record: a file or a database URL. Else $INCUMBENT_STORE, else incumbent.db here.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object a line, for other programs.")]
On = Annotated[
    str | None, typer.Option("--on", metavar="DATE", help="As it was in the world on that day. Else: today.")
]
KnownOn = Annotated[
    str | None,
    typer.Option("--known-on", metavar="DATE", help="Only what had been published by that day."),
]
RecordedOn = Annotated[
    str | None,
    typer.Option("--recorded-on", metavar="DATE", help="Only what this record had taken in by that day (or time)."),
]
Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="When it was published, as 2024, 2024-09 or 2024-09-26. 'On Monday' is reckoned from it.",
    ),
]
Lang = Annotated[
    str | None, typer.Option("--lang", metavar="CODE", help="The language of the text, as en or fr. Else: found out.")
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TEXT", help="Its headline. For a single document.")]
Url = Annotated[
    str | None,
    typer.Option("--url", metavar="URL", help="Where it was published. Kept, never visited. For a single one."),
]


def day(option: str, value: str | None) -> PartialDate | None:
    """``day_given``, or None where the option was not given."""
    return day_given(option, value) if value is not None else None


def day_given(option: str, value: str) -> PartialDate:
    """The date given to an option. Raises UsageError that names the option and says how to write a date."""
    try:
        return PartialDate.parse(value)
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None


def moment(option: str, value: str | None) -> PartialDate | dt.datetime | None:
    """The date, or the full ISO 8601 time (UTC where it names no zone), given to an option."""
    if value is None or "T" not in value:
        return day(option, value)
    try:
        time = dt.datetime.fromisoformat(value)
    except ValueError:
        raise UsageError(f"{option}: {value!r} is no time: write a date or 2024-09-26T14:30") from None
    return time if time.tzinfo else time.replace(tzinfo=dt.UTC)


def settings(store: str | None = None) -> Settings:
    """The settings of this call: the option, then the environment. Raises UsageError where one is not valid."""
    return Settings.from_env(os.environ, store=store)


def folder_for(path: Path, option: str) -> Path:
    """A folder to write into, made where it is missing. Raises UsageError where it cannot be."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{option}: {path} cannot be made a folder ({error.strerror}): name another") from None
    return path
