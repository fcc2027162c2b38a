"""Posts of one person at one organisation: which are one, interim ones, leaves, claims without a post."""

from __future__ import annotations

import datetime as dt

import pytest

from incumbent.tenures.posts import post_groups
from recordkit import claim, day, reading, shape, sourced, tenures

D = dt.date


def _groups(*posts: tuple[str | None, str | None, str]) -> list[str | None]:
    claims = [
        found
        for post, role, lang in posts
        for found in sourced([reading("2024-01-01", claim("hold", post=post, role=role), lang=lang, publisher=None)])
    ]
    groups = post_groups(claims)
    return [groups[found.id] for found in claims]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (("chief executive", "ceo", "en"), ("directrice générale", "ceo", "fr"), True),
        (("head of tax", "head", "en"), ("head of design", "head", "en"), False),
        (("head of tax", "head", "en"), ("Head of Tax", "head", "en"), True),
        (("minister", "minister", "en"), ("minister of mines", "minister", "en"), True),
        (("minister of mines", "minister", "en"), ("ministre des mines", "minister", "fr"), True),
        (("trustee", "other", "en"), ("trustee", "board_member", "en"), True),
        (("bursar", None, "en"), ("bursar", "other", "en"), True),
        (("bursar", None, "en"), ("verger", None, "en"), False),
        (("chief executive", "ceo", "en"), ("chairman", "chair", "en"), False),
        (("chairman", "chair", "en"), ("président", "president", "fr"), True),
        (("chairman", "chair", "en"), ("president", "president", "en"), False),
    ],
)
def test_which_posts_are_one(one: tuple[str, str, str], other: tuple[str, str, str], same: bool) -> None:
    first, second = _groups(one, other)
    assert (first == second) is same


def test_a_short_form_of_two_posts_is_neither() -> None:
    first, second, short = _groups(
        ("minister of mines", "minister", "en"), ("minister of ports", "minister", "en"), ("minister", "minister", "en")
    )
    assert len({first, second, short}) == 3


def test_two_posts_of_a_role_in_one_language_part_the_words_of_another() -> None:
    groups = _groups(
        ("head of tax", "head", "en"), ("head of design", "head", "en"), ("directrice du design", "head", "fr")
    )
    assert len(set(groups)) == 3


def test_a_language_that_has_both_chair_and_president_parts_them() -> None:
    first, second, other = _groups(
        ("chairman", "chair", "en"), ("president", "president", "en"), ("président", "president", "fr")
    )
    assert first != second
    assert other == second


def test_in_charge_for_the_time_being_is_the_interim_post_that_began_then() -> None:
    found = tenures(
        reading("2024-05-03", claim("start", date="2024-05-02", interim=True, post="interim chief executive")),
        reading("2024-05-20", claim("start", manner="reinstated", post="finance director", role="cfo")),
        reading("2024-05-21", claim("start", date="2024-05-02", interim=True, post=None, role=None)),
    )
    assert sorted((tenure.post, len(tenure.evidence)) for tenure in found) == [
        ("finance director", 1), ("interim chief executive", 2),
    ]  # fmt: skip


def test_interim_and_permanent_are_two_tenures_and_the_interim_ends_with_the_other() -> None:
    found = tenures(
        reading("2024-01-05", claim("start", date="2024-01-05", interim=True, post="interim chief executive")),
        reading("2024-04-02", claim("start", date="2024-04-01")),
        on=D(2024, 5, 1),
    )
    assert [(t.interim, *s[1:]) for t, s in zip(found, shape(found), strict=True)] == [
        (True, "2024-01-05", "2024-04-01", "ended"),
        (False, "2024-04-01", None, "current"),
    ]


def test_an_end_told_without_interim_ends_the_interim() -> None:
    (tenure,) = tenures(
        reading("2024-01-05", claim("start", date="2024-01-05", interim=True)),
        reading("2024-04-02", claim("end", date="2024-04-01")),
    )
    assert (tenure.interim, str(tenure.end)) == (True, "2024-04-01")


def test_leave_and_return_lie_inside_the_tenure() -> None:
    documents = (
        reading("2023-01-05", claim("start", date="2023-01-05")),
        reading("2024-04-15", claim("leave", status="planned", date="2024-05-06")),
        reading("2024-12-20", claim("return", status="planned", date="2025-01-06")),
    )
    statuses = [
        tenures(*documents, on=on)[0].status for on in (D(2024, 5, 5), D(2024, 5, 6), D(2025, 1, 5), D(2025, 1, 6))
    ]
    assert statuses == ["current", "on_leave", "on_leave", "current"]
    (tenure,) = tenures(*documents, on=D(2025, 2, 1))
    assert (tenure.leaves, tenure.end) == (((day("2024-05-06"), day("2025-01-06")),), None)


def test_two_leaves() -> None:
    (tenure,) = tenures(
        reading("2020-01-05", claim("start", date="2020-01-01")),
        *(reading(date, claim(kind, date=date)) for kind, date in [
            ("leave", "2021-01-05"), ("return", "2021-04-05"), ("leave", "2023-01-05"), ("return", "2023-04-05"),
        ]),
    )  # fmt: skip
    assert len(tenure.leaves) == 2


def test_a_leave_alone_shows_the_tenure() -> None:
    (tenure,) = tenures(reading("2024-04-15", claim("leave", date="2024-04-15")), on=D(2024, 5, 1))
    assert (tenure.start, tenure.status, tenure.observed) == (None, "on_leave", day("2024-04-15"))


def test_a_return_alone_shows_the_tenure() -> None:
    (tenure,) = tenures(reading("2024-04-15", claim("return", date="2024-04-15")), on=D(2024, 5, 1))
    assert tenure.status == "current"


def test_leaving_without_a_post_named_closes_all_open_posts_there() -> None:
    found = tenures(
        reading("2020-01-05", claim("hold", date="2015"), claim("hold", post="treasurer", role="cfo", date="2018")),
        reading("2020-01-05", claim("held", post="clerk", role="other", date="2001", end_date="2004"), publisher="B"),
        reading("2024-03-02", claim("end", post=None, role=None, date="2024-03-01")),
    )
    assert [(t.post, t.end and str(t.end)) for t in found] == [
        ("clerk", "2004"),
        ("chief executive", "2024-03-01"),
        ("treasurer", "2024-03-01"),
    ]


def test_leaving_without_a_post_named_closes_nothing_elsewhere() -> None:
    found = tenures(
        reading("2020-01-05", claim("hold", date="2015", org="Southwind")),
        reading("2024-03-02", claim("end", post=None, role=None, date="2024-03-01")),
    )
    assert [(t.org, t.post, t.status) for t in found] == [
        ("Northwind", None, "ended"),
        ("Southwind", "chief executive", "unobserved"),
    ]


def test_joining_and_being_appointed_on_one_day_is_one_tenure() -> None:
    (tenure,) = tenures(
        reading("2024-03-02", claim("start", date="2024-03-01")),
        reading("2024-03-02", claim("start", post=None, role=None, date="2024-03"), publisher="B"),
    )
    assert (tenure.post, len(tenure.evidence)) == ("chief executive", 2)


def test_joining_years_before_the_post_is_a_tenure_of_its_own() -> None:
    found = tenures(
        reading("2024-03-02", claim("start", date="2024-03-01")),
        reading("2024-03-02", claim("start", post=None, role=None, date="2018"), publisher="B"),
        reading("2024-09-02", claim("end", post=None, role=None, date="2024-09-01")),
    )
    assert [(t.post, str(t.start), str(t.end)) for t in found] == [
        (None, "2018", "2024-09-01"),
        ("chief executive", "2024-03-01", "2024-09-01"),
    ]


def test_former_member_without_a_post_does_not_end_what_began_later() -> None:
    found = tenures(
        reading("2020-03-02", claim("held", post=None, role=None)),
        reading("2024-03-02", claim("start", date="2024-03-01")),
    )
    assert [(t.post, t.status) for t in found] == [(None, "ended"), ("chief executive", "current")]


def test_confidence_grows_with_sources_not_with_repetition() -> None:
    one = reading("2024-03-02", claim("hold", confidence=0.5), publisher="A")
    again = reading("2024-03-03", claim("hold", confidence=0.5), publisher="A")
    other = reading("2024-03-03", claim("hold", confidence=0.5), publisher="B")
    assert tenures(one)[0].confidence == tenures(one, again)[0].confidence == pytest.approx(0.5)
    assert tenures(one, other)[0].confidence == pytest.approx(0.75)


def test_known_by_its_end_alone() -> None:
    document = reading("2024-06-02", claim("end", date="2024-06-01", manner="retired"))
    for on, status in ((D(2024, 5, 1), "current"), (D(2024, 6, 1), "ended"), (D(2010, 1, 1), "planned")):
        assert tenures(document, on=on)[0].status == status


def test_an_undated_end_is_over_when_it_is_told() -> None:
    documents = reading("2023-06-02", claim("hold")), reading("2024-06-02", claim("end"))
    assert [tenures(*documents, on=on)[0].status for on in (D(2024, 6, 1), D(2024, 6, 2))] == ["current", "ended"]
    assert tenures(*documents)[0].end is None


def test_a_year_of_end_told_within_that_year() -> None:
    found = tenures(
        reading("2019-01-01", claim("start", date="2019-01-01")),
        reading("2024-02-10", claim("end", date="2024")),
        reading("2024-03-05", claim("start", date="2024-03-01")),
    )
    assert [(str(t.start), t.end and str(t.end)) for t in found] == [("2019-01-01", "2024"), ("2024-03-01", None)]
