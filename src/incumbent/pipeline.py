"""The ordered stages, from a text or a source to a reading and into the record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from os import PathLike, fspath
from typing import TYPE_CHECKING

from incumbent.config import DEFAULT_STORE, Settings
from incumbent.errors import IncumbentError, InputError, ReadingFault, UsageError
from incumbent.lexicon.loader import languages
from incumbent.model import Document, PartialDate, Reading
from incumbent.sources import Found, Metadata, Refused, Source, check_text, parse_day, read_source

if TYPE_CHECKING:
    from incumbent.query import Record
    from incumbent.store.contract import Store

_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True)
class Read:
    """A document that was read, and the name of where it was found."""

    name: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is in the record; ``reading`` is None where it had been there before."""

    name: str
    document: Document
    reading: Reading | None


def read_document(document: Document, *, settings: Settings = _DEFAULTS) -> Reading:
    """All that the document asserts: claims, facts and quotes, each with its characters.

    Of a text longer than ``settings.max_chars`` the beginning is read, and the reading warns of it. A
    document in a language that is not read gives an empty reading with a warning.
    """
    if document.lang and not _is_read(document.lang):
        return Reading(
            document, warnings=(f"it is in {document.lang!r}, which is not read (these are: {_known_langs()})",)
        )
    from incumbent.claims import extract

    return extract(document, settings.max_chars)


def read_text(
    text: str,
    *,
    published: str | dt.date | PartialDate | None = None,
    lang: str | None = None,
    title: str | None = None,
) -> Reading:
    """Read one text. ``published`` is the day the world was told, which "on Monday" is reckoned from.

    Raises NotTextError for a text that is empty or binary, UsageError for an impossible date or a
    ``lang`` that is not read.
    """
    check_text(text)
    check_lang(lang)
    return read_document(Document.of_text(text, published=as_day(published), lang=lang, title=title))


def as_day(value: str | dt.date | PartialDate | None) -> PartialDate | None:
    """A partial date of what a caller may give for one. Raises UsageError that says how to write it."""
    if value is None or isinstance(value, PartialDate):
        return value
    if isinstance(value, dt.date):
        return PartialDate.of(value)
    try:
        return parse_day(value)
    except ValueError as error:
        raise UsageError(str(error)) from None


def check_lang(lang: str | None) -> None:
    """Raise UsageError, naming those that are read, where ``lang`` is given and not one of them."""
    if lang is not None and not _is_read(lang):
        raise UsageError(f"{lang!r} is no language that is read: use one of {_known_langs()}, or leave it out")


def _is_read(lang: str) -> bool:
    return lang.split("-")[0].lower() in languages()


def _known_langs() -> str:
    return ", ".join(languages())


def read_sources(
    sources: Iterable[Source], *, settings: Settings = _DEFAULTS, told: Metadata | None = None
) -> Iterator[Read | Refused]:
    """Read every document of the sources, in order; what cannot be read comes as Refused and the rest goes on."""
    for found in _found(sources, settings, told):
        yield found if isinstance(found, Refused) else _read(found, settings)


def add_sources(
    store: Store, sources: Iterable[Source], *, settings: Settings = _DEFAULTS, told: Metadata | None = None
) -> Iterator[Kept | Refused]:
    """Read every document that the store does not hold yet and keep it, each in its own transaction.

    What cannot be read comes as Refused and the rest goes on. Raises StoreError where the store
    cannot go on; what was kept by then stays.
    """
    for found in _found(sources, settings, told):
        if isinstance(found, Refused):
            yield found
        elif store.has(found.document):
            yield Kept(found.name, found.document, None)
        else:
            yield _keep(store, found, settings)


def _found(sources: Iterable[Source], settings: Settings, told: Metadata | None) -> Iterator[Found | Refused]:
    for source in sources:
        yield from read_source(source, settings, told)


def _read(found: Found, settings: Settings) -> Read | Refused:
    try:
        reading = read_document(found.document, settings=settings)
    except InputError as error:
        return Refused(found.name, error)
    except IncumbentError:
        raise
    except Exception as error:  # noqa: BLE001  # one document never stops a run, not even by a fault of ours
        told = f"a fault of the program stopped its reading ({type(error).__name__}: {error}); please report it"
        return Refused(found.name, ReadingFault(told))
    if found.note:
        reading = replace(reading, warnings=(found.note, *reading.warnings))
    return Read(found.name, reading)


def _keep(store: Store, found: Found, settings: Settings) -> Kept | Refused:
    read = _read(found, settings)
    if isinstance(read, Refused):
        return read
    try:
        added = store.add(read.reading, now())
    except InputError as error:
        return Refused(found.name, error)
    return Kept(found.name, found.document, read.reading if added else None)


def now() -> dt.datetime:
    """This moment in UTC: the only clock of the program."""
    return dt.datetime.now(dt.UTC)


def open_record(path_or_url: str | PathLike[str] = DEFAULT_STORE, *, create: bool = True) -> Record:
    """Open a record, made where there is none unless ``create`` is False. Use it in ``with``.

    Raises StoreError where the path holds something else, or a record of a newer version.
    """
    from incumbent.query import Record
    from incumbent.store import open_store

    return Record(open_store(fspath(path_or_url), create=create), now)
