"""Verification finds whatever was changed behind the record's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from incumbent.model import Fact, Quote, Reading, Span
from incumbent.store import open_store
from recordkit import RECORDED, claim, reading


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    base = reading("2024-01-01", claim("start", date="2024-01-01", spans=(("person", Span(0, 5)),)))
    full = Reading(
        base.document, base.claims, (Fact("Ada Quill", "born", "1970", Span(0, 5)),), (Quote("Ada Quill", Span(2, 9)),)
    )
    with open_store(path, create=True) as store:
        store.add(full, RECORDED)
        store.add(reading("2024-01-02", claim("hold")), RECORDED)
        assert list(store.verify()) == []
    return path


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ("UPDATE documents SET text = replace(text, 'Quill', 'Squill')", "text"),
        ("UPDATE documents SET publisher = 'Another'", "document"),
        ("UPDATE documents SET published = '2023-01-01'", "document"),
        ("UPDATE claims SET evidence = 'made up'", "claim"),
        ("UPDATE claims SET evidence_end = evidence_end + 1000", "claim"),
        ("UPDATE claims SET evidence_start = -1", "claim"),
        ("UPDATE claims SET person = 'Bo Marsh'", "claim"),
        ("UPDATE claims SET status = 'denied'", "claim"),
        ("UPDATE claims SET date = '2020'", "claim"),
        ('UPDATE claim_spans SET start = 4000, "end" = 4005', "claim"),
        ("UPDATE facts SET evidence = 'made up'", "fact"),
        ("UPDATE quotes SET quote_start = quote_start + 1", "quote"),
    ],
)
def test_a_change_is_found(record: Path, change: str, what: str) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute(change)
    with open_store(record, create=False) as store:
        faults = list(store.verify())
    assert what in {fault.what for fault in faults}
    assert all(fault.message and "\n" not in fault.message for fault in faults)
