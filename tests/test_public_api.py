"""The names that a program may rely on: adding one is a decision, removing one breaks somebody."""

from __future__ import annotations

import datetime as dt
import inspect
import sys
from types import ModuleType

import pytest

import incumbent
from incumbent import Document, NotTextError, PartialDate, Reading, UsageError, read_document, read_text

PUBLIC = [
    "Claim",
    "Document",
    "Fact",
    "IncumbentError",
    "InputError",
    "LexiconError",
    "NewerStoreError",
    "NotAStoreError",
    "NotTextError",
    "PartialDate",
    "Quote",
    "Reading",
    "Record",
    "Settings",
    "Span",
    "StoreBusyError",
    "StoreError",
    "Tenure",
    "TooLargeError",
    "UsageError",
    "__version__",
    "open_record",
    "read_document",
    "read_text",
]


@pytest.fixture
def empty_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = ModuleType("incumbent.claims")
    fake.extract = lambda document, max_chars: Reading(document)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "incumbent.claims", fake)
    monkeypatch.setattr("incumbent.pipeline.languages", lambda: ("en", "fr"))


def test_the_list_is_exact() -> None:
    assert sorted(incumbent.__all__) == PUBLIC
    assert dir(incumbent) == PUBLIC


@pytest.mark.parametrize("name", PUBLIC)
def test_every_name_is_there(name: str) -> None:
    assert getattr(incumbent, name) is not None


def test_other_names_are_not() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = incumbent.nothing


def test_signatures() -> None:
    assert list(inspect.signature(incumbent.read_text).parameters) == ["text", "published", "lang", "title"]
    assert next(iter(inspect.signature(incumbent.open_record).parameters)) == "path_or_url"
    for method in ("add", "who", "person", "org", "changes", "cohort"):
        assert callable(getattr(incumbent.Record, method))


@pytest.mark.usefixtures("empty_extraction")
@pytest.mark.parametrize("published", ["2024-09-26", dt.date(2024, 9, 26), PartialDate(2024, 9, 26)])
def test_read_text_takes_a_day_as_text_date_or_partial_date(published: str | dt.date | PartialDate) -> None:
    reading = read_text("Ada Byrne starts.", published=published, lang="en", title="A start")
    assert reading.document == Document.of_text(
        "Ada Byrne starts.", published=PartialDate(2024, 9, 26), lang="en", title="A start"
    )


@pytest.mark.usefixtures("empty_extraction")
def test_read_text_says_what_is_wrong() -> None:
    with pytest.raises(UsageError, match="has no day 31"):
        read_text("Ada Byrne starts.", published="2024-02-31")
    with pytest.raises(UsageError, match="'xx' is no language that is read: use one of en, fr"):
        read_text("Ada Byrne starts.", lang="xx")
    with pytest.raises(NotTextError, match="empty"):
        read_text(" \n")
    with pytest.raises(NotTextError, match="NUL"):
        read_text("Ada\0Byrne")
    with pytest.raises(NotTextError, match="half a character"):
        read_text("Ada \ud800 Byrne")


@pytest.mark.usefixtures("empty_extraction")
def test_a_document_in_another_language_gives_a_warning_and_nothing_else() -> None:
    reading = read_document(Document.of_text("Ada begint.", lang="nl"))
    assert reading.claims == ()
    assert "'nl'" in reading.warnings[0]
