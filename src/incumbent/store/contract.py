"""What a store of records offers, whatever keeps it.

A ``Store`` takes documents in and gives ``View``s: the record as it stood for two of the three clocks
(what had been published, what had been recorded). The third clock is the query's (``query.py``).
Documents, claims and judgements are only ever appended.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Protocol, Self

from incumbent.model import Document, Fault, Judgement, Reading, Sourced, StoredDocument
from incumbent.resolve import Naming


class View(Protocol):
    """The record as known on one day and as recorded by one moment. Reads only."""

    def namings(self, kind: str, *, keys: Iterable[str] = (), forms: Iterable[str] = ()) -> list[Naming]:
        """Who bears a name: namings of ``kind`` whose own key is one of ``keys`` or with a form in ``forms``."""
        ...

    def names_like(self, kind: str, part: str, *, limit: int) -> list[Naming]:
        """Namings of ``kind`` with ``part`` somewhere in the key of one of their forms, at most ``limit`` names."""
        ...

    def claims_of(self, kind: str, keys: Iterable[str]) -> list[Sourced]:
        """All claims of the persons or organisations (``kind``) that have one of these keys."""
        ...

    def changes(self, *, since: dt.date | None, status: str | None, orgs: Iterable[str] | None) -> list[Sourced]:
        """Claims of a change that took effect (else: was known) on or after ``since``."""
        ...

    def claims(self, ids: Iterable[str]) -> list[Sourced]:
        """The claims of these ids; ids that are not there are left out."""
        ...


class Store(Protocol):
    """A record on disk. A context manager: leaving it closes the record."""

    def add(self, reading: Reading, recorded: dt.datetime) -> bool:
        """Keep a document and what was read off it, in one transaction; False where it is kept already.

        ``recorded`` is an aware time. Raises NotTextError for a text that no database keeps (NUL
        characters, lone surrogates), StoreBusyError where another process holds the record, StoreError
        where it cannot be written.
        """
        ...

    def reread(self, reading: Reading, recorded: dt.datetime) -> bool:
        """Keep a new reading of a document that is kept already; queries use it from ``recorded`` on.

        False where the document is not here or was read the same.
        """
        ...

    def has(self, document: Document) -> bool:
        """Whether the document is kept."""
        ...

    def judge(self, judgement: Judgement) -> None:
        """Append a judgement on a claim ("wrong" or "right"). UsageError for another kind or an id in use."""
        ...

    def judgements(self) -> list[Judgement]:
        """All judgements, oldest first."""
        ...

    def view(self, *, known_on: dt.date | None = None, recorded_by: dt.datetime | None = None) -> View:
        """The record as of two clocks: published by the end of ``known_on``, recorded up to ``recorded_by``."""
        ...

    def documents(self) -> list[StoredDocument]:
        """All documents, in the order they were recorded."""
        ...

    def document(self, id_: str) -> Document | None:
        """A document with its text; None where it is not here."""
        ...

    def verify(self) -> Iterator[Fault]:
        """Check every hash and every span against the text; yields what is not as it was written."""
        ...

    def close(self) -> None:
        """Let go of the record."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
