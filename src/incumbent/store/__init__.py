"""The record on disk. ``open_store`` is the way in; ``contract.py`` says what a store offers.

Importing this loads SQLAlchemy: the command line does so inside the commands that need a record.
"""

from __future__ import annotations

from pathlib import Path

from incumbent.store.contract import Store, View
from incumbent.store.engine import check_path, faults, make_engine, prepare, sqlite_path
from incumbent.store.rows import claim_id, document_id
from incumbent.store.sql import SqlStore

__all__ = ["Store", "View", "claim_id", "document_id", "open_store"]


def open_store(url_or_path: str | Path, *, create: bool, timeout: float = 10.0) -> Store:
    """Open the record at a path or ``sqlite:///`` URL; with ``create`` an empty one is made where none is.

    ``timeout`` is how many seconds to wait for another process that writes. Raises UsageError for a
    database that is not supported, NotAStoreError for a file that is no record, NewerStoreError for one
    of a newer version, StoreBusyError where it is locked, and StoreError where none is there and
    ``create`` is false, or where it cannot be read or written.
    """
    path = sqlite_path(url_or_path)
    with faults(str(path)):
        check_path(path, create=create)
        engine = make_engine(path, timeout)
        try:
            prepare(engine, path, create=create)
        except BaseException:
            engine.dispose()
            raise
    return SqlStore(engine, str(path))
