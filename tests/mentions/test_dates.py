"""Sentences in, dates out: the tables of ``dates/<lang>.txt``, then hostile input."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incumbent.lexicon.dates import date_lexicon
from incumbent.mentions.dates import find_dates
from incumbent.model import Document, PartialDate
from incumbent.text import analyse

TABLES = {path.stem: path for path in sorted(Path(__file__).with_name("dates").glob("*.txt"))}
LANGUAGES = sorted(TABLES)


def cases() -> list[tuple[str, str, str, str]]:
    rows = []
    for lang, path in TABLES.items():
        lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("#")]
        assert len(lines) >= 60, f"{path.name} has too few cases"
        for line in lines:
            published, text, expected = line.split(" | ")
            rows.append((lang, published, text, expected))
    return rows


def dates(lang: str, text: str, published: str | None) -> list[str]:
    document = Document.of_text(text, published=PartialDate.parse(published) if published else None)
    analysis = analyse(document, lang, 1_000_000)
    return [
        f"{analysis.text[m.start : m.end]} = {m.date}{f'/{m.until}' if m.until else ''} {m.relation}"
        for m in find_dates(analysis)
    ]


@pytest.mark.parametrize(("lang", "published", "text", "expected"), cases())
def test_table(lang: str, published: str, text: str, expected: str) -> None:
    found = dates(lang, text, None if published == "-" else published)
    assert found == ([] if expected == "-" else expected.split("; "))


NOTHING = [
    "", " ", "9999999999", "in 9999999999", "2024-13-45", "2024-02-30", "2024-01-45", "31/02/2024", "00/00/0000",
    "31 February 2024", "31 février 2024", "30 février", "February 30", "32 May of nothing", "in 0000", "99 99 99",
    "----", "2024-1-5-7-", "2024- 05-06",
]  # fmt: skip


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_date(lang: str, text: str) -> None:
    assert dates(lang, text, "2025-03-12") == []


@pytest.mark.parametrize(("lang", "text"), [("en", "12 June 2024, "), ("fr", "12 juin 2024, ")])
def test_a_long_sentence_of_dates(lang: str, text: str) -> None:
    assert len(dates(lang, text * 500, "2025-03-12")) == 500


def test_offsets_are_into_the_analysed_text() -> None:
    document = Document.of_text("She left on 3 May 2021.", title="Change at the top in June 2021")
    analysis = analyse(document, "en", 1_000_000)
    assert [analysis.text[m.start : m.end] for m in find_dates(analysis)] == ["June 2021", "3 May 2021"]


@pytest.mark.parametrize("lang", LANGUAGES)
@given(data=st.data())
def test_mentions_are_ordered_and_inside_the_text(lang: str, data: st.DataObject) -> None:
    words = sorted(date_lexicon(lang).codes)
    text = " ".join(data.draw(st.lists(st.sampled_from([*words, ".", ",", "Word", "word"]), max_size=30)))
    published = data.draw(st.none() | st.dates().map(PartialDate.of) | st.integers(1, 9999).map(PartialDate))
    analysis = analyse(Document.of_text(text, published=published), lang, 1_000_000)
    end = 0
    for mention in find_dates(analysis):
        assert end <= mention.start < mention.end <= len(analysis.text)
        assert mention.date is not None
        assert mention.until is None or not mention.until.before(mention.date)
        assert mention.relation in {"at", "since", "until", "from", "by", "range", "before", "after", "for"}
        end = mention.end


@pytest.mark.parametrize("lang", LANGUAGES)
@given(text=st.text(max_size=200))
def test_any_text_is_read(lang: str, text: str) -> None:
    assert all(" = " in mention for mention in dates(lang, text, "2025-03-12"))
