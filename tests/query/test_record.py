"""The read door: names as people type them, three clocks, the JSON of every row."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from incumbent.errors import UsageError
from incumbent.model import Reading
from incumbent.query import Record
from incumbent.store import open_store
from recordkit import claim, day, reading

D = dt.date
NOW = dt.datetime(2025, 3, 1, 9, tzinfo=dt.UTC)
CFO = {"post": "finance chief", "role": "cfo"}

STORY = [
    reading("2024-01-19", claim("end", status="rumoured"), claim("hold", date="2017"), publisher="The Ledger"),
    reading("2024-01-22", claim("end", status="denied", source="Cy Bell"), publisher="The Wire"),
    reading(
        "2024-03-04",
        claim("end", status="planned", date="2024-06-30", manner="resigned", counterpart="Bo Marsh"),
        claim("start", person="Bo Marsh", status="planned", date="2024-07-01", counterpart="Ada Quill"),
        claim("hold", person="Dee Orr", **CFO),
        publisher="Northwind plc",
        aliases={"Northwind": ("NW", "North Wind Turbines"), "Bo Marsh": ("Marsh",), "Ada Quill": ("Quill",)},
    ),
    reading("2024-07-02", claim("start", person="Bo Marsh", date="2024-07-01"), publisher="The Wire"),
    reading("2024-07-03", claim("end", date="2024-06-24"), publisher="The Ledger", lang="fr"),
    reading(
        "2024-11-08",
        claim("end", person="Bo Marsh", date="2024-11-08", manner="dismissed"),
        claim("start", person="Dee Orr", date="2024-11-08", interim=True, post="interim chief executive"),
        publisher="The Wire",
    ),
    reading(
        "2024-11-13",
        claim("start", person="Bo Marsh", date="2024-11-13", manner="reinstated"),
        claim("end", person="Dee Orr", date="2024-11-13", interim=True, post="interim chief executive"),
        publisher="Northwind plc",
    ),
    reading("2024-11-20", claim("hold", person="Ada Quill", org="Kelp Trust", post="trustee", role="board_member")),
]


def _record(folder: Path, story: list[Reading]) -> Record:
    times = iter(NOW + dt.timedelta(hours=number) for number in range(len(story)))
    store = open_store(folder / "record.db", create=True)
    for one in story:
        store.add(one, next(times))
    return Record(store, lambda: NOW + dt.timedelta(days=1))


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with _record(tmp_path_factory.mktemp("record"), STORY) as opened:
        yield opened


def _who(record: Record, on: dt.date, known_on: dt.date | None = None, post: str | None = "ceo") -> list[str]:
    found = record.who("Northwind", post=post, on=on, known_on=known_on)
    return [f"{view.tenure.person} {view.tenure.status}" for view in found]


@pytest.mark.parametrize(
    ("on", "known_on", "expected"),
    [
        (D(2024, 2, 1), None, ["Ada Quill current"]),
        (D(2024, 2, 1), D(2024, 1, 18), []),
        (D(2024, 2, 1), D(2024, 2, 1), ["Ada Quill current"]),
        (D(2024, 8, 1), D(2024, 2, 1), ["Ada Quill current"]),
        (D(2024, 8, 1), D(2024, 3, 4), ["Bo Marsh planned"]),
        (D(2024, 8, 1), D(2024, 7, 2), ["Bo Marsh current"]),
        (D(2024, 6, 30), None, []),
        (D(2024, 7, 1), None, ["Bo Marsh current"]),
        (D(2024, 11, 10), D(2024, 11, 9), ["Dee Orr current"]),
        (D(2024, 11, 10), None, ["Dee Orr current"]),
        (D(2024, 11, 13), None, ["Bo Marsh current"]),
        (D(2024, 11, 10), D(2024, 11, 7), ["Bo Marsh current"]),
        (D(2026, 11, 10), None, ["Bo Marsh unobserved"]),
    ],
)
def test_who_held_it_on_a_day_as_known_on_another(
    record: Record, on: dt.date, known_on: dt.date | None, expected: list[str]
) -> None:
    assert _who(record, on, known_on) == expected


def test_all_posts_the_highest_first(record: Record) -> None:
    assert _who(record, D(2024, 12, 1), post=None) == ["Bo Marsh current", "Dee Orr current"]


@pytest.mark.parametrize(
    ("post", "count"), [("cfo", 1), ("CFO", 1), ("Finance Chief", 1), ("finance", 1), ("coach", 0)]
)
def test_a_post_by_code_or_words(record: Record, post: str, count: int) -> None:
    assert len(_who(record, D(2024, 12, 1), post=post)) == count


def test_recorded_on_hides_what_was_taken_in_later(record: Record) -> None:
    first = record.org("Northwind", on=D(2025, 1, 1), recorded_on=NOW + dt.timedelta(hours=1))
    assert [view.tenure.person for view in first] == ["Ada Quill"]
    assert record.org("Northwind", recorded_on=D(2025, 2, 28)) == []
    assert len(record.org("Northwind", recorded_on=D(2025, 3, 1))) == len(record.org("Northwind"))


def test_recorded_on_bounds_what_plans_can_have_come_due(tmp_path: Path) -> None:
    plan = reading("2025-02-04", claim("start", status="planned", date="2025-03-01"))
    with _record(tmp_path, [plan]) as record:
        assert [v.tenure.status for v in record.who("Northwind")] == ["current"]
        assert [v.tenure.status for v in record.who("Northwind", on=D(2025, 4, 1), known_on=D(2025, 2, 28))] == [
            "planned"
        ]


def test_a_partial_day_is_its_last(record: Record) -> None:
    assert record.who("Northwind", on=day("2024-06")) == record.who("Northwind", on=D(2024, 6, 30))
    assert record.org("Northwind", known_on=day("2024-01")) == record.org("Northwind", known_on=D(2024, 1, 31))


def test_a_career_over_organisations(record: Record) -> None:
    found = [(v.tenure.org, v.tenure.role, v.tenure.status) for v in record.person("Ada Quill")]
    assert found == [("Northwind", "ceo", "ended"), ("Kelp Trust", "board_member", "current")]


def test_what_had_not_begun_by_the_day_is_left_out_unless_planned(record: Record) -> None:
    early = record.person("Bo Marsh", on=D(2024, 4, 1), known_on=D(2024, 4, 1))
    assert [v.tenure.status for v in early] == ["planned"]
    assert record.person("Ada Quill", on=D(2016, 1, 1)) == []


@pytest.mark.parametrize("name", ["northwind", "Northwind plc", "NW", "North Wind Turbines", "northw"])
def test_names_of_organisations(record: Record, name: str) -> None:
    assert len(record.org(name)) == len(record.org("Northwind")) > 0


@pytest.mark.parametrize("name", ["bo marsh", "MARSH", "Mr Bo Marsh", "Bo"])
def test_names_of_persons(record: Record, name: str) -> None:
    assert {view.tenure.person for view in record.person(name)} == {"Bo Marsh"}


def test_nothing_found_and_what_looks_like_it(record: Record) -> None:
    assert record.org("Nortwind") == record.who("Nortwind") == []
    assert record.changes(org="Nortwind") == []
    assert record.suggest("org", "Nortwind") == ["Northwind"]
    assert record.suggest("person", "Ada Quil")[0] == "Ada Quill"
    assert record.suggest("person", "Zzz") == []


def test_a_name_that_fits_two_is_asked_back(tmp_path: Path) -> None:
    story = [
        reading("2024-01-01", claim("hold"), aliases={"Ada Quill": ("Quill",)}),
        reading("2024-01-02", claim("hold", person="Bo Quill"), aliases={"Bo Quill": ("Quill",)}),
        reading("2024-01-03", claim("hold", person="Cy Quill", org="Northwind Bank")),
    ]
    with _record(tmp_path, story) as record:
        with pytest.raises(UsageError, match=r"'Quill' fits more than one person: Ada Quill, Bo Quill; give"):
            record.person("Quill")
        assert len(record.org("Northwind")) == 2, "the exact name goes before a part"
        with pytest.raises(UsageError, match="Northwind, Northwind Bank"):
            record.org("North")


def test_a_surname_that_only_stands_alone_finds_all_of_it(tmp_path: Path) -> None:
    story = [reading(f"2024-01-0{n}", claim("hold", person="Quill")) for n in (1, 2)]
    with _record(tmp_path, story) as record:
        assert len(record.person("quill")) == 2


@pytest.mark.parametrize("name", ["", "  "])
def test_an_empty_name(record: Record, name: str) -> None:
    with pytest.raises(UsageError, match="give a name"):
        record.person(name)


def test_tenure_json(record: Record) -> None:
    (view,) = record.who("Northwind", post="ceo", on=D(2024, 5, 1))
    line = json.loads(json.dumps(view.to_json()))
    assert list(line) == [
        "person", "org", "post", "role", "interim", "start", "end", "status", "observed", "confidence", "conflicts",
        "rumours", "evidence",
    ]  # fmt: skip
    assert (line["person"], line["start"], line["end"], line["status"]) == (
        "Ada Quill",
        "2017",
        "2024-06-24",
        "current",
    )
    assert (line["interim"], line["role"], line["observed"]) == (False, "ceo", "2024-03-04")
    assert [list(evidence) for evidence in line["evidence"]] == [
        ["document", "publisher", "published", "start", "end", "text"]
    ] * len(line["evidence"])
    assert [rumour["status"] for rumour in line["rumours"]] == ["rumoured", "denied"]
    assert [rumour["source"] for rumour in line["rumours"]] == [None, "Cy Bell"]
    (conflict,) = line["conflicts"]
    assert (conflict["about"], [side["date"] for side in conflict["sides"]]) == ("end", ["2024-06-24", "2024-06-30"])
    assert conflict["rule"] and all(side["evidence"] for side in conflict["sides"])


def test_evidence_is_the_text_at_its_place(record: Record) -> None:
    for view in record.org("Northwind"):
        ids = [evidence.claim for evidence in view.evidence]
        assert sorted(record.evidence(ids), key=lambda e: e.claim) == sorted(view.evidence, key=lambda e: e.claim)
        for evidence in view.evidence:
            document = record._store.document(evidence.document)
            assert document is not None and document.text[evidence.start : evidence.end] == evidence.text


def test_changes(record: Record) -> None:
    found = record.changes(since=D(2024, 11, 1), org="nw")
    assert [(c.kind, c.person, str(c.date), c.status, c.manner) for c in found] == [
        ("end", "Bo Marsh", "2024-11-08", "actual", "dismissed"),
        ("start", "Dee Orr", "2024-11-08", "actual", None),
        ("start", "Bo Marsh", "2024-11-13", "actual", "reinstated"),
        ("end", "Dee Orr", "2024-11-13", "actual", None),
    ]
    line = json.loads(json.dumps(found[0].to_json()))
    assert list(line) == [
        "kind", "person", "org", "post", "role", "manner", "status", "date", "published", "counterpart", "other_org",
        "evidence",
    ]  # fmt: skip


def test_changes_by_status_and_clocks(record: Record) -> None:
    assert {c.status for c in record.changes(status="rumoured")} == {"rumoured"}
    assert [c.counterpart for c in record.changes(status="planned")] == ["Bo Marsh", "Ada Quill"]
    assert len(record.changes(known_on=D(2024, 1, 31))) == 2
    assert record.changes(recorded_on=D(2025, 1, 1)) == []
    assert {str(c.date) for c in record.changes(since=day("2024-07"), on=D(2024, 7, 31))} == {"2024-07-01"}
    with pytest.raises(UsageError, match="actual, planned"):
        record.changes(status="sure")


def test_one_change_told_by_several_is_one_row(tmp_path: Path) -> None:
    story = [
        reading("2024-07-02", claim("start", date="2024-07-01"), publisher="A"),
        reading("2024-07-03", claim("start", date="2024-07", manner="appointed"), publisher="B"),
        reading("2024-07-04", claim("start", org="Northwind plc"), publisher="C"),
        reading("2024-07-04", claim("start", date="2011-02"), publisher="D"),
    ]
    with _record(tmp_path, story) as record:
        rows = [(str(c.date), c.manner, len(c.evidence), str(c.published)) for c in record.changes()]
    assert rows == [("2011-02", None, 1, "2024-07-04"), ("2024-07-01", "appointed", 3, "2024-07-02")]


def test_cohort(record: Record) -> None:
    rows = {row.before.tenure.person: row for row in record.cohort("Northwind", D(2024, 5, 1), D(2024, 12, 1))}
    assert {person: row.outcome for person, row in rows.items()} == {"Ada Quill": "left", "Dee Orr": "stays"}
    assert (str(rows["Ada Quill"].end), rows["Ada Quill"].manner) == ("2024-06-24", "resigned")
    (marsh, _orr) = record.cohort("Northwind", D(2024, 8, 1), D(2024, 12, 1))
    assert (marsh.before.tenure.person, marsh.outcome, len(marsh.after)) == ("Bo Marsh", "stays", 1)
    (quill, _orr) = record.cohort("Northwind", D(2024, 5, 1), day("2024-05"))
    assert quill.outcome == "stays"
    assert json.loads(json.dumps(quill.to_json()))["outcome"] == "stays"
    with pytest.raises(UsageError, match="before its first"):
        record.cohort("Northwind", D(2024, 5, 1), D(2024, 4, 1))


def test_documents_and_verify(record: Record) -> None:
    assert len(record.documents()) == len(STORY)
    line = json.loads(json.dumps(record.documents()[0].to_json()))
    assert (line["published"], line["recorded"]) == ("2024-01-19", NOW.isoformat())
    assert record.verify() == []


def test_add_takes_the_time_of_the_clock(tmp_path: Path) -> None:
    with Record(open_store(tmp_path / "r.db", create=True), lambda: NOW) as record:
        assert record.add(STORY[0]) and not record.add(STORY[0])
        assert [document.recorded for document in record.documents()] == [NOW]


def test_answers_do_not_depend_on_the_order_of_adding(tmp_path: Path, record: Record) -> None:
    with _record(tmp_path, STORY[::-1]) as other:
        for on in (D(2024, 2, 1), D(2024, 8, 1), D(2024, 11, 10), D(2025, 1, 1)):
            assert [v.to_json() for v in other.who("Northwind", on=on)] == [
                v.to_json() for v in record.who("Northwind", on=on)
            ]
        assert [c.to_json() for c in other.changes()] == [c.to_json() for c in record.changes()]
