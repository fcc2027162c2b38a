"""``read`` and ``add``: documents in."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from incumbent.cli import options
from incumbent.cli.screen import print_json, progress, warn
from incumbent.errors import UsageError

if TYPE_CHECKING:
    from incumbent.model import Document, Reading
    from incumbent.pipeline import Kept
    from incumbent.sources import Metadata, Refused, Source

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
]

_READ_EPILOG = """\b
Examples:
  incumbent read article.txt --published 2024-09-26
  pbpaste | incumbent read -
  incumbent read press-releases/ --json | jq .claims
\b
A file may be plain text or Markdown, a JSON object with a "text", or JSON Lines. A text may begin with lines
'title:', 'published:', 'publisher:', 'url:', 'lang:' between two lines of '---'."""
_ADD_EPILOG = """\b
Examples:
  incumbent add articles/
  incumbent add article.txt --published 2024-09-26 --publisher 'The Example Post'
  incumbent add archive.jsonl --store board-watch.db
\b
Adding a document again changes nothing. When a run is stopped, run it again: it goes on where it was."""


def register(app: typer.Typer) -> None:
    """Add the commands to the application."""
    app.command(epilog=_READ_EPILOG)(read)
    app.command(epilog=_ADD_EPILOG)(add)


def read(
    inputs: Inputs,
    published: options.Published = None,
    publisher: options.Publisher = None,
    title: options.Title = None,
    url: options.Url = None,
    lang: options.Lang = None,
    as_json: options.Json = False,
) -> None:
    """Show what articles say, and keep nothing.

    Who starts, leaves, holds or takes leave from which post, when, on whose word. Each claim comes with the words
    of the article that show it. What you tell here goes before what a file says of itself.
    """
    from incumbent.pipeline import read_sources
    from incumbent.sources import Refused

    sources, told = _inputs(inputs, published, publisher, title, url, lang)
    failed = False
    with progress(sources, len(sources), "reading", shown=not sys.stdout.isatty()) as tracked:
        for result in read_sources(tracked, settings=options.settings(), told=told):
            if isinstance(result, Refused):
                failed = True
                warn(str(result))
            elif as_json:
                print_json(_reading_json(result.name, result.reading))
            else:
                from incumbent.cli.show_reading import show_reading

                show_reading(result.name, result.reading)
    if failed:
        raise typer.Exit(1)


def add(
    inputs: Inputs,
    published: options.Published = None,
    publisher: options.Publisher = None,
    title: options.Title = None,
    url: options.Url = None,
    lang: options.Lang = None,
    store: options.Store = None,
    as_json: options.Json = False,
) -> None:
    """Read articles and keep what they say in the record.

    The record is made on first use. What cannot be read is named, and the rest is kept.
    """
    from incumbent.pipeline import add_sources
    from incumbent.store import open_store

    sources, told = _inputs(inputs, published, publisher, title, url, lang)
    settings = options.settings(store)
    sources = [source for source in sources if not _is_store(source, settings.store)]
    counts = {"added": 0, "known": 0, "failed": 0, "claims": 0}
    with (
        open_store(settings.store, create=True) as record,
        progress(sources, len(sources), "adding") as tracked,
    ):
        for result in add_sources(record, tracked, settings=settings, told=told):
            row = _outcome(result)
            counts[row["outcome"]] += 1
            counts["claims"] += row["claims"]
            if row["outcome"] == "failed":
                warn(str(result))
            for warning in row["warnings"]:
                warn(f"{row['input']}: {warning}")
            if as_json:
                print_json(row)
    if not as_json:
        print(_summary(counts, settings.store))
    if counts["failed"]:
        raise typer.Exit(1)


def _inputs(
    inputs: list[str],
    published: str | None,
    publisher: str | None,
    title: str | None,
    url: str | None,
    lang: str | None,
) -> tuple[list[Source], Metadata]:
    from incumbent.pipeline import check_lang
    from incumbent.sources import Metadata, iter_sources

    check_lang(lang)
    told = Metadata(title, options.day("--published", published), publisher, url, lang)
    sources = list(iter_sources(inputs))
    if len(sources) > 1 and (title or url):
        raise UsageError(f"--{'title' if title else 'url'} is for one document, and {len(sources)} were given")
    return sources, told


def _is_store(source: Source, store: str) -> bool:
    """Whether a folder that is taken in holds the record itself, or a file that SQLite keeps beside it."""
    beside = ("", "-wal", "-shm", "-journal")
    return source.path is not None and source.path.resolve() in {Path(store + end).resolve() for end in beside}


def _reading_json(name: str, reading: Reading) -> dict[str, Any]:
    return {"input": name, **_about(reading.document), "warnings": list(reading.warnings), **reading.to_gold()}


def _about(document: Document) -> dict[str, Any]:
    return {
        "sha256": document.sha256,
        "title": document.title,
        "published": str(document.published) if document.published else None,
        "publisher": document.publisher,
        "url": document.url,
        "lang": document.lang,
    }


def _outcome(result: Kept | Refused) -> dict[str, Any]:
    from incumbent.sources import Refused

    if isinstance(result, Refused):
        return {"input": result.name, "outcome": "failed", "claims": 0, "warnings": [], "error": str(result.error)}
    reading = result.reading
    return {
        "input": result.name,
        "outcome": "added" if reading else "known",
        "claims": len(reading.claims) if reading else 0,
        "warnings": list(reading.warnings) if reading else [],
        **_about(result.document),
    }


def _summary(counts: dict[str, int], store: str) -> str:
    def parts() -> Iterator[str]:
        yield f"{counts['added']} added with {counts['claims']} claims"
        if counts["known"]:
            yield f"{counts['known']} kept before"
        if counts["failed"]:
            yield f"{counts['failed']} not read"

    return f"{store}: {', '.join(parts())}"
