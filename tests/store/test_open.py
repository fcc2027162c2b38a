"""Opening of a record: what is there, what is not, and what stands in the way, each as a line that says what to do."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from incumbent.errors import NewerStoreError, NotAStoreError, StoreBusyError, StoreError, UsageError
from incumbent.store import open_store
from incumbent.store.engine import make_engine
from incumbent.store.migrations import HEAD, REVISIONS
from incumbent.store.tables import metadata
from recordkit import RECORDED, claim, reading

ONE = reading("2024-01-01", claim("start", date="2024-01-01"))


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    with open_store(path, create=True) as store:
        store.add(ONE, RECORDED)
    return path


def _one_line(error: pytest.ExceptionInfo[StoreError]) -> str:
    message = str(error.value)
    assert message and "\n" not in message
    return message


def test_open_again_and_by_url(record: Path) -> None:
    for given in (record, str(record), f"sqlite:///{record}"):
        with open_store(given, create=False) as store:
            assert len(store.documents()) == 1


def test_a_path_with_odd_characters(tmp_path: Path) -> None:
    path = tmp_path / "a%20b ?#é.db"
    with open_store(path, create=True) as store:
        assert store.add(ONE, RECORDED)
    assert path.exists()


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="incumbent add") as error:
        open_store(tmp_path / "none.db", create=False)
    assert str(tmp_path / "none.db") in _one_line(error)
    assert not (tmp_path / "none.db").exists()


def test_an_empty_file_holds_no_record_but_can_become_one(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="incumbent add"):
        open_store(path, create=False)
    open_store(path, create=True).close()
    open_store(path, create=False).close()


def test_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="make it first") as error:
        open_store(tmp_path / "no" / "record.db", create=True)
    _one_line(error)


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(NotAStoreError, match="is a folder"):
        open_store(tmp_path, create=True)


@pytest.mark.parametrize("content", [b"Dear reader, this is a letter. " * 200, b"%PDF-1.7\n" + bytes(range(256)) * 9])
@pytest.mark.parametrize("create", [True, False])
def test_no_database(tmp_path: Path, content: bytes, create: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(content)
    with pytest.raises(NotAStoreError, match="--store") as error:
        open_store(path, create=create)
    _one_line(error)
    assert path.read_bytes() == content


def test_the_database_of_another_program(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE documents (id TEXT)")
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    with pytest.raises(NotAStoreError, match="another program"):
        open_store(path, create=True)


def test_a_newer_version(record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for create in (True, False):
        with pytest.raises(NewerStoreError, match="upgrade incumbent") as error:
            open_store(record, create=create)
        assert "9999" in _one_line(error)


def test_locked_by_another_process(record: Path) -> None:
    holder = sqlite3.connect(record, isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with open_store(record, create=True, timeout=0.05) as store:
        assert len(store.documents()) == 1, "readers go on while another writes"
        with pytest.raises(StoreBusyError, match="another process") as error:
            store.add(reading("2024-02-02", claim("hold")), RECORDED)
        _one_line(error)
        holder.execute("ROLLBACK")
        assert store.add(reading("2024-02-02", claim("hold")), RECORDED)
    holder.close()


def test_full_disk_keeps_what_was_committed(record: Path) -> None:
    with open_store(record, create=False) as store:
        engine = store._engine  # type: ignore[attr-defined]
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA max_page_count = 1")
            limit = connection.exec_driver_sql("PRAGMA max_page_count").scalar_one()
            connection.exec_driver_sql(f"PRAGMA max_page_count = {limit}")
        with pytest.raises(StoreError, match="disk is full") as error:
            store.add(reading("2024-02-02", text="long " * 200_000), RECORDED)
        _one_line(error)
    with open_store(record, create=False) as store:
        assert len(store.documents()) == 1
        assert list(store.verify()) == []


LIMITED = """
    import datetime as dt, resource, sys
    from incumbent.errors import StoreError
    from incumbent.model import Document, Reading
    from incumbent.store import open_store

    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
    try:
        store = open_store(sys.argv[1], create=True)
        for number in range(200):
            document = Document.of_text(f"{number} " + "words " * 2000)
            store.add(Reading(document), dt.datetime.now(dt.UTC))
    except StoreError as error:
        print(error)
        sys.exit(7)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits on file sizes are POSIX")
@pytest.mark.parametrize("limit", [1000, 500_000])
def test_a_limit_on_file_sizes(tmp_path: Path, limit: int) -> None:
    path = tmp_path / "record.db"
    command = [sys.executable, "-c", textwrap.dedent(LIMITED), str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout.count("\n")) == (7, 1), done.stderr
    assert "free some space" in done.stdout
    if limit > 1000:
        with open_store(path, create=False) as store:
            assert list(store.verify()) == []


def test_killed_in_the_middle_loses_nothing_committed(tmp_path: Path) -> None:
    code = """
        import datetime as dt, os, signal, sys
        from incumbent.model import Document, Reading
        from incumbent.store import open_store

        store = open_store(sys.argv[1], create=True)
        for number in range(20):
            store.add(Reading(Document.of_text(f"text {number}")), dt.datetime.now(dt.UTC))
        os.kill(os.getpid(), signal.SIGKILL)
    """
    path = tmp_path / "record.db"
    subprocess.run([sys.executable, "-c", textwrap.dedent(code), str(path)], check=False)
    with open_store(path, create=False) as store:
        assert len(store.documents()) == 20


def test_damaged(record: Path) -> None:
    data = bytearray(record.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    record.write_bytes(data)
    with pytest.raises(StoreError) as error:
        open_store(record, create=False).documents()
    _one_line(error)


@pytest.mark.parametrize("url", ["postgresql://host/db", "sqlite://", "sqlite:///:memory:", "nothing://x", "://"])
def test_other_databases_are_refused_by_name(url: str) -> None:
    with pytest.raises(UsageError, match="path"):
        open_store(url, create=True)


def test_a_password_is_not_shown() -> None:
    with pytest.raises(UsageError) as error:
        open_store("postgresql://me:secret@host/db", create=True)
    assert "secret" not in str(error.value)


def test_migrations_build_the_tables_of_the_code(record: Path) -> None:
    engine = make_engine(record, 1.0)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_revisions_known_are_those_on_disk() -> None:
    import incumbent.store.migrations as migrations

    config = Config()
    config.set_main_option("script_location", str(Path(str(migrations.__file__)).parent).replace("%", "%%"))
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_heads() == [HEAD]
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)
