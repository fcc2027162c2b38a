"""Opening of a record: the engine, its schema, and database faults as one-line errors that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from incumbent.errors import NewerStoreError, NotAStoreError, StoreBusyError, StoreError, UsageError
from incumbent.store.migrations import HEAD, REVISIONS

_MIGRATIONS = Path(__file__).resolve().parent / "migrations"
_OURS = {"documents", "readings", "claims", "alembic_version"}
_WRITES = "incumbent_writes"

_FULL = "cannot be written: the disk is full or a limit on file sizes is reached; free some space and run again"
_FAULTS: dict[int, tuple[type[StoreError], str]] = {
    sqlite3.SQLITE_BUSY: (StoreBusyError, "is in use by another process: try again when it is done"),
    sqlite3.SQLITE_LOCKED: (StoreBusyError, "is in use by another process: try again when it is done"),
    sqlite3.SQLITE_NOTADB: (NotAStoreError, "is no Incumbent record: give another path with --store"),
    sqlite3.SQLITE_CORRUPT: (StoreError, "is damaged: restore it from a copy, or add its documents to a new record"),
    sqlite3.SQLITE_FULL: (StoreError, _FULL),
    sqlite3.SQLITE_IOERR: (StoreError, _FULL),
    sqlite3.SQLITE_READONLY: (StoreError, "cannot be written: make the file and its folder writable"),
    sqlite3.SQLITE_CANTOPEN: (StoreError, "cannot be opened: check that its folder exists and may be written"),
    sqlite3.SQLITE_PERM: (StoreError, "cannot be opened: you have no right to; give another path with --store"),
}


@contextmanager
def faults(name: str) -> Iterator[None]:
    """Turn the faults of the database under this block into StoreErrors about the record ``name``."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        raise _store_error(name, error.orig or error) from error
    except sqlite3.Error as error:
        raise _store_error(name, error) from error


def _store_error(name: str, error: BaseException) -> StoreError:
    code = getattr(error, "sqlite_errorcode", None)
    if code is not None and code & 0xFF in _FAULTS:
        kind, message = _FAULTS[code & 0xFF]
        return kind(f"{name} {message}")
    first = (str(error).splitlines() or [type(error).__name__])[0]
    return StoreError(f"{name} cannot be used: {first}")


def sqlite_path(url_or_path: str | Path) -> Path:
    """The file of a record, from a path or a ``sqlite:///`` URL. UsageError for another database."""
    text = str(url_or_path)
    if "://" not in text:
        return Path(text)
    try:
        url = sa.make_url(text)
    except (sa.exc.ArgumentError, ValueError):
        raise UsageError("the store is no valid database URL: give a path or sqlite:///PATH") from None
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        shown = url.render_as_string(hide_password=True)
        raise UsageError(f"{shown} cannot keep a record: this version keeps them in SQLite files; give a path")
    return Path(url.database)


def check_path(path: Path, *, create: bool) -> None:
    """Raise StoreError where no record can be at ``path``, or where none is there and none is to be made."""
    if path.is_dir():
        raise NotAStoreError(f"{path} is a folder: give the path of a file with --store")
    if not path.exists():
        if not create:
            raise StoreError(f"there is no record at {path}: run `incumbent add` first, or give another with --store")
        if not path.parent.is_dir():
            raise StoreError(f"the folder {path.parent} of the record does not exist: make it first")


def make_engine(path: Path, timeout: float) -> sa.Engine:
    """An engine on a SQLite file that waits ``timeout`` seconds for another process's lock."""
    url = sa.URL.create("sqlite", database=str(path))
    engine = sa.create_engine(url, connect_args={"timeout": timeout})

    @sa.event.listens_for(engine, "connect")
    def _configure(connection: Any, _record: object) -> None:
        # SQLAlchemy sends BEGIN itself (below), so that a write takes its lock at once.
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")

    @sa.event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    """A transaction that may write; rolled back where the block raises."""
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        yield connection


def prepare(engine: sa.Engine, path: Path, *, create: bool) -> None:
    """See that the file holds a record of this version's schema; make or migrate it where need be.

    Raises NotAStoreError for another program's database and NewerStoreError for a newer schema.
    """
    with engine.connect() as connection:
        revision = _revision(connection, path)
    if revision == HEAD:
        return
    if revision is None and not create:
        raise StoreError(f"{path} holds no record yet: run `incumbent add` first, or give another with --store")
    # WAL lets readers go on while one process writes; the file remembers it.
    with engine.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA journal_mode = WAL")  # type: ignore[union-attr]
    with writing(engine) as connection:
        # Another process may have been quicker.
        if _revision(connection, path) != HEAD:
            _migrate(connection)


def _revision(connection: sa.Connection, path: Path) -> str | None:
    """The schema's revision; None for an empty database."""
    tables = set(sa.inspect(connection).get_table_names())
    if not tables:
        return None
    if not tables >= _OURS:
        raise NotAStoreError(f"{path} is a database of another program: give another path with --store")
    revision = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
    if revision not in REVISIONS:
        raise NewerStoreError(f"{path} was written by a newer version (schema {revision}): upgrade incumbent")
    return str(revision)


def _migrate(connection: sa.Connection) -> None:
    # Alembic is slow to load, and a record is made or migrated once.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
