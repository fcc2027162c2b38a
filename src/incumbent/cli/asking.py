"""Questions to the record: ``who``, ``person``, ``org``, ``changes``, ``cohort``, ``verify``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from incumbent.cli import options
from incumbent.cli.screen import print_json, warn

if TYPE_CHECKING:
    from incumbent.query import Record

Org = Annotated[str, typer.Argument(metavar="ORG", help="The organisation's name.", show_default=False)]

_WHO_EPILOG = """\b
Examples:
  incumbent who 'Example Energy'
  incumbent who 'Example Energy' --post 'chief executive' --on 2024-11-01
  incumbent who 'Example Energy' --on 2024-11-01 --known-on 2024-10-15
\b
The last asks who held the posts on 1 November as the world knew it in mid-October."""
_PERSON_EPILOG = """\b
Examples:
  incumbent person 'Jane Example'
  incumbent person 'Jane Example' --known-on 2023 --json"""
_ORG_EPILOG = """\b
Examples:
  incumbent org 'Example Energy'
  incumbent org 'Example Energy' --recorded-on 2024-11-01T09:00"""
_CHANGES_EPILOG = """\b
Examples:
  incumbent changes --since 2024-11
  incumbent changes --org 'Example Energy' --status rumoured"""
_COHORT_EPILOG = """\b
Example:
  incumbent cohort 'Example Energy' --from 2023-01-01 --to 2024-12-31"""
_VERIFY_EPILOG = """\b
Example:
  incumbent verify --store board-watch.db"""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(epilog=_WHO_EPILOG)(who)
    app.command(epilog=_PERSON_EPILOG)(person)
    app.command(epilog=_ORG_EPILOG)(org)
    app.command(epilog=_CHANGES_EPILOG)(changes)
    app.command(epilog=_COHORT_EPILOG)(cohort)
    app.command(epilog=_VERIFY_EPILOG)(verify)


def who(
    name: Org,
    post: Annotated[
        str | None, typer.Option("--post", metavar="POST", help="Only this post, in words or as a code like ceo.")
    ] = None,
    on: options.On = None,
    known_on: options.KnownOn = None,
    recorded_on: options.RecordedOn = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Who holds the posts of an organisation on a day.

    Each answer comes with the words that show it, and with the rumours and disagreements beside it.
    """
    clocks = _clocks(on, known_on, recorded_on)
    with _open(store) as record:
        rows = record.who(name, post=post, **clocks)
        _answer(rows, "tenures", as_json, lambda: _nothing(record, "org", name))


def person(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The person's name.", show_default=False)],
    on: options.On = None,
    known_on: options.KnownOn = None,
    recorded_on: options.RecordedOn = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """The career of one person, post by post.

    Each step comes with the words that show it.
    """
    clocks = _clocks(on, known_on, recorded_on)
    with _open(store) as record:
        rows = record.person(name, **clocks)
        _answer(rows, "tenures", as_json, lambda: _nothing(record, "person", name))


def org(
    name: Org,
    on: options.On = None,
    known_on: options.KnownOn = None,
    recorded_on: options.RecordedOn = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """The timeline of an organisation.

    Everybody who held a post there, now and before, with the words that show it.
    """
    clocks = _clocks(on, known_on, recorded_on)
    with _open(store) as record:
        rows = record.org(name, **clocks)
        _answer(rows, "tenures", as_json, lambda: _nothing(record, "org", name))


def changes(
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only what took effect on that day or later.")
    ] = None,
    name: Annotated[str | None, typer.Option("--org", metavar="ORG", help="Only at this organisation.")] = None,
    status: Annotated[
        str | None,
        typer.Option("--status", metavar="STATUS", help="Only actual, planned, rumoured or denied changes."),
    ] = None,
    on: options.On = None,
    known_on: options.KnownOn = None,
    recorded_on: options.RecordedOn = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Who came, went, took leave or returned.

    Each change stands with its status: actual, planned, rumoured or denied.
    """
    clocks = _clocks(on, known_on, recorded_on)
    first = options.day("--since", since)
    with _open(store) as record:
        rows = record.changes(since=first, org=name, status=status, **clocks)
        _answer(rows, "changes", as_json, lambda: _nothing(record, "org", name))


def cohort(
    name: Org,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="The day whose leadership is followed.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="The day on which it is looked for again.")],
    known_on: options.KnownOn = None,
    recorded_on: options.RecordedOn = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Who of the leadership of one day is there on another.

    And how the others left.
    """
    clocks = _clocks(None, known_on, recorded_on)
    del clocks["on"]
    days = options.day_given("--from", first), options.day_given("--to", last)
    with _open(store) as record:
        rows = record.cohort(name, days[0], days[1], **clocks)
        _answer(rows, "cohort", as_json, lambda: _nothing(record, "org", name))


def verify(store: options.Store = None, as_json: options.Json = False) -> None:
    """Check that the record is as it was written.

    Every document and every quoted word is compared with what was first taken in.
    """
    with _open(store) as record:
        documents = len(record.documents())
        faults = record.verify()
    if as_json:
        for fault in faults:
            print_json(fault.to_json())
    else:
        for fault in faults:
            warn(f"document {fault.document}: {fault.what}: {fault.message}")
        print(f"{documents} documents checked: " + (f"{len(faults)} faults" if faults else "all as they were taken in"))
    if faults:
        raise typer.Exit(1)


def _open(store: str | None) -> Record:
    from incumbent.pipeline import open_record

    return open_record(options.settings(store).store, create=False)


def _clocks(on: str | None, known_on: str | None, recorded_on: str | None) -> dict[str, Any]:
    return {
        "on": options.day("--on", on),
        "known_on": options.day("--known-on", known_on),
        "recorded_on": options.moment("--recorded-on", recorded_on),
    }


def _answer(rows: Sequence[Any], kind: str, as_json: bool, nothing: Callable[[], None]) -> None:
    """Print the rows; where there are none, say so and exit with 1."""
    if not rows:
        nothing()
        raise typer.Exit(1)
    if as_json:
        for row in rows:
            print_json(row.to_json())
        return
    from incumbent.cli.show_record import SHOW

    SHOW[kind](rows)


def _nothing(record: Record, kind: str, name: str | None) -> None:
    if name is None:
        warn("nothing found: the record has no such change")
        return
    if record.org(name) if kind == "org" else record.person(name):
        warn(f"nothing found for {name!r} with these options; the record knows the name: ask for less")
        return
    close = record.suggest(kind, name)
    others = [other for other in close if other != name]
    hint = f"; names like it: {', '.join(others)}" if others else ""
    warn(f"nothing found for {name!r}{hint}")
