"""Each of the eight rules of the record, as scenes."""

from __future__ import annotations

import datetime as dt

import pytest

from incumbent.tenures.dates import AFTER_THE_FACT, LATEST_PLAN, LATEST_WORD, MORE_SOURCES
from incumbent.tenures.terms import DENIAL, PLAN_DENIED, STALE
from recordkit import claim, day, reading, shape, tenures

D = dt.date


# 1. Tenures are derived, and can be rebuilt from the claims bit for bit.
def test_deriving_again_gives_the_same() -> None:
    documents = [
        reading("2024-01-05", claim("start", date="2024-01-05")),
        reading("2024-05-01", claim("hold"), publisher="The Ledger"),
        reading("2024-06-02", claim("end", date="2024-06-01", manner="resigned")),
    ]
    assert tenures(*documents) == tenures(*reversed(documents))


# 2. A rumour or a denial never opens or closes a tenure; it stands beside it.
def test_rumour_and_denial_alone_make_no_tenure() -> None:
    assert tenures(reading("2024-01-05", claim("start", status="rumoured"))) == ()
    assert tenures(reading("2024-01-05", claim("end", status="denied"))) == ()


@pytest.mark.parametrize("status", ["rumoured", "denied"])
def test_rumour_stands_beside_the_tenure(status: str) -> None:
    rumour = reading("2024-03-01", claim("end", status=status, date="2024-03-01"))
    (tenure,) = tenures(reading("2024-01-05", claim("start", date="2024-01-05")), rumour, on=D(2024, 4, 1))
    assert (tenure.end, tenure.status, len(tenure.rumours)) == (None, "current", 1)
    assert not set(tenure.rumours) & set(tenure.evidence)


def test_rumour_of_another_post_stands_beside_the_one_held() -> None:
    held = reading("2024-01-05", claim("hold", post="finance chief", role="cfo"))
    rumour = reading("2024-03-01", claim("start", status="rumoured"))
    (tenure,) = tenures(held, rumour)
    assert (tenure.role, len(tenure.rumours)) == ("cfo", 1)


# 3. No end does not mean current.
def test_not_seen_for_long_is_unobserved() -> None:
    documents = reading("2020-02-01", claim("hold", date="2015")), reading("2021-03-01", claim("hold"))
    assert shape(tenures(*documents, on=D(2021, 9, 1))) == [("Ada Quill", "2015", None, "current")]
    (tenure,) = tenures(*documents, on=D(2024, 1, 1))
    assert (tenure.status, tenure.observed) == ("unobserved", day("2021-03-01"))


def test_a_career_told_years_later_does_not_place_the_person_there_now() -> None:
    (tenure,) = tenures(reading("2024-03-01", claim("start", date="2011")), on=D(2024, 3, 2))
    assert (tenure.status, tenure.observed) == ("unobserved", day("2011"))


def test_without_a_date_of_publication_nobody_was_observed() -> None:
    (tenure,) = tenures(reading(None, claim("hold")), on=D(2025, 6, 2))
    assert (tenure.status, tenure.observed) == ("unobserved", None)


# 4. Disjoint terms stay disjoint; out and back in within days is two tenures.
def test_two_terms_stay_two() -> None:
    found = tenures(
        reading("2010-01-01", claim("start", date="2010-01-01")),
        reading("2014-01-01", claim("end", date="2013-12-31")),
        reading("2020-01-01", claim("start", date="2020-01-01")),
        on=D(2020, 6, 1),
    )
    assert shape(found) == [
        ("Ada Quill", "2010-01-01", "2013-12-31", "ended"),
        ("Ada Quill", "2020-01-01", None, "current"),
    ]


def test_former_terms_of_a_life_stay_apart_from_the_present_one() -> None:
    found = tenures(
        reading("2024-05-01", claim("held", date="2001", end_date="2005"), claim("hold", date="2019-03")),
        on=D(2024, 6, 1),
    )
    assert shape(found) == [("Ada Quill", "2001", "2005", "ended"), ("Ada Quill", "2019-03", None, "current")]


@pytest.mark.parametrize("gap", [0, 1, 5])
def test_out_and_back_within_days_is_two(gap: int) -> None:
    back = f"2024-11-{8 + gap:02}"
    found = tenures(
        reading("2024-07-01", claim("start", date="2024-07-01")),
        reading("2024-11-08", claim("end", date="2024-11-08", manner="dismissed")),
        reading(back, claim("start", date=back, manner="reinstated")),
        on=D(2024, 12, 1),
    )
    assert shape(found) == [("Ada Quill", "2024-07-01", "2024-11-08", "ended"), ("Ada Quill", back, None, "current")]
    assert [t.manner_start for t in found] == [None, "reinstated"]
    assert found[0].manner_end == "dismissed"


def test_out_and_back_told_in_one_document_without_days() -> None:
    found = tenures(
        reading("2024-07-01", claim("start", date="2024-07-01")),
        reading("2024-11-14", claim("end", manner="dismissed"), claim("start", manner="reinstated")),
        on=D(2024, 12, 1),
    )
    assert [t.status for t in found] == ["ended", "current"]


def test_out_and_back_when_the_end_is_not_told() -> None:
    found = tenures(
        reading("2019-07-01", claim("start", date="2019-07-01")),
        reading("2024-11-14", claim("start", date="2024-11-14", manner="reinstated")),
        reading("2024-11-15", claim("start", date="2024-11-14", manner="reinstated"), publisher="The Ledger"),
    )
    assert shape(found) == [("Ada Quill", "2019-07-01", None, "ended"), ("Ada Quill", "2024-11-14", None, "current")]


def test_two_beginnings_in_one_document_are_two_terms() -> None:
    told = reading("2024-09-05", claim("start", date="2010"), claim("start", date="2024-08"))
    assert shape(tenures(told)) == [("Ada Quill", "2010", None, "ended"), ("Ada Quill", "2024-08", None, "current")]


def test_appointment_and_departure_told_together_is_one_ended_term() -> None:
    told = reading("2024-11-14", claim("start"), claim("end", date="2024-11-10"))
    assert shape(tenures(told)) == [("Ada Quill", None, "2024-11-10", "ended")]


# 5. Sources that disagree are a conflict with both sides; the loser stays.
def test_more_sources_win_and_both_sides_show() -> None:
    (tenure,) = tenures(
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-07-01", claim("end", date="2024-06-30")),
        reading("2024-07-02", claim("end", date="2024-06-24"), publisher="The Ledger"),
        reading("2024-07-03", claim("end", date="2024-06-30"), publisher="The Courier"),
    )
    (conflict,) = tenure.conflicts
    assert (tenure.end, conflict.about, conflict.rule) == (day("2024-06-30"), "end", MORE_SOURCES)
    assert [side.date for side in conflict.sides] == [day("2024-06-30"), day("2024-06-24")]
    assert [len(side.claims) for side in conflict.sides] == [2, 1]
    assert {id_ for side in conflict.sides for id_ in side.claims} <= set(tenure.evidence)


def test_one_publisher_told_twice_is_one_source_and_the_last_word_wins() -> None:
    (tenure,) = tenures(
        reading("2024-07-01", claim("end", date="2024-06-30")),
        reading("2024-07-01", claim("end", date="2024-06-30"), text="start here, and told once more"),
        reading("2024-08-02", claim("end", date="2024-06-24"), publisher="The Ledger"),
    )
    assert (tenure.end, tenure.conflicts[0].rule) == (day("2024-06-24"), LATEST_WORD)


def test_a_more_exact_date_is_no_conflict() -> None:
    (tenure,) = tenures(
        reading("2024-02-01", claim("start", date="2024")),
        reading("2024-02-03", claim("start", date="2024-01")),
        reading("2024-02-04", claim("start", date="2024-01-15")),
    )
    assert (tenure.start, tenure.conflicts) == (day("2024-01-15"), ())


def test_a_wide_date_over_two_sides_speaks_for_neither() -> None:
    (tenure,) = tenures(
        reading("2024-02-01", claim("start", date="2024"), publisher="A"),
        reading("2024-02-03", claim("start", date="2024-01-10"), publisher="B"),
        reading("2024-02-04", claim("start", date="2024-01-15"), publisher="C"),
    )
    assert (tenure.start, [len(side.claims) for side in tenure.conflicts[0].sides]) == (day("2024-01-15"), [1, 1])


def test_an_approximate_date_has_slack() -> None:
    (tenure,) = tenures(
        reading("2024-02-01", claim("start", date="2020~")), reading("2024-02-03", claim("start", date="2021-02"))
    )
    assert (tenure.start, tenure.conflicts) == (day("2021-02"), ())


def test_a_contested_dismissal_shows_both_sides() -> None:
    documents = [
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-06-02", claim("end", date="2024-06-01", manner="dismissed")),
        reading("2024-06-03", claim("end", status="denied", source="Ada Quill"), publisher="The Ledger"),
    ]
    (tenure,) = tenures(*documents)
    (conflict,) = tenure.conflicts
    assert (tenure.status, conflict.about, conflict.rule) == ("ended", "end", DENIAL)
    assert conflict.sides[1].date is None and conflict.sides[1].claims == tenure.rumours


def test_a_denial_of_rumours_before_the_event_contests_nothing() -> None:
    (tenure,) = tenures(
        reading("2024-01-22", claim("end", status="denied"), claim("hold")),
        reading("2024-06-02", claim("end", date="2024-06-01")),
    )
    assert tenure.conflicts == () and tenure.rumours


def test_called_the_holder_just_after_the_end_is_a_conflict_of_presence() -> None:
    (tenure,) = tenures(
        reading("2024-06-02", claim("end", date="2024-06-01")), reading("2024-06-20", claim("hold"), publisher="Old")
    )
    assert [(c.about, c.rule) for c in tenure.conflicts] == [("presence", STALE)]
    assert (tenure.status, tenure.end) == ("ended", day("2024-06-01"))


def test_seen_long_after_the_end_is_another_term() -> None:
    found = tenures(reading("2011-06-02", claim("end", date="2011-06-01")), reading("2024-06-20", claim("hold")))
    assert shape(found) == [("Ada Quill", None, "2011-06-01", "ended"), ("Ada Quill", None, None, "current")]


def test_called_former_by_one_and_seen_later_by_others_stays_in_the_post() -> None:
    (tenure,) = tenures(
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-03-01", claim("held"), publisher="Wrong"),
        reading("2024-04-01", claim("hold")),
        on=D(2024, 5, 1),
    )
    assert (tenure.status, [c.about for c in tenure.conflicts]) == ("current", ["presence"])


# 6. A plan takes effect on its day unless a later document denies it; until then a later day answers "planned".
PLAN = reading("2024-03-04", claim("start", status="planned", date="2024-07-01"))


@pytest.mark.parametrize(
    ("on", "horizon", "status"),
    [
        (D(2024, 6, 30), D(2024, 6, 30), "planned"),
        (D(2024, 8, 1), D(2024, 3, 5), "planned"),
        (D(2024, 8, 1), D(2024, 6, 30), "planned"),
        (D(2024, 7, 1), D(2024, 7, 1), "current"),
        (D(2024, 8, 1), D(2024, 8, 1), "current"),
        (D(2026, 8, 1), D(2026, 8, 1), "unobserved"),
        (D(2024, 6, 1), D(2024, 9, 1), "planned"),
    ],
)
def test_plan_comes_due(on: dt.date, horizon: dt.date, status: str) -> None:
    (tenure,) = tenures(PLAN, on=on, horizon=horizon)
    assert (str(tenure.start), tenure.planned) == ("2024-07-01", True)
    assert tenure.status == status


def test_plan_denied_later_is_off() -> None:
    denial = reading("2024-05-01", claim("start", status="denied", date="2024-07-01"), publisher="The Ledger")
    assert tenures(PLAN, denial, on=D(2024, 8, 1)) == ()


def test_plan_denied_earlier_is_on() -> None:
    denial = reading("2024-01-22", claim("start", status="denied"))
    (tenure,) = tenures(PLAN, denial, on=D(2024, 8, 1))
    assert tenure.start == day("2024-07-01") and tenure.rumours


def test_planned_end_denied_later_keeps_the_tenure_and_shows_both() -> None:
    (tenure,) = tenures(
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-03-04", claim("end", status="planned", date="2024-06-30")),
        reading("2024-05-04", claim("end", status="denied", date="2024-05-04"), publisher="The Ledger"),
        on=D(2024, 8, 1),
    )
    assert (tenure.end, tenure.status, [c.rule for c in tenure.conflicts]) == (None, "current", [PLAN_DENIED])


def test_planned_end_takes_effect_on_its_day() -> None:
    documents = (
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-03-04", claim("end", status="planned", date="2024-06-30")),
    )
    before, after = (tenures(*documents, on=on)[0] for on in (D(2024, 6, 29), D(2024, 6, 30)))
    assert (before.status, after.status, after.end) == ("current", "ended", day("2024-06-30"))
    assert before.observed == day("2024-03-04")


def test_plan_come_true_on_another_day_prefers_what_was_done() -> None:
    (tenure,) = tenures(
        PLAN, reading("2024-07-16", claim("start", date="2024-07-15")), reading("2024-07-20", claim("hold"))
    )
    assert (tenure.start, tenure.conflicts[0].rule) == (day("2024-07-15"), AFTER_THE_FACT)
    assert not tenure.planned


def test_postponed_plan_follows_the_latest_announcement() -> None:
    (tenure,) = tenures(
        reading("2024-01-01", claim("start", date="2024-01-01")),
        reading("2024-02-04", claim("end", status="planned", date="2024-06-30"), publisher="A"),
        reading("2024-02-05", claim("end", status="planned", date="2024-06-30"), publisher="B"),
        reading("2024-06-10", claim("end", status="planned", date="2024-09-30"), publisher="A"),
        reading("2024-07-20", claim("hold"), publisher="B"),
        on=D(2024, 8, 1),
    )
    assert (tenure.end, tenure.status, [c.rule for c in tenure.conflicts]) == (
        day("2024-09-30"), "current", [LATEST_PLAN],
    )  # fmt: skip


def test_announced_without_a_day_is_planned_until_it_happens() -> None:
    plan = reading("2024-03-04", claim("start", status="planned"))
    (tenure,) = tenures(plan, on=D(2024, 8, 1))
    assert (tenure.start, tenure.status) == (None, "planned")
    (tenure,) = tenures(plan, reading("2024-05-01", claim("start", date="2024-05-01")), on=D(2024, 8, 1))
    assert (tenure.start, tenure.status, len(tenure.evidence)) == (day("2024-05-01"), "current", 2)


def test_departure_announced_without_a_day_does_not_end() -> None:
    (tenure,) = tenures(reading("2024-03-04", claim("end", status="planned")), on=D(2024, 8, 1))
    assert (tenure.end, tenure.status, tenure.observed) == (None, "current", day("2024-03-04"))


# 7. Nothing without evidence: every tenure names the claims it rests on.
def test_every_tenure_names_its_claims() -> None:
    (tenure,) = tenures(PLAN, reading("2024-07-02", claim("hold")), reading("2024-09-02", claim("end")))
    assert len(tenure.evidence) == 3


# 8. Names that look alike are not merged beyond the evidence.
def test_a_surname_alone_stays_with_its_document() -> None:
    found = tenures(
        reading("2024-01-01", claim("start", date="2024-01-01"), aliases={"Ada Quill": ("Quill",)}),
        reading("2024-05-01", claim("hold", person="Quill")),
        reading("2024-05-02", claim("hold", person="Quill")),
    )
    assert [t.person for t in found].count("Quill") == 2
    assert len(found) == 3
